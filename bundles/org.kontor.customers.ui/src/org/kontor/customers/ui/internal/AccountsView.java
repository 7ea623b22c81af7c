// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Account;
import org.kontor.ui.table.RecordTableView;

/** All accounts as a table. */
public final class AccountsView {

    @Inject
    private RecordTableView table;

    @PostConstruct
    void create(final Composite parent) {
        table.create(parent, Account.class);
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
