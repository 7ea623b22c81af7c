// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import org.eclipse.swt.widgets.Display;

/**
 * Work that must happen on the user-interface thread, whoever asks for it.
 *
 * @since 0.1
 */
public final class UiThread {

    private UiThread() {
    }

    /**
     * Runs at once where the caller is on the user-interface thread, later where it is not, and never once the display is gone. From any
     * thread; does not wait.
     *
     * @param display the display
     * @param work    what to do
     */
    public static void run(final Display display, final Runnable work) {
        if (display.getThread() == Thread.currentThread()) {
            work.run();
        } else if (!display.isDisposed()) {
            display.asyncExec(work);
        }
    }
}
