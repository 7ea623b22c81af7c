// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.util.Map;
import java.util.Set;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Lead;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.table.TableAction.Place;

/** All leads as a table, with the way to convert one. */
public final class LeadsView {

    @Inject
    private RecordTableView table;

    @Inject
    private IEclipseContext context;

    @PostConstruct
    void create(final Composite parent) {
        table.with(new TableAction("convert", Messages.text("leads.convert"), Icons.CONVERT, Set.of(Place.BAR_ICON, Place.ROW),
                () -> Commands.run(context, SalesCommands.CONVERT_LEAD, Map.of())));
        table.withViews(SalesListViews.leads()).create(parent, Lead.class);
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
