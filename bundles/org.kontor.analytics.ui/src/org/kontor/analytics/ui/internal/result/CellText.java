// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;
import org.kontor.charts.ValueFormat;
import org.kontor.ui.field.FieldFormat;

/** The texts of one column of a result's table as a person reads them. */
final class CellText {

    private static final Pattern SIGNIFICANCE = Pattern.compile("p(-.*)?");

    private final Column column;
    private final TablePart.Head head;
    private final UnaryOperator<String> names;
    private final ValueFormat format;
    private final boolean each;

    CellText(final Column column, final TablePart.Head head, final UnaryOperator<String> names) {
        this.column = column;
        this.head = head;
        this.names = names;
        this.format = switch (column.type()) {
            case NUMBER, INTEGER -> Formats.of(head.meaning(), IntStream.range(0, column.rows()).mapToDouble(column::number));
            default -> ValueFormat.count();
        };
        // error probabilities matter by their size, not by their percent
        this.each = isNumber() && (SIGNIFICANCE.matcher(head.column()).matches() || head.meaning() != Meaning.MONEY && head.meaning() != Meaning.SHARE
                && head.meaning() != Meaning.PROBABILITY && Formats.wide(IntStream.range(0, column.rows()).mapToDouble(column::number)));
    }

    String title() {
        return head.title().text();
    }

    String help() {
        return head.help().text();
    }

    boolean isNumber() {
        return switch (column.type()) {
            case NUMBER, INTEGER -> head.meaning() != Meaning.ID && head.meaning() != Meaning.LABEL;
            default -> false;
        };
    }

    String of(final int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> head.meaning() == Meaning.ID ? names.apply(column.text(row)) : column.text(row);
            case NUMBER, INTEGER -> each ? Formats.text(column.number(row)) : isNumber() ? format.exact(BigDecimal.valueOf(column.number(row)), Locale.getDefault()) : column.text(row);
            case FLAG -> Messages.text(column.number(row) == 0 ? "no" : "yes");
            case DATE -> FieldFormat.current().date(LocalDate.ofEpochDay((long) column.number(row)));
            case INSTANT -> FieldFormat.current().instant(Instant.EPOCH.plus((long) column.number(row), ChronoUnit.MICROS));
        };
    }

    /** Numbers by their size, texts as people sort them; what is missing comes last. */
    int compare(final int one, final int other) {
        if (column.isMissing(one) || column.isMissing(other)) {
            return Boolean.compare(column.isMissing(one), column.isMissing(other));
        }
        return column.type().isNumeric() ? Double.compare(column.number(one), column.number(other))
                : of(one).compareToIgnoreCase(of(other));
    }
}
