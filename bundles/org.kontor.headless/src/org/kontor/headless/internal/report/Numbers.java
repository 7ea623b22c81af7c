// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.kontor.core.value.Period;

/** Numbers and days as the reader of one page expects them. Not safe for several threads. */
final class Numbers {

    private static final BigDecimal ROUNDED_FROM = BigDecimal.valueOf(10_000_000);

    private final Locale locale;
    private final Currency currency;
    private boolean rounded;

    Numbers(final Locale locale, final Currency currency) {
        this.locale = locale;
        this.currency = currency;
    }

    String count(final long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** An amount with its currency, to whole units: what a sentence or a key figure needs. */
    String money(final BigDecimal amount) {
        final var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        format.setMinimumFractionDigits(0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    /**
     * How many decimals a table needs: those of the currency, but none where all of its amounts are whole, or one is so large that decimals
     * would only hide it.
     *
     * @param amounts all amounts of the table
     * @return the decimals
     */
    int decimals(final Collection<BigDecimal> amounts) {
        if (amounts.stream().allMatch(amount -> amount.stripTrailingZeros().scale() <= 0)) {
            return 0;
        }
        if (amounts.stream().anyMatch(amount -> amount.abs().compareTo(ROUNDED_FROM) >= 0)) {
            rounded = true;
            return 0;
        }
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Whether a table was given whole units although its amounts have decimals. */
    boolean rounded() {
        return rounded;
    }

    /** An amount for a column whose header names the currency. */
    String amount(final BigDecimal amount, final int decimals) {
        final var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    String share(final double share) {
        final var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    String share(final OptionalDouble share) {
        return share.isPresent() ? share(share.getAsDouble()) : "–";
    }

    /** What part is of the whole; empty where the whole is not positive, so that a share would say nothing. */
    Optional<String> share(final BigDecimal part, final BigDecimal whole) {
        return whole.signum() <= 0 ? Optional.empty() : Optional.of(share(part.doubleValue() / whole.doubleValue()));
    }

    String days(final OptionalDouble days) {
        return days.isPresent() ? amount(BigDecimal.valueOf(days.getAsDouble()), 0) : "–";
    }

    String day(final LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }

    String month(final YearMonth month) {
        return DateTimeFormatter.ofPattern(Messages.text("format.month"), locale).format(month);
    }

    String month(final Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    String months(final Period period) {
        final var first = month(YearMonth.from(period.from()));
        final var last = month(YearMonth.from(period.until().minusDays(1)));
        return first.equals(last) ? first : Messages.text("format.range", first, last);
    }

    Currency currency() {
        return currency;
    }
}
