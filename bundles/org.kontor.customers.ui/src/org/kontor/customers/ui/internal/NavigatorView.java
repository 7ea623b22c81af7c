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
import org.eclipse.e4.ui.di.UIEventTopic;
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
    private static final int COUNT_MARGIN = 6;
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
    private Table table;
    private LocalResourceManager fonts;

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
        final var layout = new TableColumnLayout();
        holder.setLayout(layout);
        HelpContext.of(holder, HelpContext.NAVIGATOR);
        table = WidgetKeys.named(new Table(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "navigator");
        layout.setColumnData(new TableColumn(table, SWT.LEFT), new ColumnWeightData(100, 60));
        // a label has all the width; its count is painted where it leaves room, and is told to whom the screen is read
        layout.setColumnData(new TableColumn(table, SWT.RIGHT), new ColumnPixelData(0, false, false));
        table.addListener(SWT.PaintItem, this::paintCount);
        fonts = new LocalResourceManager(JFaceResources.getResources(), table);
        navigation.groups().forEach(this::add);
        markHeads();
        table.addListener(SWT.DefaultSelection, event -> open((TableItem) event.item));
        table.addListener(SWT.MouseUp, this::clicked);
        table.addDisposeListener(gone -> byView.clear());
        table.addListener(SWT.FocusIn, event -> display.asyncExec(this::markShown));
        count();
    }

    private void add(final Navigation.Group group) {
        if (table.getItemCount() > 0) {
            new TableItem(table, SWT.NONE);
        }
        final var head = new TableItem(table, SWT.NONE);
        head.setText(group.label());
        for (final var entry : group.entries()) {
            final var item = WidgetKeys.named(new TableItem(table, SWT.NONE), "navigator." + entry.view());
            item.setText(entry.label());
            item.setImage(entry.icon().image());
            item.setData(entry);
            byView.put(entry.view(), item);
        }
    }

    /** A theme gives the table a font of its own, which the items take over. */
    private void markHeads() {
        final var bold = fonts.create(FontDescriptor.createFrom(table.getFont()).setStyle(SWT.BOLD));
        for (final var item : table.getItems()) {
            if (item.getData() == null) {
                item.setFont((Font) null);
                item.setFont(bold);
            }
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(Colours.THEME_CHANGED) final org.osgi.service.event.Event event) {
        // the styles of the theme come after the event
        display.asyncExec(() -> {
            if (table != null && !table.isDisposed()) {
                markHeads();
            }
        });
    }

    private void paintCount(final Event event) {
        final var item = (TableItem) event.item;
        final var text = item.getText(1);
        final var gc = event.gc;
        final var size = gc.textExtent(text);
        final int left = table.getClientArea().width - size.x - COUNT_MARGIN;
        final var label = item.getTextBounds(0).x + gc.textExtent(item.getText()).x;
        if (event.index == 0 && !text.isEmpty() && left >= label + COUNT_MARGIN) {
            gc.setForeground((event.detail & SWT.SELECTED) != 0 ? display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT) : Colours.TEXT_MUTED.color());
            gc.drawText(text, left, event.y + (event.height - size.y) / 2, true);
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
            table.deselectAll();
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
        for (final var item : byView.values()) {
            item.setText(1, ((Navigation.Entry) item.getData()).recordType().map(numbers::get).map(format::format).orElse(""));
        }
        table.redraw();
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
