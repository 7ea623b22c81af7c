// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * The text of a label as long as there is room for it, and something shorter where there is less, rather than one that is cut off in the
 * middle of a letter. User-interface thread.
 *
 * @since 0.1
 */
public final class FittingText {

    private static final String KEY = "org.kontor.fitting";
    private static final char ELLIPSIS = '…';

    private FittingText() {
    }

    /**
     * Shows the longest of some texts that the bar has room for, now and whenever the bar gets another size. All of it is in the tool tip.
     *
     * @param label   a label in a row that a {@link GridLayout} of the bar lays out
     * @param texts   the texts, the longest first; at least one
     * @param elastic a control of the row that gives way, down to the minimum width of its grid data; null for none
     */
    public static void longest(final Label label, final List<String> texts, final Control elastic) {
        final boolean known = label.getData(KEY) != null;
        label.setData(KEY, List.copyOf(texts));
        label.setToolTipText(texts.getFirst());
        if (!known) {
            label.getParent().addListener(SWT.Resize, event -> choose(label, elastic));
        }
        choose(label, elastic);
    }

    private static void choose(final Label label, final Control elastic) {
        final var bar = label.getParent();
        final int room = bar.getClientArea().width - others(bar, label, elastic);
        @SuppressWarnings("unchecked") final var texts = (List<String>) label.getData(KEY);
        final var shown = texts.stream().filter(text -> width(label, text) <= room).findFirst().orElse(texts.getLast());
        if (!label.getText().equals(escaped(shown))) {
            label.setText(escaped(shown));
        }
        label.requestLayout();
    }

    private static int others(final Composite bar, final Control label, final Control elastic) {
        final var layout = (GridLayout) bar.getLayout();
        int width = 2 * layout.marginWidth + layout.marginLeft + layout.marginRight;
        for (final var child : bar.getChildren()) {
            final var data = (GridData) child.getLayoutData();
            if (child != label && (data == null || !data.exclude)) {
                width += layout.horizontalSpacing + (child == elastic && data != null ? data.minimumWidth : child.computeSize(data == null ? SWT.DEFAULT : data.widthHint, SWT.DEFAULT).x);
            }
        }
        return width;
    }

    /**
     * Shows a text up to where there is room, then an ellipsis, now and whenever the label gets another size. All of it is in the tool tip.
     *
     * @param label a label that is laid out with a width of its own, whatever it shows
     * @param text  the text
     */
    public static void cut(final Label label, final String text) {
        final boolean known = label.getData(KEY) != null;
        label.setData(KEY, text);
        label.setToolTipText(text);
        label.setText(escaped(text));
        if (!known) {
            label.addListener(SWT.Resize, event -> cut(label));
        }
        cut(label);
    }

    private static void cut(final Label label) {
        final int room = label.getSize().x;
        final var text = (String) label.getData(KEY);
        var shown = text;
        if (room > 0 && width(label, text) > room) {
            int fits = 0;
            int tooLong = text.length();
            while (tooLong - fits > 1) {
                final int middle = (fits + tooLong) >>> 1;
                if (width(label, text.substring(0, middle) + ELLIPSIS) <= room) {
                    fits = middle;
                } else {
                    tooLong = middle;
                }
            }
            shown = text.substring(0, fits).stripTrailing() + ELLIPSIS;
        }
        if (!label.getText().equals(escaped(shown))) {
            label.setText(escaped(shown));
        }
    }

    private static int width(final Label label, final String text) {
        final var gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            final Point size = gc.textExtent(text);
            return size.x;
        } finally {
            gc.dispose();
        }
    }

    private static String escaped(final String text) {
        return text.replace("&", "&&");
    }
}
