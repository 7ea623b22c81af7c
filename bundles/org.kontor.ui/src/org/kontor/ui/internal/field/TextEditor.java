// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Validation;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.TextUndo;

/** One line of text: words as they are, numbers and days read as they are typed and written out when the focus leaves. */
class TextEditor extends FieldEditor {

    private Text text;
    private TextUndo undo;
    private Label suffix;
    private ToolItem link;

    TextEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 2);
        text = keyed(new Text(row, SWT.BORDER | SWT.SINGLE));
        fill(text);
        undo = TextUndo.install(text);
        text.addModifyListener(event -> typed());
        text.addListener(SWT.FocusOut, event -> written());
        createTail(row);
        return row;
    }

    /** What stands behind the text: a unit or a link. */
    protected void createTail(final Composite row) {
        switch (field.kind()) {
            case MONEY, PERCENT -> {
                suffix = WidgetKeys.named(Colours.styled(new Label(row, SWT.NONE), Colours.CSS_MUTED), "field." + field.name() + ".unit");
                GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(suffixWidth(), SWT.DEFAULT).indent(4, 0).applyTo(suffix);
            }
            case EMAIL, PHONE, URL ->
                    link = button(bar(row), field.kind() == FieldKind.EMAIL ? Icons.MAIL : Icons.LINK, linkKey(), this::follow);
            default -> GridDataFactory.fillDefaults().grab(true, true).span(2, 1).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT)
                    .applyTo(text);
        }
    }

    private int suffixWidth() {
        suffix.setText("MMM");
        final int width = suffix.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        suffix.setText("");
        return width;
    }

    private String linkKey() {
        return switch (field.kind()) {
            case EMAIL -> "writeMail";
            case PHONE -> "callNumber";
            default -> "openPage";
        };
    }

    private void follow() {
        final var value = String.valueOf(draft.value(field.name())).strip();
        Program.launch(switch (field.kind()) {
            case EMAIL -> "mailto:" + value;
            case PHONE -> "tel:" + value.replaceAll("[^+\\d]", "");
            default -> value.contains("://") ? value : "https://" + value;
        });
    }

    protected final Text text() {
        return text;
    }

    @Override
    public Control focusControl() {
        return text;
    }

    private void typed() {
        if (isShowing()) {
            return;
        }
        final var words = text.getText();
        try {
            tell(isParsed() ? context.parser().parse(field, words) : words);
        } catch (IllegalArgumentException unreadable) {
            tellUnreadable();
        }
        showTail();
    }

    private boolean isParsed() {
        return switch (field.kind()) {
            case INTEGER, DECIMAL, PERCENT, MONEY, DATE, INSTANT -> true;
            default -> false;
        };
    }

    /** The focus leaves: a value that could be read is written out in full. */
    private void written() {
        if (isParsed() && draft.problem(field).isEmpty()) {
            show();
        }
    }

    @Override
    protected void showValue() {
        final var wanted = edited();
        if (!wanted.equals(text.getText())) {
            text.setText(wanted);
            if (!text.isFocusControl()) {
                undo.reset();
            }
        }
        showTail();
    }

    private String edited() {
        final var value = draft.value(field.name());
        final var format = context.format();
        return switch (value) {
            case null -> "";
            case final LocalDate day -> format.date(day);
            case final Instant moment -> format.instant(moment);
            case final BigDecimal number when field.kind() == FieldKind.MONEY -> format.amount(number, currency());
            case final BigDecimal number -> format.number(number, 0, 8);
            default -> format.text(field, value, null);
        };
    }

    private String currency() {
        return field.currencyPath().isEmpty() || field.currencyPath().contains(".") ? null : (String) draft.value(field.currencyPath());
    }

    private void showTail() {
        if (suffix != null) {
            final var currency = currency();
            suffix.setText(field.kind() == FieldKind.PERCENT ? "%" : currency == null ? "" : currency);
        }
        if (link != null) {
            final var value = draft.value(field.name());
            link.setEnabled(value != null && Validation.check(field, value).isEmpty());
        }
    }

    @Override
    public void otherChanged(final String other) {
        if (suffix != null && other.equals(field.currencyPath())) {
            if (text.isFocusControl()) {
                showTail();
            } else if (draft.problem(field).isEmpty()) {
                show();
            }
        }
    }

    @Override
    public void settled() {
        undo.reset();
    }

}
