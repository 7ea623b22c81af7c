// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Factors solve the equations of alternating least squares. */
class FactorsTest {

    private static Ratings ratings(final Sample sample, final boolean rated) {
        final var pairs = sample.pairs();
        return new Ratings(sample.users, sample.items, rated, pairs.stream().mapToInt(each -> each[0]).toArray(), pairs.stream().mapToInt(each -> each[1]).toArray(),
                pairs.stream().mapToDouble(each -> sample.table[each[0]][each[1]]).toArray());
    }

    @Test
    void equationsAreSolved() {
        final var random = new SplittableRandom(2);
        for (final int count : new int[] {1, 2, 7, 8, 9, 24, 40}) {
            final var equations = new Equations(count, VectorKernels.plain());
            equations.clear(null);
            final var vectors = new double[3 * count * count];
            final var matrix = new double[count][count];
            final var right = new double[count];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = random.nextDouble() - .5;
            }
            for (int at = 0; at < vectors.length; at += count) {
                final double weight = random.nextDouble();
                final double value = random.nextDouble();
                equations.add(vectors, at, weight, value);
                for (int i = 0; i < count; i++) {
                    right[i] += value * vectors[at + i];
                    for (int j = 0; j < count; j++) {
                        matrix[i][j] += weight * vectors[at + i] * vectors[at + j];
                    }
                }
            }
            equations.penalize(.1);
            final var solution = new double[count + 1];
            equations.solve(solution, 1);
            for (int i = 0; i < count; i++) {
                double sum = .1 * solution[1 + i];
                for (int j = 0; j < count; j++) {
                    sum += matrix[i][j] * solution[1 + j];
                }
                assertEquals(right[i], sum, 1e-10);
            }
        }
    }

    /** The gradient of the penalized squares vanishes at the users' factors, which are solved for last. */
    @Test
    void usersFollowFromItems() {
        final var sample = Sample.of(5, 30, 25, .4, false);
        for (final boolean rated : new boolean[] {true, false}) {
            final var ratings = ratings(sample, rated);
            final var biases = new Biases(ratings, Sample.RUN);
            final int f = 6;
            final var factors = Factors.learn(ratings, new Factors.Settings(f, .3, 5, 2, true), biases, Sample.RUN);
            for (int user = 0; user < sample.users; user++) {
                for (int i = 0; i < f; i++) {
                    double gradient = .3 * (rated ? ratings.ofUser(user) : 1) * factors.users[user * f + i];
                    for (int item = 0; item < sample.items; item++) {
                        double product = 0;
                        for (int j = 0; j < f; j++) {
                            product += factors.users[user * f + j] * factors.items[item * f + j];
                        }
                        final double value = sample.table[user][item];
                        if (!Double.isNaN(value)) {
                            gradient += (rated ? 1 : 1 + 2 * value) * (product - (rated ? value - biases.of(user, item) : 1)) * factors.items[item * f + i];
                        } else if (!rated) {
                            gradient += product * factors.items[item * f + i];
                        }
                    }
                    assertEquals(0, gradient, 1e-8);
                }
                for (int item = 0; item < sample.items; item++) {
                    final double sum = factors.reasons(user, item).stream().mapToDouble(Predictor.Reason::amount).sum();
                    assertEquals(factors.predict(user, item), factors.base(user, item) + sum, 1e-8, "reasons add up to the prediction");
                }
            }
        }
    }

    /** What is lost falls from round to round. */
    @Test
    void roundsGoDown() {
        final var sample = Sample.of(6, 60, 40, .3, false);
        final var ratings = ratings(sample, true);
        final var biases = new Biases(ratings, Sample.RUN);
        double before = Double.POSITIVE_INFINITY;
        for (int rounds = 1; rounds < 12; rounds++) {
            final var factors = Factors.learn(ratings, new Factors.Settings(4, .1, rounds, 0, true), biases, Sample.RUN);
            double loss = 0;
            for (int user = 0; user < sample.users; user++) {
                for (int at = ratings.userStarts[user]; at < ratings.userStarts[user + 1]; at++) {
                    loss += Math.pow(ratings.valueByUser[at] - factors.predict(user, ratings.itemOf[at]), 2);
                    for (int j = 0; j < 4; j++) {
                        loss += .1 * Math.pow(factors.users[user * 4 + j], 2) + .1 * Math.pow(factors.items[ratings.itemOf[at] * 4 + j], 2);
                    }
                }
            }
            assertTrue(loss <= before * (1 + 1e-9), loss + " after " + before);
            before = loss;
        }
    }

    @Test
    void threadsDoNotMatter() {
        final var ratings = ratings(Sample.of(7, 300, 200, .2, false), false);
        final var biases = new Biases(ratings, Sample.RUN);
        final var settings = new Factors.Settings(20, .5, 3, 10, true);
        try (var helpers = Executors.newFixedThreadPool(4)) {
            final var four = Factors.learn(ratings, settings, biases, new LocalRun(Progress.NONE, 1, 4, 1L << 30, helpers));
            final var one = Factors.learn(ratings, settings, biases, Sample.RUN);
            assertArrayEquals(one.users, four.users);
            assertArrayEquals(one.items, four.items);
        }
    }

    @Test
    void aStoredModelSaysTheSame() {
        final var sample = Sample.of(9, 30, 20, .4, false);
        final var method = new MatrixFactorization();
        final var model = Sample.run(method, sample.data(true), Map.of("factors", "5")).model().orElseThrow();
        assertArrayEquals(sample.scores(model, true), sample.scores(method.restore(model.state()), true));
    }
}
