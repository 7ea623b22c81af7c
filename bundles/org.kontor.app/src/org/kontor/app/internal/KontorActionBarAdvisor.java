// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** Gives the platform's commands their actions; the menus themselves are extensions in plugin.xml. Undo and redo belong to the store's history. */
final class KontorActionBarAdvisor extends ActionBarAdvisor {

    KontorActionBarAdvisor(final IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(final IWorkbenchWindow window) {
        for (final ActionFactory factory : new ActionFactory[] {ActionFactory.SAVE, ActionFactory.SAVE_ALL,
            ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL, ActionFactory.FIND,
            ActionFactory.IMPORT, ActionFactory.EXPORT, ActionFactory.PREFERENCES, ActionFactory.HELP_CONTENTS, ActionFactory.ABOUT, ActionFactory.QUIT}) {
            register(factory.create(window));
        }
    }
}
