// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.model.Catalogue;
import org.kontor.store.Commit;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.HelpContext;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.UiThread;

/** The way to every view: one click opens it. Counts the records of each kind, and counts again when they change. */
public final class NavigatorView {

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";
    private static final String SHOW_VIEW_ID = "org.eclipse.ui.views.showView.viewId";
    private static final int COUNT_SPACE = 14;
    /** What the person looks at is read first. */
    private static final int AFTER_OTHERS_MILLIS = 300;
    private static final int SETTLE_MILLIS = 400;

    private final IEclipseContext context;
    private final EPartService parts;
    private final Display display;
    private final Navigation navigation;
    private final Map<String, TableItem> byView = new HashMap<>();
    private final Runnable countAgain = this::count;
    private Optional<Store> store = Optional.empty();
    private Runnable unsubscribe = () -> { };
    private TableColumnLayout layout;
    private Table table;
    private TableColumn counts;

    @Inject
    NavigatorView(final IEclipseContext context, final EPartService parts, final Display display, final IExtensionRegistry registry) {
        this.context = context;
        this.parts = parts;
        this.display = display;
        navigation = Navigation.read(registry);
    }

    @PostConstruct
    void create(final Composite parent) {
        final var holder = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        layout = new TableColumnLayout();
        holder.setLayout(layout);
        HelpContext.of(holder, HelpContext.NAVIGATOR);
        table = WidgetKeys.named(new Table(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "navigator");
        final var labels = new TableColumn(table, SWT.LEFT);
        counts = new TableColumn(table, SWT.RIGHT);
        layout.setColumnData(labels, new ColumnWeightData(100, 60));
        layout.setColumnData(counts, new ColumnPixelData(COUNT_SPACE, false, true));
        final var resources = new LocalResourceManager(JFaceResources.getResources(), table);
        final var bold = resources.create(FontDescriptor.createFrom(table.getFont()).setStyle(SWT.BOLD));
        navigation.groups().forEach(group -> add(group, bold));
        table.addListener(SWT.DefaultSelection, event -> open((TableItem) event.item));
        table.addListener(SWT.MouseUp, this::clicked);
        table.addDisposeListener(gone -> byView.clear());
        table.addListener(SWT.FocusIn, event -> display.asyncExec(this::markShown));
        count();
    }

    private void add(final Navigation.Group group, final Font bold) {
        if (table.getItemCount() > 0) {
            new TableItem(table, SWT.NONE);
        }
        final var head = new TableItem(table, SWT.NONE);
        head.setText(group.label());
        head.setFont(bold);
        for (final var entry : group.entries()) {
            final var item = WidgetKeys.named(new TableItem(table, SWT.NONE), "navigator." + entry.view());
            item.setText(entry.label());
            item.setImage(entry.icon().image());
            item.setData(entry);
            byView.put(entry.view(), item);
        }
    }

    private void clicked(final Event event) {
        final var item = event.button == 1 ? table.getItem(new Point(event.x, event.y)) : null;
        if (item != null) {
            open(item);
        }
    }

    private void open(final TableItem item) {
        if (item.getData() instanceof final Navigation.Entry entry) {
            Commands.run(context, SHOW_VIEW, Map.of(SHOW_VIEW_ID, entry.view()));
        } else {
            markShown();
        }
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        UiThread.run(display, () -> {
            unsubscribe.run();
            store = Optional.ofNullable(opened);
            unsubscribe = opened == null ? () -> { } : opened.subscribe(this::committed);
            count();
        });
    }

    /** Marks the entry of the view that the person works in. */
    @Inject
    void setActivePart(@org.eclipse.e4.core.di.annotations.Optional @Named(IServiceConstants.ACTIVE_PART) final MPart part) {
        if (part != null && byView.containsKey(part.getElementId()) && !table.isDisposed()) {
            table.setSelection(byView.get(part.getElementId()));
        }
    }

    /** A list that gets the keyboard takes its first line; the view that is seen is the better one. */
    private void markShown() {
        if (!table.isDisposed() && (table.getSelectionCount() == 0 || table.getSelection()[0].getData() == null)) {
            parts.getParts().stream().filter(part -> byView.containsKey(part.getElementId()) && parts.isPartVisible(part)).findFirst()
                    .ifPresent(part -> table.setSelection(byView.get(part.getElementId())));
        }
    }

    private void committed(final Commit commit) {
        if (commit.recordTypes().stream().anyMatch(types()::contains)) {
            UiThread.run(display, () -> {
                display.timerExec(-1, countAgain);
                display.timerExec(SETTLE_MILLIS, countAgain);
            });
        }
    }

    private List<String> types() {
        return navigation.groups().stream().flatMap(group -> group.entries().stream()).flatMap(entry -> entry.recordType().stream()).distinct().toList();
    }

    private void count() {
        if (table == null || table.isDisposed()) {
            return;
        }
        if (store.isEmpty()) {
            show(Map.of());
            return;
        }
        final var from = store.get();
        final var types = types();
        Background.of(table, Messages.TEXTS.get("navigator.counting"), progress -> from.read(session -> types.stream()
                .collect(Collectors.toMap(type -> type, type -> session.count(Query.of(Catalogue.standard().type(type).javaType()))))))
                .otherwise(thrown -> store.orElse(null) != from).then(this::show).quiet().start(AFTER_OTHERS_MILLIS);
    }

    private void show(final Map<String, Long> numbers) {
        final var format = NumberFormat.getIntegerInstance();
        int widest = 0;
        final var gc = new GC(table);
        try {
            for (final var item : byView.values()) {
                final var text = ((Navigation.Entry) item.getData()).recordType().map(numbers::get).map(format::format).orElse("");
                item.setText(1, text);
                item.setForeground(1, Colours.TEXT_MUTED.color());
                widest = Math.max(widest, gc.textExtent(text).x);
            }
        } finally {
            gc.dispose();
        }
        layout.setColumnData(counts, new ColumnPixelData(widest + COUNT_SPACE, false, false));
        table.getParent().layout(true, true);
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
