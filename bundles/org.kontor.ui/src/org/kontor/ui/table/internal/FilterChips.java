// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;

/** A line that says which filters are set on columns, each with a way to take it off; not there where none is set. */
public final class FilterChips {

    private final TableParts parts;
    private final Composite control;

    /**
     * @param parent where
     * @param parts  the table
     */
    public FilterChips(final Composite parent, final TableParts parts) {
        this.parts = parts;
        control = WidgetKeys.named(new Composite(parent, SWT.NONE), "table.chips");
        final var layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginLeft = 8;
        layout.marginTop = 0;
        layout.marginBottom = 6;
        layout.spacing = 6;
        control.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(control);
        show();
    }

    /** Takes over what the view says. */
    public void show() {
        for (final var old : control.getChildren()) {
            old.dispose();
        }
        final var model = parts.model();
        final var filters = model.view().filters().stream().filter(filter -> OfferedFilters.isOne(filter.path())
                || RecordColumn.exists(model.recordType(), filter.path())).toList();
        filters.forEach(this::chip);
        if (filters.size() > 1) {
            final var clear = WidgetKeys.named(new Link(control, SWT.NONE), "chip.clearAll");
            clear.setText("<a>" + Messages.TEXTS.get("chip.clearAll") + "</a>");
            clear.addListener(SWT.Selection, event -> model.setView(model.view().withFilters(List.of())));
        }
        ((GridData) control.getLayoutData()).exclude = filters.isEmpty();
        control.setVisible(!filters.isEmpty());
        control.getParent().layout(true, true);
    }

    private void chip(final ColumnFilter filter) {
        final var chip = WidgetKeys.named(Colours.styled(new Composite(control, SWT.NONE), Colours.CSS_INFO_STRIP), "chip." + filter.path());
        chip.setBackground(Colours.INFO_SURFACE.color());
        chip.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 0, 0, 0).spacing(2, 0).applyTo(chip);
        final var label = new Label(chip, SWT.NONE);
        describe(label, chip, filter);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        final var bar = new ToolBar(chip, SWT.FLAT);
        final var remove = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "chip.remove." + filter.path());
        remove.setImage(Icons.CLEAR.image());
        remove.setToolTipText(Messages.TEXTS.get("chip.remove"));
        remove.addListener(SWT.Selection, event -> chip.getDisplay().asyncExec(() -> parts.model().setView(parts.model().view().without(filter.path()))));
    }

    private void describe(final Label label, final Composite chip, final ColumnFilter filter) {
        if (OfferedFilters.isOne(filter.path())) {
            final var offered = parts.offered().get().of(filter.path());
            label.setText(offered.map(found -> FilterText.of(found, filter)).orElseGet(() -> Messages.TEXTS.get("chip.absent")).replace("&", "&&"));
            offered.ifPresent(found -> opens(label, () -> FilterPopup.open(chip, parts, found, below(chip))));
        } else {
            final var column = RecordColumn.of(parts.model().recordType(), filter.path());
            label.setText(new FilterText(parts.format(), parts.lookups().get()).of(column, filter).replace("&", "&&"));
            opens(label, () -> FilterPopup.open(chip, parts, column, below(chip)));
        }
    }

    private static void opens(final Label label, final Runnable popup) {
        label.setCursor(label.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.addListener(SWT.MouseDown, event -> popup.run());
    }

    private static Rectangle below(final Composite chip) {
        return new Rectangle(0, 0, chip.getSize().x, chip.getSize().y);
    }
}
