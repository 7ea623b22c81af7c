// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

import org.kontor.ui.Colours;

/** The colours that a table paints with, made of the theme's. Good until the theme changes. */
record Palette(Color ground, Color text, Color muted, Color line, Color header, Color accent, Color hover, Color selected, Color selectedIdle,
        Color cursorRow) {

    /** @return the colours in the theme of the moment */
    static Palette current() {
        final var ground = Colours.SURFACE.color();
        final var text = Colours.TEXT.color();
        final var accent = Colours.ACCENT.color();
        return new Palette(ground, text, Colours.TEXT_MUTED.color(), mix(ground, Colours.LINE.color(), 0.6), Colours.SURFACE_RAISED.color(), accent,
                mix(ground, text, 0.045), mix(ground, accent, 0.2), mix(ground, text, 0.1), mix(ground, accent, 0.1));
    }

    private static Color mix(final Color one, final Color other, final double share) {
        final var from = one.getRGB();
        final var to = other.getRGB();
        return new Color(new RGB(mix(from.red, to.red, share), mix(from.green, to.green, share), mix(from.blue, to.blue, share)));
    }

    private static int mix(final int one, final int other, final double share) {
        return (int) Math.round(one + (other - one) * share);
    }
}
