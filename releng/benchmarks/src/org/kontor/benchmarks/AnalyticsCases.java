// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.kontor.benchmarks.AnalyticsCase.Data;
import org.kontor.benchmarks.AnalyticsCase.Goal;
import org.kontor.benchmarks.AnalyticsCase.Limit;
import org.kontor.benchmarks.AnalyticsCase.Peer;

/**
 * All cases. Floors and aims are those that were set for the methods; limits count what cannot be avoided: numbers that have to be read, sums that
 * have to be made, and so many nanoseconds for each logarithm, hash or place somewhere in memory.
 */
final class AnalyticsCases {

    private static final int HEAP = 2;
    private static final int[] BOTH = {1, 2};
    private static final int[] ONE = {1};
    private static final int[] TWO = {2};

    private final List<AnalyticsCase> cases = new ArrayList<>();

    private AnalyticsCases() {
    }

    static List<AnalyticsCase> all(final Path folder) {
        final var all = new AnalyticsCases();
        all.centers();
        all.density();
        all.trees();
        all.linear();
        all.forests();
        all.customers();
        all.baskets(folder);
        all.ratings();
        all.forecasts();
        all.texts();
        return all.cases;
    }

    private void add(final String name, final String what, final Data data, final List<String> ours, final Peer peer, final int[] threads,
            final Goal goal, final Limit limit, final BiFunction<Side, Side, String> same) {
        cases.add(new AnalyticsCase(name, what, data, ours, peer, threads, goal, limit, same, HEAP));
    }

    private static BiFunction<Side, Side, String> anything() {
        return (ours, theirs) -> null;
    }

    private void centers() {
        final int rows = 1_000_000;
        for (final boolean even : new boolean[] {false, true}) {
            final var data = new Data("crowd " + even, folder -> ClusteringTask.crowd(folder, rows, 8, 50, even));
            for (final int k : new int[] {10, 100}) {
                final var clusters = String.valueOf(k);
                // of clouds, bounds leave a tenth of the distances; evenly spread rows leave them all
                final var limit = even ? new Limit(.48 * k, 1.28, 0) : new Limit(.047 * k, 1.76, 0);
                final var goal = even ? Goal.times(1, Double.NaN) : k == 10 ? Goal.times(4, 8) : Goal.times(5, 15);
                add("kmeans", "K-means, 1,000,000 × 8, k = " + k + ", 20 iterations, " + (even ? "evenly spread" : "clouds") + ": whole run", data,
                        List.of("kmeans", "8", clusters, "20"), Peer.of("clusters.py", "8", "kmeans", clusters, "20"), BOTH, goal, limit,
                        Same.all(Same.nearly(1e-9, "inertia"), Same.exactly("iterations")));
            }
        }
        add("seeding", "K-means++ seeds and one iteration, 1,000,000 × 8, k = 100: whole run",
                new Data("clouds 1000000 8", folder -> ClusteringTask.points(folder, rows, 8, 50, 1)), List.of("clusters", "8", "seeding", "100"),
                Peer.of("clusters.py", "8", "seeding", "100"), ONE, Goal.times(10, 25), new Limit(1.2, 3.2, 0), Same.notWorse("inertia", 1.05));
    }

    private void density() {
        final var wide = new Data("clouds 200000 3", folder -> ClusteringTask.points(folder, 200_000, 3, 50, .5));
        final var counts = Same.exactly("clusters", "noise", "cores");
        add("dbscan", "DBSCAN, 200,000 × 3, eps 0.3, 10 rows: whole run", wide, List.of("clusters", "3", "dbscan", "0.3", "10"),
                Peer.of("clusters.py", "3", "dbscan", "0.3", "10"), BOTH, Goal.times(20, 50), new Limit(0, 0, .05), counts);
        add("dbscan", "DBSCAN, 50,000 × 8, eps 1.2, 10 rows: whole run",
                new Data("clouds 50000 8", folder -> ClusteringTask.points(folder, 50_000, 8, 20, .5)), List.of("clusters", "8", "dbscan", "1.2", "10"),
                Peer.of("clusters.py", "8", "dbscan", "1.2", "10"), BOTH, Goal.times(5, 10), new Limit(0, 0, .15), counts);
        add("hdbscan", "HDBSCAN, 200,000 × 3, 25 rows: whole run", wide, List.of("clusters", "3", "hdbscan", "25"), null, BOTH, Goal.seconds(5, 2),
                new Limit(0, 0, .8), Same.atLeast("clusters", 2));
        // Tribuo 4.3.2 was seen to take 2.25 s
        add("hdbscan", "HDBSCAN, 10,000 × 3, 25 rows: whole run",
                new Data("clouds 10000 3", folder -> ClusteringTask.points(folder, 10_000, 3, 20, 1)), List.of("clusters", "3", "hdbscan", "25"), null, BOTH,
                Goal.seconds(.056, .028), new Limit(0, 0, .03), Same.atLeast("clusters", 2));
        add("hdbscan", "HDBSCAN, 100,000 × 10, 25 rows: whole run",
                new Data("clouds 100000 10", folder -> ClusteringTask.points(folder, 100_000, 10, 50, 1)), List.of("clusters", "10", "hdbscan", "25"), null,
                BOTH, Goal.seconds(30, 15), new Limit(100, 0, 0), Same.atLeast("clusters", 2));
    }

