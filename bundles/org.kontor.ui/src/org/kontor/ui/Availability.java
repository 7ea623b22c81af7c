// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import org.eclipse.swt.widgets.Button;

/**
 * Enables and disables buttons so that it can be seen in every theme. A theme gives buttons a colour that the toolkit does not make fainter
 * where they cannot be pressed; the colour has to be the theme's as well.
 *
 * @since 0.1
 */
public final class Availability {

    /** The platform's own dark theme knows this class too. */
    private static final String DISABLED = "disabled";

    private Availability() {
    }

    /**
     * Makes a button one that can be pressed, or one that cannot and looks like it.
     *
     * @param button    the button; one without a CSS class of its own
     * @param available whether it can be pressed
     */
    public static void set(final Button button, final boolean available) {
        if (button.getEnabled() != available || button.getData(Colours.CSS_CLASS) == null) {
            button.setEnabled(available);
            Colours.styled(button, available ? "enabled" : DISABLED);
        }
    }
}
