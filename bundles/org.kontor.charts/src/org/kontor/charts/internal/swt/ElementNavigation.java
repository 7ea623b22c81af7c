// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.kontor.charts.BarChart;
import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.GraphChart;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.TreeChart;

/** Which element a point or a key means. Knows no widget, so it is tested without one. */
public final class ElementNavigation {

    /** Where a key leads. */
    public enum Direction {
        /** To the left. */
        LEFT,
        /** To the right. */
        RIGHT,
        /** Up. */
        UP,
        /** Down. */
        DOWN,
        /** To the first element. */
        FIRST,
        /** To the last element. */
        LAST
    }

    private final List<ChartElement> elements;
    private final boolean downwards;
    private final boolean free;

    /**
     * @param chart    the chart, which decides whether its categories run down or across
     * @param elements what was painted, in reading order
     */
    public ElementNavigation(final Chart chart, final List<ChartElement> elements) {
        this.elements = elements;
        this.free = chart instanceof ScatterChart || chart instanceof TreeChart || chart instanceof GraphChart;
        this.downwards = chart instanceof FunnelChart || chart instanceof BarChart bars && bars.arrangement().isHorizontal();
    }

    /** The element at a point; where hit areas overlap, the one whose mark is nearest. */
    public Optional<ChartElement> at(final double x, final double y) {
        return elements.stream().filter(element -> element.hitArea().contains(x, y))
                .min(Comparator.comparingDouble(element -> distance(element, x, y)));
    }

    private static double distance(final ChartElement element, final double x, final double y) {
        final var mark = element.mark();
        final double beside = Math.max(0, Math.max(mark.x() - x, x - mark.right()));
        final double above = Math.max(0, Math.max(mark.y() - y, y - mark.bottom()));
        return Math.hypot(beside, above);
    }

    /** The same thing in this picture, where the numbers may have changed. */
    public Optional<ChartElement> same(final ChartElement element) {
        return elements.stream().filter(candidate -> candidate.isSameAs(element)).findFirst();
    }

    /** Where a key leads from an element; at the border it stays. */
    public Optional<ChartElement> next(final ChartElement from, final Direction direction) {
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        if (direction == Direction.LAST) {
            return Optional.of(elements.getLast());
        }
        if (direction == Direction.FIRST || from == null) {
            return Optional.of(elements.getFirst());
        }
        if (free) {
            return nearest(from, direction);
        }
        final boolean forward = direction == Direction.RIGHT || direction == Direction.DOWN;
        final boolean vertical = direction == Direction.UP || direction == Direction.DOWN;
        final boolean severalSeries = elements.stream().map(ChartElement::series).distinct().count() > 1;
        if (vertical == downwards || !severalSeries) {
            return step(from, forward, ChartElement::series);
        }
        return step(from, forward, ChartElement::key);
    }

    /** The element that lies nearest in a direction; what lies aside counts double, so that a step goes where the key points. */
    private Optional<ChartElement> nearest(final ChartElement from, final Direction direction) {
        ChartElement best = from;
        double least = Double.POSITIVE_INFINITY;
        for (final var element : elements) {
            final double right = element.mark().centreX() - from.mark().centreX();
            final double down = element.mark().centreY() - from.mark().centreY();
            final double along = switch (direction) {
                case LEFT -> -right;
                case RIGHT -> right;
                case UP -> -down;
                default -> down;
            };
            final double aside = direction == Direction.LEFT || direction == Direction.RIGHT ? Math.abs(down) : Math.abs(right);
            if (along > 1e-9 && along + 2 * aside < least) {
                least = along + 2 * aside;
                best = element;
            }
        }
        return Optional.of(best);
    }

    /** One step among the elements that share something with the present one. */
    private Optional<ChartElement> step(final ChartElement from, final boolean forward, final Function<ChartElement, String> shared) {
        final var row = elements.stream().filter(element -> shared.apply(element).equals(shared.apply(from))).toList();
        for (int index = 0; index < row.size(); index++) {
            if (row.get(index).isSameAs(from)) {
                return Optional.of(row.get(Math.clamp(index + (forward ? 1 : -1), 0, row.size() - 1)));
            }
        }
        return Optional.of(elements.getFirst());
    }
}
