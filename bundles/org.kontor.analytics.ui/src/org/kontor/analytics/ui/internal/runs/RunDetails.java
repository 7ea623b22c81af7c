// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.engine.Comparison;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.ui.internal.Customers;
import org.kontor.core.problem.Problem;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Below the runs: what went into the selected one and why it failed, or what two runs have not in common. */
final class RunDetails {

    private static final int MOST_ROWS = 2_000;

    /**
     * Two runs that were compared.
     *
     * @param run        the later one
     * @param comparison what is different; empty where the later one has no result
     * @param names      what people call a row of the data
     */
    record Compared(RecordedRun run, Optional<Comparison> comparison, UnaryOperator<String> names) {
    }

    private final Text words;
    private final Table moved;
    private final Button customers;
    private List<Comparison.Moved> rows = List.of();

    RunDetails(final Composite parent, final EPartService parts) {
        final var root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(10, 4).applyTo(root);
        words = WidgetKeys.named(Colours.styled(new Text(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), Colours.CSS_SURFACE), "runs.details");
        words.setText(Messages.text("details.hint"));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(words);
        final var side = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(side);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(side);
        moved = WidgetKeys.named(new Table(side, SWT.MULTI | SWT.FULL_SELECTION), "runs.moved");
        moved.setHeaderVisible(true);
        for (final var name : List.of("row", "from", "to")) {
            final var column = new TableColumn(moved, SWT.LEFT);
            column.setText(Messages.text("moved." + name));
            column.pack();
        }
        GridDataFactory.fillDefaults().grab(true, true).applyTo(moved);
        customers = WidgetKeys.named(new Button(side, SWT.PUSH | SWT.FLAT), "runs.moved.show");
        customers.setText(Messages.text("moved.show"));
        customers.setImage(Icons.ACCOUNT.image());
        Availability.set(customers, false);
        customers.addListener(SWT.Selection, event -> Customers.show(parts, chosen(), Messages.text("moved.words"), RunsView.ID));
    }

    private List<String> chosen() {
        final var selected = Arrays.stream(moved.getSelectionIndices()).mapToObj(rows::get).toList();
        return (selected.isEmpty() ? rows : selected).stream().map(Comparison.Moved::id).toList();
    }

    void show(final RecordedRun run) {
        final var lines = new ArrayList<String>();
        run.problem().ifPresent(problem -> lines.add(text(problem)));
        run.warnings().forEach(warning -> lines.add(warning.text()));
        run.metrics().forEach((name, value) -> lines.add(name + " = " + value));
        run.parameters().forEach((name, value) -> lines.add(Messages.text("parameter", name, value)));
        lines.add(Messages.text("fingerprint", run.dataFingerprint(), run.resultFingerprint()));
        show(lines, List.of(), id -> id);
    }

    void show(final Compared compared) {
        final var lines = new ArrayList<String>();
        compared.run().problem().ifPresent(problem -> lines.add(text(problem)));
        compared.comparison().ifPresent(comparison -> comparison.summary().stream().map(Message::text).forEach(lines::add));
        show(lines, compared.comparison().map(Comparison::moved).orElse(List.of()), compared.names());
    }

    private static String text(final Problem problem) {
        return problem.happened() + '\n' + problem.meaning() + '\n' + problem.nextStep();
    }

    private void show(final List<String> lines, final List<Comparison.Moved> found, final UnaryOperator<String> names) {
        words.setText(String.join("\n", lines));
        rows = found;
        moved.setRedraw(false);
        try {
            moved.removeAll();
            for (final var row : found.subList(0, Math.min(found.size(), MOST_ROWS))) {
                new TableItem(moved, SWT.NONE).setText(new String[] {names.apply(row.id()), row.from(), row.to()});
            }
            for (final var column : moved.getColumns()) {
                column.pack();
            }
        } finally {
            moved.setRedraw(true);
        }
        Availability.set(customers, !found.isEmpty());
    }
}
