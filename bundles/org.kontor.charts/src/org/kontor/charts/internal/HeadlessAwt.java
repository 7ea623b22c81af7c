// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

/**
 * Keeps AWT from opening a display of its own: in a process whose windows are SWT's, a second toolkit freezes on macOS and fights over
 * the display on Linux.
 */
public final class HeadlessAwt {

    private static final String KEY = "java.awt.headless";

    private HeadlessAwt() {
    }

    /** Must come before the first AWT class that asks for a display; a setting from the command line stands. */
    public static void ensure() {
        if (System.getProperty(KEY) == null) {
            System.setProperty(KEY, "true");
        }
    }
}
