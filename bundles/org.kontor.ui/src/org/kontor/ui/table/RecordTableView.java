// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.table.internal.TableHandler;
import org.kontor.ui.work.UiThread;

/**
 * A table as a view of the workbench: reads from the store as soon as there is one, hands the selection to the selection service as a list of
 * {@link RecordRef}, takes part in the workbench's commands for copying, finding, deleting and selecting all, and remembers views and
 * columns. A view has one injected and asks it to make the widgets:
 *
 * <pre>
 * public final class LeadsView {
 *     &#64;Inject
 *     private RecordTableView table;
 *
 *     &#64;PostConstruct
 *     void create(final Composite parent) {
 *         table.create(parent, Lead.class);
 *     }
 *
 *     &#64;Focus
 *     void focus() {
 *         table.setFocus();
 *     }
 * }
 * </pre>
 *
 * @since 0.1
 */
@Creatable
public final class RecordTableView {

    /** The command that loads the demo company, where the product has one; offered where there are no records. */
    public static final String LOAD_DEMO = "org.kontor.app.loadDemo";

    private static final int REMEMBER_MILLIS = 600;

    private final IEclipseContext context;
    private final ESelectionService selections;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final Display display;
    private final List<TableAction> more = new ArrayList<>();
    private final List<ListView> moreViews = new ArrayList<>();
    private List<RowExporter> exporters = List.of();
    private List<TableFilter> filters = List.of();
    private NarrowStrip strip;
    private Store store;
    private Optional<RecordTable> table = Optional.empty();

    /**
     * @param context    the view's context
     * @param selections takes the selection
     * @param commands   knows the workbench's commands
     * @param handlers   takes what the view does on commands
     * @param display    the display
     */
    @Inject
    public RecordTableView(final IEclipseContext context, final ESelectionService selections, final ECommandService commands,
            final EHandlerService handlers, final Display display) {
        this.context = context;
        this.selections = selections;
        this.commands = commands;
        this.handlers = handlers;
        this.display = display;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        UiThread.run(display, () -> {
            store = opened;
            table.map(RecordTable::model).ifPresent(model -> model.setStore(opened));
        });
    }

    @Inject
    void setExporters(@Service final List<RowExporter> found) {
        exporters = List.copyOf(found);
    }

    @Inject
    void setFilters(@Service final List<TableFilter> found) {
        final var offered = List.copyOf(found);
        UiThread.run(display, () -> {
            filters = offered;
            table.map(RecordTable::model).ifPresent(model -> model.offer(offered));
        });
    }

    /**
     * Adds actions to those that every table has; before {@link #create}.
     *
     * @param actions what can be done
     * @return this
     */
    public RecordTableView with(final TableAction... actions) {
        more.addAll(List.of(actions));
        return this;
    }

    /**
     * Adds views to those that every table has; before {@link #create}.
     *
     * @param views what can be shown, such as open opportunities
     * @return this
     */
    public RecordTableView withViews(final ListView... views) {
        moreViews.addAll(List.of(views));
        return this;
    }

