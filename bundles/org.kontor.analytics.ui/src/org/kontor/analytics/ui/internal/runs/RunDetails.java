// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.engine.Comparison;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.ui.internal.Customers;
import org.kontor.analytics.ui.internal.Settings;
import org.kontor.analytics.ui.internal.result.Formats;
import org.kontor.core.problem.Problem;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Below the runs: what went into the selected one and why it failed, or what two runs have not in common. */
final class RunDetails {

    private static final int MOST_ROWS = 2_000;
    private static final int LONGEST = 100;

    /**
     * Two runs that were compared.
     *
     * @param run        the later one
     * @param comparison what is different; empty where the later one has no result
     * @param names      what people call a row of the data
     */
    record Compared(RecordedRun run, Optional<Comparison> comparison, UnaryOperator<String> names) {
    }

    private final Composite root;
    private final Text words;
    private final Composite side;
    private final Table moved;
    private final Button customers;
    private List<Comparison.Moved> rows = List.of();
    private Optional<RecordedRun> shown = Optional.empty();

    RunDetails(final Composite parent, final EPartService parts) {
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(4, 6).spacing(10, 4).equalWidth(true).applyTo(root);
        words = WidgetKeys.named(Colours.styled(new Text(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), Colours.CSS_SURFACE), "runs.details");
        words.setText(Messages.text("details.hint"));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(words);
        side = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
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
        showMoved(false);
        customers.addListener(SWT.Selection, event -> Customers.show(parts, chosen(), Messages.text("moved.words"), RunsView.ID));
    }

    private List<String> chosen() {
        final var selected = Arrays.stream(moved.getSelectionIndices()).mapToObj(rows::get).toList();
        return (selected.isEmpty() ? rows : selected).stream().map(Comparison.Moved::id).toList();
    }

    /** What went into a run and why it failed; its figures follow, see {@link #show(ResultView.Opened, Optional)}. */
    void show(final RecordedRun run, final Optional<AlgorithmDescriptor> method) {
        shown = Optional.of(run);
        show(run, run.warnings().stream().map(Message::text).toList(), List.of(), method);
    }

    /** What came out of the run that is shown, in the words of people, once it was read; of another run, nothing. */
    void show(final ResultView.Opened opened, final Optional<AlgorithmDescriptor> method) {
        if (shown.equals(Optional.of(opened.run()))) {
            show(opened.run(), opened.shown().notes(), opened.shown().result().metrics(), method);
        }
    }

    private void show(final RecordedRun run, final List<String> notes, final List<Metric> metrics, final Optional<AlgorithmDescriptor> method) {
        final var sections = new ArrayList<String>();
        run.problem().ifPresent(problem -> sections.add(text(problem)));
        sections.add(String.join("\n", notes));
        sections.add(section("figures", metrics.stream().map(metric -> Messages.text("line", metric.title().text(), Formats.text(metric)))));
        sections.add(section("settings", run.parameters().entrySet().stream().map(setting -> Messages.text("line", Settings.label(method, setting.getKey()),
                shortly(Settings.value(method, setting.getKey(), setting.getValue()))))));
        if (run.succeeded()) {
            sections.add(Messages.text("fingerprint", run.dataFingerprint(), run.resultFingerprint()));
        }
        show(sections.stream().filter(section -> !section.isBlank()).collect(Collectors.joining("\n\n")), List.of(), id -> id);
        showMoved(false);
    }

    /** Tables of settings are long; the page of the settings shows all of them. */
    private static String shortly(final String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + '…' : value;
    }

    private static String section(final String key, final Stream<String> lines) {
        final var all = lines.collect(Collectors.joining("\n"));
        return all.isEmpty() ? "" : Messages.text("details." + key) + '\n' + all;
    }

    /** Rows that moved are there when runs are compared, and take no room else. */
    private void showMoved(final boolean visible) {
        ((GridLayout) root.getLayout()).numColumns = visible ? 2 : 1;
        side.setVisible(visible);
        GridDataFactory.fillDefaults().grab(true, true).exclude(!visible).applyTo(side);
        root.layout(true, true);
    }

    void show(final Compared compared) {
        shown = Optional.empty();
        final var lines = new ArrayList<String>();
        compared.run().problem().ifPresent(problem -> lines.add(text(problem)));
        compared.comparison().ifPresent(comparison -> comparison.summary().stream().map(Message::text).forEach(lines::add));
        final var moves = compared.comparison().map(Comparison::moved).orElse(List.of());
        show(String.join("\n", lines), moves, compared.names());
        showMoved(!moves.isEmpty());
    }

    private static String text(final Problem problem) {
        return problem.happened() + '\n' + problem.meaning() + '\n' + problem.nextStep();
    }

    private void show(final String text, final List<Comparison.Moved> found, final UnaryOperator<String> names) {
        words.setText(text);
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
