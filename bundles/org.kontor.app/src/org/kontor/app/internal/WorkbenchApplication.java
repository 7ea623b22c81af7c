// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Opens the workbench and stays until its last window is closed. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        final Display display = PlatformUI.createDisplay();
        try {
            final int code = PlatformUI.createAndRunWorkbench(display, new KontorWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            final IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