    private void trees() {
        final var small = new Data("clouds 10000 8", folder -> ClusteringTask.points(folder, 10_000, 8, 20, 1));
        for (final var linkage : List.of("single", "average", "ward")) {
            final var limit = linkage.equals("average") ? new Limit(0, 2.8, 0) : new Limit(0, 0, .1);
            add("linkage", "Tree of clusters, 10,000 × 8, " + linkage + ": whole run", small, List.of("clusters", "8", "linkage", linkage),
                    Peer.of("clusters.py", "8", "linkage", linkage), ONE, Goal.times(8, 20), limit, Same.nearly(1e-9, "last"));
        }
        add("linkage", "Tree of clusters, 100,000 × 8, ward: whole run",
                new Data("clouds 100000 8", folder -> ClusteringTask.points(folder, 100_000, 8, 50, 1)), List.of("clusters", "8", "linkage", "ward"), null, BOTH,
                Goal.seconds(20, Double.NaN), new Limit(0, 0, 1.25), anything());
    }

    private void linear() {
        final var data = new Data("sums", folder -> LearningTask.sums(folder, 200_000));
        final var columns = String.valueOf(LearningTask.COLUMNS);
        add("logistic", "Logistic regression, 200,000 × 30: fit", data, List.of("learning", "logistic"), Peer.of("linear.py", columns, "logistic"), BOTH,
                Goal.times(3, 5), new Limit(2.2, .29, .012), Same.nearly(1e-6, "likelihood"));
        add("least-squares", "Least squares, 200,000 × 30: fit", data, List.of("learning", "least-squares"), Peer.of("linear.py", columns, "least-squares"),
                BOTH, Goal.times(8, 16), new Limit(.36, .048, 0), Same.nearly(1e-9, "residuals"));
        add("pca", "Principal components, 200,000 × 30: fit", data, List.of("pca"), Peer.of("linear.py", columns, "pca"), BOTH, Goal.times(10, 20),
                new Limit(.36, .048, 0), Same.all(Same.nearly(1e-9, "variances"), Same.nearly(1e-5, "loadings")));
    }

    private void forests() {
        final var columns = String.valueOf(LearningTask.COLUMNS);
        final var alike = Same.all(Same.asGood("accuracy", .003), Same.notWorse("loss", 1.02));
        add("forest", "Random forest, 50 trees, 50,000 × 30: fit", new Data("bends 50000", folder -> LearningTask.bends(folder, 50_000)),
                List.of("learning", "forest", "50"), Peer.of("trees.py", columns, "forest", "50"), BOTH, Goal.times(8, 15), new Limit(0, 0, .8), alike);
        add("boosting", "Gradient boosting, 100 rounds of 31 leaves, 200,000 × 30: fit",
                new Data("bends 200000", folder -> LearningTask.bends(folder, 200_000)), List.of("learning", "boosting", "100"),
                Peer.of("trees.py", columns, "boosting", "100"), BOTH, Goal.times(1.5, 3), new Limit(0, 0, 1.5), alike);
    }

