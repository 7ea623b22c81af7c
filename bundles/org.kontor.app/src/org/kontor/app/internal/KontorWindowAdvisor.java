// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import org.kontor.ui.work.StartReport;

/** Which bars the window has and how large it first opens. */
final class KontorWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point FIRST_SIZE = new Point(1400, 900);

    KontorWindowAdvisor(final IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(final IActionBarConfigurer configurer) {
        return new KontorActionBarAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        final IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(FIRST_SIZE);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowMenuBar(true);
    }

    @Override
    public void postWindowOpen() {
        StartReport.reached("window");
        final var window = getWindowConfigurer().getWindow();
        window.getPartService().addPartListener(new EditorAreaTidying());
        EditorAreaTidying.tidy(window.getActivePage());
        final var work = new WorkStackListener(window);
        window.getPartService().addPartListener(work);
        window.addPerspectiveListener(work);
        work.choose();
    }
}
