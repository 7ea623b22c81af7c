// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.RunContext;

/**
 * Predicts from the users who are most alike and know the item, or from the items that are most alike and the user knows: the mean of the user
 * (or item), and the mean of how far these neighbours are from theirs, weighted by how alike they are (P. Resnick and others, 1994).
 */
final class Neighbours implements Predictor {

    private static final int ITEMS_PER_TASK = 16;

    private final Ratings ratings;
    private final boolean byItem;
    private final Similarities alike;
    private final int most;
    private final int least;
    private final Centre centre;
    private final Ratings.Side other;
    /** The neighbours of each item, the most alike first, where that was asked for. */
    private volatile int[][] nearest;

    /** What values are measured from. */
    interface Centre {
        /** {@return what is expected without neighbours} */
        double of(int user, int item);
    }

    /**
     * @param byItem whether neighbours are items
     * @param most   how many neighbours count
     * @param least  how many there have to be
     * @param centre what values are measured from
     */
    Neighbours(final Ratings ratings, final boolean byItem, final Similarities alike, final int most, final int least, final Centre centre) {
        this.ratings = ratings;
        this.byItem = byItem;
        this.alike = alike;
        this.most = most;
        this.least = least;
        this.centre = centre;
        other = byItem ? ratings.byUser() : ratings.byItem();
    }

    /** Those who count for one prediction. */
    private static final class Found {
        private double[] weights = new double[64];
        private double[] sorted = new double[64];
        private int[] places = new int[64];
        private int size;

        void begin(final int room) {
            size = 0;
            if (room >= places.length) {
                weights = new double[2 * room];
                sorted = new double[2 * room];
                places = new int[2 * room];
            }
        }

        /** Takes what has a weight; without a branch that nobody can foresee. */
        void add(final int place, final double weight) {
            places[size] = place;
            weights[size] = weight;
            size += weight > 0 ? 1 : 0;
        }

