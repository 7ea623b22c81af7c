// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Product;
import org.kontor.ui.table.RecordTableView;

/** All products as a table. */
public final class ProductsView {

    @Inject
    private RecordTableView table;

    @PostConstruct
    void create(final Composite parent) {
        table.create(parent, Product.class);
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
