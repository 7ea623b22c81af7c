// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.internal.record.RecordDraft;

/** A field's label, its widget, and below it what is wrong or what somebody else stored meanwhile. */
public final class FieldRow {

    private static final int LONGEST_LABEL = 190;
    /** Lifts the label onto the line of the text in the widget behind it. */
    private static final int LABEL_DROP = 6;

    private final FormContext context;
    private final Field field;
    private final FieldEditor editor;
    private final Composite row;
    private final Label label;
    private final Control control;
    private final Composite below;
    private Label problem;
    private Link rival;

    /**
     * @param parent  the form
     * @param context what the form's fields share
     * @param field   the field
     */
    public FieldRow(final Composite parent, final FormContext context, final Field field) {
        this.context = context;
        this.field = field;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 2).applyTo(row);
        label = new Label(row, SWT.WRAP);
        label.setText((field.label() + (field.required() && !field.system() ? " *" : "")).replace("&", "&&"));
        Colours.styled(label, Colours.CSS_MUTED);
        editor = FieldEditor.of(context, field);
        control = editor.create(row);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(control);
        final boolean tall = field.kind() == FieldKind.LONG_TEXT;
        GridDataFactory.fillDefaults().align(SWT.FILL, tall ? SWT.BEGINNING : SWT.CENTER).indent(0, tall ? LABEL_DROP : 0).applyTo(label);
        below = new Composite(row, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(below);
        GridDataFactory.fillDefaults().span(2, 1).exclude(true).applyTo(below);
        below.setVisible(false);
        if (tall) {
            row.setLayoutData(ColumnsLayout.WIDE);
        }
    }

    /** @return the field */
    public Field field() {
        return field;
    }

    /** @return the field's widget */
    public FieldEditor editor() {
        return editor;
    }

    /** @return the whole row */
    public Control control() {
        return row;
    }

    /** @return how wide the label wants to be */
    public int labelWidth() {
        return Math.min(LONGEST_LABEL, label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    }

    /** @param width how wide the label is, so that all widgets of a form start on one line */
    public void setLabelWidth(final int width) {
        ((GridData) label.getLayoutData()).widthHint = width;
        ((GridData) below.getLayoutData()).horizontalIndent = width + 12;
    }

    /** @param height how tall a widget of one line is at least, so that two fields beside each other stand on one line */
    public void setLineHeight(final int height) {
        if (field.kind() != FieldKind.LONG_TEXT) {
            final var data = (GridData) control.getLayoutData();
            data.heightHint = Math.max(height, control.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        }
    }

    /**
     * Brings widget and messages to what the draft holds.
     *
     * @return whether the row needs more or less room than before
     */
    public boolean refresh() {
        editor.show();
        return refreshMessages();
    }

    private boolean refreshMessages() {
        final var wrong = context.draft().problem(field);
        final var other = context.draft().rival(field.name());
        final boolean before = below.getVisible();
        final int lines = (problem == null ? 0 : 1) + (rival == null ? 0 : 1);
        final var oldText = (problem == null ? "" : problem.getText()) + (rival == null ? "" : rival.getText());
        if (problem != null && wrong.isEmpty()) {
            problem.dispose();
            problem = null;
        }
        if (rival != null && other.isEmpty()) {
            rival.dispose();
            rival = null;
        }
        wrong.ifPresent(this::showProblem);
        other.ifPresent(this::showRival);
        final boolean now = problem != null || rival != null;
        ((GridData) below.getLayoutData()).exclude = !now;
        below.setVisible(now);
        final var newText = (problem == null ? "" : problem.getText()) + (rival == null ? "" : rival.getText());
        return before != now || lines != (problem == null ? 0 : 1) + (rival == null ? 0 : 1) || !oldText.equals(newText);
    }

    private void showProblem(final RecordDraft.FieldProblem wrong) {
        if (problem == null) {
            problem = WidgetKeys.named(Colours.styled(new Label(below, SWT.WRAP), Colours.CSS_ERROR), "field." + field.name() + ".problem");
            GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(problem);
        }
        problem.setText(wrong.text().replace("&", "&&"));
    }

    private void showRival(final RecordDraft.Rival other) {
        if (rival == null) {
            rival = WidgetKeys.named(new Link(below, SWT.WRAP), "field." + field.name() + ".rival");
            GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(rival);
            rival.addListener(SWT.Selection, event -> context.draft().rival(field.name())
                    .ifPresent(now -> context.draft().settle(field.name(), now.theirs(), now.theirs())));
        }
        final var currency = field.currencyPath().isEmpty() || field.currencyPath().contains(".") ? null
                : (String) context.draft().value(field.currencyPath());
        final var theirs = context.draft().titleOf(other.theirs()).orElseGet(() -> context.format().text(field, other.theirs(), currency));
        rival.setText(theirs.isEmpty() ? Messages.TEXTS.get("rivalCleared", escaped(other.who()))
                : Messages.TEXTS.get("rival", escaped(other.who()), escaped(theirs)));
    }

    private static String escaped(final String text) {
        return text.replace("&", "&&").replace("<", "‹").replace(">", "›");
    }
}
