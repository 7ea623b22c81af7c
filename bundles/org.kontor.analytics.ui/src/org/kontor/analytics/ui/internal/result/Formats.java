// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.kontor.analytics.result.Meaning;
import org.kontor.charts.ValueFormat;

/** How numbers of a result are written, by what they mean and how large they are. */
final class Formats {

    private static final double WHOLE = 1e15;

    private Formats() {
    }

    /** A format that shows four digits of the largest number or more, and no decimals of whole numbers. */
    static ValueFormat of(final DoubleStream numbers) {
        final var known = numbers.filter(Double::isFinite).toArray();
        final double largest = Arrays.stream(known).map(Math::abs).max().orElse(0);
        if (largest < WHOLE && Arrays.stream(known).allMatch(number -> number == Math.rint(number))) {
            return ValueFormat.count();
        }
        final int digits = 3 - (int) Math.floor(Math.log10(largest));
        return ValueFormat.number(Math.clamp(digits, 1, 9));
    }

    static ValueFormat of(final double... numbers) {
        return of(Arrays.stream(numbers));
    }

    static ValueFormat of(final double[][] numbers) {
        return of(Arrays.stream(numbers).flatMapToDouble(Arrays::stream));
    }

    /** A format for a column of a table. */
    static ValueFormat of(final Meaning meaning, final DoubleStream numbers) {
        return switch (meaning) {
            case SHARE, PROBABILITY -> ValueFormat.percent();
            case MONEY -> ValueFormat.number(2);
            case COUNT -> ValueFormat.count();
            default -> of(numbers);
        };
    }
}
