// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Recommenders by neighbours say what formulas say that are written down as they are printed. */
class NeighboursTest {

    private static final int ROUNDS = 10;
    /** Which neighbours count is a matter of the last bit. */
    private static final double UNCLEAR = -1;

    /** The correction of the founding document: 3 + (.9 (5 - 4) + .1 (1 - 3)) / (.9 + .1) = 3.7. */
    @Test
    void theGoldenPredictionOfNeighboursAroundTheirMeans() {
        // user 0 with mean 3; user 1 gives item 0 five stars at a mean of 4, user 2 one star at a mean of 3
        final var ratings = new Ratings(3, 3, true, new int[] {0, 0, 1, 1, 2, 2}, new int[] {1, 2, 0, 1, 0, 1}, new double[] {2, 4, 5, 3, 1, 5});
        final var alike = Similarities.of(new double[][] {{0, .9, .1}, {.9, 0, 0}, {.1, 0, 0}});
        final double[] means = {3, 4, 3};
        final var neighbours = new Neighbours(ratings, false, alike, 40, 1, (user, item) -> means[user]);
        assertEquals(3.7, neighbours.predict(0, 0), 1e-12);
        final var all = new double[3];
        neighbours.predictAll(0, all);
        assertEquals(3.7, all[0], 1e-12);
        assertEquals(.9 + 3 - .2, neighbours.base(0, 0) + neighbours.reasons(0, 0).stream().mapToDouble(Predictor.Reason::amount).sum(), 1e-12);
        assertEquals(4, new Neighbours(ratings, false, alike, 1, 1, (user, item) -> means[user]).predict(0, 0), 1e-12, "the nearest alone");
        assertTrue(Double.isNaN(new Neighbours(ratings, false, alike, 40, 3, (user, item) -> means[user]).predict(0, 0)), "too few neighbours");
    }

    @Test
    void everyPredictionIsThatOfThePrintedFormula() {
        for (final boolean byItem : new boolean[] {false, true}) {
            for (final var similarity : List.of("cosine", "pearson", "msd", "pearson-baseline")) {
                for (final var centring : List.of("none", "mean", "baseline")) {
                    final var sample = Sample.of(similarity.length() + centring.length(), 30, 24, .3, true);
                    final var parameters = Map.of("similarity", similarity, "centring", centring, "neighbours", "5", "shrinkage", "3", "min-common", "2");
                    final var result = Sample.run(byItem ? new ItemKnn() : new UserKnn(), sample.data(true), parameters);
                    final double[][] found = sample.scores(result.model().orElseThrow(), true);
                    final double[][] expected = printed(sample, byItem, similarity, centring, 5, 3, 2);
                    int clear = 0;
                    for (int user = 0; user < sample.users; user++) {
                        for (int item = 0; item < sample.items; item++) {
                            if (expected[user][item] == UNCLEAR) {
                                continue;
                            }
                            clear++;
                            assertEquals(expected[user][item], found[user][item], 1e-9, similarity + ' ' + centring + ' ' + user + ' ' + item);
                        }
                    }
                    assertTrue(clear > sample.users * sample.items / 2);
                }
            }
        }
    }

