// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * Where analysts work: the navigator at the left; the guided analysis, runs and segments beside each other in the middle, together with
 * the tables and records that they lead to.
 */
public final class AnalyticsPerspective implements IPerspectiveFactory {

    private static final float NAVIGATOR = 0.19f;
    private static final float WORK = 0.5f;

    @Override
    public void createInitialLayout(final IPageLayout layout) {
        final var editors = layout.getEditorArea();
        layout.addView("org.kontor.customers.ui.navigator", IPageLayout.LEFT, NAVIGATOR, editors);
        final var work = layout.createFolder("org.kontor.analytics.ui.work", IPageLayout.TOP, WORK, editors);
        work.addView("org.kontor.analytics.ui.guide");
        work.addView("org.kontor.analytics.ui.runs");
        work.addView("org.kontor.analytics.ui.models");
        work.addView("org.kontor.analytics.ui.segments");
        work.addPlaceholder("org.kontor.ui.changeLog");
        layout.setEditorAreaVisible(false);
        layout.addPerspectiveShortcut("org.kontor.analytics.ui.perspective");
    }
}
