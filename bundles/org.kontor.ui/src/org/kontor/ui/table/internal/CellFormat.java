// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.table.RecordColumn;

/** How the values of a row read in one line each, in the person's language and time zone. Not safe for several threads. */
public final class CellFormat {

    private static final String YES = "\u2713";
    private static final int LONGEST = 300;

    private final FieldFormat fields;
    private final NumberFormat whole;
    private final ZoneId zone;

    /**
     * @param locale the person's locale
     * @param zone   the person's time zone
     */
    public CellFormat(final Locale locale, final ZoneId zone) {
        fields = new FieldFormat(locale, zone);
        whole = NumberFormat.getIntegerInstance(locale);
        this.zone = zone;
    }

    /** @return the format of the person of this moment */
    public static CellFormat current() {
        return new CellFormat(Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault());
    }

    /**
     * The text of a cell.
     *
     * @param column the column
     * @param row    the values that were read
     * @param offset where those of the column start
     * @return one line; empty where there is no value
     */
    public String text(final RecordColumn column, final Object[] row, final int offset) {
        if (column.target().isPresent()) {
            return oneLine(TitleFields.title(column.target().get(), row, offset + 1));
        }
        if (column.field().isEmpty()) {
            return oneLine(TitleFields.title(column.owner(), row, offset));
        }
        final var value = row[offset];
        return switch (column.kind()) {
            case BOOLEAN -> Boolean.TRUE.equals(value) ? YES : "";
            case MONEY -> fields.text(column.field().get(), value, column.paths().size() > 1 ? (String) row[offset + 1] : null);
            default -> oneLine(fields.text(column.field().get(), value, null));
        };
    }

    private static String oneLine(final String text) {
        final var head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return head.indexOf('\n') < 0 && head.indexOf('\r') < 0 && head.indexOf('\t') < 0 ? head : head.replaceAll("\\s+", " ").strip();
    }

    /**
     * @param value    an amount
     * @param currency its ISO 4217 code; empty where it has none
     * @return the amount with the digits of its currency, then the code
     */
    public String money(final BigDecimal value, final String currency) {
        return fields.money(value, currency);
    }

    /**
     * @param count how many
     * @return the number with the groups of the language
     */
    public String count(final long count) {
        return whole.format(count);
    }

    /**
     * @param day a day
     * @return the day in figures
     */
    public String day(final LocalDate day) {
        return fields.date(day);
    }

    /**
     * @param moment a moment
     * @return day and minute in the person's time zone
     */
    public String moment(final Instant moment) {
        return fields.instant(moment);
    }

    /**
     * @param number a number
     * @return the number with the groups of the language
     */
    public String number(final BigDecimal number) {
        return fields.number(number, 0, 8);
    }

    /** @return how days are written, such as {@code dd.MM.yyyy} */
    public String dayPattern() {
        return fields.datePattern();
    }

    /** @return the time zone that moments are shown in */
    public ZoneId zone() {
        return zone;
    }
}