    /**
     * Makes the widgets.
     *
     * @param parent where
     * @param type   what records are shown
     */
    public void create(final Composite parent, final Class<? extends StoredRecord> type) {
        final RecordType<?> recordType = Catalogue.standard().type(type);
        final var standard = new ArrayList<>(DefaultViews.of(recordType));
        standard.addAll(moreViews);
        final var views = new ListViews(InstanceScope.INSTANCE.getNode("org.kontor.ui"), recordType.name(), standard);
        final var root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        strip = new NarrowStrip(root, recordType.pluralLabel(), this::showAll);
        final var rows = new Composite(root, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        final var model = RecordTable.modelFor(parent, recordType, views.last());
        final var made = new RecordTable(rows, model, new Host(recordType, views));
        context.set(RecordTableView.class, this);
        table = Optional.of(made);
        model.listen(new RecordTableModel.Listener() {
            @Override
            public void selectionChanged() {
                model.selected(RecordTableModel.mostSelected(), selections::setSelection);
            }

            @Override
            public void viewChanged() {
                display.timerExec(REMEMBER_MILLIS, () -> {
                    if (!made.control().isDisposed()) {
                        views.rememberLast(model.view());
                    }
                });
            }
        });
        handle("org.eclipse.ui.edit.copy", new TableHandler(made::copy, () -> true));
        handle("org.eclipse.ui.edit.selectAll", new TableHandler(made::selectAll, () -> true));
        handle("org.eclipse.ui.edit.findReplace", new TableHandler(made::find, () -> true));
        handle("org.eclipse.ui.edit.delete", new TableHandler(this::delete, made::isAtRows));
        handle("org.eclipse.ui.file.refresh", new TableHandler(model::reload, () -> true));
        model.offer(filters);
        if (store != null) {
            model.setStore(store);
        }
    }

    private void handle(final String command, final Object handler) {
        handlers.activateHandler(command, handler);
    }

    private void delete() {
        Commands.run(context, Commands.DELETE_RECORD, Map.of());
    }

    /** Gives the keyboard to the rows. */
    public void setFocus() {
        table.ifPresent(RecordTable::setFocus);
    }

    /** @return the table; empty before {@link #create} */
    public Optional<RecordTable> table() {
        return table;
    }

    /**
     * Shows certain records, for example those behind a column of a chart.
     *
     * @param view what to show
     */
    public void show(final ListView view) {
        table.map(RecordTable::model).ifPresent(model -> model.setView(view));
    }

    /**
     * Some of the records, which a person came to from elsewhere.
     *
     * @param words  which ones they are, in the person's language
     * @param filter which ones they are
     * @param icon   of where they were counted or made
     * @param origin the way back there; empty where there is none
     */
    public record Extract(String words, Filter filter, Icons icon, Optional<Origin> origin) {
    }

    /**
     * Where a person came from.
     *
     * @param label what going back is called
     * @param show  goes back
     */
    public record Origin(String label, Runnable show) {
    }

    /**
     * Shows some records only, under a strip that says so, until the person wants to see all of them again.
     *
     * @param extract what to show
     */
    public void narrow(final Extract extract) {
        table.map(RecordTable::model).ifPresent(model -> {
            model.setView(DefaultViews.all(model.recordType()));
            model.setBase(Optional.of(extract.filter()));
            strip.show(extract);
            setFocus();
        });
    }

    /** Shows all records again, without the strip of {@link #narrow}. */
    public void widen() {
        if (strip != null) {
            strip.hide();
        }
        table.map(RecordTable::model).ifPresent(model -> model.setBase(Optional.empty()));
    }

    private void showAll() {
        table.map(RecordTable::model).ifPresent(model -> {
            model.setBase(Optional.empty());
            setFocus();
        });
    }

    private final class Host implements RecordTableHost {

        private final ListViews views;
        private final List<TableAction> actions = new ArrayList<>();

        Host(final RecordType<?> type, final ListViews views) {
            this.views = views;
            final var typeName = type.name();
            actions.add(new TableAction("new", Messages.TEXTS.get("host.new", Messages.inSentence(type.label())), Icons.NEW,
                    Set.of(TableAction.Place.BAR, TableAction.Place.EMPTY), () -> Commands.run(context, Commands.NEW_RECORD, Map.of(Commands.NEW_RECORD_TYPE, typeName))));
            actions.addAll(more);
            actions.add(new TableAction("delete", Messages.TEXTS.get("host.delete"), Icons.DELETE, Set.of(TableAction.Place.ROWS), RecordTableView.this::delete));
            offer("import", Commands.IMPORT_RECORDS, Icons.IMPORT, Set.of(TableAction.Place.BAR_ICON, TableAction.Place.EMPTY),
                    Map.of(Commands.IMPORT_RECORDS_TYPE, typeName));
            offer("demo", LOAD_DEMO, Icons.HOME, Set.of(TableAction.Place.EMPTY), Map.of());
        }

        private void offer(final String id, final String command, final Icons icon, final Set<TableAction.Place> places,
                final Map<String, String> parameters) {
            if (commands.getCommand(command) != null && commands.getCommand(command).isDefined()) {
                actions.add(new TableAction(id, Messages.TEXTS.get("host." + id), icon, places, () -> Commands.run(context, command, parameters)));
            }
        }

        @Override
        public void open(final RecordRef record) {
            Commands.open(context, record);
        }

        @Override
        public void delete() {
            RecordTableView.this.delete();
        }

        @Override
        public List<TableAction> actions() {
            return actions;
        }

        @Override
        public List<RowExporter> exporters() {
            return exporters;
        }

        @Override
        public Optional<ListViews> views() {
            return Optional.of(views);
        }
    }
}
