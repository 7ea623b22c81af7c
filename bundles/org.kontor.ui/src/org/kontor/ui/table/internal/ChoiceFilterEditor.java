// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.TableFilter;

/** Some values of a list, to be checked; long lists can be searched. */
final class ChoiceFilterEditor implements FilterEditor {

    private static final int LONG = 10;
    private static final int MOST_ROWS = 12;
    private static final String NONE = "";

    /** A value that can be checked; the one without a key stands for records without a value. */
    private record Option(String key, String label) {
    }

    private final String path;
    private final List<Option> options;
    private final Set<String> checked = new LinkedHashSet<>();
    private Table table;

    ChoiceFilterEditor(final TableParts parts, final RecordColumn column) {
        path = column.path();
        options = options(parts, column);
    }

    /**
     * @param path    what is filtered by
     * @param choices what can be checked, beside none at all
     */
    ChoiceFilterEditor(final String path, final List<TableFilter.Choice> choices) {
        this.path = path;
        options = Stream.concat(choices.stream().map(choice -> new Option(choice.key(), choice.label())),
                Stream.of(new Option(NONE, Messages.TEXTS.get("filter.none")))).toList();
    }

    private static List<Option> options(final TableParts parts, final RecordColumn column) {
        final var all = new ArrayList<Option>();
        switch (column.kind()) {
            case CHOICE -> column.field().orElseThrow().choices().forEach(choice -> all.add(new Option(choice.name(), Field.label(choice))));
            case BOOLEAN -> {
                all.add(new Option("true", Messages.TEXTS.get("filter.yes")));
                all.add(new Option("false", Messages.TEXTS.get("filter.no")));
            }
            default -> parts.lookups().get().of(column.path()).forEach(choice -> all.add(new Option(choice.id().toString(), choice.label())));
        }
        if (column.kind() != FieldKind.BOOLEAN && !column.field().map(Field::required).orElse(false)) {
            all.add(new Option(NONE, Messages.TEXTS.get("filter.none")));
        }
        return all;
    }

    @Override
    public Control create(final Composite parent, final Optional<ColumnFilter> before) {
        if (before.orElse(null) instanceof final ColumnFilter.AnyOf anyOf) {
            checked.addAll(anyOf.values());
            if (anyOf.orNone()) {
                checked.add(NONE);
            }
        }
        Control first = null;
        if (options.size() > LONG) {
            final var search = WidgetKeys.named(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "filter.search");
            search.setMessage(Messages.TEXTS.get("filter.search"));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
            search.addListener(SWT.Modify, event -> fill(search.getText()));
            first = search;
        }
        table = WidgetKeys.named(new Table(parent, SWT.CHECK | SWT.V_SCROLL | SWT.FULL_SELECTION), "filter.choices");
        table.addListener(SWT.Selection, this::changed);
        fill("");
        final int height = table.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * Math.min(MOST_ROWS, options.size()) / Math.max(1, options.size());
        GridDataFactory.fillDefaults().grab(true, true).hint(220, height).applyTo(table);
        return first == null ? table : first;
    }

    private void fill(final String words) {
        table.removeAll();
        final var lower = words.strip().toLowerCase(Locale.ROOT);
        for (final var option : options) {
            if (option.label().toLowerCase(Locale.ROOT).contains(lower)) {
                final var item = new TableItem(table, SWT.NONE);
                item.setText(option.label());
                item.setData(option);
                item.setChecked(checked.contains(option.key()));
            }
        }
    }

    private void changed(final Event event) {
        if (event.detail == SWT.CHECK && event.item instanceof final TableItem item) {
            final var key = ((Option) item.getData()).key();
            if (item.getChecked()) {
                checked.add(key);
            } else {
                checked.remove(key);
            }
        }
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public Optional<ColumnFilter> result() {
        if (checked.isEmpty()) {
            return Optional.empty();
        }
        final var values = new LinkedHashSet<>(checked);
        final boolean none = values.remove(NONE);
        return Optional.of(values.isEmpty() ? new ColumnFilter.Empty(path, true) : new ColumnFilter.AnyOf(path, values, none));
    }
}
