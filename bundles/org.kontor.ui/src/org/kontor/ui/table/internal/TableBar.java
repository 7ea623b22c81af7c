// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.table.TableFilter;

/** The bar above the rows: which view is shown, the filter that is typed, and what can be done. */
public final class TableBar {

    /** What the bar's own tools ask the table for. */
    public interface Tools {

        /** Choose columns. */
        void columns();

        /** Write a file. */
        void export();

        /** Give the keyboard to the rows. */
        void toRows();
    }

    private static final int TYPING_MILLIS = 200;
    private static final int FILTER_WIDTH = 260;
    private static final int LEAST_FILTER_WIDTH = 90;

    private final TableParts parts;
    private final Tools tools;
    private final Composite control;
    private final Text filter;
    private final ToolBar more;
    private final Optional<ViewMenu> views;
    private final Runnable search = this::search;
    private List<TableFilter> offered = List.of();
    private boolean showing;

    /**
     * @param parent where
     * @param parts  the table
     * @param host   what the table can do beside looking
     * @param tools  what the bar's own tools do
     */
    public TableBar(final Composite parent, final TableParts parts, final RecordTableHost host, final Tools tools) {
        this.parts = parts;
        this.tools = tools;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 5).spacing(8, 0).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        views = host.views().map(saved -> new ViewMenu(viewItem(), parts, saved));
        filter = WidgetKeys.named(new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "table.filter");
        filter.setMessage(Messages.TEXTS.get("bar.filter", Messages.inSentence(parts.model().recordType().pluralLabel())));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(FILTER_WIDTH, SWT.DEFAULT).applyTo(filter);
        filter.addListener(SWT.Modify, event -> typed());
        filter.addListener(SWT.KeyDown, this::keyPressed);
        more = new ToolBar(control, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(more);
        final var space = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, 1).applyTo(space);
        tools(host);
        control.addListener(SWT.Resize, event -> fit());
        show();
    }

    /** In a narrow window the filter gives way, not the tools. */
    private void fit() {
        final var data = (GridData) filter.getLayoutData();
        data.widthHint = FILTER_WIDTH;
        final int missing = control.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - control.getSize().x;
        data.widthHint = Math.max(LEAST_FILTER_WIDTH, FILTER_WIDTH - Math.max(0, missing));
        control.layout();
    }

    private ToolItem viewItem() {
        final var holder = new ToolBar(control, SWT.FLAT | SWT.RIGHT);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), holder);
        holder.setFont(resources.create(FontDescriptor.createFrom(holder.getFont()).setStyle(SWT.BOLD)));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(holder);
        return WidgetKeys.named(new ToolItem(holder, SWT.PUSH), "table.view");
    }

    private void tools(final RecordTableHost host) {
        final var holder = new ToolBar(control, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(holder);
        for (final var action : host.actions()) {
            if (action.places().contains(TableAction.Place.BAR)) {
                tool(holder, "action." + action.id(), action.icon(), action.label(), action.run()).setText(action.label());
            } else if (action.places().contains(TableAction.Place.BAR_ICON)) {
                tool(holder, "action." + action.id(), action.icon(), action.label(), action.run());
            }
        }
        tool(holder, "table.columns", Icons.COLUMNS, Messages.TEXTS.get("bar.columns"), tools::columns);
        if (!host.exporters().isEmpty()) {
            tool(holder, "table.export", Icons.EXPORT, Messages.TEXTS.get("bar.export"), tools::export);
        }
    }

    /** A tool for each filter beside those on columns. */
    private void offer() {
        final var now = parts.offered().get().all();
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        for (final var old : more.getItems()) {
            old.dispose();
        }
        for (final var filter : offered) {
            final var item = WidgetKeys.named(new ToolItem(more, SWT.PUSH), "table.filter." + filter.id());
            item.setImage(Icons.FILTER.image());
            item.setText(filter.label());
            item.setToolTipText(Messages.TEXTS.get("filter.title", filter.label()));
            item.addListener(SWT.Selection, event -> FilterPopup.open(more, parts, filter, item.getBounds()));
        }
        fit();
    }

    private static ToolItem tool(final ToolBar bar, final String key, final Icons icon, final String tip, final Runnable action) {
        final var item = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), key);
        item.setImage(icon.image());
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void typed() {
        if (!showing) {
            control.getDisplay().timerExec(-1, search);
            control.getDisplay().timerExec(TYPING_MILLIS, search);
        }
    }

    private void search() {
        if (!filter.isDisposed()) {
            parts.model().setView(parts.model().view().withSearch(filter.getText().strip()));
        }
    }

    private void keyPressed(final Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> {
                event.doit = false;
                tools.toRows();
            }
            case SWT.CR, SWT.KEYPAD_CR -> {
                control.getDisplay().timerExec(-1, search);
                search();
                tools.toRows();
            }
            case SWT.ESC -> {
                if (filter.getText().isEmpty()) {
                    tools.toRows();
                } else {
                    filter.setText("");
                }
            }
            default -> { }
        }
    }

    /** Gives the keyboard to the filter. */
    public void find() {
        filter.setFocus();
        filter.selectAll();
    }

    /**
     * Begins to filter.
     *
     * @param character what was typed first
     */
    public void type(final char character) {
        filter.setFocus();
        filter.setText(filter.getText().isEmpty() ? String.valueOf(character) : filter.getText() + character);
        filter.setSelection(filter.getText().length());
    }

    /** Takes over what the view says. */
    public void show() {
        offer();
        final var view = parts.model().view();
        if (!filter.getText().strip().equals(view.search()) && !(filter.isFocusControl() && !view.search().isEmpty())) {
            showing = true;
            filter.setText(view.search());
            showing = false;
        }
        views.ifPresent(menu -> {
            menu.show();
            fit();
        });
    }
}
