// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * Where sales works: the navigator at the left; board, funnel and tables beside each other in the middle, together with the records that
 * are open; what to do next with the selected record, and what happened around it, at the right.
 */
public final class SalesPerspective implements IPerspectiveFactory {

    private static final float NAVIGATOR = 0.19f;
    private static final float RIGHT = 0.74f;
    private static final float WORK = 0.4f;

    @Override
    public void createInitialLayout(final IPageLayout layout) {
        final var editors = layout.getEditorArea();
        layout.addView("org.kontor.customers.ui.navigator", IPageLayout.LEFT, NAVIGATOR, editors);
        final var work = layout.createFolder("org.kontor.sales.ui.work", IPageLayout.TOP, WORK, editors);
        work.addView("org.kontor.sales.ui.board");
        work.addView("org.kontor.sales.ui.funnel");
        work.addView("org.kontor.sales.ui.opportunities");
        work.addView("org.kontor.sales.ui.leads");
        work.addView("org.kontor.customers.ui.accounts");
        work.addView("org.kontor.customers.ui.contacts");
        work.addPlaceholder("org.kontor.sales.ui.activities");
        work.addPlaceholder("org.kontor.ui.changeLog");
        final var side = layout.createFolder("org.kontor.sales.ui.side", IPageLayout.RIGHT, RIGHT, "org.kontor.sales.ui.work");
        side.addView("org.kontor.sales.ui.guidance");
        side.addView("org.kontor.ui.timeline");
        layout.setEditorAreaVisible(false);
        layout.addPerspectiveShortcut("org.kontor.sales.ui.perspective");
    }
}
