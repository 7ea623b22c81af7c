// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.model.Catalogue;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.FittingText;
import org.kontor.ui.HelpContext;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.timeline.TimelineItem;
import org.kontor.ui.work.Background;

/** The timeline view: what happened around the record that is selected in any part. */
public final class TimelineView {

    private static final int LIMIT = 300;
    private static final int PAUSE_MILLIS = 150;
    private static final int[] WIDTHS = {130, 280, 340, 120};

    private record Reading(String title, List<TimelineItem> items) {
    }

    private final IEclipseContext context;
    private final FieldFormat format = FieldFormat.current();
    private Store store;
    private RecordRef shown;
    private Label heading;
    private Table table;
    private Job reading;
    private boolean narrow;
    private Runnable end = () -> { };

    @Inject
    TimelineView(final IEclipseContext context) {
        this.context = context;
    }

    @PostConstruct
    void create(final Composite parent) {
        final var area = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.HISTORY);
        GridLayoutFactory.fillDefaults().spacing(0, 4).extendedMargins(0, 0, 6, 0).applyTo(area);
        heading = WidgetKeys.named(Colours.styled(new Label(area, SWT.NONE), Colours.CSS_MUTED), "timeline.heading");
        GridDataFactory.fillDefaults().grab(true, false).indent(10, 0).hint(60, SWT.DEFAULT).applyTo(heading);
        FittingText.cut(heading, Messages.TEXTS.get("timeline.none"));
        table = WidgetKeys.named(new Table(area, SWT.FULL_SELECTION | SWT.SINGLE), "timeline.table");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setHeaderVisible(true);
        final var names = List.of("when", "what", "text", "who");
        for (int column = 0; column < names.size(); column++) {
            final var header = new TableColumn(table, SWT.NONE);
            header.setText(Messages.TEXTS.get("timeline." + names.get(column)));
            header.setWidth(WIDTHS[column]);
        }
        table.addListener(SWT.Resize, event -> fit());
        table.addListener(SWT.MouseMove, event -> tell(table.getItem(new Point(event.x, event.y))));
        table.addListener(SWT.DefaultSelection,
                event -> ((TimelineItem) event.item.getData()).opens().ifPresent(ref -> Commands.open(context, ref)));
        read();
    }

    /** Beside the work there is little room: the time and what happened matter most, and stand in two columns. */
    private void fit() {
        final int room = table.getClientArea().width - WIDTHS[0];
        final boolean wide = room >= WIDTHS[1] + WIDTHS[3];
        final int what = wide ? Math.min(WIDTHS[1], room / 3) : room;
        table.getColumn(1).setWidth(what);
        table.getColumn(2).setWidth(wide ? room - what - WIDTHS[3] : 0);
        table.getColumn(3).setWidth(wide ? WIDTHS[3] : 0);
        if (wide == narrow) {
            narrow = !wide;
            Arrays.stream(table.getItems()).forEach(row -> row.setText(1, what((TimelineItem) row.getData())));
        }
    }

    private String what(final TimelineItem item) {
        return narrow && !item.text().isBlank() ? Messages.TEXTS.get("timeline.both", item.title(), line(item)) : item.title();
    }

    private static String line(final TimelineItem item) {
        return item.text().replaceAll("\\s+", " ");
    }

    private void tell(final TableItem item) {
        final var tip = item == null ? null : Stream.of(item.getText(0), ((TimelineItem) item.getData()).title(), item.getText(2), item.getText(3))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    @Inject
    void setStore(@Optional final Store opened) {
        end.run();
        end = () -> { };
        store = opened;
        if (opened != null) {
            end = opened.subscribe(commit -> {
                final var now = table;
                if (now != null && !now.isDisposed()) {
                    now.getDisplay().asyncExec(this::read);
                }
            });
            read();
        }
    }

    @Inject
    void setSelection(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        final var records = RecordRef.selected(selection);
        if (records.size() == 1 && !records.getFirst().equals(shown)) {
            shown = records.getFirst();
            read();
        }
    }

    private void read() {
        if (table == null || table.isDisposed() || store == null || shown == null) {
            return;
        }
        if (reading != null) {
            reading.cancel();
        }
        final var open = store;
        final var record = shown;
        final var source = context.get(TimelineReading.class);
        reading = Background.of(table, Messages.TEXTS.get("timeline.reading"), progress -> {
            final var type = Catalogue.standard().type(record.recordType());
            final var title = open.read(session -> session.find(type.javaType(), record.id()).map(type::title)).orElse("");
            return new Reading(type.label() + "  " + title, source.read(open, record, LIMIT));
        }).then(this::show).quiet().start(PAUSE_MILLIS);
    }

    private void show(final Reading found) {
        FittingText.cut(heading, found.title());
        table.setRedraw(false);
        try {
            table.removeAll();
            for (final var item : found.items()) {
                final var row = new TableItem(table, SWT.NONE);
                row.setData(item);
                final var when = item.wholeDay() ? format.date(LocalDate.ofInstant(item.at(), ZoneId.systemDefault()))
                        : format.instant(item.at());
                row.setText(new String[] {when, what(item), line(item), item.who()});
                row.setImage(1, item.icon().image());
            }
        } finally {
            table.setRedraw(true);
        }
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    @PreDestroy
    void close() {
        end.run();
    }
}
