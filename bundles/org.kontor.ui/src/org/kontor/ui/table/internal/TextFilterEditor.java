// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;

/** Words that a text contains, or that it is empty or not. */
final class TextFilterEditor implements FilterEditor {

    private static final int WIDTH = 240;

    private final RecordColumn column;
    private Text text;
    private Button contains;
    private Button empty;

    TextFilterEditor(final RecordColumn column) {
        this.column = column;
    }

    @Override
    public Control create(final Composite parent, final Optional<ColumnFilter> before) {
        contains = radio(parent, "filter.contains");
        text = WidgetKeys.named(new Text(parent, SWT.BORDER | SWT.SINGLE), "filter.text");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(22, 0).applyTo(text);
        empty = radio(parent, "filter.empty");
        final var filled = radio(parent, "filter.filled");
        switch (before.orElse(null)) {
            case final ColumnFilter.Words words -> text.setText(words.text());
            case final ColumnFilter.Empty other -> (other.empty() ? empty : filled).setSelection(true);
            case null, default -> { }
        }
        contains.setSelection(!empty.getSelection() && !filled.getSelection());
        text.addListener(SWT.Modify, event -> {
            contains.setSelection(true);
            empty.setSelection(false);
            filled.setSelection(false);
        });
        text.selectAll();
        return text;
    }

    private static Button radio(final Composite parent, final String key) {
        final var button = WidgetKeys.named(new Button(parent, SWT.RADIO), key);
        button.setText(Messages.TEXTS.get(key));
        return button;
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public Optional<ColumnFilter> result() {
        if (contains.getSelection()) {
            return Optional.of(text.getText()).filter(words -> !words.isBlank()).map(words -> new ColumnFilter.Words(column.path(), words.strip()));
        }
        return Optional.of(new ColumnFilter.Empty(column.path(), empty.getSelection()));
    }
}
