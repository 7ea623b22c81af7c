// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/**
 * A few numbers for each user and each item whose products are what users give items. Users' numbers are found with the items' fixed, then
 * items' with the users' fixed, and so on (alternating least squares): for ratings with a penalty that grows with the number of ratings
 * (Y. Zhou and others, 2008), for what users do with a confidence that grows with how much they do (Y. Hu, Y. Koren, C. Volinsky, 2008).
 */
final class Factors implements Predictor {

    private static final long STREAM = 0xA15L;
    /** A task takes about so many multiplications. */
    private static final long WORK = 1 << 21;

    private final Ratings ratings;
    private final Settings settings;
    private final Biases biases;
    final double[] users;
    final double[] items;
    private double[] squaresOfItems;

    /**
     * How factors are found.
     *
     * @param count      how many numbers each user and item has
     * @param penalty    what keeps them small
     * @param rounds     how often both sides are found anew
     * @param confidence how much more doing something often says than doing it once
     * @param centred    whether ratings are measured from what is usual for user and item
     */
    record Settings(int count, double penalty, int rounds, double confidence, boolean centred) {
    }

    private Factors(final Ratings ratings, final Settings settings, final Biases biases, final double[] users, final double[] items) {
        this.ratings = ratings;
        this.settings = settings;
        this.biases = biases;
        this.users = users;
        this.items = items;
    }

    static long memory(final long users, final long items, final long entries, final long count) {
        return 8 * count * (users + items) + 24 * entries + 8 * 8 * count * (count + 16);
    }

    static Factors of(final Ratings ratings, final Settings settings, final Biases biases, final double[] users, final double[] items) {
        return new Factors(ratings, settings, biases, users, items);
    }

    static Factors learn(final Ratings ratings, final Settings settings, final Biases biases, final RunContext context) {
        final var all = new Factors(ratings, settings, biases, new double[ratings.users * settings.count], new double[ratings.items * settings.count]);
        final var random = context.randomness(STREAM);
        for (int i = 0; i < all.items.length; i++) {
            all.items[i] = (random.nextDouble() - (ratings.rated ? .5 : 0)) / Math.sqrt(settings.count);
        }
        final var byUser = all.measured(ratings.byUser(), true);
        final var byItem = all.measured(ratings.byItem(), false);
        for (int round = 0; round < settings.rounds; round++) {
            all.solve(byUser, all.users, all.items, context);
            all.solve(byItem, all.items, all.users, context);
        }
        // users last, so that each user's numbers follow from the items' as they are, which explains predictions
        all.solve(byUser, all.users, all.items, context);
        return all;
    }

    private Ratings.Side measured(final Ratings.Side side, final boolean byUser) {
        if (!ratings.rated) {
            return side;
        }
        final var values = side.values().clone();
        for (int own = 0; own < side.count(); own++) {
            for (int at = side.starts()[own]; at < side.starts()[own + 1]; at++) {
                values[at] -= byUser ? usual(own, side.others()[at]) : usual(side.others()[at], own);
            }
        }
        return new Ratings.Side(side.count(), side.starts(), side.others(), values);
    }

    private double usual(final int user, final int item) {
        return settings.centred ? biases.of(user, item) : 0;
    }

    private void solve(final Ratings.Side side, final double[] into, final double[] fixed, final RunContext context) {
        final int count = settings.count;
        final double[] shared = ratings.rated ? null : squares(fixed, context);
        final var starts = new int[side.count() + 1];
        int tasks = 0;
        long work = 0;
        for (int own = 0; own < side.count(); own++) {
            if (work == 0) {
                starts[tasks++] = own;
            }
            work += (long) count * count * (side.starts()[own + 1] - side.starts()[own] + count / 3 + 1);
            work = work >= WORK ? 0 : work;
        }
        starts[tasks] = side.count();
        context.parallel(tasks, task -> {
            final var equations = new Equations(count, context.kernels());
            for (int own = starts[task]; own < starts[task + 1]; own++) {
                if (task % 64 == 0 || own == starts[task]) {
                    context.checkCancelled();
                }
                fill(equations, side, own, fixed, shared);
                equations.solve(into, own * count);
            }
        });
    }

