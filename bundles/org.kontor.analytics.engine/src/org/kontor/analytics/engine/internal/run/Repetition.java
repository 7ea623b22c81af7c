// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much the figures of a method that predicts nothing depend on the rows that it saw: it runs several times, each time without some of them. */
final class Repetition {

    private static final String DEVIATION = "-deviation";

    private final List<Map<String, Double>> runs = new ArrayList<>();

    /** @param metrics the figures of one run by standard name */
    void add(final Map<String, Double> metrics) {
        runs.add(metrics);
    }

    List<Map<String, Double>> runs() {
        return List.copyOf(runs);
    }

    /**
     * {@return of each figure that all runs have the mean, and, of several runs, the standard deviation of one run ({@code NAME-deviation}, divided by one less
     * than the number of runs)}
     */
    Map<String, Double> metrics() {
        final var all = new LinkedHashMap<String, Double>();
        for (final var name : runs.getFirst().keySet()) {
            if (runs.stream().allMatch(run -> run.containsKey(name))) {
                final double mean = runs.stream().mapToDouble(run -> run.get(name)).sum() / runs.size();
                all.put(name, mean);
                if (runs.size() > 1) {
                    final double squares = runs.stream().mapToDouble(run -> (run.get(name) - mean) * (run.get(name) - mean)).sum();
                    all.put(name + DEVIATION, Math.sqrt(squares / (runs.size() - 1)));
                }
            }
        }
        return all;
    }
}
