// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Field;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.FieldChange;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.internal.record.RecordDraft;

/** The widget of one field: shows what the draft holds and tells the draft what is typed. */
public abstract class FieldEditor {

    protected final FormContext context;
    protected final RecordDraft draft;
    protected final Field field;

    /** Whether the widget changes because the draft did, so that nothing is to be told. */
    private boolean showing;

    protected FieldEditor(final FormContext context, final Field field) {
        this.context = context;
        this.draft = context.draft();
        this.field = field;
    }

    /**
     * @param context what the form's fields share
     * @param field   a field
     * @return the editor for its kind
     */
    public static FieldEditor of(final FormContext context, final Field field) {
        if (field.system()) {
            return new ReadOnlyEditor(context, field);
        }
        return switch (field.kind()) {
            case TEXT, EMAIL, PHONE, URL, INTEGER, DECIMAL, PERCENT, MONEY -> new TextEditor(context, field);
            case LONG_TEXT -> new LongTextEditor(context, field);
            case DATE, INSTANT -> new DateEditor(context, field);
            case CURRENCY -> new CurrencyEditor(context, field);
            case BOOLEAN -> new CheckEditor(context, field);
            case CHOICE -> new ChoiceEditor(context, field);
            case REFERENCE -> isPicked(field.target().orElseThrow()) ? new PickEditor(context, field) : new ReferenceEditor(context, field);
            case ID -> new ReadOnlyEditor(context, field);
        };
    }

    private static boolean isPicked(final Class<? extends StoredRecord> target) {
        return target == Status.class || target == Stage.class;
    }

    /**
     * @param parent the field's place in the form
     * @return the one control that fills it
     */
    public abstract Control create(Composite parent);

    /** @return what takes the focus and carries the field's key */
    public abstract Control focusControl();

    /** Brings the widget to what the draft holds. */
    public final void show() {
        if (!showing && !focusControl().isDisposed() && !draft.isUnreadable(field.name())) {
            showing = true;
            try {
                showValue();
            } finally {
                showing = false;
            }
        }
    }

    protected abstract void showValue();

    /** What is typed until now is what the store has: nothing to take back by typing. */
    public void settled() {
        // only text fields remember typing
    }

    /** @param other the name of another field that changed */
    public void otherChanged(final String other) {
        // most fields do not depend on others
    }

    protected final boolean isShowing() {
        return showing;
    }

    protected final void tell(final Object plain) {
        if (!showing) {
            showing = true;
            try {
                draft.set(field.name(), plain);
            } finally {
                showing = false;
            }
            if (draft.rival(field.name()).isEmpty() && plain != null && !FieldChange.same(draft.value(field.name()), plain)) {
                // going back to the value first seen means taking what is stored now
                focusControl().getDisplay().asyncExec(this::show);
            }
        }
    }

    protected final void tellUnreadable() {
        if (!showing) {
            draft.setUnreadable(field.name(), context.parser().unreadable(field));
        }
    }

    protected final <T extends Control> T keyed(final T control) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(final AccessibleEvent event) {
                event.result = field.label();
            }
        });
        return WidgetKeys.named(control, "field." + field.name());
    }

    /** @return a row for a control and what stands behind it */
    protected static Composite row(final Composite parent, final int columns) {
        final var row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(2, 0).applyTo(row);
        return row;
    }

    protected static void fill(final Control control) {
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(control);
    }

    protected final ToolItem button(final ToolBar bar, final Icons icon, final String key, final Runnable action) {
        final var item = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "field." + field.name() + '.' + key);
        item.setImage(icon.image());
        item.setDisabledImage(icon.disabledImage());
        item.setToolTipText(Messages.TEXTS.get(key, field.label()));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    protected static ToolBar bar(final Composite row) {
        final var bar = new ToolBar(row, SWT.FLAT);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
        return bar;
    }
}
