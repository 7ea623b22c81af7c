// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.funnel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.sales.Funnel.Result;
import org.kontor.sales.Funnel.Step;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;

/** The funnel in numbers: a row for each stage, the lost ones at the end. A double click opens the records behind the number. */
final class FunnelNumbers {

    /** Which records of a stage are meant. */
    enum Which {
        /** Those that reached it, now or at some time. */
        REACHED,
        /** Those that are in it now. */
        CURRENT
    }

    private static final int FIRST_CURRENT = 4;
    private static final int LAST_CURRENT = 5;
    private static final List<String> COLUMNS = List.of("stage", "reached", "reachedAmount", "conversion", "current", "currentAmount", "days");
    /** The most that a column grows to beyond its contents, so that numbers stay near their names on a wide screen. */
    private static final int AIR = 28;

    private final Table table;
    private final BiConsumer<Step, Which> open;

    FunnelNumbers(final Composite parent, final BiConsumer<Step, Which> open) {
        this.open = open;
        table = WidgetKeys.named(new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE), "funnel.table");
        table.setHeaderVisible(true);
        for (final var name : COLUMNS) {
            final var column = new TableColumn(table, "stage".equals(name) ? SWT.LEFT : SWT.RIGHT);
            column.setText(Messages.text("column." + name));
        }
        // the platform stretches the last column; numbers shall stay near their stage
        new TableColumn(table, SWT.NONE);
        table.addListener(SWT.MouseDoubleClick, event -> selected().ifPresent(step -> open.accept(step, at(event))));
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                selected().ifPresent(step -> open.accept(step, Which.REACHED));
            }
        });
        final var menu = new Menu(table);
        item(menu, Which.REACHED);
        item(menu, Which.CURRENT);
        table.setMenu(menu);
    }

    private void item(final Menu menu, final Which which) {
        final var item = WidgetKeys.named(new MenuItem(menu, SWT.PUSH), "funnel.show." + which.name());
        item.setText(Messages.text("show." + which.name()));
        item.setImage(Icons.OPPORTUNITY.image());
        item.addListener(SWT.Selection, event -> selected().ifPresent(step -> open.accept(step, which)));
    }

    Table control() {
        return table;
    }

    private Optional<Step> selected() {
        return table.getSelectionCount() == 0 ? Optional.empty() : Optional.of((Step) table.getSelection()[0].getData());
    }

    private Which at(final Event event) {
        for (int column = FIRST_CURRENT; column <= LAST_CURRENT; column++) {
            if (table.getSelection()[0].getBounds(column).contains(new Point(event.x, event.y))) {
                return Which.CURRENT;
            }
        }
        return Which.REACHED;
    }

    void show(final Optional<Result> result) {
        table.setRedraw(false);
        try {
            final int selected = table.getSelectionIndex();
            table.removeAll();
            result.ifPresent(found -> {
                final var steps = new ArrayList<>(found.steps());
                steps.addAll(found.lost());
                final var currency = found.currency().getCurrencyCode();
                steps.forEach(step -> row(step, currency));
            });
            if (selected >= 0 && selected < table.getItemCount()) {
                table.select(selected);
            }
            for (final var column : table.getColumns()) {
                column.pack();
                column.setWidth(column.getWidth() + AIR);
            }
        } finally {
            table.setRedraw(true);
        }
    }

    private void row(final Step step, final String currency) {
        final var whole = NumberFormat.getIntegerInstance();
        final var percent = NumberFormat.getPercentInstance();
        percent.setMaximumFractionDigits(1);
        final var format = FieldFormat.current();
        final var item = new TableItem(table, SWT.NONE);
        item.setData(step);
        item.setText(new String[] {step.stage().title(), whole.format(step.reached()), format.money(step.reachedAmount(), currency),
            step.conversion().isPresent() ? percent.format(step.conversion().getAsDouble()) : "", whole.format(step.current()),
            format.money(step.currentAmount(), currency),
            step.medianDays().isPresent() ? format.number(BigDecimal.valueOf(step.medianDays().getAsDouble()), 0, 1) : ""});
    }
}
