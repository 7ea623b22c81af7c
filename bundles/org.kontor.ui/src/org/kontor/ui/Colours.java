// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.Locale;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of the workbench by what they mean. Each is a colour definition that the light and the dark theme give a value and that a
 * person may change under Preferences, Colors and Fonts. Widgets that show one colour throughout should take it by {@link #CSS_CLASS}
 * instead, because then a change of theme reaches them by itself; whatever paints by hand asks here each time it paints.
 *
 * @since 0.1
 */
public enum Colours {
    /** Ground of pages and cards. */
    SURFACE(255, 255, 255),
    /** Ground of headers, boards and side panels. */
    SURFACE_RAISED(244, 246, 249),
    /** Thin lines between things. */
    LINE(216, 221, 229),
    /** Text. */
    TEXT(31, 41, 51),
    /** Labels, units and other text of less weight. */
    TEXT_MUTED(95, 108, 123),
    /** Text of what cannot be used now. */
    TEXT_UNAVAILABLE(164, 172, 183),
    /** Links, selection and what matters now. */
    ACCENT(31, 102, 201),
    /** Something is wrong. */
    ERROR(192, 48, 48),
    /** Something needs attention. */
    WARNING(146, 98, 0),
    /** Something went well. */
    SUCCESS(26, 122, 72),
    /** Ground of a message about something wrong. */
    ERROR_SURFACE(253, 236, 236),
    /** Ground of a message that asks for attention. */
    WARNING_SURFACE(255, 246, 221),
    /** Ground of a message that informs. */
    INFO_SURFACE(232, 241, 254);

    /** The event of the theme that became another; views that paint by hand or keep fonts hear of it. */
    public static final String THEME_CHANGED = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";
    /** The key under which {@link Control#setData(String, Object)} takes one of the class names below. */
    public static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
    /** CSS class of a page or card. */
    public static final String CSS_SURFACE = "KontorSurface";
    /** CSS class of a header, board or side panel. */
    public static final String CSS_RAISED = "KontorRaised";
    /** CSS class of a label of less weight. */
    public static final String CSS_MUTED = "KontorMuted";
    /** CSS class of a label that matters now. */
    public static final String CSS_ACCENT = "KontorAccent";
    /** CSS class of a label that tells of success. */
    public static final String CSS_SUCCESS = "KontorSuccess";
    /** CSS class of a label that asks for attention. */
    public static final String CSS_WARNING = "KontorWarning";
    /** CSS class of a message at a field that is wrong. */
    public static final String CSS_ERROR = "KontorError";
    /** CSS class of a strip that asks for attention. */
    public static final String CSS_WARNING_STRIP = "KontorWarningStrip";
    /** CSS class of a strip that says what is wrong. */
    public static final String CSS_ERROR_STRIP = "KontorErrorStrip";
    /** CSS class of a strip that informs. */
    public static final String CSS_INFO_STRIP = "KontorInfoStrip";
    /** CSS class of a thin line: a composite one pixel high or wide. */
    public static final String CSS_LINE = "KontorLine";

    private final int red;
    private final int green;
    private final int blue;

    Colours(final int red, final int green, final int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** @return the identifier of the colour definition, such as {@code org.kontor.ui.textMuted} */
    public String id() {
        final var words = name().toLowerCase(Locale.ROOT).split("_");
        final var id = new StringBuilder("org.kontor.ui.").append(words[0]);
        for (int word = 1; word < words.length; word++) {
            id.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return id.toString();
    }

    /**
     * The colour in the theme of the moment: shared, never to be disposed of, and only good until the theme changes.
     *
     * @return the colour; the light theme's where the workbench has no themes; to be called on the user-interface thread
     */
    public Color color() {
        final var registry = JFaceResources.getColorRegistry();
        return registry.hasValueFor(id()) ? registry.get(id()) : new Color(red, green, blue);
    }

    /**
     * Gives a widget a CSS class of the theme, at once where it had another.
     *
     * @param control  the widget
     * @param cssClass one or more of the class names above, separated by blanks
     * @param <T>      the widget
     * @return the same widget
     */
    public static <T extends Control> T styled(final T control, final String cssClass) {
        control.setData(CSS_CLASS, cssClass);
        control.reskin(SWT.NONE);
        return control;
    }
}