    private void customers() {
        add("rfm", "RFM, 10,000,000 order lines, 500,000 customers, quintiles: whole run",
                new Data("orders", folder -> GradesTask.orders(folder, 10_000_000, 500_000)), List.of("rfm"), Peer.of("rfm.py"), BOTH,
                Goal.times(3, Double.NaN), new Limit(0, .16, .05), Same.all(Same.exactly("customers", "days", "best", "champions"), Same.nearly(1e-9, "total")));
        final var likelihood = Same.nearly(1e-6, "likelihood");
        add("bg-nbd", "BG/NBD, 2,357 customers: fit", new Data("customers 2357", folder -> ValueTask.customers(folder, 2_357)), List.of("value"),
                Peer.of("value.py"), ONE, Goal.seconds(.02, .01), new Limit(0, 0, .002), likelihood);
        add("bg-nbd", "BG/NBD, 2,400,000 customers: fit", new Data("customers 2400000", folder -> ValueTask.customers(folder, 2_400_000)), List.of("value"),
                Peer.of("value.py"), BOTH, Goal.seconds(2, 1), new Limit(0, .058, .1), likelihood);
        add("duplicates", "1,000,000 people of whom 100,000 were entered again: whole run",
                new Data("people", folder -> DuplicatesTask.people(folder, 1_000_000)), List.of("duplicates"), null, TWO, Goal.seconds(300, 120),
                new Limit(0, 0, 13), Same.all(Same.atLeast("precision", .98), Same.atLeast("recall", .9)));
        cases.set(cases.size() - 1, cases.getLast().with(DuplicatesTask.HEAP));
    }

    /** Baskets of a grocery, in the file that GROCERIES names: one on each line, with tabs between its items. Else baskets made alike. */
    private void baskets(final Path folder) {
        final var given = System.getenv("GROCERIES");
        final var file = given == null ? folder.resolve("baskets.txt") : Path.of(given);
        final var data = new Data("baskets", unused -> {
            if (given == null) {
                RecommendationTask.baskets(file);
            }
        });
        for (final var support : List.of("0.001", "0.0003")) {
            add("rules", "Association rules of " + (given == null ? "9,835 made baskets" : "Groceries") + ", support " + support + ": whole run", data,
                    List.of("rules", file.toString(), support), Peer.of("rules.py", file.toString(), support, RecommendationTask.CONFIDENCE), ONE,
                    Goal.times(100, 300), new Limit(0, support.equals("0.001") ? .016 : .2, 0),
                    Same.all(Same.exactly("itemsets", "rules"), Same.nearly(1e-6, "lift")));
        }
    }

    private void ratings() {
        final var data = new Data("ratings", RecommendationTask::ratings);
        add("als", "Matrix factorization, 80,000 ratings of 943 users, 40 factors, 20 iterations: whole run", data, List.of("als"),
                Peer.of("als.py", RecommendationTask.FACTORS, RecommendationTask.ITERATIONS, RecommendationTask.PENALTY), BOTH, Goal.times(5, Double.NaN),
                new Limit(7.2, 0, 0), Same.notWorse("rmse", 1.005));
        add("item-knn", "Neighbours of items, 100,000 ratings, five folds: whole runs and answers", data, List.of("item-knn"),
                Peer.of("items.py", RecommendationTask.NEIGHBOURS, RecommendationTask.SHRINKAGE), BOTH, Goal.seconds(1, .3), new Limit(0, 0, .15),
                Same.notWorse("rmse", 1.002));
    }

    private void forecasts() {
        final var data = new Data("series", folder -> ForecastTask.series(folder, 3_000));
        final var horizon = String.valueOf(ForecastTask.HORIZON);
        add("theta", "Theta, 3,000 monthly series: forecast and report", data, List.of("forecast", "theta", "10"),
                Peer.of("forecast.R", "theta", horizon, "10").oneOf(10), BOTH, Goal.seconds(1, .3), new Limit(0, 0, .05), Same.notWorse("smape", 1.02));
        add("ets", "Automatic exponential smoothing, 3,000 monthly series: forecast and report", data, List.of("forecast", "ets", "100"),
                Peer.of("forecast.R", "ets", horizon, "100").oneOf(100), BOTH, Goal.seconds(30, 10), new Limit(0, 0, 3), Same.notWorse("smape", 1.05));
    }

    private void texts() {
        add("tf-idf", "TF-IDF of 1,000,000 characters, runs of one and two", new Data("texts", folder -> TextTask.texts(folder, 1_000_000)),
                List.of("terms"), Peer.of("terms.py"), BOTH, Goal.times(10, 20), new Limit(0, 0, .04),
                Same.all(Same.exactly("terms", "entries"), Same.nearly(1e-9, "sum")));
    }
}
