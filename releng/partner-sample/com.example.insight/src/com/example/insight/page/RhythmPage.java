// SPDX-License-Identifier: EPL-2.0

package com.example.insight.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.example.insight.rhythm.Rhythm;
import com.example.insight.rhythm.Rhythm.Status;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.model.Order;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;

/** How often an account buys, when it should buy next, and the purchases that tell so. */
public final class RhythmPage implements RecordPage {

    private Composite page;
    private Label status;
    private Label sentence;
    private Table table;

    @Override
    public Control create(final Composite parent, final RecordEditing editing) {
        page = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(8, 8).applyTo(page);
        status = WidgetKeys.named(new Label(page, SWT.NONE), "insight.status");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
        sentence = WidgetKeys.named(Colours.styled(new Label(page, SWT.WRAP), Colours.CSS_SURFACE), "insight.sentence");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(sentence);
        table = WidgetKeys.named(new Table(page, SWT.FULL_SELECTION | SWT.BORDER), "insight.purchases");
        table.setHeaderVisible(true);
        new TableColumn(table, SWT.NONE).setText(Messages.text("page.day"));
        new TableColumn(table, SWT.RIGHT).setText(Messages.text("page.gap"));
        new TableColumn(table, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        Commits.listen(page, editing.store(), Set.of("Order"), commit -> read(editing));
        read(editing);
        return page;
    }

    private void read(final RecordEditing editing) {
        Background.of(page, Messages.text("page.job"), progress -> days(editing.store(), editing.ref().id())).then(this::show).quiet().start();
    }

    /** The days of orders that are neither drafts nor cancelled, as the analysis source “orders” counts them. */
    private static List<Integer> days(final Store store, final UUID account) {
        final var sold = Query.of(Order.class).where(Filter.equal("account", account)).where(Filter.equal("status.initial", false))
                .where(new Filter.Or(List.of(Filter.equal("status.closed", false), Filter.equal("status.successful", true))));
        final var days = new ArrayList<Integer>();
        store.read(session -> {
            session.each(sold, List.of("orderDate"), row -> days.add((int) ((LocalDate) row[0]).toEpochDay()));
            return days.size();
        });
        return days.stream().sorted().distinct().toList();
    }

    private void show(final List<Integer> days) {
        final var format = FieldFormat.current();
        final int today = (int) LocalDate.now().toEpochDay();
        table.removeAll();
        for (int i = days.size() - 1; i >= 0; i--) {
            new TableItem(table, SWT.NONE).setText(new String[] {format.date(LocalDate.ofEpochDay(days.get(i))),
                i == 0 ? "" : format.number(BigDecimal.valueOf(days.get(i) - days.get(i - 1)), 0, 0)});
        }
        if (days.isEmpty()) {
            show(Status.TOO_FEW, Messages.text("page.none"));
        } else {
            final var rhythm = Rhythm.of(days.stream().mapToInt(Integer::intValue).toArray());
            final var where = rhythm.status(today, Rhythm.Limits.USUAL);
            show(where, where == Status.TOO_FEW ? Messages.text("page.few", rhythm.purchases())
                    : Messages.text("page.sentence", format.number(BigDecimal.valueOf(rhythm.interval()), 0, 1), today - rhythm.last(),
                            format.date(LocalDate.ofEpochDay(rhythm.expected()))));
        }
        for (final var column : table.getColumns()) {
            column.pack();
        }
        page.layout(true, true);
    }

    private void show(final Status where, final String words) {
        status.setText(Messages.text("page.status." + where.key()));
        Colours.styled(status, switch (where) {
            case ON_TIME -> Colours.CSS_SUCCESS;
            case DUE, OVERDUE -> Colours.CSS_WARNING;
            case LOST -> Colours.CSS_ERROR;
            case TOO_FEW -> Colours.CSS_MUTED;
        });
        sentence.setText(words);
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
