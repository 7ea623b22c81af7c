// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

import org.kontor.exchange.DateStyle;

/** Reads days of one style, followed by nothing or by a time of day. Not safe for several threads. */
public final class DateParser {

    private final DateStyle style;
    private String text;
    private int at;

    /**
     * @param style how the days are written
     */
    public DateParser(final DateStyle style) {
        this.style = style;
    }

    /**
     * @param cell a text without blanks at the edges
     * @return the day; null where it is none of this style
     */
    public LocalDate parse(final String cell) {
        text = cell;
        at = 0;
        final int year;
        final int month;
        final int day;
        switch (style) {
            case ISO -> {
                year = digits(4, 4);
                final char mark = at < text.length() ? text.charAt(at) : ' ';
                month = mark == '-' || mark == '/' ? after(mark) : -1;
                day = after(mark);
            }
            case BASIC -> {
                year = digits(4, 4);
                month = digits(2, 2);
                day = digits(2, 2);
            }
            case MONTH_FIRST, DAY_FIRST -> {
                final int first = digits(1, 2);
                final char mark = at < text.length() ? text.charAt(at) : ' ';
                final int second = mark == '/' || mark == '-' ? after(mark) : -1;
                at++;
                year = second < 0 || text.charAt(at - 1) != mark ? -1 : digits(4, 4);
                month = style == DateStyle.MONTH_FIRST ? first : second;
                day = style == DateStyle.MONTH_FIRST ? second : first;
            }
            case DOTTED -> {
                day = digits(1, 2);
                month = after('.');
                year = skip('.') ? digits(4, 4) : -1;
            }
            case CHINESE -> {
                year = digits(4, 4);
                month = after('年');
                day = after('月');
                if (at < text.length() && (text.charAt(at) == '日' || text.charAt(at) == '号')) {
                    at++;
                }
            }
            default -> throw new IllegalStateException(style.name());
        }
        if (year < 0 || month < 1 || day < 1 || at < text.length() && !timeFollows()) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** @return what follows the day that was read last: empty, or a time of day */
    public String rest() {
        return at >= text.length() ? "" : text.charAt(at) == 'T' ? text.substring(at + 1) : text.substring(at).strip();
    }

    /**
     * @param cell a text that {@link #parse} refused
     * @return the last day of its month, where it names a day that the month has not; null otherwise
     */
    public LocalDate nearest(final String cell) {
        final var numbers = cell.split("\\D+");
        if (numbers.length < 3 || style == DateStyle.BASIC) {
            return null;
        }
        try {
            final int first = Integer.parseInt(numbers[0]);
            final int second = Integer.parseInt(numbers[1]);
            final int third = Integer.parseInt(numbers[2]);
            final var month = switch (style) {
                case MONTH_FIRST -> YearMonth.of(third, first);
                case DAY_FIRST, DOTTED -> YearMonth.of(third, second);
                default -> YearMonth.of(first, second);
            };
            final int day = style == DateStyle.MONTH_FIRST ? second : style == DateStyle.DAY_FIRST || style == DateStyle.DOTTED ? first
                    : third;
            return month.getYear() >= 1000 && day > month.lengthOfMonth() && day <= 31 ? month.atEndOfMonth() : null;
        } catch (NumberFormatException | DateTimeException other) {
            return null;
        }
    }

    private int after(final char mark) {
        return skip(mark) ? digits(1, 2) : -1;
    }

    private boolean skip(final char mark) {
        if (at < text.length() && text.charAt(at) == mark) {
            at++;
            return true;
        }
        at = text.length() + 1;
        return false;
    }

    private int digits(final int least, final int most) {
        int value = 0;
        int count = 0;
        while (count < most && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at) - '0';
            at++;
            count++;
        }
        return count < least ? -1 : value;
    }

    private boolean timeFollows() {
        final char mark = text.charAt(at);
        return (mark == 'T' || mark == ' ') && at + 2 < text.length() && Character.isDigit(text.charAt(at + 1));
    }
}
