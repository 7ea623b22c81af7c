// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Opportunity;
import org.kontor.store.query.Filter;
import org.kontor.ui.Icons;
import org.kontor.ui.table.RecordTableView;

/** All opportunities as a table; or, for as long as a strip above it says so, those behind a number of a chart. */
public final class OpportunitiesView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.sales.ui.opportunities";

    @Inject
    private RecordTableView table;

    @PostConstruct
    void create(final Composite parent) {
        table.withViews(SalesListViews.opportunities()).create(parent, Opportunity.class);
    }

    /**
     * Shows certain records only, until the person wants to see all of them again.
     *
     * @param words  which ones they are, in the person's language
     * @param filter which ones they are
     * @param origin shows what the number was read from
     */
    public void show(final String words, final Filter filter, final Runnable origin) {
        table.narrow(new RecordTableView.Extract(words, filter, Icons.FUNNEL,
                Optional.of(new RecordTableView.Origin(Messages.text("drill.back"), origin))));
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
