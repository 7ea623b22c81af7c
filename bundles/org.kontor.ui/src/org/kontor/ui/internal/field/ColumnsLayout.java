// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Puts the rows of a form into two columns of equal width where there is room and into one where there is not. A child whose layout data is
 * {@link #WIDE} takes the whole width. Hidden children take no room.
 */
public final class ColumnsLayout extends Layout {

    /** Layout data of a child that takes the whole width. */
    public static final Object WIDE = new Object();

    private static final int LEAST_COLUMN = 380;
    private static final int LARGEST_COLUMN = 560;
    private static final int GAP = 32;
    private static final int ROW_GAP = 7;
    private static final int MARGIN = 20;

    @Override
    protected Point computeSize(final Composite composite, final int widthHint, final int heightHint, final boolean flushCache) {
        final int width = widthHint == SWT.DEFAULT ? 2 * LEAST_COLUMN + GAP + 2 * MARGIN : widthHint;
        return new Point(width, arrange(composite, width, false));
    }

    @Override
    protected void layout(final Composite composite, final boolean flushCache) {
        arrange(composite, composite.getClientArea().width, true);
    }

    private int arrange(final Composite composite, final int available, final boolean apply) {
        final int inner = available - 2 * MARGIN;
        final boolean two = inner >= 2 * LEAST_COLUMN + GAP;
        final int column = two ? Math.min(LARGEST_COLUMN, (inner - GAP) / 2) : Math.min(LARGEST_COLUMN * 3 / 2, inner);
        final int full = two ? 2 * column + GAP : column;
        int y = MARGIN;
        int place = 0;
        int rowHeight = 0;
        for (final Control child : composite.getChildren()) {
            if (!child.getVisible()) {
                continue;
            }
            final boolean wide = child.getLayoutData() == WIDE;
            if (place > 0 && (wide || !two || place == 2)) {
                y += rowHeight + ROW_GAP;
                place = 0;
                rowHeight = 0;
            }
            final int width = wide ? full : column;
            final int height = child.computeSize(width, SWT.DEFAULT).y;
            if (apply) {
                child.setBounds(MARGIN + place * (column + GAP), y, width, height);
            }
            rowHeight = Math.max(rowHeight, height);
            place = wide ? 2 : place + 1;
        }
        return y + rowHeight + MARGIN;
    }
}
