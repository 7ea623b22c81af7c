// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/**
 * Says which part of the help belongs to a control and everything in it: what F1 shows there. The contexts are described in
 * {@code contexts.xml} of the bundle {@code org.kontor.help}; a plug-in brings its own by the extension point
 * {@code org.eclipse.help.contexts}.
 *
 * @since 0.1
 */
public final class HelpContext {

    /** Where the platform's help looks; its own setter needs the workbench, which a control does not. */
    private static final String KEY = "org.eclipse.ui.help";
    private static final String BUNDLE = "org.kontor.help";

    /** The pipeline board and the guidance. */
    public static final String BOARD = "org.kontor.help.board";

    /** The funnel. */
    public static final String FUNNEL = "org.kontor.help.funnel";

    /** The guided analysis, results, runs and segments. */
    public static final String ANALYTICS = "org.kontor.help.analytics";

    /** Tables of records. */
    public static final String TABLES = "org.kontor.help.tables";

    /** The record editor. */
    public static final String EDITOR = "org.kontor.help.editor";

    /** The timeline and the change log. */
    public static final String HISTORY = "org.kontor.help.history";

    /** The navigator. */
    public static final String NAVIGATOR = "org.kontor.help.navigator";

    private HelpContext() {
    }

    /**
     * What opens a page of the help.
     *
     * @param page the name of the page in the guide, such as {@code methods-kmeans}
     * @return opens it, on the user-interface thread; empty where the help has no such page or is not installed
     */
    public static Optional<Runnable> page(final String page) {
        final var file = "html/" + page + ".html";
        return Optional.ofNullable(Platform.getBundle(BUNDLE)).filter(help -> help.getEntry(file) != null)
                .map(help -> () -> PlatformUI.getWorkbench().getHelpSystem().displayHelpResource('/' + BUNDLE + '/' + file));
    }

    /**
     * @param control the control
     * @param context the identifier of the context, with the name of the bundle that describes it
     * @param <C>     the kind of control
     * @return the control
     */
    public static <C extends Control> C of(final C control, final String context) {
        control.setData(KEY, context);
        return control;
    }
}
