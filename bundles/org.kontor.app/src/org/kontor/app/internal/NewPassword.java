// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** Two fields for a new password, typed twice, and advice on how good it is, in a grid whose first column holds the labels. */
final class NewPassword {

    private static final int FIELD_WIDTH = 360;

    private final Text password;
    private final Text repeat;
    private final Label advice;
    private final Composite area;

    /**
     * @param area    a grid
     * @param key     the fields' widget keys are this with {@code .password}, {@code .repeat} and {@code .advice}
     * @param label   the label of the first field
     * @param columns how many columns a field takes
     * @param changed hears that something was typed
     */
    NewPassword(final Composite area, final String key, final String label, final int columns, final Runnable changed) {
        this.area = area;
        new Label(area, SWT.NONE).setText(label);
        password = field(key + ".password", columns, changed);
        new Label(area, SWT.NONE).setText(Messages.text("password.repeat"));
        repeat = field(key + ".repeat", columns, changed);
        new Label(area, SWT.NONE);
        advice = WidgetKeys.named(Colours.styled(new Label(area, SWT.WRAP), Colours.CSS_MUTED), key + ".advice");
        advice.setText(Messages.text("password.advice"));
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(FIELD_WIDTH, advice.computeSize(FIELD_WIDTH, SWT.DEFAULT).y).applyTo(advice);
    }

    private Text field(final String key, final int columns, final Runnable changed) {
        final var text = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.PASSWORD), key);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(FIELD_WIDTH, SWT.DEFAULT).span(columns, 1).applyTo(text);
        text.addListener(SWT.Modify, event -> {
            advise();
            changed.run();
        });
        return text;
    }

    private void advise() {
        final var typed = password.getTextChars();
        advice.setText(Messages.text(typed.length == 0 ? "password.advice" : "password.strength." + PasswordStrength.of(typed).name().toLowerCase(Locale.ROOT)));
        Arrays.fill(typed, '\0');
    }

    void setEnabled(final boolean enabled) {
        password.setEnabled(enabled);
        repeat.setEnabled(enabled);
        advice.setVisible(enabled);
    }

    /** Whether it is not typed twice yet, so that nobody needs to be told what is missing; the advice speaks of the first. */
    boolean unfinished() {
        return repeat.getCharCount() == 0;
    }

    /** What is wrong, in the person's language; empty where it can be taken. */
    Optional<String> fault() {
        final var first = password.getTextChars();
        final var second = repeat.getTextChars();
        try {
            if (PasswordStrength.of(first) == PasswordStrength.SHORT) {
                return Optional.of(Messages.text("new.short"));
            }
            return Arrays.equals(first, second) ? Optional.empty() : Optional.of(Messages.text("new.different"));
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    /** The password; whoever takes it wipes it. */
    char[] take() {
        return password.getTextChars();
    }
}
