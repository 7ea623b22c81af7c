// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;

/** Chooses the light or the dark theme, at once and for the next starts. */
public final class ThemeHandler {

    /** Switches the theme. */
    @Execute
    public void execute(@Named("org.kontor.app.theme.id") final String theme, final IThemeEngine engine) {
        engine.setTheme(theme, true);
    }
}
