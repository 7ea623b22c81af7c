// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.internal.record.ReferenceSearch;

/** Another record, found by typing parts of its title. */
final class ReferenceEditor extends FieldEditor {

    private final RecordType<?> target;
    private Text text;
    private ReferencePopup popup;
    private ToolItem open;
    private ToolItem clear;

    ReferenceEditor(final FormContext context, final Field field) {
        super(context, field);
        target = Catalogue.standard().type(field.target().orElseThrow());
    }

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 2);
        text = keyed(new Text(row, SWT.BORDER | SWT.SINGLE));
        text.setMessage(Messages.TEXTS.get("typeToFind"));
        fill(text);
        popup = new ReferencePopup(text, context.store(), target, this::choose);
        text.addModifyListener(event -> typed());
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.Traverse, event -> {
            if (popup.isOpen() && (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE)) {
                event.doit = false;
            }
            if (popup.isOpen() && event.detail == SWT.TRAVERSE_TAB_NEXT) {
                popup.chooseSelected();
            }
        });
        text.addListener(SWT.FocusOut, event -> text.getDisplay().asyncExec(this::left));
        final var bar = bar(row);
        open = button(bar, Icons.OPEN, "openReference", this::open);
        clear = button(bar, Icons.CLEAR, "clearReference", () -> {
            draft.set(field.name(), null);
            text.setFocus();
        });
        return row;
    }

    @Override
    public Control focusControl() {
        return text;
    }

    private void typed() {
        if (isShowing()) {
            return;
        }
        if (text.getText().isBlank()) {
            tell(null);
            showButtons();
        } else {
            tellUnreadable();
        }
        popup.search(text.getText());
    }

    private void key(final Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> {
                if (popup.isOpen()) {
                    popup.move(1);
                } else {
                    popup.search(isChosen() ? "" : text.getText());
                }
                event.doit = false;
            }
            case SWT.ARROW_UP -> {
                popup.move(-1);
                event.doit = false;
            }
            case SWT.CR, SWT.KEYPAD_CR -> {
                if (popup.isOpen()) {
                    popup.chooseSelected();
                    event.doit = false;
                }
            }
            case SWT.ESC -> {
                if (popup.isOpen()) {
                    popup.close();
                    event.doit = false;
                }
            }
            default -> {
                // other keys are text
            }
        }
    }

    private boolean isChosen() {
        return text.getText().equals(title().orElse(""));
    }

    private Optional<String> title() {
        return draft.titleOf(draft.value(field.name()));
    }

    private void choose(final ReferenceSearch.Hit hit) {
        draft.putTitle(hit.id(), hit.title());
        draft.set(field.name(), hit.id());
        show();
        text.setFocus();
        text.selectAll();
    }

    /** The focus left for something that is not the popup. */
    private void left() {
        if (!text.isDisposed() && !text.isFocusControl() && !popup.hasFocus()) {
            popup.close();
        }
    }

    private void open() {
        if (draft.value(field.name()) instanceof final UUID id) {
            context.opener().accept(RecordRef.of(field.target().orElseThrow(), id));
        }
    }

    @Override
    protected void showValue() {
        final var wanted = title().orElse("");
        if (!wanted.equals(text.getText())) {
            text.setText(wanted);
        }
        showButtons();
    }

    private void showButtons() {
        final boolean chosen = draft.value(field.name()) != null;
        open.setEnabled(chosen);
        clear.setEnabled(chosen);
    }
}