        /** Keeps so many of the heaviest, of those alike the first. */
        void keep(final int most) {
            if (size <= most) {
                return;
            }
            System.arraycopy(weights, 0, sorted, 0, size);
            final double limit = Selection.largest(sorted, size, most);
            int above = 0;
            for (int i = 0; i < size; i++) {
                above += weights[i] > limit ? 1 : 0;
            }
            int ties = most - above;
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (weights[i] > limit || weights[i] == limit && ties-- > 0) {
                    places[kept] = places[i];
                    weights[kept++] = weights[i];
                }
            }
            size = kept;
        }
    }

    Similarities alike() {
        return alike;
    }

    private void find(final int user, final int item, final Found found) {
        final int own = byItem ? item : user;
        final int common = byItem ? user : item;
        found.begin(other.starts()[common + 1] - other.starts()[common]);
        for (int at = other.starts()[common]; at < other.starts()[common + 1]; at++) {
            final int neighbour = other.others()[at];
            found.add(at, alike.of(own, neighbour));
        }
        found.keep(most);
    }

    @Override
    public double predict(final int user, final int item) {
        return predict(user, item, new Found());
    }

    private double predict(final int user, final int item, final Found found) {
        if (user < 0 || item < 0) {
            return Double.NaN;
        }
        find(user, item, found);
        if (found.size < least) {
            return Double.NaN;
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < found.size; i++) {
            sum += found.weights[i] * distance(user, item, found.places[i]);
            weights += found.weights[i];
        }
        return ratings.rated ? centre.of(user, item) + sum / weights : sum;
    }

    /** {@return how far the value of a neighbour is from what is expected of it; 1 for whatever somebody did} */
    private double distance(final int user, final int item, final int place) {
        if (!ratings.rated) {
            return 1;
        }
        final int neighbour = other.others()[place];
        return other.values()[place] - (byItem ? centre.of(user, neighbour) : centre.of(neighbour, item));
    }

    @Override
    public void predictAll(final int user, final double[] into) {
        final int known = ratings.ofUser(user);
        // either most / known of a list of neighbours is walked until enough are found, or all that is known is looked at
        if (byItem && alike.isDense() && nearest != null && (double) known * known > (double) most * into.length) {
            allByItems(user, into);
        } else if (byItem) {
            final var found = new Found();
            final boolean[] worth = alike.isDense() ? null : worth(user, into.length);
            for (int item = 0; item < into.length; item++) {
                into[item] = worth == null || worth[item] ? predict(user, item, found) : Double.NaN;
            }
        } else {
            allByUsers(user, into);
        }
    }

    /** Sorts the neighbours of all items. */
    @Override
    public void prepare(final RunContext context) {
        if (byItem && alike.isDense() && nearest == null) {
            final var sorted = new int[alike.count()][];
            context.parallel(Math.ceilDiv(sorted.length, ITEMS_PER_TASK), task -> {
                for (int item = task * ITEMS_PER_TASK; item < Math.min(sorted.length, (task + 1) * ITEMS_PER_TASK); item++) {
                    context.checkCancelled();
                    final int own = item;
                    final int[] others = alike.alike(item);
                    final int[] order = Selection.descending(Arrays.stream(others).mapToDouble(each -> alike.of(own, each)).toArray());
                    sorted[item] = Arrays.stream(order).map(place -> others[place]).toArray();
                }
            });
            nearest = sorted;
        }
    }

    /** Visits the neighbours of each item from the most alike on until enough of them are known to the user. */
    private void allByItems(final int user, final double[] into) {
        final var knows = new boolean[into.length];
        final var distances = new double[into.length];
        for (int at = ratings.userStarts[user]; at < ratings.userStarts[user + 1]; at++) {
            knows[ratings.itemOf[at]] = true;
            distances[ratings.itemOf[at]] = ratings.rated ? ratings.valueByUser[at] - centre.of(user, ratings.itemOf[at]) : 1;
        }
        for (int item = 0; item < into.length; item++) {
            double sum = 0;
            double weights = 0;
            int count = 0;
            for (final int neighbour : nearest[item]) {
                if (knows[neighbour]) {
                    final double weight = alike.of(item, neighbour);
                    sum += weight * distances[neighbour];
                    weights += weight;
                    if (++count == most) {
                        break;
                    }
                }
            }
            into[item] = count < least ? Double.NaN : ratings.rated ? centre.of(user, item) + sum / weights : sum;
        }
    }

    /** Items that are alike with one that the user knows. */
    private boolean[] worth(final int user, final int items) {
        final var worth = new boolean[items];
        for (int at = ratings.userStarts[user]; at < ratings.userStarts[user + 1]; at++) {
            for (final int item : alike.alike(ratings.itemOf[at])) {
                worth[item] = true;
            }
        }
        return worth;
    }

    /** Visits neighbours from the most alike on, so that each item takes its nearest ones without sorting. */
    private void allByUsers(final int user, final double[] into) {
        final int[] neighbours = alike.alike(user);
        final var weights = new double[neighbours.length];
        Arrays.setAll(weights, i -> alike.of(user, neighbours[i]));
        final int[] order = Selection.descending(weights);
        final var sums = new double[into.length];
        final var totals = new double[into.length];
        final var counts = new int[into.length];
        for (final int place : order) {
            final int neighbour = neighbours[place];
            for (int at = ratings.userStarts[neighbour]; at < ratings.userStarts[neighbour + 1]; at++) {
                final int item = ratings.itemOf[at];
                if (counts[item] < most) {
                    counts[item]++;
                    totals[item] += weights[place];
                    sums[item] += weights[place] * (ratings.rated ? ratings.valueByUser[at] - centre.of(neighbour, item) : 1);
                }
            }
        }
        for (int item = 0; item < into.length; item++) {
            into[item] = counts[item] < least ? Double.NaN : ratings.rated ? centre.of(user, item) + sums[item] / totals[item] : sums[item];
        }
    }

    @Override
    public double base(final int user, final int item) {
        return ratings.rated ? centre.of(user, item) : 0;
    }

    @Override
    public List<Reason> reasons(final int user, final int item) {
        if (user < 0 || item < 0) {
            return List.of();
        }
        final var found = new Found();
        find(user, item, found);
        double weights = 0;
        for (int i = 0; i < found.size; i++) {
            weights += found.weights[i];
        }
        final var reasons = new ArrayList<Reason>();
        for (int i = 0; i < found.size; i++) {
            final double amount = found.weights[i] * distance(user, item, found.places[i]) / (ratings.rated ? weights : 1);
            reasons.add(new Reason(byItem ? Reason.Kind.ITEM : Reason.Kind.USER, other.others()[found.places[i]], found.weights[i], amount));
        }
        return Predictor.sorted(reasons);
    }
}
