// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective that is there even where no other feature is installed: the record editors, and the views that installed bundles add to it. */
public final class StartPerspective implements IPerspectiveFactory {

    static final String ID = "org.kontor.app.start";

    @Override
    public void createInitialLayout(final IPageLayout layout) {
        layout.setEditorAreaVisible(true);
    }
}
