// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Metric;
import org.kontor.charts.ValueFormat;

/** How numbers of a result are written, by what they mean and how large they are. */
public final class Formats {

    private static final double WHOLE = 1e15;
    private static final double NOTHING = 1e-12;
    private static final double WIDE = 1_000;
    private static final double LEAST = 1e-6;
    private static final int LEAST_DIGITS = 6;
    /** Shares from a hundredth on are told to a tenth of a percent. */
    private static final int SHARE_DIGITS = 1;
    private static final int MOST_DIGITS = 9;

    private Formats() {
    }

    /** A format that shows four digits of the largest number or more, and no decimals of whole numbers. */
    static ValueFormat of(final DoubleStream numbers) {
        final var known = numbers.filter(Double::isFinite).toArray();
        final double largest = Arrays.stream(known).map(Math::abs).max().orElse(0);
        // what is left of sums that are zero but for rounding is no number
        if (largest < NOTHING || largest < WHOLE && Arrays.stream(known).allMatch(number -> number == Math.rint(number))) {
            return ValueFormat.count();
        }
        final int digits = 3 - (int) Math.floor(Math.log10(largest));
        return ValueFormat.number(Math.clamp(digits, 1, 9));
    }

    /** A number alone: so many decimals that its first four digits can be read; none for whole numbers. */
    static String text(final double number) {
        if (!Double.isFinite(number)) {
            return "\u2013";
        }
        if (number != 0 && Math.abs(number) < LEAST) {
            return (number < 0 ? "> -" : "< ") + ValueFormat.number(LEAST_DIGITS).exact(BigDecimal.valueOf(LEAST), Locale.getDefault());
        }
        return of(number).exact(BigDecimal.valueOf(number), Locale.getDefault());
    }

    /** A metric, by what it means. */
    public static String text(final Metric metric) {
        return text(metric.meaning(), metric.value());
    }

    /** A number alone, by what it means: a share as percent, with so many decimals that a small one is not lost. */
    static String text(final Meaning meaning, final double number) {
        if (!Double.isFinite(number) || !isShare(meaning)) {
            return text(number);
        }
        final double size = Math.abs(number);
        final int digits = size == 0 || size >= .01 ? SHARE_DIGITS : Math.min(MOST_DIGITS, -1 - (int) Math.floor(Math.log10(size)));
        return new ValueFormat(ValueFormat.Kind.PERCENT, null, digits).exact(BigDecimal.valueOf(number), Locale.getDefault());
    }

    private static boolean isShare(final Meaning meaning) {
        return meaning == Meaning.SHARE || meaning == Meaning.PROBABILITY;
    }

    /** Whether numbers are so different in size that decimals which suit the largest leave nothing of the smallest. */
    static boolean wide(final DoubleStream numbers) {
        final var known = numbers.map(Math::abs).filter(number -> Double.isFinite(number) && number > 0).toArray();
        return known.length > 0 && Arrays.stream(known).anyMatch(number -> number != Math.rint(number))
                && Arrays.stream(known).max().getAsDouble() / Arrays.stream(known).min().getAsDouble() > WIDE;
    }

    static ValueFormat of(final double... numbers) {
        return of(Arrays.stream(numbers));
    }

    static ValueFormat of(final double[][] numbers) {
        return of(Arrays.stream(numbers).flatMapToDouble(Arrays::stream));
    }

    static ValueFormat of(final Meaning meaning, final double[][] numbers) {
        return of(meaning, Arrays.stream(numbers).flatMapToDouble(Arrays::stream));
    }

    /** A format for numbers that say what they mean: a column of a table, the values of a chart. */
    static ValueFormat of(final Meaning meaning, final DoubleStream numbers) {
        return switch (meaning) {
            case SHARE, PROBABILITY -> ValueFormat.percent();
            case MONEY -> ValueFormat.number(2);
            case COUNT -> ValueFormat.count();
            default -> of(numbers);
        };
    }
}
