// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Chooses the first perspective and keeps window positions and open editors from one start to the next. */
final class KontorWorkbenchAdvisor extends WorkbenchAdvisor {

    @Override
    public void initialize(final IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(final IWorkbenchWindowConfigurer configurer) {
        return new KontorWindowAdvisor(configurer);
    }

    /** {@return the perspective of last resort; plugin_customization.ini names the one that comes first where it is installed} */
    @Override
    public String getInitialWindowPerspectiveId() {
        return StartPerspective.ID;
    }
}
