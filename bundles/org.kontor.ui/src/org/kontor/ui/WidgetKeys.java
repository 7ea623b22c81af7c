// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import org.eclipse.swt.widgets.Widget;

/**
 * Names widgets in a way that no translation and no new layout changes, for tests and for scripts that drive the workbench.
 *
 * @since 0.1
 */
public final class WidgetKeys {

    /** The key of {@link Widget#setData(String, Object)} that holds the name. */
    public static final String KEY = "org.kontor.key";

    private WidgetKeys() {
    }

    /**
     * @param widget a widget
     * @param name   its name, unique within its shell, such as {@code field.closeDate}
     * @param <T>    the widget
     * @return the same widget
     */
    public static <T extends Widget> T named(final T widget, final String name) {
        widget.setData(KEY, name);
        return widget;
    }
}
