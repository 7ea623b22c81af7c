// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.kontor.analytics.result.Warning;

/** Series and the totals that they are part of; the totals come first, the grand total first of all. */
final class Hierarchy {

    /** The name of the sum of all series. */
    static final String ALL = "Total";

    private final String separator;
    private final Map<String, String> totalOf = new LinkedHashMap<>();
    private final List<int[]> parts = new ArrayList<>();
    private int totals;

    /**
     * @param separator stands between the levels of names; empty where names have none
     * @param parents   rows of part and total
     */
    Hierarchy(final String separator, final List<List<String>> parents) {
        this.separator = separator;
        parents.forEach(row -> totalOf.put(row.getFirst(), row.getLast()));
    }

    /** {@return the totals above a series, the nearest first; the grand total is not among them} */
    private List<String> above(final String name) {
        final var found = new ArrayList<String>();
        final var seen = new HashSet<String>(List.of(name));
        String at = name;
        while (true) {
            String next = totalOf.get(at);
            if (next == null && !separator.isEmpty() && at.lastIndexOf(separator) > 0) {
                next = at.substring(0, at.lastIndexOf(separator));
            }
            if (next == null || next.isBlank() || next.equals(ALL)) {
                return found;
            }
            if (!seen.add(next)) {
                throw Messages.problem("forecast.parents", next).asException();
            }
            found.add(next);
            at = next;
        }
    }

    /**
     * Adds totals to series.
     *
     * @param set the series
     * @return totals and series, all over the time that they have in common
     */
    SeriesSet expand(final SeriesSet set) {
        final var sums = new TreeSet<String>();
        set.series().forEach(each -> sums.addAll(above(each.name())));
        final var warnings = new ArrayList<>(set.warnings());
        final var leaves = new ArrayList<TimeSeries>();
        for (final var each : set.series()) {
            if (sums.contains(each.name()) || each.name().equals(ALL)) {
                warnings.add(new Warning("forecast.total-given", Messages.of("forecast.total-given", set.said(each))));
            } else {
                leaves.add(each);
            }
        }
        final int first = leaves.stream().mapToInt(TimeSeries::first).max().orElse(0);
        final int end = leaves.stream().mapToInt(TimeSeries::end).min().orElse(0);
        if (leaves.size() < 2 || end - first < SeriesReader.SHORTEST) {
            throw Messages.problem("forecast.no-hierarchy").asException();
        }
        final var names = new ArrayList<String>();
        names.add(ALL);
        names.addAll(sums);
        totals = names.size();
        final var all = new ArrayList<TimeSeries>();
        for (int total = 0; total < totals; total++) {
            final var name = names.get(total);
            final int[] members = IntStream.range(0, leaves.size())
                    .filter(leaf -> name.equals(ALL) || above(leaves.get(leaf).name()).contains(name)).toArray();
            parts.add(members);
            final var values = new double[end - first];
            for (final int member : members) {
                final var leaf = leaves.get(member);
                Arrays.setAll(values, t -> values[t] + leaf.values()[first - leaf.first() + t]);
            }
            all.add(new TimeSeries(name, first, values, 0));
        }
        for (final var leaf : leaves) {
            all.add(new TimeSeries(leaf.name(), first, Arrays.copyOfRange(leaf.values(), first - leaf.first(), end - leaf.first()), leaf.filled()));
        }
        return new SeriesSet(set.timeline(), all, set.column(), set.cycle(), set.rows(), warnings, set.notes());
    }

    /** {@return how many totals there are; they come before the series} */
    int totals() {
        return totals;
    }

    /** {@return the numbers of the series in a total, counted from the first series} */
    int[] parts(final int total) {
        return parts.get(total);
    }
}
