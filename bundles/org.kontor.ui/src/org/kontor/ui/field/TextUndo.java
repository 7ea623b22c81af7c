// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * Undo and redo of typing within one text field, because not every platform's own text field has it. While there is typing to take back,
 * the workbench's undo takes that back instead of the last change in the store.
 *
 * @since 0.1
 */
public final class TextUndo {

    private static final String KEY = TextUndo.class.getName();
    private static final int DEPTH = 200;

    private record State(String text, int caret) {
    }

    private final Text text;
    private final Deque<State> before = new ArrayDeque<>();
    private final Deque<State> after = new ArrayDeque<>();
    private State now;
    private boolean restoring;
    private boolean typingWord;
    private int lastTime;

    private TextUndo(final Text text) {
        this.text = text;
        now = new State(text.getText(), 0);
        text.addModifyListener(event -> modified(event.time));
        text.setData(KEY, this);
    }

    /**
     * @param text a text field that has none yet
     * @return its undo
     */
    public static TextUndo install(final Text text) {
        return new TextUndo(text);
    }

    /**
     * @param control the control with the focus, or null
     * @return its undo, where it is a text field that has one
     */
    public static Optional<TextUndo> of(final Control control) {
        return control == null || control.isDisposed() ? Optional.empty() : Optional.ofNullable((TextUndo) control.getData(KEY));
    }

    /** Forgets everything typed so far: what the field shows now came from elsewhere. */
    public void reset() {
        before.clear();
        after.clear();
        typingWord = false;
        now = new State(text.getText(), text.getCaretPosition());
    }

    /** @return whether there is typing to take back */
    public boolean canUndo() {
        return !before.isEmpty() && text.getEditable();
    }

    /** @return whether there is typing to do again */
    public boolean canRedo() {
        return !after.isEmpty() && text.getEditable();
    }

    /** Takes back the last word, paste or deletion. */
    public void undo() {
        if (canUndo()) {
            after.push(now);
            restore(before.pop());
        }
    }

    /** Does again what was taken back last. */
    public void redo() {
        if (canRedo()) {
            before.push(now);
            restore(after.pop());
        }
    }

    private void restore(final State state) {
        restoring = true;
        typingWord = false;
        try {
            text.setText(state.text());
            text.setSelection(state.caret());
            now = state;
        } finally {
            restoring = false;
        }
    }

    private void modified(final int time) {
        final var next = new State(text.getText(), text.getCaretPosition());
        if (restoring || next.text().equals(now.text())) {
            return;
        }
        // the caret says nothing here: some platforms move it only after they have told of the change
        final var old = now.text();
        final var fresh = next.text();
        int same = 0;
        while (same < Math.min(old.length(), fresh.length()) && old.charAt(same) == fresh.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(old.length(), fresh.length()) - same
                && old.charAt(old.length() - 1 - tail) == fresh.charAt(fresh.length() - 1 - tail)) {
            tail++;
        }
        final boolean letter = fresh.length() - same - tail == 1 && Character.isLetterOrDigit(fresh.charAt(same));
        final boolean nothingGone = old.length() == same + tail;
        // typing over a selection may come as a deletion and an insertion of one event
        final boolean sameEvent = time == lastTime && !before.isEmpty();
        lastTime = time;
        if (!sameEvent && !(letter && nothingGone && typingWord)) {
            before.push(now);
            if (before.size() > DEPTH) {
                before.removeLast();
            }
        }
        typingWord = letter;
        after.clear();
        now = next;
    }
}
