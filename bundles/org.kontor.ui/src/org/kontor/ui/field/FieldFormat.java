// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.field;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.chrono.IsoChronology;
import java.util.Currency;
import java.util.Locale;

import org.kontor.model.Field;

/**
 * Writes field values the way a person of a language and a zone reads them: the one place for the formats of forms, tables, timelines and
 * messages. Years always have four digits, so that what is shown can be typed again. Immutable; safe for any thread.
 *
 * @since 0.1
 */
public final class FieldFormat {

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    /**
     * @param locale whose number and date formats to use
     * @param zone   the zone that moments are shown in
     */
    public FieldFormat(final Locale locale, final ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        final var pattern = datePattern(locale);
        day = DateTimeFormatter.ofPattern(pattern, locale);
        moment = DateTimeFormatter.ofPattern(pattern + " HH:mm", locale);
    }

    /** @return the formats of the person who works here now */
    public static FieldFormat current() {
        return new FieldFormat(Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault());
    }

    static String datePattern(final Locale locale) {
        final var medium = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return medium.replaceAll("y+", "yyyy").replaceAll("(?<!M)M(?!M)", "MM").replaceAll("(?<!d)d(?!d)", "dd");
    }

    /**
     * A value as it is read.
     *
     * @param field    its field
     * @param value    an entity's or a plain value; null gives an empty text; references give an empty text, because their title is not
     *                 part
     *                 of the value
     * @param currency for money, the ISO 4217 code, or null where it is not known
     * @return one line; never null
     */
    public String text(final Field field, final Object value, final String currency) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, CURRENCY -> value.toString();
            case INTEGER -> field.name().startsWith("year") ? value.toString() : NumberFormat.getIntegerInstance(locale).format(value);
            case DECIMAL -> number((BigDecimal) value, 0, 8);
            case PERCENT -> number((BigDecimal) value, 0, 2) + " %";
            case MONEY -> money((BigDecimal) value, currency);
            case DATE -> date((LocalDate) value);
            case INSTANT -> instant((Instant) value);
            case BOOLEAN -> Messages.TEXTS.get(Boolean.TRUE.equals(value) ? "yes" : "no");
            case CHOICE -> choice(field, value);
            case REFERENCE, ID -> "";
        };
    }

    private static String choice(final Field field, final Object value) {
        if (value instanceof final Enum<?> constant) {
            return Field.label(constant);
        }
        return field.choices().stream().filter(constant -> constant.name().equals(value)).findFirst().map(Field::label)
                .orElse(value.toString());
    }

    /**
     * @param amount   an amount
     * @param currency its ISO 4217 code, or null where it is not known
     * @return the amount with the digits of its currency, then the code
     */
    public String money(final BigDecimal amount, final String currency) {
        final int digits = digits(currency);
        final var text = number(amount, digits, Math.max(digits, 4));
        return currency == null || currency.isBlank() ? text : text + ' ' + currency;
    }

    /**
     * @param amount   an amount
     * @param currency its ISO 4217 code, or null where it is not known
     * @return the amount with the digits of its currency and no code, for a field or column that names the currency elsewhere
     */
    public String amount(final BigDecimal amount, final String currency) {
        final int digits = digits(currency);
        return number(amount, digits, Math.max(digits, 4));
    }

    private static int digits(final String currency) {
        try {
            return currency == null || currency.isBlank() ? 2 : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }

    /**
     * @param value   a number
     * @param least   the fewest digits after the point
     * @param most    the most digits after the point
     * @return the number with the groups of the language
     */
    public String number(final BigDecimal value, final int least, final int most) {
        final var format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }

    /**
     * @param date a day
     * @return the day in figures, year in full
     */
    public String date(final LocalDate date) {
        return day.format(date);
    }

    /**
     * @param instant a moment
     * @return day and minute in the zone of whoever reads it
     */
    public String instant(final Instant instant) {
        return moment.format(LocalDateTime.ofInstant(instant, zone));
    }

    /** @return the pattern in which days are written, such as {@code dd.MM.yyyy}, for hints */
    public String datePattern() {
        return datePattern(locale);
    }

    Locale locale() {
        return locale;
    }

    ZoneId zone() {
        return zone;
    }
}
