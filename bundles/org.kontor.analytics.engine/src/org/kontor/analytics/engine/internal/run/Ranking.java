// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.Randomness;

/**
 * How well a recommender finds what users did among what was held out, where there are no ratings to be predicted: all items that a user did not
 * know are put in the order of their scores, and the first ten are looked at.
 */
final class Ranking {

    private static final int FIRST = 10;
    /** So many users are looked at, drawn by the seed where there are more. */
    private static final int USERS = 300;
    private static final long STREAM = 0x7A9BL;

    private final Dataset training;
    private final Dataset held;
    private final Function<Dataset, TablePart> model;
    /** A row of the training data for each item, in the order of their names. */
    private final Map<String, Integer> items = new TreeMap<>();
    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Map<String, Integer> users = new TreeMap<>();

    /** @param model gives answers for rows */
    Ranking(final Dataset training, final Dataset held, final Function<Dataset, TablePart> model) {
        this.training = training;
        this.held = held;
        this.model = model;
        final var user = training.column(Role.USER);
        final var item = training.column(Role.ITEM);
        for (int row = 0; row < training.rows(); row++) {
            if (!user.isMissing(row) && !item.isMissing(row)) {
                items.putIfAbsent(item.text(row), row);
                users.putIfAbsent(user.text(row), row);
                known.computeIfAbsent(user.text(row), unseen -> new HashSet<>()).add(item.text(row));
            }
        }
    }

    static boolean fits(final Dataset data) {
        return !data.names(Role.USER).isEmpty() && !data.names(Role.ITEM).isEmpty();
    }

    /** {@return how good the first items are; empty where nothing was held out that can be found} */
    Optional<Score> score(final long seed) {
        final var wanted = wanted();
        var judged = List.copyOf(wanted.keySet());
        if (judged.size() > USERS) {
            final var all = judged;
            judged = Arrays.stream(Randomness.of(seed, STREAM).permutation(all.size())).limit(USERS).sorted().mapToObj(all::get).toList();
        }
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        double precision = 0;
        double recall = 0;
        double gain = 0;
        final var covered = new HashSet<String>();
        for (final var user : judged) {
            final var best = best(user);
            covered.addAll(best);
            final var relevant = wanted.get(user);
            int hits = 0;
            double own = 0;
            double ideal = 0;
            for (int rank = 0; rank < FIRST; rank++) {
                final double worth = 1 / Math.log(rank + 2.0);
                final boolean hit = rank < best.size() && relevant.contains(best.get(rank));
                hits += hit ? 1 : 0;
                own += hit ? worth : 0;
                ideal += rank < relevant.size() ? worth : 0;
            }
            precision += (double) hits / FIRST;
            recall += (double) hits / relevant.size();
            gain += own / ideal;
        }
        final var metrics = new LinkedHashMap<String, Double>();
        metrics.put("precision", precision / judged.size());
        metrics.put("recall", recall / judged.size());
        metrics.put("ndcg", gain / judged.size());
        metrics.put("coverage", (double) covered.size() / items.size());
        return Optional.of(new Score.Plain(metrics, judged.size()));
    }

    /** What users did among what was held out and did not do before; users who are known. */
    private Map<String, Set<String>> wanted() {
        final var user = held.column(Role.USER);
        final var item = held.column(Role.ITEM);
        final Map<String, Set<String>> wanted = new TreeMap<>();
        for (int row = 0; row < held.rows(); row++) {
            if (users.containsKey(user.text(row)) && !item.isMissing(row) && !known.get(user.text(row)).contains(item.text(row))) {
                wanted.computeIfAbsent(user.text(row), unseen -> new HashSet<>()).add(item.text(row));
            }
        }
        return wanted;
    }

    private List<String> best(final String user) {
        final var names = items.keySet().stream().filter(name -> !known.get(user).contains(name)).toList();
        final int[] rows = names.stream().mapToInt(items::get).toArray();
        final var own = new int[rows.length];
        Arrays.fill(own, users.get(user));
        final var columns = new ArrayList<Column>(List.of(training.column(Role.USER).take(own)));
        training.find(Role.SEGMENT).ifPresent(column -> columns.add(column.take(own)));
        final var answers = model.apply(training.on(training.frame().take(rows).with(columns)));
        final var scores = answers.column(Meaning.SCORE);
        return scores.isEmpty() ? List.of()
                : IntStream.range(0, rows.length).filter(row -> !scores.get().isMissing(row)).boxed()
                        .sorted((one, other) -> Double.compare(scores.get().number(other), scores.get().number(one))).limit(FIRST).map(names::get).toList();
    }
}
