// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;

/** Looks for the largest stack of what a window shows whenever a person turns to something; see {@link WorkStack}. */
final class WorkStackListener implements IPartListener2, IPerspectiveListener {

    private final IEclipseContext context;

    WorkStackListener(final IWorkbenchWindow window) {
        context = window.getService(IEclipseContext.class);
    }

    void choose() {
        final var models = context.get(EModelService.class);
        final var perspective = models.getActivePerspective(context.get(MWindow.class));
        if (perspective != null) {
            WorkStack.choose(perspective, context.get(MApplication.class), models);
        }
    }

    @Override
    public void partActivated(final IWorkbenchPartReference part) {
        choose();
    }

    @Override
    public void perspectiveActivated(final IWorkbenchPage page, final IPerspectiveDescriptor perspective) {
        choose();
    }

    /** The layout of the beginning comes back, or a view comes or goes. */
    @Override
    public void perspectiveChanged(final IWorkbenchPage page, final IPerspectiveDescriptor perspective, final String change) {
        choose();
    }
}
