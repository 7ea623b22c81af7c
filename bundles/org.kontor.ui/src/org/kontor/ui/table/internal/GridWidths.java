// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.swt.graphics.GC;

import org.kontor.model.FieldKind;
import org.kontor.ui.table.RecordColumn;

/** How wide columns are: as the person made them, else as wide as their first values need within what suits their kind. */
final class GridWidths {

    /** Between a cell's edge and its text. */
    static final int PADDING = 10;

    private static final int SAMPLE = 40;
    private static final int LEAST = 56;
    private static final int HEADER_EXTRA = 26;
    private static final int MOST_FITTED = 900;
    private static final BigDecimal LARGE = new BigDecimal("9999999.99");

    private final TableParts parts;
    private final TextFitter fitter;
    private final Map<String, Integer> natural = new HashMap<>();
    private List<RecordColumn> sampled = List.of();

    GridWidths(final TableParts parts, final TextFitter fitter) {
        this.parts = parts;
        this.fitter = fitter;
    }

    /** @return whether rows have come that say more about how wide columns must be, which they do once for each set of columns */
    boolean sample() {
        final var columns = parts.model().columns();
        if (sampled.containsAll(columns) || parts.rows().peek(0) == null || parts.rows().peek(0).text(columns.get(0), parts.format()) == null) {
            return false;
        }
        sampled = columns;
        natural.clear();
        return true;
    }

    void apply(final NatTable table, final DataLayer body) {
        final var view = parts.model().view();
        for (int column = 0; column < view.columns().size(); column++) {
            body.setColumnWidthByPosition(column, base(table, column), false);
        }
    }

    private int base(final NatTable table, final int position) {
        final var chosen = parts.model().view().columns().get(position);
        return chosen.width() > 0 ? Math.max(LEAST, chosen.width()) : natural.computeIfAbsent(chosen.path(), path -> natural(table, position));
    }

    private int natural(final NatTable table, final int position) {
        final var column = parts.model().columns().get(position);
        final int first = widest(table, column, 0, SAMPLE - 1);
        return Math.max(Math.max(least(column), typical(table, column)), Math.min(most(column), first));
    }

    /** Numbers and days that are cut off say something else than they should, so they get room for large ones from the start. */
    private int typical(final NatTable table, final RecordColumn column) {
        final var format = parts.format();
        final var text = switch (column.kind()) {
            case MONEY -> format.money(LARGE, column.paths().size() > 1 ? "USD" : "");
            case DATE -> format.day(LocalDate.of(2028, 12, 28));
            case INSTANT -> format.moment(Instant.parse("2028-12-28T20:28:00Z"));
            case INTEGER, DECIMAL -> format.number(BigDecimal.valueOf(100_000));
            default -> "";
        };
        final var gc = new GC(table);
        try {
            return gc.textExtent(text).x + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    int fitting(final NatTable table, final int position, final int first, final int last) {
        return Math.max(LEAST, Math.min(MOST_FITTED, widest(table, parts.model().columns().get(position), first, last)));
    }

    private int widest(final NatTable table, final RecordColumn column, final int first, final int last) {
        final var gc = new GC(table);
        try {
            int widest = gc.textExtent(column.label()).x + HEADER_EXTRA;
            for (int row = Math.max(0, first); row <= last; row++) {
                final var there = parts.rows().peek(row);
                final var text = there == null ? null : there.text(column, parts.format());
                if (text != null) {
                    // titles are drawn bold
                    final int width = column.isTitle() ? fitter.width(gc, text) * 11 / 10 : fitter.width(gc, text);
                    widest = Math.max(widest, width);
                }
            }
            return widest + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    private static int least(final RecordColumn column) {
        if (column.isTitle()) {
            return 180;
        }
        return switch (column.kind()) {
            case REFERENCE -> 110;
            case BOOLEAN -> LEAST;
            default -> 80;
        };
    }

    private static int most(final RecordColumn column) {
        return column.isTitle() ? 320 : column.kind() == FieldKind.LONG_TEXT ? 360 : 230;
    }

    /** Gives the last column what is left of the table's width. */
    void fill(final DataLayer body, final int width) {
        final int last = parts.model().columns().size() - 1;
        int others = 0;
        for (int column = 0; column < last; column++) {
            others += body.getColumnWidthByPosition(column);
        }
        final var chosen = parts.model().view().columns().get(last);
        final int base = chosen.width() > 0 ? Math.max(LEAST, chosen.width()) : natural.getOrDefault(chosen.path(), LEAST);
        final int wanted = Math.max(base, width - others);
        if (width > 0 && body.getColumnWidthByPosition(last) != wanted) {
            body.setColumnWidthByPosition(last, wanted);
        }
    }
}
