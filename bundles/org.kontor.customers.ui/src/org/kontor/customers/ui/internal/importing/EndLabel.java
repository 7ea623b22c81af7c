// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** A label that takes the room there is and leaves out the end of a longer text rather than its middle. */
final class EndLabel extends CLabel {

    private static final String MORE = "\u2026";

    EndLabel(final Composite parent) {
        super(parent, SWT.NONE);
        setMargins(2, 2, 2, 2);
    }

    @Override
    protected String shortenText(final GC gc, final String text, final int width) {
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
    }
}
