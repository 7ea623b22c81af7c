// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/**
 * Something that can be done with a result, offered at its head.
 *
 * @param key  its stable key
 * @param text what its button says
 * @param help what it does
 * @param icon its picture
 * @param work does it
 */
public record ResultAction(String key, String text, String help, Icons icon, Runnable work) {

    void button(final Composite head) {
        final var button = WidgetKeys.named(new Button(head, SWT.PUSH), "result." + key);
        button.setText(text);
        button.setToolTipText(help.isEmpty() ? null : help);
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> work.run());
    }
}
