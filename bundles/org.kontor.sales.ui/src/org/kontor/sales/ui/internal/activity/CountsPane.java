// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.sales.Activities;
import org.kontor.sales.Activities.PersonCounts;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** What each person did in a period, and has to do. */
final class CountsPane {

    /** The periods that are offered. */
    private enum Span {
        WEEK, MONTH, QUARTER, YEAR;

        Period on(final LocalDate today) {
            return switch (this) {
                case WEEK -> {
                    final var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    yield new Period(monday, monday.plusWeeks(1));
                }
                case MONTH -> Period.month(YearMonth.from(today));
                case QUARTER -> Period.quarterOf(today);
                case YEAR -> new Period(today.withDayOfYear(1), today.withDayOfYear(1).plusYears(1));
            };
        }
    }

    private static final List<String> COLUMNS = List.of("person", "calls", "meetings", "tasks", "opportunities", "open", "overdue");
    private static final int OVERDUE = 6;
    private static final int AIR = 24;

    private final Activities service;
    private final Clock clock;
    private final Composite area;
    private final Combo span;
    private final Table table;
    private Optional<Store> store = Optional.empty();
    private Optional<Job> reading = Optional.empty();

    CountsPane(final Composite parent, final Activities service, final Clock clock) {
        this.service = service;
        this.clock = clock;
        area = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        final var bar = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(10, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        final var heading = new Label(bar, SWT.NONE);
        heading.setText(Messages.text("counts"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(heading);
        span = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "counts.period");
        span.setItems(Arrays.stream(Span.values()).map(value -> Messages.text("span." + value.name())).toArray(String[]::new));
        span.select(Span.MONTH.ordinal());
        span.addListener(SWT.Selection, event -> read(store));
        table = WidgetKeys.named(new Table(area, SWT.FULL_SELECTION | SWT.SINGLE), "counts.table");
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        for (final var name : COLUMNS) {
            new TableColumn(table, "person".equals(name) ? SWT.LEFT : SWT.RIGHT).setText(Messages.text("counts." + name));
        }
        // the platform stretches the last column; numbers shall stay near the person
        new TableColumn(table, SWT.NONE);
        fit();
    }

    private void fit() {
        for (final var column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + AIR);
        }
    }

    Composite control() {
        return area;
    }

    void read(final Optional<Store> from) {
        store = from;
        if (area.isDisposed()) {
            return;
        }
        reading.ifPresent(Job::cancel);
        if (from.isEmpty()) {
            table.removeAll();
            return;
        }
        final var today = LocalDate.now(clock);
        final var period = Span.values()[span.getSelectionIndex()].on(today);
        reading = Optional.of(Background.of(area, Messages.text("counts.job"), progress -> service.counts(from.get(), period, clock.getZone(), today))
                .then(this::show).otherwise(thrown -> store.orElse(null) != from.get()).quiet().start());
    }

    private void show(final List<PersonCounts> counts) {
        final var whole = NumberFormat.getIntegerInstance();
        table.setRedraw(false);
        try {
            final int top = table.getTopIndex();
            table.removeAll();
            for (final var count : counts) {
                final var item = new TableItem(table, SWT.NONE);
                item.setData(count);
                item.setImage(Icons.USER.image());
                item.setText(0, count.person().map(RecordLink::title).orElseGet(() -> Messages.text("counts.nobody")));
                final var numbers = LongStream.of(count.calls(), count.meetings(), count.tasks(), count.opportunities(), count.open(), count.overdue()).toArray();
                for (int index = 0; index < numbers.length; index++) {
                    item.setText(index + 1, whole.format(numbers[index]));
                }
                if (count.overdue() > 0) {
                    item.setForeground(OVERDUE, Colours.ERROR.color());
                }
            }
            fit();
            table.setTopIndex(top);
        } finally {
            table.setRedraw(true);
        }
    }
}
