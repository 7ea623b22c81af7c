// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.core.problem.Problem;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** A strip that says what is the matter and offers at most one thing to do about it; takes no room while there is nothing to say. */
final class Notice {

    private static final int WIDTH = 300;

    private final Composite control;
    private final Label icon;
    private final Label text;
    private final Button button;
    private Runnable action = () -> { };

    Notice(final Composite parent, final String key) {
        control = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_WARNING_STRIP), key);
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 8).spacing(10, 0).applyTo(control);
        icon = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        text = WidgetKeys.named(new Label(control, SWT.WRAP), key + ".text");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        button = WidgetKeys.named(new Button(control, SWT.PUSH), key + ".button");
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        control.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        hide();
    }

    /** Takes several columns of its parent's grid. */
    Notice spanning(final int columns) {
        ((GridData) control.getLayoutData()).horizontalSpan = columns;
        return this;
    }

    void show(final Problem problem) {
        show(Icons.ERROR, String.join(" ", problem.happened(), problem.meaning(), problem.nextStep()));
    }

    void show(final Icons sign, final String message) {
        show(sign, message, "", () -> { });
    }

    void show(final Icons sign, final String message, final String label, final Runnable way) {
        icon.setImage(sign.image());
        text.setText(message.replace("&", "&&"));
        action = way;
        button.setText(label);
        button.setVisible(!label.isEmpty());
        ((GridData) button.getLayoutData()).exclude = label.isEmpty();
        visible(true);
    }

    void hide() {
        visible(false);
    }

    private void visible(final boolean now) {
        control.setVisible(now);
        ((GridData) control.getLayoutData()).exclude = !now;
        control.layout(true, true);
        control.getParent().layout(true, true);
    }
}
