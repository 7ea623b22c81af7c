// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * How the numbers of a chart are written: exact in tables and tooltips, short beside the shapes and on the axes.
 *
 * @param kind     what the numbers are
 * @param currency the currency of amounts; null for every other kind
 * @param digits   decimals of the exact form; a currency brings its own
 * @since 0.1
 */
public record ValueFormat(Kind kind, Currency currency, int digits) {

    /** What numbers can be. */
    public enum Kind {
        /** Whole things. */
        COUNT,
        /** Any number. */
        NUMBER,
        /** Amounts of one currency. */
        MONEY,
        /** Shares: .5 is written as 50 %. */
        PERCENT
    }

    private static final ValueFormat COUNT = new ValueFormat(Kind.COUNT, null, 0);
    private static final ValueFormat PERCENT = new ValueFormat(Kind.PERCENT, null, 1);
    private static final BigDecimal SHORTEN_FROM = BigDecimal.valueOf(10_000);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    public ValueFormat {
        Objects.requireNonNull(kind);
        if ((kind == Kind.MONEY) != (currency != null) || digits < 0 || digits > 9) {
            throw new IllegalArgumentException(kind + ", " + currency + ", " + digits);
        }
    }

    /**
     * Whole things.
     *
     * @return the format
     */
    public static ValueFormat count() {
        return COUNT;
    }

    /**
     * Any number.
     *
     * @param digits decimals of the exact form, 0 to 9
     * @return the format
     */
    public static ValueFormat number(final int digits) {
        return new ValueFormat(Kind.NUMBER, null, digits);
    }

    /**
     * Amounts of one currency.
     *
     * @param currency the currency
     * @return the format
     */
    public static ValueFormat money(final Currency currency) {
        return new ValueFormat(Kind.MONEY, Objects.requireNonNull(currency), Math.max(0, currency.getDefaultFractionDigits()));
    }

    /**
     * Shares of 1.
     *
     * @return the format
     */
    public static ValueFormat percent() {
        return PERCENT;
    }

    /**
     * The number for tables, tooltips and screen readers: every digit that counts.
     *
     * @param value  the number
     * @param locale whose separators and signs to use
     * @return the text
     */
    public String exact(final BigDecimal value, final Locale locale) {
        return withDigits(value, digits, digits, locale);
    }

    /**
     * The number for labels and axes: three significant digits and K, M, 万 or 亿 from ten thousand on (whole things keep their digits
     * up to 99,999), no decimals that say nothing.
     *
     * @param value  the number
     * @param locale whose separators and signs to use
     * @return the text
     */
    public String brief(final BigDecimal value, final Locale locale) {
        final var size = value.abs();
        if (kind == Kind.PERCENT) {
            final boolean fine = size.signum() != 0 && size.compareTo(new BigDecimal("0.1")) < 0;
            return withDigits(value, 0, fine ? 1 : 0, locale);
        }
        final var from = kind == Kind.COUNT ? SHORTEN_FROM.movePointRight(1) : SHORTEN_FROM;
        if (size.compareTo(from) >= 0) {
            return compact(value, locale);
        }
        if (kind == Kind.MONEY) {
            final boolean whole = value.stripTrailingZeros().scale() <= 0 || size.compareTo(BigDecimal.valueOf(1_000)) >= 0;
            return withDigits(value, whole ? 0 : digits, whole ? 0 : digits, locale);
        }
        return withDigits(value, 0, size.compareTo(BigDecimal.valueOf(100)) >= 0 ? Math.min(1, digits) : digits, locale);
    }

    /**
     * The number for the ticks of an axis.
     *
     * @param value  the tick
     * @param step   the distance of two ticks, so that neighbours never read the same
     * @param locale whose separators and signs to use
     * @return the text
     */
    public String tick(final BigDecimal value, final BigDecimal step, final Locale locale) {
        if (kind == Kind.PERCENT) {
            return withDigits(value, 0, Math.max(0, step.stripTrailingZeros().scale() - 2), locale);
        }
        if (step.abs().compareTo(BigDecimal.valueOf(500)) >= 0) {
            return compact(value, locale);
        }
        final int decimals = Math.max(0, step.stripTrailingZeros().scale());
        return withDigits(value, decimals, decimals, locale);
    }

    private String compact(final BigDecimal value, final Locale locale) {
        final var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // as a double, because the JDK's compact format drops the decimals of a BigDecimal; three digits survive either way
        final double rounded = value.round(THREE_DIGITS).doubleValue();
        if (kind != Kind.MONEY) {
            return format.format(rounded);
        }
        final var money = decimal(locale);
        final boolean negative = rounded < 0;
        return (negative ? money.getNegativePrefix() : money.getPositivePrefix()) + format.format(Math.abs(rounded))
                + (negative ? money.getNegativeSuffix() : money.getPositiveSuffix());
    }

    private String withDigits(final BigDecimal value, final int least, final int most, final Locale locale) {
        final var format = decimal(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // what is rounded to zero has no sign
        final boolean zero = value.setScale(most + (kind == Kind.PERCENT ? 2 : 0), RoundingMode.HALF_UP).signum() == 0;
        return format.format(zero ? BigDecimal.ZERO : value);
    }

    private DecimalFormat decimal(final Locale locale) {
        final var format = switch (kind) {
            case COUNT, NUMBER -> NumberFormat.getNumberInstance(locale);
            case MONEY -> NumberFormat.getCurrencyInstance(locale);
            case PERCENT -> NumberFormat.getPercentInstance(locale);
        };
        if (currency != null) {
            format.setCurrency(currency);
        }
        return (DecimalFormat) format;
    }
}
