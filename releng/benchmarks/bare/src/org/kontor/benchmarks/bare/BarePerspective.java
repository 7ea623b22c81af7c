// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks.bare;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** One view. */
public final class BarePerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(final IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView("org.kontor.benchmarks.bare.view", IPageLayout.LEFT, IPageLayout.RATIO_MAX, layout.getEditorArea());
    }
}
