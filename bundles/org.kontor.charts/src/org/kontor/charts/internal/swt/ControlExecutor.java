// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.util.concurrent.Executor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Runs something on a control's thread, later; drops what comes too late for a closed window. */
public final class ControlExecutor implements Executor {

    private final Control control;
    private final Display display;

    /**
     * @param control whose thread and life count
     */
    public ControlExecutor(final Control control) {
        this.control = control;
        this.display = control.getDisplay();
    }

    @Override
    public void execute(final Runnable task) {
        if (display.isDisposed()) {
            return;
        }
        try {
            display.asyncExec(() -> {
                if (!control.isDisposed()) {
                    task.run();
                }
            });
        } catch (SWTException closing) {
            if (closing.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw closing;
            }
        }
    }
}
