// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks.bare;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The platform's workbench with the bars that Kontor's window has, and nothing of Kontor's. */
public final class BareApplication implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        final var display = PlatformUI.createDisplay();
        try {
            PlatformUI.createAndRunWorkbench(display, new Advisor());
            return EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            final var workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }

    private static final class Advisor extends WorkbenchAdvisor {

        @Override
        public void initialize(final IWorkbenchConfigurer configurer) {
            super.initialize(configurer);
            configurer.setSaveAndRestore(true);
        }

        @Override
        public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(final IWorkbenchWindowConfigurer configurer) {
            return new WindowAdvisor(configurer);
        }

        @Override
        public String getInitialWindowPerspectiveId() {
            return "org.kontor.benchmarks.bare.perspective";
        }
    }

    private static final class WindowAdvisor extends WorkbenchWindowAdvisor {

        WindowAdvisor(final IWorkbenchWindowConfigurer configurer) {
            super(configurer);
        }

        @Override
        public void preWindowOpen() {
            final var configurer = getWindowConfigurer();
            configurer.setInitialSize(new Point(1400, 900));
            configurer.setShowCoolBar(true);
            configurer.setShowStatusLine(true);
            configurer.setShowPerspectiveBar(true);
            configurer.setShowProgressIndicator(true);
            configurer.setShowMenuBar(true);
        }
    }
}
