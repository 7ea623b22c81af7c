// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.result.Message;

/**
 * Which segment a customer belongs to: rules over the grade of recency and the mean of the grades of frequency and money. Rules are written
 * on a scale of five steps, to which any number of grades is stretched. The first rule that fits counts, and each cell needs one.
 */
final class SegmentGrid {

    static final int STEPS = 5;
    static final List<String> COLUMNS = List.of("name", "recency-from", "recency-to", "value-from", "value-to");
    private static final String[] KEYS = {"champions", "loyal-customers", "potential-loyalists", "new-customers", "promising", "need-attention", "about-to-sleep",
        "cannot-lose-them", "at-risk", "hibernating", "lost"};
    private static final int[][] CELLS = {{4, 5, 4, 5}, {3, 3, 4, 5}, {4, 5, 2, 3}, {5, 5, 1, 1}, {4, 4, 1, 1}, {3, 3, 3, 3}, {3, 3, 1, 2}, {1, 2, 5, 5},
        {1, 2, 3, 4}, {2, 2, 1, 2}, {1, 1, 1, 2}};

    /** The names as they are written to the data. */
    private final List<String> names = new ArrayList<>();
    private final List<Message> titles = new ArrayList<>();
    private final int levels;
    private final int[] segments;

    private SegmentGrid(final int levels) {
        this.levels = levels;
        segments = new int[levels * levels];
    }

    static List<List<String>> preset() {
        final List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < KEYS.length; i++) {
            final int[] cell = CELLS[i];
            rows.add(List.of(title(KEYS[i]).text(Locale.ENGLISH), "" + cell[0], "" + cell[1], "" + cell[2], "" + cell[3]));
        }
        return rows;
    }

    private static Message title(final String key) {
        return Messages.of("rfm.parameter.segments.cell." + key);
    }

    static SegmentGrid of(final List<List<String>> rules, final int levels, final Locale language) {
        final var grid = new SegmentGrid(levels);
        final var known = new LinkedHashMap<String, Integer>();
        final var limits = new ArrayList<int[]>();
        for (final var rule : rules) {
            limits.add(limits(rule, known, language));
        }
        known.keySet().forEach(name -> {
            grid.titles.add(translated(name));
            grid.names.add(name);
        });
        for (int r = 1; r <= levels; r++) {
            for (int v = 1; v <= levels; v++) {
                grid.segments[(r - 1) * levels + v - 1] = grid.segment(limits, step(r, levels), step(v, levels));
            }
        }
        return grid;
    }

    /** The name in every language where it is one of the preset ones; a name that somebody gave stays as it is. */
    private static Message translated(final String name) {
        for (final var key : KEYS) {
            final var title = title(key);
            if (title.texts().containsValue(name)) {
                return title;
            }
        }
        return new Message(Map.of("en", name, "zh", name));
    }

    private static int[] limits(final List<String> rule, final Map<String, Integer> known, final Locale language) {
        final var limits = new int[STEPS];
        final var name = rule.getFirst();
        boolean good = !name.isBlank();
        for (int i = 1; i < COLUMNS.size(); i++) {
            final var cell = rule.get(i);
            good &= cell.matches("[1-5]");
            limits[i - 1] = cell.matches("[1-5]") ? cell.charAt(0) - '0' : 0;
        }
        if (!good || limits[0] > limits[1] || limits[2] > limits[3]) {
            throw Messages.problem("rfm.rule", String.join(" | ", rule)).asException();
        }
        limits[4] = known.computeIfAbsent(translated(name).text(language), unseen -> known.size());
        return limits;
    }

    private int segment(final List<int[]> limits, final int recency, final int value) {
        for (final int[] each : limits) {
            if (recency >= each[0] && recency <= each[1] && value >= each[2] && value <= each[3]) {
                return each[4];
            }
        }
        throw Messages.problem("rfm.gap", recency, value).asException();
    }

    /** The step of a grade: 1 to 5 for the lowest to the highest, rounded to the nearest, half a step up. */
    static int step(final int grade, final int levels) {
        return levels == 1 ? STEPS : 1 + (2 * (grade - 1) * (STEPS - 1) + levels - 1) / (2 * (levels - 1));
    }

    int segment(final int recency, final int value) {
        return segments[(recency - 1) * levels + value - 1];
    }

    List<String> names() {
        return names;
    }

    List<Message> titles() {
        return titles;
    }
}
