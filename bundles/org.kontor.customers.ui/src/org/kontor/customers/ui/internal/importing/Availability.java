// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.swt.widgets.Button;

import org.kontor.ui.Colours;

/** Enables and disables buttons so that it can be seen in every theme. */
final class Availability {

    private Availability() {
    }

    /** A dark theme gives buttons a colour that the toolkit no longer makes fainter: the theme has to be asked again. */
    static void set(final Button button, final boolean available) {
        if (button.getEnabled() != available || button.getData(Colours.CSS_CLASS) == null) {
            button.setEnabled(available);
            Colours.styled(button, available ? "enabled" : "disabled");
        }
    }
}