    /** All of it over whole tables; NaN where there is no neighbour. */
    private static double[][] printed(final Sample sample, final boolean byItem, final String similarity, final String centring, final int k,
            final double shrinkage, final int least) {
        final double[][] base = baseline(sample.table);
        final double[][] own = byItem ? sample.transposed() : sample.table;
        final int count = own.length;
        final var alike = new double[count][count];
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                alike[one][other] = one == other ? 0 : alike(own, base, byItem, one, other, similarity, shrinkage, least);
            }
        }
        final var predicted = new double[sample.users][sample.items];
        final double lowest = sample.pairs().stream().mapToDouble(pair -> sample.table[pair[0]][pair[1]]).min().orElseThrow();
        for (int user = 0; user < sample.users; user++) {
            for (int item = 0; item < sample.items; item++) {
                final int self = byItem ? item : user;
                final int common = byItem ? user : item;
                final var all = IntStream.range(0, count).filter(other -> alike[self][other] > 0 && !Double.isNaN(own[other][common])).boxed()
                        .sorted(Comparator.comparingDouble((Integer other) -> -alike[self][other])).toList();
                if (all.size() > k && alike[self][all.get(k - 1)] - alike[self][all.get(k)] < 1e-9) {
                    predicted[user][item] = UNCLEAR;
                    continue;
                }
                final var neighbours = all.subList(0, Math.min(k, all.size()));
                double sum = 0;
                double weights = 0;
                for (final int other : neighbours) {
                    sum += alike[self][other] * (own[other][common] - centre(own, base, byItem, centring, other, common));
                    weights += alike[self][other];
                }
                predicted[user][item] = neighbours.isEmpty() ? Double.NaN
                        : Math.max(lowest, Math.min(5, centre(own, base, byItem, centring, self, common) + sum / weights));
            }
        }
        return predicted;
    }

    private static double centre(final double[][] own, final double[][] base, final boolean byItem, final String centring, final int self, final int common) {
        return switch (centring) {
            case "mean" -> Arrays.stream(own[self]).filter(value -> !Double.isNaN(value)).average().orElse(0);
            case "baseline" -> byItem ? base[common][self] : base[self][common];
            default -> 0;
        };
    }

    private static double alike(final double[][] own, final double[][] base, final boolean byItem, final int one, final int other, final String similarity,
            final double shrinkage, final int least) {
        final var first = new ArrayList<Double>();
        final var second = new ArrayList<Double>();
        for (int common = 0; common < own[one].length; common++) {
            if (!Double.isNaN(own[one][common]) && !Double.isNaN(own[other][common])) {
                final boolean left = similarity.equals("pearson-baseline");
                first.add(own[one][common] - (left ? byItem ? base[common][one] : base[one][common] : 0));
                second.add(own[other][common] - (left ? byItem ? base[common][other] : base[other][common] : 0));
            }
        }
        final int n = first.size();
        if (n < least) {
            return 0;
        }
        final double shiftOne = similarity.equals("pearson") ? first.stream().mapToDouble(each -> each).average().orElse(0) : 0;
        final double shiftOther = similarity.equals("pearson") ? second.stream().mapToDouble(each -> each).average().orElse(0) : 0;
        double product = 0;
        double squares = 0;
        double others = 0;
        double differences = 0;
        for (int i = 0; i < n; i++) {
            product += (first.get(i) - shiftOne) * (second.get(i) - shiftOther);
            squares += (first.get(i) - shiftOne) * (first.get(i) - shiftOne);
            others += (second.get(i) - shiftOther) * (second.get(i) - shiftOther);
            differences += (first.get(i) - second.get(i)) * (first.get(i) - second.get(i));
        }
        final double value = similarity.equals("msd") ? 1 / (1 + differences / n) : squares == 0 || others == 0 ? 0 : product / Math.sqrt(squares * others);
        return Math.max(0, value) * n / (n + shrinkage);
    }

    /** The mean and both biases as published by Koren, in ten rounds. */
    static double[][] baseline(final double[][] table) {
        final int users = table.length;
        final int items = table[0].length;
        final double mean = Arrays.stream(table).flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value)).average().orElse(0);
        final var user = new double[users];
        final var item = new double[items];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < items; i++) {
                double sum = 0;
                int count = 0;
                for (int u = 0; u < users; u++) {
                    if (!Double.isNaN(table[u][i])) {
                        sum += table[u][i] - mean - user[u];
                        count++;
                    }
                }
                item[i] = sum / (10 + count);
            }
            for (int u = 0; u < users; u++) {
                double sum = 0;
                int count = 0;
                for (int i = 0; i < items; i++) {
                    if (!Double.isNaN(table[u][i])) {
                        sum += table[u][i] - mean - item[i];
                        count++;
                    }
                }
                user[u] = sum / (15 + count);
            }
        }
        final var base = new double[users][items];
        for (int u = 0; u < users; u++) {
            for (int i = 0; i < items; i++) {
                base[u][i] = mean + user[u] + item[i];
            }
        }
        return base;
    }

    @Test
    void behaviourWithoutRatingsIsComparedAsAWhole() {
        final var sample = Sample.of(3, 25, 20, .3, false);
        for (final boolean byItem : new boolean[] {false, true}) {
            final var result = Sample.run(byItem ? new ItemKnn() : new UserKnn(), sample.data(false), Map.of("shrinkage", "0", "neighbours", "4"));
            final double[][] found = sample.scores(result.model().orElseThrow(), false);
            final double[][] own = byItem ? sample.transposed() : sample.table;
            for (int user = 0; user < sample.users; user++) {
                for (int item = 0; item < sample.items; item++) {
                    final int self = byItem ? item : user;
                    final int common = byItem ? user : item;
                    final var weights = IntStream.range(0, own.length).filter(other -> other != self && !Double.isNaN(own[other][common]))
                            .mapToDouble(other -> together(own[self], own[other]) / Math.sqrt(together(own[self], own[self]) * together(own[other], own[other])))
                            .filter(weight -> weight > 0).sorted().toArray();
                    final double expected = Arrays.stream(weights).skip(Math.max(0, weights.length - 4)).sum();
                    assertEquals(weights.length == 0 ? Double.NaN : expected, found[user][item], 1e-9);
                }
            }
        }
    }

    private static double together(final double[] one, final double[] other) {
        return IntStream.range(0, one.length).filter(i -> !Double.isNaN(one[i]) && !Double.isNaN(other[i])).count();
    }

    /** Scores of all items of a user are those of each item, whichever way they are found. */
    @Test
    void listsAndSinglePredictionsAgree() {
        final var sample = Sample.of(8, 40, 30, .4, true);
        final var user = new int[sample.pairs().size()];
        final var item = new int[user.length];
        final var value = new double[user.length];
        for (int i = 0; i < user.length; i++) {
            user[i] = sample.pairs().get(i)[0];
            item[i] = sample.pairs().get(i)[1];
            value[i] = sample.table[user[i]][item[i]];
        }
        for (final boolean rated : new boolean[] {true, false}) {
            final var ratings = new Ratings(sample.users, sample.items, rated, user, item, value);
            for (final boolean byItem : new boolean[] {true, false}) {
                final var alike = Similarities.of(rated ? Similarities.Kind.MSD : Similarities.Kind.COMMON, byItem ? ratings.byItem() : ratings.byUser(),
                        byItem ? ratings.byUser() : ratings.byItem(), 1, 0, Sample.RUN);
                final var neighbours = new Neighbours(ratings, byItem, alike, 3, 2, (u, i) -> 3);
                neighbours.prepare(Sample.RUN);
                final var all = new double[sample.items];
                for (int u = 0; u < sample.users; u++) {
                    neighbours.predictAll(u, all);
                    for (int i = 0; i < sample.items; i++) {
                        assertEquals(neighbours.predict(u, i), all[i], 1e-12);
                    }
                }
            }
        }
    }

    /** Beyond 3,000 items only the most alike are kept, which are the same here. */
    @Test
    void manyItemsAreComparedAsFewAre() {
        final int items = Similarities.DENSE + 50;
        final var random = new SplittableRandom(4);
        final var user = new int[20 * 200];
        final var item = new int[user.length];
        final var value = new double[user.length];
        for (int u = 0; u < 20; u++) {
            final int[] some = random.ints(0, items).distinct().limit(200).sorted().toArray();
            for (int i = 0; i < 200; i++) {
                user[u * 200 + i] = u;
                item[u * 200 + i] = some[i];
                value[u * 200 + i] = 1 + random.nextInt(5);
            }
        }
        final var ratings = new Ratings(20, items, true, user, item, value);
        final var alike = Similarities.of(Similarities.Kind.MSD, ratings.byItem(), ratings.byUser(), 1, 0, Sample.RUN);
        final int one = item[5];
        int kept = 0;
        for (int other = 0; other < items; other++) {
            double squares = 0;
            int common = 0;
            for (int u = 0; u < 20; u++) {
                final int a = ratings.find(u, one);
                final int b = ratings.find(u, other);
                if (a >= 0 && b >= 0 && one != other) {
                    squares += Math.pow(ratings.valueByUser[a] - ratings.valueByUser[b], 2);
                    common++;
                }
            }
            final double found = alike.of(one, other);
            kept += found > 0 ? 1 : 0;
            assertTrue(found == 0 || common > 0);
            if (found > 0) {
                assertEquals(1 / (1 + squares / common), found, 1e-12);
            }
        }
        assertTrue(kept > 0 && kept <= Similarities.KEPT);
        assertEquals(kept, alike.alike(one).length);
    }
}
