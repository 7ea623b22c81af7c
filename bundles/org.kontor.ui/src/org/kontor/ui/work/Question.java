// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import org.kontor.ui.WidgetKeys;

/**
 * A question with two answers: to do something, or to leave it. Whoever asks does not wait, so that events go on and tests can answer.
 * Closing the window leaves it.
 *
 * @since 0.1
 */
public final class Question extends MessageDialog {

    private final String key;
    private final Runnable action;

    private Question(final Shell parent, final String key, final String title, final String text, final int kind, final int preset, final String yes,
            final String no, final Runnable action) {
        super(parent, title, null, text, kind, preset, yes, no);
        this.key = key;
        this.action = action;
        setBlockOnOpen(false);
    }

    /**
     * Asks whether to do what can be taken back: doing it is preset. User-interface thread.
     *
     * @param parent the window that asks
     * @param key    the widget key of the window; its buttons have {@code key.yes} and {@code key.no}
     * @param title  the window's title
     * @param text   the question
     * @param yes    the label of the button that does it, a verb
     * @param no     the label of the button that leaves it
     * @param action what to do
     */
    public static void ask(final Shell parent, final String key, final String title, final String text, final String yes, final String no,
            final Runnable action) {
        new Question(parent, key, title, text, QUESTION, 0, yes, no, action).open();
    }

    /**
     * Asks whether to do what may surprise: leaving it is preset. User-interface thread.
     *
     * @param parent the window that asks
     * @param key    the widget key of the window; its buttons have {@code key.yes} and {@code key.no}
     * @param title  the window's title
     * @param text   the question
     * @param yes    the label of the button that does it, a verb
     * @param no     the label of the button that leaves it
     * @param action what to do
     */
    public static void warn(final Shell parent, final String key, final String title, final String text, final String yes, final String no,
            final Runnable action) {
        new Question(parent, key, title, text, WARNING, 1, yes, no, action).open();
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        WidgetKeys.named(shell, key);
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        for (final var number : List.of(0, 1)) {
            WidgetKeys.named(getButton(number), key + (number == 0 ? ".yes" : ".no"));
        }
    }

    @Override
    protected void buttonPressed(final int button) {
        super.buttonPressed(button);
        if (button == 0) {
            action.run();
        }
    }
}
