// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import org.kontor.analytics.ui.internal.Segments.Segment;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.store.query.Filter;
import org.kontor.ui.Icons;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.table.RecordTableView.Extract;
import org.kontor.ui.table.RecordTableView.Origin;

/** Leads from a number, a point or a segment to its customers, in the table of accounts with all that it can do. */
public final class Customers {

    /** The view of accounts, which is not this bundle's. */
    public static final String VIEW = "org.kontor.customers.ui.accounts";

    private Customers() {
    }

    /**
     * Shows certain customers, and the way back.
     *
     * @param parts  opens the view
     * @param ids    their identifiers; what is none is passed over
     * @param words  which ones they are, in the person's language
     * @param origin the view that they were counted in
     */
    public static void show(final EPartService parts, final List<String> ids, final String words, final String origin) {
        final List<UUID> accounts = ids.stream().map(CustomerNames::id).flatMap(Optional::stream).toList();
        final var from = Optional.ofNullable(parts.findPart(origin)).map(part -> new Origin(Messages.text("customers.back", part.getLocalizedLabel()),
                () -> parts.showPart(origin, PartState.ACTIVATE)));
        table(parts, table -> table.narrow(new Extract(words, new Filter.In("id", accounts), Icons.CHART, from)));
    }

    /**
     * Shows the customers of a segment: the table's own filter, which a person can change there.
     *
     * @param parts  opens the view
     * @param wanted the segment
     */
    static void show(final EPartService parts, final Segment wanted) {
        final var filter = new SegmentFilter();
        final var view = DefaultViews.all(Catalogue.standard().type(Account.class))
                .with(new ColumnFilter.AnyOf(filter.path(), Set.of(SegmentFilter.key(wanted.scheme(), wanted.label())), false));
        table(parts, table -> {
            table.widen();
            table.show(view);
        });
    }

    private static void table(final EPartService parts, final Consumer<RecordTableView> use) {
        final var part = parts.showPart(VIEW, PartState.ACTIVATE);
        if (part != null && part.getContext() != null && part.getContext().get(RecordTableView.class) instanceof final RecordTableView table) {
            use.accept(table);
        }
    }
}
