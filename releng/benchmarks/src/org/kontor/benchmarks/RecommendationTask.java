// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.baskets.AssociationRules;
import org.kontor.analytics.algorithms.recommendation.ItemKnn;
import org.kontor.analytics.algorithms.recommendation.MatrixFactorization;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** Runs rules and recommenders on the files that the peers read. */
final class RecommendationTask {

    static final String CONFIDENCE = "0.8";
    static final String FACTORS = "40";
    static final String ITERATIONS = "20";
    static final String PENALTY = "0.08";
    static final String NEIGHBOURS = "40";
    static final String SHRINKAGE = "100";

    private static final int RATINGS = 100_000;
    private static final int USERS = 943;
    private static final int ITEMS = 1_682;
    private static final int TRAITS = 8;
    private static final int FOLDS = 5;

    private static final int BASKETS = 9_835;
    private static final int GOODS = 169;
    private static final int HABITS = 200;

    private RecommendationTask() {
    }

    /** As many baskets and goods as those of arules' Groceries, filled by habits of buying some goods together. */
    static void baskets(final Path file) throws IOException {
        final var random = new SplittableRandom(17);
        final var habits = new int[HABITS][];
        for (int h = 0; h < HABITS; h++) {
            habits[h] = IntStream.range(0, random.nextInt(3, 7)).map(i -> goods(random)).toArray();
        }
        final var lines = new ArrayList<String>();
        for (int b = 0; b < BASKETS; b++) {
            final var basket = new TreeSet<Integer>();
            final int single = 1 + (int) (-4.4 * Math.log(1 - random.nextDouble()));
            for (int i = 0; i < single; i++) {
                basket.add(goods(random));
            }
            while (random.nextDouble() < .3) {
                for (final int item : habits[(int) (HABITS * Math.pow(random.nextDouble(), 2))]) {
                    if (random.nextDouble() < .6) {
                        basket.add(item);
                    }
                }
            }
            lines.add(String.join("\t", basket.stream().map(item -> "goods " + item).toList()));
        }
        Files.write(file, lines);
    }

    private static int goods(final SplittableRandom random) {
        return (int) (GOODS * Math.pow(random.nextDouble(), 2.2));
    }

    static Work<Result> rules(final Path file, final String support) throws IOException {
        final var data = new Dataset(Frame.of(TextColumn.of("items", Files.readAllLines(file))), Map.of(Role.ITEM, List.of("items")));
        return Work.of(new AssociationRules(), data, Map.of("min-support", support, "min-confidence", CONFIDENCE), result -> {
            Measured.value("itemsets", (long) result.metric("itemsets"));
            Measured.value("rules", (long) result.metric("rules"));
            Measured.value("lift", result.table("rules").orElseThrow().frame().column("lift").number(0));
        });
    }

    /** Ratings by hidden traits of users and items, a few of which are active or liked far more than others. */
    static void ratings(final Path folder) throws IOException {
        final var random = new SplittableRandom(13);
        final var traits = new double[(USERS + ITEMS) * (TRAITS + 1)];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = random.nextGaussian();
        }
        final var seen = new HashSet<Integer>();
        try (var users = DataFile.in(folder, "users.bin"); var items = DataFile.in(folder, "items.bin"); var ratings = DataFile.in(folder, "ratings.bin")) {
            while (seen.size() < RATINGS) {
                final int user = (int) (USERS * Math.pow(random.nextDouble(), 1.5));
                final int item = (int) (ITEMS * Math.pow(random.nextDouble(), 2));
                if (seen.add(user * ITEMS + item)) {
                    final int one = user * (TRAITS + 1);
                    final int other = (USERS + item) * (TRAITS + 1);
                    double rating = 3.5 + .4 * (traits[one] + traits[other]) + .8 * random.nextGaussian();
                    for (int trait = 1; trait <= TRAITS; trait++) {
                        rating += .2 * traits[one + trait] * traits[other + trait];
                    }
                    users.write(user);
                    items.write(item);
                    ratings.write((int) Math.round(Math.max(1, Math.min(5, rating))));
                }
            }
        }
    }

    /** One fold of ratings. */
    private record Fold(Dataset training, Dataset held) {

        static Fold of(final Path folder, final int number) throws IOException {
            final int[][] columns = {DataFile.integers(folder.resolve("users.bin")), DataFile.integers(folder.resolve("items.bin")),
                DataFile.integers(folder.resolve("ratings.bin"))};
            return new Fold(data(columns, IntStream.range(0, RATINGS).filter(row -> row % FOLDS != number).toArray()),
                    data(columns, IntStream.range(0, RATINGS).filter(row -> row % FOLDS == number).toArray()));
        }

        private static Dataset data(final int[][] columns, final int[] rows) {
            return new Dataset(Frame.of(IntegerColumn.of("user", Arrays.stream(rows).mapToLong(row -> columns[0][row]).toArray()),
                    IntegerColumn.of("item", Arrays.stream(rows).mapToLong(row -> columns[1][row]).toArray()),
                    NumberColumn.of("rating", Arrays.stream(rows).mapToDouble(row -> columns[2][row]).toArray())),
                    Map.of(Role.USER, List.of("user"), Role.ITEM, List.of("item"), Role.RATING, List.of("rating")));
        }

        double error(final Result result, final RunContext context) {
            final var scores = result.model().orElseThrow().apply(held, context).frame().column("score");
            final var truth = held.column(Role.RATING);
            return Math.sqrt(IntStream.range(0, held.rows()).mapToDouble(row -> Math.pow(scores.number(row) - truth.number(row), 2)).average().orElseThrow());
        }
    }

    static Work<Result> als(final Path folder) throws IOException {
        final var fold = Fold.of(folder, 0);
        return Work.of(new MatrixFactorization(), fold.training, Map.of("factors", FACTORS, "iterations", ITERATIONS, "penalty", PENALTY, "holdout", "0",
                "list-users", "0"),
                result -> Measured.value("rmse", fold.error(result, new LocalRun(Progress.NONE, 1, 1, Long.MAX_VALUE, Runnable::run))));
    }

    /** All five folds: each is learned from the others, report and model included, and its ratings are answered. */
    static Work<Double> items(final Path folder) throws IOException {
        final var folds = new ArrayList<Fold>();
        for (int number = 0; number < FOLDS; number++) {
            folds.add(Fold.of(folder, number));
        }
        final Algorithm algorithm = new ItemKnn();
        final var parameters = Work.parameters(algorithm, Map.of("neighbours", NEIGHBOURS, "shrinkage", SHRINKAGE, "holdout", "0", "list-users", "0"));
        return Work.of(context -> folds.stream().mapToDouble(fold -> fold.error(algorithm.run(fold.training, parameters, context), context)).average()
                .orElseThrow(), error -> Measured.value("rmse", error));
    }
}
