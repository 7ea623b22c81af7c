// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Lead;
import org.kontor.ui.table.RecordTableView;

/** All leads as a table. */
public final class LeadsView {

    @Inject
    private RecordTableView table;

    @PostConstruct
    void create(final Composite parent) {
        table.create(parent, Lead.class);
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
