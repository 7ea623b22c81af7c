// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The lists of pages that scroll. */
final class Lists {

    private Lists() {
    }

    /** A list to choose from, whose choice does not change when a person scrolls the page with the mouse above it. */
    static Combo choice(final Composite parent) {
        final var combo = new Combo(parent, SWT.READ_ONLY);
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        return combo;
    }
}
