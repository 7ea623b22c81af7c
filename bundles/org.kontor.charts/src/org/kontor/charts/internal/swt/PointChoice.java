// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;

/** Which of many points are chosen, and the frame that is drawn around them. Knows no widget, so it is tested without one. */
public final class PointChoice {

    /** A hand that clicks moves the mouse by so much. */
    private static final double STILL = 4;

    private record Key(String key, String series) {

        static Key of(final ChartElement element) {
            return new Key(element.key(), element.series());
        }
    }

    private Set<Key> chosen = new LinkedHashSet<>();
    private boolean pressed;
    private boolean keep;
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;

    /**
     * The mouse goes down.
     *
     * @param x     where
     * @param y     where
     * @param added whether what is chosen stays so
     */
    public void press(final double x, final double y, final boolean added) {
        pressed = true;
        keep = added;
        fromX = x;
        fromY = y;
        toX = x;
        toY = y;
    }

    /** The mouse moves; whether a frame is being drawn. */
    public boolean drag(final double x, final double y) {
        toX = x;
        toY = y;
        return isFraming();
    }

    /** Whether a frame is on the screen. */
    public boolean isFraming() {
        return pressed && Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) > STILL;
    }

    /** The frame. */
    public Box frame() {
        return new Box(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY));
    }

    /**
     * The mouse goes up.
     *
     * @param elements what is on the screen
     * @param hit      the element under the mouse; null for none
     * @return whether something else is chosen now
     */
    public boolean release(final List<ChartElement> elements, final ChartElement hit) {
        if (!pressed) {
            return false;
        }
        final boolean framed = isFraming();
        final var frame = frame();
        pressed = false;
        final var next = new LinkedHashSet<Key>(keep ? chosen : Set.of());
        if (framed) {
            elements.stream().filter(PointChoice::isPoint).filter(element -> frame.contains(element.mark().centreX(), element.mark().centreY()))
                    .map(Key::of).forEach(next::add);
        } else if (hit != null) {
            final var meant = meant(elements, hit);
            if (keep && next.containsAll(meant)) {
                next.removeAll(meant);
            } else {
                next.addAll(meant);
            }
        }
        return change(next);
    }

    /** Stops a frame without choosing; whether there was one. */
    public boolean cancel() {
        final boolean framing = isFraming();
        pressed = false;
        return framing;
    }

    /** Chooses one more element, or it alone; whether something else is chosen now. */
    public boolean choose(final List<ChartElement> elements, final ChartElement element, final boolean added) {
        final var next = new LinkedHashSet<Key>(added ? chosen : Set.of());
        if (element != null) {
            next.addAll(meant(elements, element));
        }
        return change(next);
    }

    /** Chooses points by their keys; whether something else is chosen now. */
    public boolean choose(final List<ChartElement> elements, final Set<String> keys) {
        final var next = new LinkedHashSet<Key>();
        elements.stream().filter(PointChoice::isPoint).filter(element -> keys.contains(element.key())).map(Key::of).forEach(next::add);
        return change(next);
    }

    /** The chosen points in the order of the picture. */
    public List<ChartElement> chosen(final List<ChartElement> elements) {
        return chosen.isEmpty() ? List.of() : elements.stream().filter(element -> chosen.contains(Key.of(element))).toList();
    }

    private boolean change(final Set<Key> next) {
        final boolean changed = !next.equals(chosen);
        chosen = next;
        return changed;
    }

    /** The centre of a group stands for all its points. */
    private static Set<Key> meant(final List<ChartElement> elements, final ChartElement element) {
        if (isPoint(element)) {
            return Set.of(Key.of(element));
        }
        final var all = new LinkedHashSet<Key>();
        elements.stream().filter(candidate -> candidate.series().equals(element.key())).map(Key::of).forEach(all::add);
        return all;
    }

    private static boolean isPoint(final ChartElement element) {
        return !element.series().isEmpty();
    }
}
