// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.exchange.ImportReport;
import org.kontor.exchange.RowProblem;
import org.kontor.ui.Availability;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Each problem of each row; a value can be put right on the spot, a row can be left out. */
final class ProblemsTable {

    /** What a person does about problems. */
    interface Repairs {

        /** Reads something else in one cell. */
        void fix(RowProblem problem, String value);

        /** Leaves rows out. */
        void skip(List<RowProblem> problems);

        /** Takes back what was put right and left out. */
        void reset();

        /** Writes the list into a file. */
        void export(List<RowProblem> problems, Path file);
    }

    private static final int[] CHARACTERS = {10, 20, 26, 46, 22};
    private static final int LONGEST = 200;

    private final Composite control;
    private final Repairs repairs;
    private final ProblemList list = new ProblemList();
    private final Label heading;
    private final Combo filter;
    private final Button skip;
    private final Button correct;
    private final Button reset;
    private final Button export;
    private final Table table;
    private final TableEditor editor;
    private List<String> codes = List.of();

    ProblemsTable(final Composite parent, final Repairs repairs) {
        this.repairs = repairs;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(6, 5).applyTo(control);
        heading = FilePage.heading(control, "problems.title");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(heading);
        filter = WidgetKeys.named(new Combo(control, SWT.READ_ONLY | SWT.DROP_DOWN), "import.problems.filter");
        filter.addListener(SWT.Selection, event -> filter());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(filter);
        correct = button("correct", this::edit);
        skip = button("skip", () -> repairs.skip(selected()));
        reset = button("reset", repairs::reset);
        export = button("export", this::export);
        table = createTable();
        editor = new TableEditor(table);
        editor.grabHorizontal = true;
        editor.horizontalAlignment = SWT.LEFT;
        enable();
    }

    Composite control() {
        return control;
    }

    private Button button(final String key, final Runnable action) {
        final var button = WidgetKeys.named(new Button(control, SWT.PUSH), "import.problems." + key);
        button.setText(Messages.text("problems." + key));
        button.setToolTipText(Messages.text("problems." + key + ".help"));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private Table createTable() {
        final var made = WidgetKeys.named(new Table(control, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL), "import.problems");
        made.setHeaderVisible(true);
        final int character = new PixelConverter(made).convertWidthInCharsToPixels(1);
        for (final var each : ProblemList.Column.values()) {
            final var column = new TableColumn(made, each == ProblemList.Column.ROW ? SWT.RIGHT : SWT.LEFT);
            column.setText(Messages.text("problems.column." + each.name()));
            column.setWidth(CHARACTERS[each.ordinal()] * character);
            column.addListener(SWT.Selection, event -> {
                list.sort(each);
                made.setSortColumn(column);
                made.setSortDirection(list.descending() ? SWT.DOWN : SWT.UP);
                refill();
            });
        }
        GridDataFactory.fillDefaults().span(6, 1).grab(true, true).hint(400, 90).applyTo(made);
        made.addListener(SWT.SetData, event -> fill((TableItem) event.item, list.shown().get(event.index)));
        made.addListener(SWT.Selection, event -> enable());
        made.addListener(SWT.DefaultSelection, event -> edit());
        made.addListener(SWT.KeyDown, this::pressed);
        return made;
    }

    private static void fill(final TableItem item, final RowProblem problem) {
        item.setData(problem);
        item.setText(new String[] {Messages.number(problem.row()), problem.column(), PreviewTable.oneLine(problem.value()),
                problem.message(),
                problem.suggestion()});
        item.setImage((switch (problem.severity()) {
            case ERROR -> Icons.ERROR;
            case WARNING -> Icons.WARNING;
            case NOTE -> Icons.INFO;
        }).image());
    }

    private void pressed(final Event event) {
        if (event.keyCode == SWT.F2) {
            edit();
        } else if (event.keyCode == SWT.DEL && skip.isEnabled()) {
            repairs.skip(selected());
        }
    }

    /** @param repaired how many values were put right and rows left out so far */
    void show(final ImportReport report, final int repaired) {
        list.take(report);
        codes = new ArrayList<>(list.counts().keySet());
        filter.removeAll();
        filter.add(Messages.text("problems.all", list.found()));
        codes.forEach(code -> filter.add(Messages.text("problems.code", label(code), list.counts().get(code))));
        final var chosen = list.filter();
        filter.select(chosen.isEmpty() ? 0 : codes.indexOf(chosen.iterator().next()) + 1);
        filter.setVisible(codes.size() > 1);
        filter.setVisibleItemCount(20);
        heading.setText(list.found() == 0 ? Messages.text("problems.none") : list.found() > list.all().size()
                ? Messages.text("problems.first", list.found(), list.all().size()) : Messages.text("problems.found", list.found()));
        Availability.set(reset, repaired > 0);
        refill();
        control.layout(true, true);
    }

    static String label(final String code) {
        return Messages.TEXTS.has("code." + code) ? Messages.text("code." + code) : code;
    }

    private void filter() {
        final int place = filter.getSelectionIndex();
        list.filter(place <= 0 ? Set.of() : Set.of(codes.get(place - 1)));
        refill();
    }

    private void refill() {
        end();
        table.deselectAll();
        table.setItemCount(list.shown().size());
        table.clearAll();
        enable();
    }

    private List<RowProblem> selected() {
        return Arrays.stream(table.getSelectionIndices()).mapToObj(list.shown()::get).toList();
    }

    private void enable() {
        final var chosen = selected();
        Availability.set(correct, chosen.size() == 1 && repairable(chosen.getFirst()));
        Availability.set(skip, !chosen.isEmpty());
        Availability.set(export, !list.all().isEmpty());
    }

    private static boolean repairable(final RowProblem problem) {
        return !problem.column().isEmpty() && problem.value().length() < LONGEST;
    }

    private void edit() {
        final var chosen = selected();
        if (chosen.size() != 1 || !repairable(chosen.getFirst())) {
            return;
        }
        end();
        final var problem = chosen.getFirst();
        final var text = WidgetKeys.named(new Text(table, SWT.SINGLE | SWT.BORDER), "import.problems.value");
        text.setText(problem.suggestion().isEmpty() ? problem.value() : problem.suggestion());
        text.selectAll();
        text.addListener(SWT.DefaultSelection, event -> {
            final var value = text.getText();
            end();
            repairs.fix(problem, value.strip());
        });
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                end();
                table.setFocus();
            } else if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
            }
        });
        text.addListener(SWT.FocusOut, event -> text.getDisplay().asyncExec(() -> {
            if (!text.isDisposed()) {
                end();
            }
        }));
        editor.minimumWidth = Math.max(table.getColumn(ProblemList.Column.VALUE.ordinal())
                .getWidth(), text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        editor.minimumHeight = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        editor.setEditor(text, table.getItem(table.getSelectionIndex()), ProblemList.Column.VALUE.ordinal());
        text.setFocus();
    }

    private void end() {
        if (editor != null && editor.getEditor() != null && !editor.getEditor().isDisposed()) {
            editor.getEditor().dispose();
        }
    }

    private void export() {
        final var dialog = new FileDialog(control.getShell(), SWT.SAVE);
        dialog.setText(Messages.text("problems.export.title"));
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFileName(Messages.text("problems.export.file"));
        dialog.setOverwrite(true);
        final var chosen = dialog.open();
        if (chosen != null) {
            repairs.export(list.shown(), Path.of(chosen));
        }
    }
}
