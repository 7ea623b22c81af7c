// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.kontor.charts.ColourRole;
import org.kontor.charts.Series;

/** The shapes that tell groups of points apart for those who do not see their colours. */
final class Markers {

    private static final int SHAPES = 8;

    private Markers() {
    }

    /** The shape of a group; colours repeat after the palette's end, and then no colour meets the same shape again. */
    static Shape of(final Series group, final int position, final int colours, final double radius) {
        if (group.colour().meaning() == ColourRole.Meaning.NEUTRAL) {
            return cross(radius * 0.9, radius * 0.22, Math.PI / 4);
        }
        return switch ((position + position / colours) % SHAPES) {
            case 0 -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case 1 -> new Rectangle2D.Double(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8);
            case 2 -> polygon(3, radius * 1.3, -Math.PI / 2);
            case 3 -> polygon(4, radius * 1.25, 0);
            case 4 -> polygon(3, radius * 1.3, Math.PI / 2);
            case 5 -> cross(radius * 1.2, radius * 0.42, 0);
            case 6 -> polygon(6, radius * 1.1, 0);
            default -> polygon(5, radius * 1.2, -Math.PI / 2);
        };
    }

    private static Shape polygon(final int corners, final double radius, final double turn) {
        final var path = new Path2D.Double();
        for (int corner = 0; corner < corners; corner++) {
            final double angle = turn + 2 * Math.PI * corner / corners;
            final double x = radius * Math.cos(angle);
            final double y = radius * Math.sin(angle);
            if (corner == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape cross(final double radius, final double half, final double turn) {
        final var cross = new Area(new Rectangle2D.Double(-radius, -half, 2 * radius, 2 * half));
        cross.add(new Area(new Rectangle2D.Double(-half, -radius, 2 * half, 2 * radius)));
        return AffineTransform.getRotateInstance(turn).createTransformedShape(cross);
    }

    static Shape at(final Shape shape, final double x, final double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }
}
