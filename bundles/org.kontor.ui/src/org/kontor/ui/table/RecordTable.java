// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.nio.file.Path;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.RecordType;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.internal.ColumnsDialog;
import org.kontor.ui.table.internal.EmptyPane;
import org.kontor.ui.table.internal.FilterChips;
import org.kontor.ui.table.internal.GridActions;
import org.kontor.ui.table.internal.ReadJobs;
import org.kontor.ui.table.internal.RecordGrid;
import org.kontor.ui.table.internal.RowMenu;
import org.kontor.ui.table.internal.TableBar;
import org.kontor.ui.table.internal.TableFoot;
import org.kontor.ui.table.internal.TableOutput;
import org.kontor.ui.table.internal.TableParts;

/**
 * A table of records: a bar with views, filter and actions, the rows, and a foot that counts. Whatever the number of records, only those
 * around the screen are in memory, and nothing waits for the store.
 * <p>
 * Keys: arrows, Page, Home and End move (Shift extends the selection, Ctrl moves without selecting, Space selects); Enter opens; typing or
 * Ctrl+F filters; F3 sorts by the column of the cursor and F4 filters it; Ctrl+C copies; Ctrl+A selects all.
 *
 * @since 0.1
 */
public final class RecordTable {

    private final RecordTableModel model;
    private final Composite control;
    private final Composite stack;
    private final TableBar bar;
    private final FilterChips chips;
    private final RecordGrid grid;
    private final EmptyPane empty;
    private final TableFoot foot;
    private final TableOutput output;

    /**
     * The model of a table that is going to live in some widget: reads in jobs, belongs to the user-interface thread, and hears nothing more
     * once the widget is gone.
     *
     * @param owner the widget
     * @param type  the record type
     * @param view  what is shown first
     * @return a model without a store
     */
    public static RecordTableModel modelFor(final Control owner, final RecordType<?> type, final ListView view) {
        final var display = owner.getDisplay();
        return new RecordTableModel(type, view, new ReadJobs(Messages.TEXTS.get("host.reading", Messages.inSentence(type.pluralLabel()))), work -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!owner.isDisposed()) {
                        work.run();
                    }
                });
            }
        });
    }

    /**
     * Makes the widgets. The model is closed with them.
     *
     * @param parent where
     * @param model  what is shown
     * @param host   what is called when a person wants more than to look
     */
    public RecordTable(final Composite parent, final RecordTableModel model, final RecordTableHost host) {
        this.model = model;
        final var parts = new TableParts(model, model.rows(), model.selection(), model.format(), model::lookups, model::offered);
        control = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), "table");
        HelpContext.of(control, HelpContext.TABLES);
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        output = new TableOutput(control, parts, host);
        bar = new TableBar(control, parts, host, new TableBar.Tools() {
            @Override
            public void columns() {
                ColumnsDialog.open(control.getShell(), model);
            }

            @Override
            public void export() {
                output.askAndExport(RecordTable.this::exported);
            }

            @Override
            public void toRows() {
                setFocus();
            }
        });
        chips = new FilterChips(control, parts);
        stack = new Composite(control, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        grid = new RecordGrid(stack, parts, new Actions(host), this::screenChanged);
        empty = new EmptyPane(stack, parts, host);
        foot = new TableFoot(control, parts, grid);
        RowMenu.attach(grid, parts, host, output);
        model.listen(new Changes());
        control.addDisposeListener(gone -> model.close());
        showState();
    }

    /** @return the widget, for its layout data */
    public Control control() {
        return control;
    }

    /** @return what is shown */
    public RecordTableModel model() {
        return model;
    }

    /** Gives the keyboard to the rows, or to what stands there instead. */
    public void setFocus() {
        if (isGridShown()) {
            grid.control().setFocus();
        } else {
            empty.setFocus();
        }
    }

    /** Gives the keyboard to the filter. */
    public void find() {
        bar.find();
    }

    /** Copies the selected rows, or the cell of the cursor where no more than one row is selected; within the filter, its text. */
    public void copy() {
        if (control.getDisplay().getFocusControl() instanceof final Text text) {
            text.copy();
        } else {
            output.copy(grid);
        }
    }

    /** Selects all records of the view; within the filter, its text. */
    public void selectAll() {
        if (control.getDisplay().getFocusControl() instanceof final Text text) {
            text.selectAll();
        } else {
            model.selection().all();
        }
    }

    /** @return whether the keyboard is at the rows */
    public boolean isAtRows() {
        return grid.control().isFocusControl();
    }

    /**
     * Writes all records of the view, as they are shown, into a file.
     *
     * @param exporter the format
     * @param file     the file
     * @return the job that does it
     */
    public Job export(final RowExporter exporter, final Path file) {
        return output.export(exporter, file, this::exported);
    }

    private void exported(final Path file) {
        foot.say(Messages.TEXTS.get("exported", file.getFileName()));
    }

    private void screenChanged() {
        foot.show();
    }

    private boolean isGridShown() {
        return ((StackLayout) stack.getLayout()).topControl == grid.control();
    }

    private void showState() {
        final boolean rows = model.rowCount() > 0 || model.state() == RecordTableModel.State.LOADING;
        final var top = rows && model.state() != RecordTableModel.State.FAILED ? grid.control() : empty.control();
        final var layout = (StackLayout) stack.getLayout();
        if (top == empty.control()) {
            empty.show();
        }
        if (layout.topControl != top) {
            final boolean focused = layout.topControl != null && layout.topControl.isFocusControl();
            layout.topControl = top;
            stack.layout();
            if (focused) {
                setFocus();
            }
        }
        foot.show();
    }

    private final class Changes implements RecordTableModel.Listener {
        @Override
        public void rowsChanged() {
            if (!control.isDisposed()) {
                grid.showRows();
                showState();
            }
        }

        @Override
        public void viewChanged() {
            if (!control.isDisposed()) {
                grid.showView();
                bar.show();
                chips.show();
                showState();
            }
        }

        @Override
        public void selectionChanged() {
            if (!control.isDisposed()) {
                grid.control().redraw();
                foot.showSelection();
            }
        }

        @Override
        public void moved(final int by) {
            if (!control.isDisposed()) {
                grid.moved(by);
            }
        }
    }

    private final class Actions implements GridActions {

        private final RecordTableHost host;

        Actions(final RecordTableHost host) {
            this.host = host;
        }

        @Override
        public void open(final RecordRef record) {
            host.open(record);
        }

        @Override
        public void type(final char character) {
            bar.type(character);
        }

        @Override
        public void find() {
            bar.find();
        }

        @Override
        public void copy() {
            output.copy(grid);
        }

        @Override
        public void delete() {
            host.delete();
        }
    }
}
