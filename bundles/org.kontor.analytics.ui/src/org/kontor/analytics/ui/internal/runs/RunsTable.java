// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.model.RunPurpose;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;

/** A table of runs: what was run when by whom, and what became of it. */
final class RunsTable {

    private static final List<String> COLUMNS = List.of("method", "started", "state", "changes", "rows", "duration", "provider");
    private static final long SECOND = 1_000;
    private static final Set<String> NUMBERS = Set.of("rows", "duration");

    private final Algorithms algorithms;
    private final Table table;

    /**
     * @param selected called when a person selects runs
     * @param opened   called when a person opens one
     */
    RunsTable(final Composite parent, final Algorithms algorithms, final Runnable selected, final Runnable opened) {
        this.algorithms = algorithms;
        table = WidgetKeys.named(new Table(parent, SWT.MULTI | SWT.FULL_SELECTION), "runs.table");
        table.setHeaderVisible(true);
        COLUMNS.forEach(name -> new TableColumn(table, NUMBERS.contains(name) ? SWT.RIGHT : SWT.LEFT).setText(Messages.text("column." + name)));
        table.addListener(SWT.Selection, event -> selected.run());
        table.addListener(SWT.DefaultSelection, event -> opened.run());
    }

    /** Shows other runs; those that were selected stay so where they are among them. */
    void show(final List<RecordedRun> runs) {
        final var chosen = selected().stream().map(RecordedRun::id).toList();
        final var format = FieldFormat.current();
        final var whole = NumberFormat.getIntegerInstance();
        table.setRedraw(false);
        try {
            table.removeAll();
            for (final var run : runs) {
                final var item = new TableItem(table, SWT.NONE);
                item.setData(run);
                item.setText(new String[] {name(run), format.instant(run.startedAt()), state(run), run.changes().orElse(""), whole.format(run.rows()),
                    duration(run), provider(run)});
                item.setImage(icon(run).image());
                if (chosen.contains(run.id())) {
                    table.select(table.indexOf(item));
                }
            }
            for (final var column : table.getColumns()) {
                column.pack();
            }
        } finally {
            table.setRedraw(true);
        }
    }

    /** {@return the runs that are selected, in the order of the table} */
    List<RecordedRun> selected() {
        return Arrays.stream(table.getSelection()).map(item -> (RecordedRun) item.getData()).toList();
    }

    void setFocus() {
        table.setFocus();
    }

    /** {@return what was done: the method, and what for where it was no analysis} */
    String name(final RecordedRun run) {
        return run.purpose() == RunPurpose.ANALYSIS ? method(run) : Messages.text("purpose." + run.purpose().name().toLowerCase(Locale.ROOT), method(run));
    }

    private String method(final RecordedRun run) {
        return algorithms.find(run.plan().algorithm()).map(method -> method.active().descriptor().name().text()).orElse(run.plan().algorithm());
    }

    private static String state(final RecordedRun run) {
        return Messages.text("state." + run.state().name().toLowerCase(Locale.ROOT));
    }

    private static String duration(final RecordedRun run) {
        return run.milliseconds() < SECOND ? Messages.text("milliseconds", run.milliseconds()) : Messages.text("seconds", run.milliseconds() / (double) SECOND);
    }

    private static Icons icon(final RecordedRun run) {
        return switch (run.state()) {
            case RUNNING -> Icons.REFRESH;
            case CANCELLED -> Icons.CLEAR;
            case FAILED -> Icons.ERROR;
            case SUCCEEDED, DEPLOYED, SUPERSEDED -> Icons.DONE;
        };
    }

    private static String provider(final RecordedRun run) {
        final var words = run.provider().map(bundle -> bundle + ' ' + run.providerVersion().orElse("")).orElse("");
        return run.providerMissing() ? Messages.text("provider.missing", words) : words;
    }
}
