// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Order;
import org.kontor.ui.table.RecordTableView;

/** All orders as a table. */
public final class OrdersView {

    @Inject
    private RecordTableView table;

    @PostConstruct
    void create(final Composite parent) {
        table.create(parent, Order.class);
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
