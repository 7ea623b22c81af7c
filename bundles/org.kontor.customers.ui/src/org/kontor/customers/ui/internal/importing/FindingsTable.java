// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.customers.ui.internal.importing.Decisions.Choice;
import org.kontor.customers.ui.internal.importing.Decisions.Item;
import org.kontor.customers.ui.internal.importing.Decisions.Sort;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Values that need a decision, and the decisions: for the selected ones, or for all suggestions at once. */
final class FindingsTable {

    private static final int[] CHARACTERS = {20, 24, 9, 24, 40};
    private static final List<String> COLUMNS = List.of("field", "value", "rows", "suggestion", "decision");

    private final Composite control;
    private final Decisions decisions;
    private final Consumer<List<Decisions.Change>> decided;
    private final Label heading;
    private final Button acceptAll;
    private final Table table;
    private final Map<Choice, Button> buttons = new EnumMap<>(Choice.class);
    private final Map<Choice, MenuItem> entries = new EnumMap<>(Choice.class);
    private final Text other;

    /**
     * @param parent    where
     * @param decisions what is shown and changed
     * @param decided   receives what changes in the choices of the import
     */
    FindingsTable(final Composite parent, final Decisions decisions, final Consumer<List<Decisions.Change>> decided) {
        this.decisions = decisions;
        this.decided = decided;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 5).applyTo(control);
        heading = FilePage.heading(control, "findings.title");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(heading);
        acceptAll = WidgetKeys.named(new Button(control, SWT.PUSH), "import.acceptAll");
        acceptAll.setText(Messages.text("findings.acceptall"));
        acceptAll.setImage(Icons.DONE.image());
        acceptAll.addListener(SWT.Selection, event -> take(decisions.acceptAll()));
        table = createTable();
        final var bar = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(6, 0).applyTo(bar);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(bar);
        for (final var choice : List.of(Choice.SUGGESTION, Choice.CREATE, Choice.EMPTY, Choice.REFUSE, Choice.KEEP)) {
            buttons.put(choice, button(bar, choice));
        }
        other = WidgetKeys.named(new Text(bar, SWT.BORDER | SWT.SINGLE), "import.other");
        other.setMessage(Messages.text("findings.other.hint"));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(90, SWT.DEFAULT).indent(8, 0).applyTo(other);
        other.addListener(SWT.Modify, event -> enable());
        other.addListener(SWT.DefaultSelection, event -> decide(Choice.OTHER));
        buttons.put(Choice.OTHER, button(bar, Choice.OTHER));
        createMenu();
        enable();
    }

    Composite control() {
        return control;
    }

    private Table createTable() {
        final var made = WidgetKeys.named(new Table(control, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI), "import.findings");
        made.setHeaderVisible(true);
        final int character = new PixelConverter(made).convertWidthInCharsToPixels(1);
        for (int i = 0; i < COLUMNS.size(); i++) {
            final var column = new TableColumn(made, COLUMNS.get(i).equals("rows") ? SWT.RIGHT : SWT.LEFT);
            column.setText(Messages.text("findings." + COLUMNS.get(i)));
            column.setWidth(CHARACTERS[i] * character);
        }
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(400, 80).applyTo(made);
        made.addListener(SWT.Selection, event -> enable());
        made.addListener(SWT.DefaultSelection, event -> decide(Choice.SUGGESTION));
        return made;
    }

    private Button button(final Composite bar, final Choice choice) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH), "import.choose." + choice.name());
        button.setText(Messages.text("choose." + choice.name()));
        button.setToolTipText(Messages.text("choose." + choice.name() + ".help"));
        button.addListener(SWT.Selection, event -> decide(choice));
        return button;
    }

    private void createMenu() {
        final var menu = new Menu(table);
        for (final var choice : List.of(Choice.SUGGESTION, Choice.CREATE, Choice.EMPTY, Choice.REFUSE, Choice.KEEP)) {
            final var entry = new MenuItem(menu, SWT.PUSH);
            entry.setText(Messages.text("choose." + choice.name()));
            entry.addListener(SWT.Selection, event -> decide(choice));
            entries.put(choice, entry);
        }
        table.setMenu(menu);
    }

    private List<Item> selected() {
        return Arrays.stream(table.getSelection()).map(item -> (Item) item.getData()).toList();
    }

    private void enable() {
        final var items = selected();
        buttons.forEach((choice, button) -> Availability.set(button, items.stream().anyMatch(item -> item.possible().contains(choice))
                && (choice != Choice.OTHER || !other.getText().isBlank())));
        entries.forEach((choice, entry) -> entry.setEnabled(items.stream().anyMatch(item -> item.possible().contains(choice))));
        other.setEnabled(!items.isEmpty());
    }

    private void decide(final Choice choice) {
        final var instead = other.getText().strip();
        if (choice != Choice.OTHER || !instead.isEmpty()) {
            take(decisions.decide(selected(), choice, instead));
        }
    }

    private void take(final List<Decisions.Change> changes) {
        if (!changes.isEmpty()) {
            other.setText("");
            show();
            decided.accept(changes);
        }
    }

    /** Takes over what is there now; what was selected stays selected. */
    void show() {
        final var before = selected();
        final var focused = table.isFocusControl();
        table.setRedraw(false);
        try {
            table.removeAll();
            for (final var item : decisions.items()) {
                final var line = new TableItem(table, SWT.NONE);
                line.setData(item);
                line.setText(new String[] {item.target().label(), item.sort() == Sort.BLANK ? Messages.text("findings.blank")
                        : item.value(),
                        Messages.number(item.rows()), item.suggestion(), decision(item)});
                if (item.sort() == Sort.BLANK) {
                    line.setForeground(1, Colours.TEXT_MUTED.color());
                }
                final boolean refuses = item.choice() == Choice.REFUSE;
                line.setImage(0, (item.decided() ? Icons.DONE : refuses ? Icons.ERROR : item.suggestion().isEmpty() ? Icons.INFO
                        : Icons.WARNING).image());
                line.setForeground(4, (refuses ? Colours.ERROR : item.decided() ? Colours.SUCCESS : Colours.TEXT).color());
            }
            final var items = decisions.items();
            final var again = before.stream().mapToInt(items::indexOf).filter(place -> place >= 0).toArray();
            table.setSelection(again.length > 0 ? again
                    : IntStream.range(0, items.size()).filter(place -> !items.get(place).decided()).limit(1).toArray());
        } finally {
            table.setRedraw(true);
        }
        if (focused) {
            table.setFocus();
        }
        final long open = decisions.open();
        heading.setText(open > 0 ? Messages.text("findings.open", decisions.items().size(), open) : Messages.text("findings.title"));
        Availability.set(acceptAll, open > 0);
        enable();
        control.layout(true, true);
    }

    static String decision(final Item item) {
        return switch (item.choice()) {
            case SUGGESTION -> Messages.text("decided.replace", item.suggestion());
            case OTHER -> Messages.text("decided.replace", item.other());
            case CREATE -> Messages.text("decided.create", item.target().label());
            case EMPTY -> Messages.text("decided.empty");
            case REFUSE -> Messages.text("decided.refuse");
            case KEEP -> Messages.text("decided.keep");
        };
    }

    boolean setFocus() {
        return table.setFocus();
    }
}
