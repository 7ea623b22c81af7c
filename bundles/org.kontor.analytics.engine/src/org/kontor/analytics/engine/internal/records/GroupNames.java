// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.result.Result;

/**
 * Finds in another result the groups that people named. A label in words means the same in both. A number means nothing: a group is found
 * again where most of its members, of those that are still there, are together in one group.
 */
final class GroupNames {

    private GroupNames() {
    }

    /** A group of before that most of whose members are in a group of now. */
    private record Match(String before, String now, int members) {
    }

    /**
     * Carries names over.
     *
     * @param names  the names by the labels of the first result
     * @param before the first result
     * @param after  the second result
     * @return the names by the labels of the second result; groups that are not found again have none
     */
    static Map<String, String> carried(final Map<String, String> names, final Result before, final Result after) {
        final var earlier = Comparing.labels(before);
        final var later = Comparing.labels(after);
        final var carried = new LinkedHashMap<String, String>();
        names.entrySet().stream().filter(name -> !numbered(name.getKey())).forEach(name -> carried.put(name.getKey(), name.getValue()));
        // two groups that are one now have the name of the larger
        names.keySet().stream().filter(GroupNames::numbered).flatMap(label -> match(label, earlier, later).stream())
                .sorted(Comparator.comparingInt(Match::members).reversed().thenComparing(Match::before))
                .forEach(match -> carried.putIfAbsent(match.now(), names.get(match.before())));
        return carried;
    }

    private static Optional<Match> match(final String label, final Map<String, String> earlier, final Map<String, String> later) {
        final var counts = new HashMap<String, Integer>();
        int members = 0;
        for (final var row : earlier.entrySet()) {
            final var now = later.get(row.getKey());
            if (row.getValue().equals(label) && now != null) {
                counts.merge(now, 1, Integer::sum);
                members++;
            }
        }
        final int half = members / 2;
        return counts.entrySet().stream().filter(count -> count.getValue() > half).findFirst().map(count -> new Match(label, count.getKey(), count.getValue()));
    }

    private static boolean numbered(final String label) {
        return label.matches("-?[0-9]+");
    }
}
