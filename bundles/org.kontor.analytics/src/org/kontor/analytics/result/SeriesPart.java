// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;
import java.util.Optional;

/**
 * Lines over a common axis: an elbow, a ROC curve, a forecast with its intervals.
 *
 * @param name    the stable name
 * @param title   what it is called
 * @param axis    what the positions are
 * @param value   what the values are
 * @param lines   the lines
 * @param marks   positions worth pointing out
 * @param meaning what the values say, by which they are shown: a {@link Meaning#SHARE} as percent
 * @since 0.1
 */
public record SeriesPart(String name, Message title, Axis axis, Message value, List<Line> lines, List<Mark> marks,
        Meaning meaning) implements Part {

    public SeriesPart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /**
     * Values that mean nothing more.
     *
     * @param name  the stable name
     * @param title what it is called
     * @param axis  what the positions are
     * @param value what the values are
     * @param lines the lines
     * @param marks positions worth pointing out
     */
    public SeriesPart(final String name, final Message title, final Axis axis, final Message value, final List<Line> lines, final List<Mark> marks) {
        this(name, title, axis, value, lines, marks, Meaning.PLAIN);
    }

    /** What positions are. */
    public enum AxisType {
        /** Real numbers. */
        NUMBER,
        /** Days since 1970-01-01. */
        DATE
    }

    /**
     * What the positions are.
     *
     * @param title   what they are called
     * @param type    how they are to be read
     * @param meaning what they say, by which they are shown
     */
    public record Axis(Message title, AxisType type, Meaning meaning) {

        /**
         * Positions that mean nothing more.
         *
         * @param title what they are called
         * @param type  how they are to be read
         */
        public Axis(final Message title, final AxisType type) {
            this(title, type, Meaning.PLAIN);
        }
    }

    /**
     * A line.
     *
     * @param title     what it is called
     * @param positions increasing
     * @param values    one for each position, {@code NaN} for a gap
     * @param band      the lower and upper bounds around the values, where they are known
     */
    public record Line(Message title, double[] positions, double[] values, Optional<Band> band) {
    }

    /**
     * Bounds around a line.
     *
     * @param coverage the probability with which the truth lies between them, 0 to 1
     * @param lower    one for each position
     * @param upper    one for each position
     */
    public record Band(double coverage, double[] lower, double[] upper) {
    }

    /**
     * A position worth pointing out.
     *
     * @param position where
     * @param title    why
     */
    public record Mark(double position, Message title) {
    }
}