    /** Sets up the equations for one user or item. */
    private void fill(final Equations equations, final Ratings.Side side, final int own, final double[] fixed, final double[] shared) {
        final int from = side.starts()[own];
        final int until = side.starts()[own + 1];
        equations.clear(shared);
        for (int at = from; at < until; at++) {
            final double value = side.values()[at];
            final double weight = ratings.rated ? 1 : settings.confidence * value;
            equations.add(fixed, side.others()[at] * settings.count, weight, ratings.rated ? value : 1 + weight);
        }
        equations.penalize(ratings.rated ? settings.penalty * Math.max(1, until - from) : settings.penalty);
    }

    /** {@return the products of all factors with each other, added up over all users or items} */
    private double[] squares(final double[] fixed, final RunContext context) {
        final int count = settings.count;
        final int all = fixed.length / count;
        final int each = (int) Math.max(1, WORK / ((long) count * count));
        final var parts = new Equations[Math.ceilDiv(all, each)];
        context.parallel(parts.length, task -> {
            parts[task] = new Equations(count, context.kernels());
            parts[task].clear(null);
            for (int i = task * each; i < Math.min(all, (task + 1) * each); i++) {
                parts[task].add(fixed, i * count, 1, 0);
            }
            parts[task].flush();
        });
        final var sum = new double[parts.length == 0 ? 0 : parts[0].area()];
        for (final var part : parts) {
            part.addTo(sum);
        }
        return sum;
    }

    @Override
    public double predict(final int user, final int item) {
        if (user < 0 || item < 0 || ratings.ofUser(user) == 0 || ratings.ofItem(item) == 0) {
            return Double.NaN;
        }
        return base(user, item) + product(user, item);
    }

    /** How many numbers each user and item has. */
    int count() {
        return settings.count;
    }

    private double product(final int user, final int item) {
        double sum = 0;
        for (int i = 0; i < settings.count; i++) {
            sum += users[user * settings.count + i] * items[item * settings.count + i];
        }
        return sum;
    }

    @Override
    public double base(final int user, final int item) {
        return ratings.rated ? usual(user, item) : 0;
    }

    @Override
    public List<Reason> reasons(final int user, final int item) {
        return reasoner(user).apply(item);
    }

    /** What each item that the user knows adds: the user's numbers are a sum over these items, and so is the prediction. */
    @Override
    public IntFunction<List<Reason>> reasoner(final int user) {
        if (user < 0 || ratings.ofUser(user) == 0) {
            return item -> List.of();
        }
        final int count = settings.count;
        final int from = ratings.userStarts[user];
        final int size = ratings.ofUser(user);
        final var values = new double[size];
        final var equations = new Equations(count, VectorKernels.plain());
        equations.clear(ratings.rated ? null : allItems());
        for (int i = 0; i < size; i++) {
            final int known = ratings.itemOf[from + i];
            final double weight = ratings.rated ? 1 : settings.confidence * ratings.valueByUser[from + i];
            values[i] = ratings.rated ? ratings.valueByUser[from + i] - usual(user, known) : 1 + weight;
            equations.add(items, known * count, weight, 0);
        }
        equations.penalize(ratings.rated ? settings.penalty * size : settings.penalty);
        equations.factorize();
        return item -> Predictor.answers(predict(user, item)) ? reasons(equations, from, values, item) : List.of();
    }

    private List<Reason> reasons(final Equations equations, final int from, final double[] values, final int item) {
        final int count = settings.count;
        final var direction = Arrays.copyOfRange(items, item * count, (item + 1) * count);
        equations.substitute(direction);
        final var reasons = new ArrayList<Reason>();
        for (int i = 0; i < values.length; i++) {
            final int known = ratings.itemOf[from + i];
            double alike = 0;
            for (int j = 0; j < count; j++) {
                alike += direction[j] * items[known * count + j];
            }
            reasons.add(new Reason(Reason.Kind.ITEM, known, alike, alike * values[i]));
        }
        return Predictor.sorted(reasons);
    }

    /** The same for all items is added up once. */
    private synchronized double[] allItems() {
        if (squaresOfItems == null) {
            squaresOfItems = squares(items, new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run));
        }
        return squaresOfItems;
    }
}
