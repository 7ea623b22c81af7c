// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.core.progress.Progress;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Query;

/** Reads records row by row, such as what is {@linkplain org.kontor.store.query.Sold sold}: to whom, and for how much. */
final class SoldRows {

    private static final int STEP = 4_096;

    private SoldRows() {
    }

    /** Reads what was sold to a known customer; the first two paths are the account and the person. */
    static void each(final SourceInput input, final Progress progress, final String name, final Query<?> sold, final List<String> paths,
            final Consumer<Object[]> sale) {
        rows(input, progress, name, sold, paths, row -> {
            if (customer(row) != null) {
                sale.accept(row);
            }
        });
    }

    /** Reads rows, and says how far it is. */
    static void rows(final SourceInput input, final Progress progress, final String name, final Query<? extends StoredRecord> query, final List<String> paths,
            final Consumer<Object[]> each) {
        input.requireStore().read(session -> {
            progress.begin(Messages.TEXTS.get("reading", name), session.count(query));
            final var read = new int[1];
            session.each(query, new ArrayList<>(paths), row -> {
                each.accept(row);
                if (++read[0] % STEP == 0) {
                    progress.worked(STEP);
                    progress.checkCancelled();
                }
                return true;
            });
            return read[0];
        });
    }

    /** {@return who bought: the account, else the person} */
    static UUID customer(final Object[] row) {
        return (UUID) (row[0] == null ? row[1] : row[0]);
    }

    /** {@return a number of the store, {@code NaN} where it is not known} */
    static double number(final Object value) {
        return value == null ? Double.NaN : ((BigDecimal) value).doubleValue();
    }

    /**
     * {@return what one item brought in the base currency} An item has the currency of its order, and the order has its rate in its two totals.
     *
     * @param item      the item's total
     * @param total     the order's, in the same currency
     * @param baseTotal the order's, in the base currency
     */
    static double ofItem(final Object item, final Object total, final Object baseTotal) {
        final double ordered = number(total);
        return ordered == 0 ? 0 : number(item) * number(baseTotal) / ordered;
    }
}
