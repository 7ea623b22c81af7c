// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.run.RunContext;

/**
 * How good recommendations are: what was held out is predicted from the rest, and the first items of each user are compared with what the user
 * liked or did among what was held out.
 */
final class Judgement {

    /** So many users are looked at, drawn by chance where there are more. */
    static final int MOST = 2_000;
    /** Measures that are a part of a whole: of recommendations, of what users liked, of all items. */
    private static final Set<String> SHARES = Set.of("precision", "recall", "coverage");
    private static final long STREAM = 0x7EA5L;
    private static final int ROWS_PER_TASK = 2_048;
    private static final int USERS_PER_TASK = 8;

    private final Interactions all;
    private final boolean[] learned;
    private final RunContext context;
    private final boolean timely;

    /**
     * @param share what part of the entries is held out: the latest where times are known, else some drawn by chance
     */
    Judgement(final Interactions all, final double share, final RunContext context) {
        this.all = all;
        this.context = context;
        learned = new boolean[all.size()];
        Arrays.fill(learned, true);
        final var sorted = all.time().clone();
        Arrays.sort(sorted);
        final long from = sorted.length == 0 ? Long.MIN_VALUE : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * (1 - share)))];
        timely = sorted.length > 0 && from > sorted[0];
        final var random = context.randomness(STREAM);
        for (int i = 0; i < learned.length; i++) {
            if (i % ROWS_PER_TASK == 0) {
                context.checkCancelled();
            }
            learned[i] = timely ? all.time()[i] < from : random.nextDouble() >= share;
        }
    }

    /** {@return what a measure says} */
    static Meaning meaning(final String measure) {
        return SHARES.contains(measure) ? Meaning.SHARE : Meaning.PLAIN;
    }

    boolean isTimely() {
        return timely;
    }

    /** {@return whether there is something to learn from and something to be judged by} */
    boolean isPossible() {
        boolean some = false;
        boolean others = false;
        for (final boolean each : learned) {
            some |= each;
            others |= !each;
        }
        return some && others;
    }

    int heldOut() {
        int count = 0;
        for (final boolean each : learned) {
            count += each ? 0 : 1;
        }
        return count;
    }

    /** {@return what is learned from} */
    Ratings training() {
        return all.ratings(learned);
    }

    /** {@return metrics by their standard names; those that are not defined are left out} */
    Map<String, Double> of(final Learned model, final int most, final double[] recalls) {
        final var metrics = new LinkedHashMap<String, Double>();
        if (all.rated()) {
            errors(model, metrics);
        }
        ranks(model, most, metrics, recalls);
        return metrics;
    }

    private void errors(final Learned model, final Map<String, Double> metrics) {
        final int tasks = Math.ceilDiv(all.size(), ROWS_PER_TASK);
        final var squares = new double[tasks];
        final var absolutes = new double[tasks];
        context.parallel(tasks, task -> {
            for (int i = task * ROWS_PER_TASK; i < Math.min(all.size(), (task + 1) * ROWS_PER_TASK); i++) {
                if (!learned[i]) {
                    if (i % 64 == 0) {
                        context.checkCancelled();
                    }
                    final int user = all.user()[i];
                    final double error = model.answer(user, all.item()[i], model.segments.of(user), model.vectors[all.item()[i]]).value() - all.value()[i];
                    squares[task] += error * error;
                    absolutes[task] += Math.abs(error);
                }
            }
        });
        final int count = heldOut();
        metrics.put("rmse", Math.sqrt(Arrays.stream(squares).sum() / count));
        metrics.put("mae", Arrays.stream(absolutes).sum() / count);
    }

    /** What one user got. */
    private record Outcome(int hits, double gain, int relevant, int[] items, int[] ranks, double liked, int likedCount) {
    }

    private void ranks(final Learned model, final int most, final Map<String, Double> metrics, final double[] recalls) {
        final int[][] relevant = relevant(model.ratings.mean);
        int[] users = IntStream.range(0, relevant.length).filter(user -> relevant[user] != null).toArray();
        if (users.length > MOST) {
            final int[] order = context.randomness(STREAM + 1).permutation(users.length);
            final int[] before = users;
            users = Arrays.stream(order).limit(MOST).map(place -> before[place]).sorted().toArray();
        }
        final int[] judged = users;
        model.method.prepare(context);
        final var outcomes = new Outcome[judged.length];
        context.parallel(Math.ceilDiv(judged.length, USERS_PER_TASK), task -> {
            for (int i = task * USERS_PER_TASK; i < Math.min(judged.length, (task + 1) * USERS_PER_TASK); i++) {
                context.checkCancelled();
                outcomes[i] = outcome(model, judged[i], relevant[judged[i]], most);
            }
        });
        if (judged.length == 0) {
            return;
        }
        double precision = 0;
        double recall = 0;
        double gain = 0;
        double liked = 0;
        long likedCount = 0;
        double shown = 0;
        long shownCount = 0;
        final var covered = new boolean[model.ratings.items];
        for (final var outcome : outcomes) {
            precision += (double) outcome.hits / most;
            recall += (double) outcome.hits / outcome.relevant;
            gain += outcome.gain;
            liked += outcome.liked;
            likedCount += outcome.likedCount;
            for (final int item : outcome.items) {
                covered[item] = true;
                shown += model.likes(item);
                shownCount++;
            }
            for (final int rank : outcome.ranks) {
                for (int k = rank; k < recalls.length; k++) {
                    recalls[k] += 1.0 / outcome.relevant / judged.length;
                }
            }
        }
        int covering = 0;
        for (final boolean each : covered) {
            covering += each ? 1 : 0;
        }
        metrics.put("precision", precision / judged.length);
        metrics.put("recall", recall / judged.length);
        metrics.put("ndcg", gain / judged.length);
        metrics.put("coverage", (double) covering / covered.length);
        if (liked > 0 && shownCount > 0) {
            metrics.put("popularity-bias", shown / shownCount / (liked / likedCount));
        }
        metrics.put("users-judged", (double) judged.length);
    }

    /** {@return what each user liked or did among what was held out; null for users without such an item} */
    private int[][] relevant(final double mean) {
        final var relevant = new int[all.users().count()][];
        for (int from = 0; from < all.size();) {
            final int user = all.user()[from];
            int until = from;
            int count = 0;
            final int begin = from;
            for (; until < all.size() && all.user()[until] == user; until++) {
                count += isRelevant(until, mean) ? 1 : 0;
            }
            if (count > 0) {
                relevant[user] = IntStream.range(begin, until).filter(i -> isRelevant(i, mean)).map(i -> all.item()[i]).toArray();
            }
            from = until;
        }
        return relevant;
    }

    private boolean isRelevant(final int entry, final double mean) {
        return !learned[entry] && (!all.rated() || all.value()[entry] >= mean);
    }

    private Outcome outcome(final Learned model, final int user, final int[] relevant, final int most) {
        final var best = model.best(user, model.segments.of(user), most);
        final var items = new int[best.length];
        final var ranks = new int[best.length];
        int hits = 0;
        double gain = 0;
        for (int rank = 0; rank < best.length; rank++) {
            items[rank] = best[rank].item();
            if (Arrays.binarySearch(relevant, items[rank]) >= 0) {
                ranks[hits++] = rank;
                gain += 1 / Math.log(rank + 2.0);
            }
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(most, relevant.length); rank++) {
            ideal += 1 / Math.log(rank + 2.0);
        }
        double liked = 0;
        for (final int item : relevant) {
            liked += model.likes(item);
        }
        return new Outcome(hits, gain / ideal, relevant.length, items, Arrays.copyOf(ranks, hits), liked, relevant.length);
    }
}
