// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

import org.kontor.analytics.frame.ColumnType;

/** What the text of a cell may be. All kinds that no cell of a column contradicts are possible; the first of them is taken. */
enum CellKind {
    /** {@code true} or {@code false}. */
    FLAG(ColumnType.FLAG) {
        @Override
        long whole(final String text) {
            return switch (text) {
                case "true", "True", "TRUE" -> 1;
                case "false", "False", "FALSE" -> 0;
                default -> NO;
            };
        }
    },
    /** 19970131. */
    COMPACT_DAY(ColumnType.DATE) {
        @Override
        long whole(final String text) {
            return text.length() == 8 && digits(text, 0, 8) ? day(text, 0, 4, 4, 6, 6, 8) : NO;
        }
    },
    /** 1997-01-31, 1997/1/31, 1997.01.31, 1997年1月31日. */
    YEAR_FIRST(ColumnType.DATE) {
        @Override
        long whole(final String text) {
            final int first = place(text, 0);
            final int second = first < 0 ? -1 : place(text, first + 1);
            final int end = text.endsWith("日") ? text.length() - 1 : text.length();
            return first == 4 && second > 0 ? day(text, 0, first, first + 1, second, second + 1, end) : NO;
        }
    },
    /** 31.1.1997, 31/01/1997. */
    DAY_FIRST(ColumnType.DATE) {
        @Override
        long whole(final String text) {
            final int first = place(text, 0);
            final int second = first < 0 ? -1 : place(text, first + 1);
            return second > 0 && text.length() - second == 5 ? day(text, second + 1, text.length(), first + 1, second, 0, first) : NO;
        }
    },
    /** 1/31/1997. */
    MONTH_FIRST(ColumnType.DATE) {
        @Override
        long whole(final String text) {
            final int first = text.indexOf('/');
            final int second = first < 0 ? -1 : text.indexOf('/', first + 1);
            return second > 0 && text.length() - second == 5 ? day(text, second + 1, text.length(), 0, first, first + 1, second) : NO;
        }
    },
    /** 1997-01-31T12:00:00Z, 1997-01-31 12:00; in UTC where no zone is given. */
    MOMENT(ColumnType.INSTANT) {
        @Override
        long whole(final String text) {
            if (text.length() < 16 || text.charAt(4) != '-' || text.charAt(10) != 'T' && text.charAt(10) != ' ') {
                return NO;
            }
            final var iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            try {
                final var zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
                final var moment = zoned ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
                return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
            } catch (DateTimeException none) {
                return NO;
            }
        }
    },
    /** 12, -3; not 007, which is a name. */
    WHOLE(ColumnType.INTEGER) {
        @Override
        long whole(final String text) {
            final int sign = text.startsWith("-") ? 1 : 0;
            final int length = text.length();
            if (length == sign || length - sign > 18 || !digits(text, sign, length) || text.charAt(sign) == '0' && length > sign + 1) {
                return NO;
            }
            return Long.parseLong(text);
        }
    },
    /** 12.5, -3e4. */
    POINT(ColumnType.NUMBER) {
        @Override
        double real(final String text) {
            return named(text) ? Double.NaN : parsed(text);
        }
    },
    /** 12,5 and 1.234,5. */
    COMMA(ColumnType.NUMBER) {
        @Override
        double real(final String text) {
            return !named(text) && (text.indexOf(',') < 0 && text.indexOf('.') < 0 || COMMA_NUMBER.matcher(text).matches())
                    ? parsed(text.replace(".", "").replace(',', '.')) : Double.NaN;
        }
    },
    /** 1,234.50. */
    GROUPED(ColumnType.NUMBER) {
        @Override
        double real(final String text) {
            return text.indexOf(',') < 0 ? named(text) ? Double.NaN : parsed(text)
                    : GROUPED_NUMBER.matcher(text).matches() ? parsed(text.replace(",", "")) : Double.NaN;
        }
    },
    /** Anything. */
    TEXT(ColumnType.TEXT);

    /** The text is not of this kind. */
    static final long NO = Long.MIN_VALUE;

    /** Numbers with as many digits are finite. */
    private static final int MOST_DIGITS = 300;
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?");
    private static final Pattern GROUPED_NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Set<String> ABSENT = Set.of("", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "-");

    private final ColumnType type;

    CellKind(final ColumnType type) {
        this.type = type;
    }

    final ColumnType type() {
        return type;
    }

    /** The number, day, moment or flag; {@link #NO} where the text is not of this kind. */
    long whole(final String text) {
        return NO;
    }

    /** The number; {@code NaN} where the text is not of this kind. */
    double real(final String text) {
        return Double.NaN;
    }

    /** Whether a text can be of this kind. */
    final boolean fits(final String text) {
        return switch (type) {
            case TEXT -> true;
            case NUMBER -> this != COMMA && isDecimal(text) || !Double.isNaN(real(text));
            default -> whole(text) != NO;
        };
    }

    /** Whether a cell has no value. */
    static boolean absent(final String text) {
        return text.length() <= 4 && ABSENT.contains(text);
    }

    static boolean isNumber(final String text) {
        return WHOLE.fits(text) || POINT.fits(text) || named(text) && digits(text, 0, text.length());
    }

    /** Digits with a zero in front name something: they would lose it as a number. */
    private static boolean named(final String text) {
        final int sign = text.startsWith("-") ? 1 : 0;
        return text.length() > sign + 1 && text.charAt(sign) == '0' && Character.isDigit(text.charAt(sign + 1));
    }

    /** Whether a text is digits with a point at most, which is a number for all who know the point; told without making one. */
    private static boolean isDecimal(final String text) {
        if (text.length() > MOST_DIGITS || named(text)) {
            return false;
        }
        int points = 0;
        int digits = 0;
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            final char letter = text.charAt(i);
            if (letter == '.') {
                points++;
            } else if (letter >= '0' && letter <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    private static double parsed(final String text) {
        final char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
        // Java alone takes 1d and 0x1p3 for numbers
        if (last != '.' && (last < '0' || last > '9') || text.indexOf('x') >= 0 || text.indexOf('X') >= 0) {
            return Double.NaN;
        }
        try {
            final double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static boolean digits(final String text, final int from, final int until) {
        for (int i = from; i < until; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return until > from;
    }

    private static int place(final String text, final int from) {
        for (int i = from; i < text.length(); i++) {
            final char letter = text.charAt(i);
            if (letter == '-' || letter == '/' || letter == '.' || letter == '年' || letter == '月') {
                return i;
            }
        }
        return -1;
    }

    private static long day(final String text, final int yearFrom, final int yearUntil, final int monthFrom, final int monthUntil, final int dayFrom,
            final int dayUntil) {
        if (monthUntil - monthFrom > 2 || dayUntil - dayFrom > 2 || yearUntil - yearFrom != 4 || !digits(text, yearFrom, yearUntil)
                || !digits(text, monthFrom, monthUntil) || !digits(text, dayFrom, dayUntil)) {
            return NO;
        }
        final int year = Integer.parseInt(text, yearFrom, yearUntil, 10);
        final int month = Integer.parseInt(text, monthFrom, monthUntil, 10);
        final int day = Integer.parseInt(text, dayFrom, dayUntil, 10);
        if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return NO;
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }
}
