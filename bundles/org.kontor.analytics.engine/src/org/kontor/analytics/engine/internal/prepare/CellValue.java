// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Column;

/** Reads values that people write for a column. */
public final class CellValue {

    private CellValue() {
    }

    /** {@return the number that stands for a value of the column, as {@link Column#number} gives it} */
    public static double number(final Column column, final String text) {
        try {
            return switch (column.type()) {
                case NUMBER, INTEGER -> Double.parseDouble(text);
                case FLAG -> "true".equals(text) ? 1 : "false".equals(text) ? 0 : unreadable(column, text);
                case DATE -> LocalDate.parse(text).toEpochDay();
                case INSTANT -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
                case TEXT -> unreadable(column, text);
            };
        } catch (NumberFormatException | DateTimeParseException malformed) {
            return unreadable(column, text);
        }
    }

    private static double unreadable(final Column column, final String text) {
        throw EngineProblems.of("analytics.value", text, column.name(), column.type().key()).asException();
    }
}
