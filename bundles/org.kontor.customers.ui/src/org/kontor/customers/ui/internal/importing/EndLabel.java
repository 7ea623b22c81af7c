// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A label that takes the room there is and leaves out the end of a longer text; the tip shows all of it. */
final class EndLabel {

    private static final String MORE = "\u2026";

    private final Label label;
    private String text = "";

    EndLabel(final Composite parent) {
        label = new Label(parent, SWT.NONE);
        label.addListener(SWT.Resize, event -> fit());
    }

    Label control() {
        return label;
    }

    void setText(final String all) {
        text = all;
        label.setToolTipText(all.replace("&", "&&"));
        fit();
    }

    private void fit() {
        final int width = label.getSize().x;
        final var shown = (width == 0 ? text : shorten(width)).replace("&", "&&");
        if (!shown.equals(label.getText())) {
            label.setText(shown);
        }
    }

    private String shorten(final int width) {
        final var gc = new GC(label);
        try {
            if (gc.textExtent(text).x <= width) {
                return text;
            }
            int from = 0;
            int until = text.length();
            while (from < until) {
                final int middle = (from + until + 1) / 2;
                if (gc.textExtent(text.substring(0, middle) + MORE).x <= width) {
                    from = middle;
                } else {
                    until = middle - 1;
                }
            }
            return text.substring(0, from).stripTrailing() + MORE;
        } finally {
            gc.dispose();
        }
    }
}
