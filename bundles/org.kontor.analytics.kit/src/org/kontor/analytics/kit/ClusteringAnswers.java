// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Groups of flowers and of six points. */
final class ClusteringAnswers {

    private ClusteringAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "agglomerative" -> merged();
            case "dbscan" -> dense();
            case "hdbscan" -> denser();
            case "kmeans" -> clusters();
            default -> List.of();
        };
    }

    private static Dataset flowers() {
        return new Dataset(KnownAnswers.iris(), Map.of(Role.FEATURES, KnownAnswers.LEAVES));
    }

    /** Published values are the best that somebody found: nobody may find less good ones, though better ones are welcome. */
    private static void notAbove(final double published, final Result result) {
        final double found = result.metric("inertia");
        assertTrue(found <= published * (1 + 1e-9) && found >= .99 * published, "inertia " + found + " instead of " + published);
    }

    private static List<Known> clusters() {
        final var found = new ArrayList<Known>();
        final var flowers = flowers();
        found.add(new Known(new Case("iris, its indices", flowers, Map.of("k", "3", "restarts", "20", "tolerance", "0")), result -> {
            near(78.851441426146, result, "inertia");
            near(.5528190123564, result, "silhouette");
            near(561.62775662962, result, "calinski-harabasz");
            near(.6619715465007465, result, "davies-bouldin");
        }));
        final var inertias = new double[][] {{2, 152.3479517603579}, {3, 78.851441426146}, {4, 57.22847321428572}, {5, 46.446182051282065}, {8, 29.99042640692641}};
        for (final double[] each : inertias) {
            final var k = String.valueOf((int) each[0]);
            found.add(new Known(new Case("iris, " + k + " clusters", flowers, Map.of("k", k, "restarts", "50", "tolerance", "0")),
                    result -> notAbove(each[1], result)));
        }
        final var six = new Dataset(Frame.of(NumberColumn.of("x", 1, 1, 1, 10, 10, 10), NumberColumn.of("y", 2, 4, 0, 2, 4, 0)),
                Map.of(Role.FEATURES, List.of("x", "y")));
        found.add(new Known(new Case("six points", six, Map.of("k", "2")), result -> {
            near(16, result, "inertia");
            assertEquals(.713348, result.metric("silhouette"), 5e-7);
            final var centers = table(result, "centers");
            assertEquals(List.of("1 2", "10 2"), List.of(centers.column("x").text(0) + ' ' + centers.column("y").text(0),
                    centers.column("x").text(1) + ' ' + centers.column("y").text(1)));
        }));
        return found;
    }

    /** The rows of each cluster, from the largest to the smallest, and of none. */
    private static List<Integer> sizes(final Result result) {
        final var labels = table(result, "assignments").column("cluster");
        final var sizes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < labels.rows(); i++) {
            sizes.merge((int) labels.number(i), 1, Integer::sum);
        }
        final var found = new ArrayList<Integer>();
        final var noise = sizes.remove(-1);
        sizes.values().stream().sorted(Comparator.reverseOrder()).forEach(found::add);
        found.add(noise == null ? 0 : noise);
        return found;
    }

    private static List<Known> dense() {
        final var found = new ArrayList<Known>();
        final var flowers = flowers();
        final Map<Map<String, String>, List<Integer>> published = Map.of(Map.of("eps", "0.5", "min-points", "5"), List.of(84, 49, 17),
                Map.of("eps", "0.4", "min-points", "4"), List.of(47, 38, 36, 4, 25), Map.of("eps", "0.6", "min-points", "5"), List.of(92, 49, 9));
        published.forEach((parameters, sizes) -> found.add(new Known(new Case("iris, eps " + parameters.get("eps"), flowers, parameters), result -> {
            assertEquals(sizes, sizes(result));
            near(sizes.size() - 1, result, "clusters");
            assertEquals(sizes.getLast().doubleValue(), result.metric("noise"));
        })));
        final var six = new Dataset(Frame.of(NumberColumn.of("x", 1, 1, 1, 10, 10, 10), NumberColumn.of("y", 2, 4, 0, 2, 4, 0)),
                Map.of(Role.FEATURES, List.of("x", "y")));
        found.add(new Known(new Case("six points, far from each other", six, Map.of("eps", "0.5", "min-points", "2")),
                result -> assertEquals(List.of(6), sizes(result))));
        found.add(new Known(new Case("six points, reach 2", six, Map.of("eps", "2", "min-points", "2")),
                result -> assertEquals(List.of(3, 3, 0), sizes(result))));
        return found;
    }

    /** The linkages that need no matrix come first, because that case is multiplied. Values are those of scipy and R, where Ward is ward.D2. */
    private static List<Known> merged() {
        final var found = new ArrayList<Known>();
        tree(found, "ward", .8728283153305715, 32.4476069996, List.of(64, 50, 36, 0));
        tree(found, "single", .8638786773076584, 1.6401219467, List.of(98, 50, 2, 0));
        tree(found, "complete", .7269856836284624, 7.0851958336, List.of(72, 50, 28, 0));
        tree(found, "average", .8769561464741983, 4.0626826861, List.of(64, 50, 36, 0));
        tree(found, "weighted", .867976648611241, 4.4972825085, List.of());
        tree(found, "centroid", .8767630896971059, 3.9740040262, List.of());
        tree(found, "median", .73825728118114, 4.3050437779, List.of());
        return found;
    }

    private static void tree(final List<Known> found, final String linkage, final double cophenetic, final double last, final List<Integer> sizes) {
        found.add(new Known(new Case("iris, " + linkage, flowers(), Map.of("linkage", linkage, "k", "3")), result -> {
            near(cophenetic, result, "cophenetic-correlation");
            near(last, result, "last-height");
            near(3, result, "clusters");
            if (!sizes.isEmpty()) {
                assertEquals(sizes, sizes(result));
            }
        }));
    }

    /** Values of the package dbscan of R, where the number of points counts the point itself. */
    private static List<Known> denser() {
        final var found = new ArrayList<Known>();
        final double[][] published = {{5, 150.9863572, 135.3437039, 62.52501962}, {10, 116.5881988, 105.3989511, 82.03761093},
            {15, 89.22263196, 81.45282681, 97.20218939}};
        for (final double[] each : published) {
            final var least = String.valueOf((int) each[0]);
            found.add(new Known(new Case("iris, " + least + " rows", flowers(), Map.of("min-cluster-size", least)), result -> {
                assertEquals(List.of(100, 50, 0), sizes(result));
                near(each[3], result, "mst-weight");
                final var stabilities = table(result, "stabilities").column("stability");
                final double first = Math.max(stabilities.number(0), stabilities.number(1));
                final double second = Math.min(stabilities.number(0), stabilities.number(1));
                assertEquals(each[1], first, 1e-9 * each[1]);
                assertEquals(each[2], second, 1e-9 * each[2]);
            }));
        }
        return found;
    }
}
