// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.pdf;

import java.awt.geom.PathIterator;

/** Shapes of Java 2D as operators of PDF. */
final class PdfPath {

    private PdfPath() {
    }

    /** Writes a path; whether it has any segment. */
    static boolean append(final StringBuilder out, final PathIterator path) {
        final var at = new double[6];
        double x = 0;
        double y = 0;
        boolean any = false;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    point(out, at[0], at[1]).append("m\n");
                    x = at[0];
                    y = at[1];
                }
                case PathIterator.SEG_LINETO -> {
                    point(out, at[0], at[1]).append("l\n");
                    x = at[0];
                    y = at[1];
                    any = true;
                }
                case PathIterator.SEG_QUADTO -> {
                    // PDF has curves of the third degree only
                    point(out, x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3);
                    point(out, at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3);
                    point(out, at[2], at[3]).append("c\n");
                    x = at[2];
                    y = at[3];
                    any = true;
                }
                case PathIterator.SEG_CUBICTO -> {
                    point(out, at[0], at[1]);
                    point(out, at[2], at[3]);
                    point(out, at[4], at[5]).append("c\n");
                    x = at[4];
                    y = at[5];
                    any = true;
                }
                default -> out.append("h\n");
            }
        }
        return any;
    }

    private static StringBuilder point(final StringBuilder out, final double x, final double y) {
        return out.append(PdfFile.number(x)).append(' ').append(PdfFile.number(y)).append(' ');
    }
}
