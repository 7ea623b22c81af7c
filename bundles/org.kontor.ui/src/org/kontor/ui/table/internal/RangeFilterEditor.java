// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.FieldKind;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.ValueParser;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.DaySpan;
import org.kontor.ui.table.RecordColumn;

/** From and to, as numbers or days; for days also a period that moves with the calendar; or no value at all. */
final class RangeFilterEditor implements FilterEditor {

    private static final int WIDTH = 130;

    private final RecordColumn column;
    private final boolean days;
    private final FieldFormat format = FieldFormat.current();
    private final ValueParser parser = new ValueParser(format, LocalDate.now());
    private Combo span;
    private Text from;
    private Text to;
    private Button empty;
    private Label complaint;

    RangeFilterEditor(final RecordColumn column) {
        this.column = column;
        days = column.kind() == FieldKind.DATE || column.kind() == FieldKind.INSTANT;
    }

    @Override
    public Control create(final Composite parent, final Optional<ColumnFilter> before) {
        if (days) {
            span = WidgetKeys.named(new Combo(parent, SWT.READ_ONLY), "filter.span");
            span.add(Messages.TEXTS.get("filter.span.own"));
            for (final var one : DaySpan.values()) {
                span.add(Messages.TEXTS.get("filter.span." + one.name()));
            }
            span.setVisibleItemCount(DaySpan.values().length + 1);
            span.select(0);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(span);
            span.addListener(SWT.Selection, event -> showSpan());
        }
        final var range = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(range);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(range);
        from = end(range, "filter.from");
        to = end(range, "filter.to");
        empty = WidgetKeys.named(new Button(parent, SWT.CHECK), "filter.empty");
        empty.setText(Messages.TEXTS.get("filter.empty"));
        empty.addListener(SWT.Selection, event -> enable());
        complaint = WidgetKeys.named(Colours.styled(new Label(parent, SWT.WRAP), Colours.CSS_ERROR), "filter.complaint");
        complaint.setForeground(Colours.ERROR.color());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).exclude(true).applyTo(complaint);
        before.ifPresent(this::show);
        enable();
        return days && span.getSelectionIndex() > 0 ? span : from;
    }

    private Text end(final Composite range, final String key) {
        final var label = new Label(range, SWT.NONE);
        label.setText(Messages.TEXTS.get(key));
        final var text = WidgetKeys.named(new Text(range, SWT.BORDER | SWT.SINGLE), key);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        if (days) {
            text.setMessage(format.datePattern());
        }
        text.addListener(SWT.Modify, event -> complain(""));
        return text;
    }

    private void show(final ColumnFilter before) {
        switch (before) {
            case final ColumnFilter.Numbers numbers -> {
                from.setText(numbers.from().map(number -> format.number(number, 0, 8)).orElse(""));
                to.setText(numbers.to().map(number -> format.number(number, 0, 8)).orElse(""));
            }
            case final ColumnFilter.Days some -> {
                from.setText(some.from().map(format::date).orElse(""));
                to.setText(some.to().map(format::date).orElse(""));
            }
            case final ColumnFilter.Recent recent -> {
                span.select(recent.span().ordinal() + 1);
                showSpan();
            }
            case final ColumnFilter.Empty other -> empty.setSelection(other.empty());
            default -> { }
        }
    }

    private void showSpan() {
        if (span.getSelectionIndex() > 0) {
            final var chosen = DaySpan.values()[span.getSelectionIndex() - 1];
            final var today = LocalDate.now();
            from.setText(chosen.first(today) == LocalDate.MIN ? "" : format.date(chosen.first(today)));
            to.setText(format.date(chosen.last(today)));
        }
        enable();
    }

    private void enable() {
        final boolean own = !empty.getSelection() && (!days || span.getSelectionIndex() == 0);
        from.setEnabled(own);
        to.setEnabled(own);
        if (days) {
            span.setEnabled(!empty.getSelection());
        }
    }

    @Override
    public boolean isValid() {
        final boolean good = empty.getSelection() || (days ? understood(from, parser::day) && understood(to, parser::day)
                : understood(from, parser::number) && understood(to, parser::number));
        complain(good ? "" : Messages.TEXTS.get(days ? "filter.noDay" : "filter.noNumber"));
        return good;
    }

    private void complain(final String text) {
        if (complaint != null && !complaint.getText().equals(text)) {
            complaint.setText(text);
            ((GridData) complaint.getLayoutData()).exclude = text.isEmpty();
            complaint.setVisible(!text.isEmpty());
            complaint.getShell().pack();
        }
    }

    private static boolean understood(final Text text, final Function<String, ? extends Optional<?>> parse) {
        return text.getText().isBlank() || parse.apply(text.getText().strip()).isPresent();
    }

    @Override
    public Optional<ColumnFilter> result() {
        if (empty.getSelection()) {
            return Optional.of(new ColumnFilter.Empty(column.path(), true));
        }
        if (days && span.getSelectionIndex() > 0) {
            return Optional.of(new ColumnFilter.Recent(column.path(), DaySpan.values()[span.getSelectionIndex() - 1]));
        }
        if (from.getText().isBlank() && to.getText().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(days ? new ColumnFilter.Days(column.path(), day(from), day(to)) : new ColumnFilter.Numbers(column.path(), number(from), number(to)));
    }

    private Optional<LocalDate> day(final Text text) {
        return text.getText().isBlank() ? Optional.empty() : parser.day(text.getText().strip());
    }

    private Optional<BigDecimal> number(final Text text) {
        return text.getText().isBlank() ? Optional.empty() : parser.number(text.getText().strip());
    }
}
