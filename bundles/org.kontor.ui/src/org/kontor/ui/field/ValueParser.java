// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.field;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kontor.model.Field;

/**
 * Reads numbers, days and moments as people type them: in the format of their language, in the ISO format, and days also relative to today
 * ({@code +7} is a week from now). Immutable; safe for any thread.
 *
 * @since 0.1
 */
public final class ValueParser {

    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
    private static final Pattern RELATIVE_DAY = Pattern.compile("[-+]\\d{1,5}");
    private static final Pattern TIME = Pattern.compile("(.*?)[\\sT]+(\\d{1,2})(?::(\\d{2}))?(?::\\d{2})?\\s*(?:[hH]|Uhr)?");

    private final FieldFormat format;
    private final LocalDate today;

    /**
     * @param format whose language and zone to read
     * @param today  what relative days count from, and the year of a day that is typed without one
     */
    public ValueParser(final FieldFormat format, final LocalDate today) {
        this.format = format;
        this.today = today;
    }

    /**
     * Reads a value of a number, day or moment field.
     *
     * @param field the field; of another kind its text is returned as it is
     * @param text  what was typed; null allowed
     * @return the plain value, or null where the text is blank
     * @throws IllegalArgumentException where the text is no such value
     */
    public Object parse(final Field field, final String text) {
        final var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case INTEGER -> integer(field, typed);
            case DECIMAL -> number(typed).orElseThrow(() -> new IllegalArgumentException(typed));
            case PERCENT -> number(typed.replaceFirst("\\s*[%％]$", "")).orElseThrow(() -> new IllegalArgumentException(typed));
            case MONEY -> number(typed.replaceFirst("^\\p{Sc}\\s*|\\s*(\\p{Sc}|[A-Za-z]{3})$", ""))
                    .orElseThrow(() -> new IllegalArgumentException(typed));
            case DATE -> day(typed).orElseThrow(() -> new IllegalArgumentException(typed));
            case INSTANT -> moment(typed).orElseThrow(() -> new IllegalArgumentException(typed));
            default -> text;
        };
    }

    /**
     * @param field a field whose text could not be read
     * @return that it cannot be read, with an example of what can
     */
    public String unreadable(final Field field) {
        return switch (field.kind()) {
            case DATE -> Messages.TEXTS.get("wrong.noDate", format.date(today));
            case INSTANT -> Messages.TEXTS.get("wrong.noInstant", format.date(today) + " 14:30");
            case INTEGER -> Messages.TEXTS.get("wrong.noInteger");
            case REFERENCE -> Messages.TEXTS.get("wrong.noRecord");
            default -> Messages.TEXTS.get("wrong.noNumber");
        };
    }

    private Object integer(final Field field, final String typed) {
        final var number = number(typed).orElseThrow(() -> new IllegalArgumentException(typed));
        try {
            return field.javaType() == Long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
        } catch (ArithmeticException tooLargeOrBroken) {
            throw new IllegalArgumentException(typed, tooLargeOrBroken);
        }
    }

    /**
     * @param typed a number; groups of digits, where there are any, must be those of the language
     * @return its value, or empty where it is none
     */
    public Optional<BigDecimal> number(final String typed) {
        final var symbols = DecimalFormatSymbols.getInstance(format.locale());
        final var group = symbols.getGroupingSeparator();
        final var point = symbols.getDecimalSeparator();
        // people type any blank or apostrophe for the language's own kind of it
        final var text = typed.replaceAll("[\\u00a0\\u202f\\u2009 ]", "").replace('\u2019', '\'').replace('\u2212', '-');
        final var groups = "\\s\u00a0\u202f\u2019".indexOf(group) >= 0 ? "'" : Pattern.quote(String.valueOf(group));
        final var own = Pattern.compile("[-+]?(\\d+|\\d{1,3}(" + groups + "\\d{3})+)(" + Pattern.quote(String.valueOf(point)) + "\\d*)?");
        if (own.matcher(text).matches()) {
            final var digits = text.replace(String.valueOf(group), "").replace("'", "").replace(point, '.');
            return Optional.of(new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * @param typed a day
     * @return the day, or empty where it is none
     */
    public Optional<LocalDate> day(final String typed) {
        if (RELATIVE_DAY.matcher(typed).matches()) {
            return Optional.of(today.plusDays(Integer.parseInt(typed)));
        }
        final var numbers = new ArrayList<Integer>();
        for (final var part : typed.split("\\D+")) {
            if (part.length() > 8) {
                return Optional.empty();
            }
            if (!part.isEmpty()) {
                numbers.add(Integer.parseInt(part));
            }
        }
        final var order = ISO_DAY.matcher(typed).matches() ? "yMd"
                : FieldFormat.datePattern(format.locale()).replaceAll("[^yMd]", "").replaceAll("(.)\\1+", "$1");
        final boolean readable = typed.chars().noneMatch(character -> Character.isLetter(character) && "年月日号".indexOf(character) < 0);
        return readable ? day(numbers, order) : Optional.empty();
    }

    private Optional<LocalDate> day(final List<Integer> numbers, final String order) {
        final var known = numbers.size() == 2 ? order.replace("y", "") : order;
        if (numbers.size() != known.length() || numbers.isEmpty()) {
            return Optional.empty();
        }
        final int year = known.indexOf('y') < 0 ? today.getYear() : numbers.get(known.indexOf('y'));
        try {
            return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, numbers.get(known.indexOf('M')),
                    numbers.get(known.indexOf('d'))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<Instant> moment(final String typed) {
        final var parts = TIME.matcher(typed);
        try {
            if (parts.matches()) {
                final var minute = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
                final var time = LocalTime.of(Integer.parseInt(parts.group(2)), minute);
                return day(parts.group(1)).map(day -> day.atTime(time).atZone(format.zone()).toInstant());
            }
            return day(typed).map(day -> day.atStartOfDay(format.zone()).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
