// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Condition.Comparison;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Which rows are analysed: conditions of a column, a comparison and a value, all of which must hold. */
final class ConditionsPane {

    private static final int COLUMN = 190;
    private static final int VALUE = 80;
    private static final int TYPING_MILLIS = 400;
    private static final Set<Comparison> ALONE = Set.of(Comparison.PRESENT, Comparison.ABSENT);
    private static final List<Comparison> OF_TEXTS = List.of(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.CONTAINS, Comparison.PRESENT, Comparison.ABSENT);
    private static final List<Comparison> OF_NUMBERS = List.of(Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.GREATER, Comparison.LESS, Comparison.EQUAL,
            Comparison.NOT_EQUAL, Comparison.PRESENT, Comparison.ABSENT);

    private final Runnable changed;
    private final Composite root;
    private final Composite list;
    private final Button add;
    private final Label problem;
    private final List<Line> lines = new ArrayList<>();
    private List<SourceColumn> columns = List.of();
    private List<Condition> told = List.of();
    private final Runnable tell = this::tell;

    /**
     * @param parent  the parent
     * @param changed hears when other conditions are complete than before
     */
    ConditionsPane(final Composite parent, final Runnable changed) {
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(root);
        list = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(list);
        add = WidgetKeys.named(new Button(root, SWT.PUSH | SWT.FLAT), "guide.filter.add");
        add.setText(Messages.text("filter.add"));
        add.setImage(Icons.FILTER.image());
        Availability.set(add, false);
        add.addListener(SWT.Selection, event -> {
            lines.add(new Line(columns.getFirst()));
            arrange();
        });
        GridDataFactory.swtDefaults().applyTo(add);
        problem = WidgetKeys.named(Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_ERROR), "guide.filter.problem");
        refuse(Optional.empty());
        arrange();
    }

    Composite control() {
        return root;
    }

    /** Takes the columns of another source; conditions on those of the one before are gone. */
    void setColumns(final List<SourceColumn> found) {
        columns = List.copyOf(found);
        Availability.set(add, !columns.isEmpty());
        lines.forEach(line -> line.box.dispose());
        lines.clear();
        told = List.of();
        refuse(Optional.empty());
        arrange();
    }

    /** The conditions that are complete. */
    List<Condition> conditions() {
        return lines.stream().map(Line::condition).flatMap(Optional::stream).toList();
    }

    /** Says why rows cannot be compared so. */
    void refuse(final Optional<String> why) {
        problem.setText(why.orElse("").replace("&", "&&"));
        problem.setVisible(why.isPresent());
        GridDataFactory.fillDefaults().grab(true, false).exclude(why.isEmpty()).applyTo(problem);
        arrange();
    }

    private void arrange() {
        for (int index = 0; index < lines.size(); index++) {
            lines.get(index).number(index);
        }
        GridDataFactory.fillDefaults().grab(true, false).exclude(lines.isEmpty()).applyTo(list);
        root.requestLayout();
    }

    private void soon() {
        root.getDisplay().timerExec(-1, tell);
        root.getDisplay().timerExec(TYPING_MILLIS, tell);
    }

    private void tell() {
        if (!root.isDisposed() && !conditions().equals(told)) {
            told = conditions();
            changed.run();
        }
    }

    /** The widgets of one condition. */
    private final class Line {

        private final Composite box;
        private final Combo column;
        private final Combo comparison;
        private final Text value;
        private final ToolItem remove;
        private List<Comparison> offered = List.of();

        Line(final SourceColumn first) {
            box = Colours.styled(new Composite(list, SWT.NONE), Colours.CSS_SURFACE);
            GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(box);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
            column = Lists.choice(box);
            column.setItems(columns.stream().map(found -> found.title().text()).toArray(String[]::new));
            column.select(columns.indexOf(first));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(COLUMN, SWT.DEFAULT).applyTo(column);
            column.addListener(SWT.Selection, event -> {
                offer();
                soon();
            });
            comparison = Lists.choice(box);
            comparison.addListener(SWT.Selection, event -> {
                showValue();
                soon();
            });
            value = new Text(box, SWT.BORDER);
            value.addListener(SWT.Modify, event -> soon());
            final var bar = new ToolBar(box, SWT.FLAT);
            remove = new ToolItem(bar, SWT.PUSH);
            remove.setImage(Icons.CLEAR.image());
            remove.setToolTipText(Messages.text("filter.remove"));
            remove.addListener(SWT.Selection, event -> root.getDisplay().asyncExec(this::remove));
            offer();
        }

        private void remove() {
            if (!box.isDisposed()) {
                lines.remove(this);
                box.dispose();
                arrange();
                tell();
            }
        }

        private SourceColumn chosen() {
            return columns.get(column.getSelectionIndex());
        }

        private void offer() {
            final var type = chosen().type();
            offered = type == ColumnType.TEXT ? OF_TEXTS : OF_NUMBERS;
            comparison.setItems(offered.stream().map(one -> Messages.text("filter." + one.name().toLowerCase(Locale.ROOT))).toArray(String[]::new));
            comparison.select(0);
            value.setMessage(Messages.text("filter.value." + type.key()));
            showValue();
        }

        private Comparison comparing() {
            return offered.get(comparison.getSelectionIndex());
        }

        private void showValue() {
            final boolean alone = ALONE.contains(comparing());
            value.setVisible(!alone);
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(VALUE, SWT.DEFAULT).exclude(alone).applyTo(value);
            box.requestLayout();
        }

        Optional<Condition> condition() {
            final var text = value.getText().strip();
            if (ALONE.contains(comparing())) {
                return Optional.of(new Condition(chosen().name(), comparing(), ""));
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(new Condition(chosen().name(), comparing(), text));
        }

        void number(final int index) {
            WidgetKeys.named(column, "guide.filter.column." + index);
            WidgetKeys.named(comparison, "guide.filter.comparison." + index);
            WidgetKeys.named(value, "guide.filter.value." + index);
            WidgetKeys.named(remove, "guide.filter.remove." + index);
        }
    }
}
