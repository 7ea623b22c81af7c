// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Ratings that are drawn by chance, and what simple code makes of them. */
final class Sample {

    static final LocalRun RUN = new LocalRun(Progress.NONE, 1, 1, 1L << 32, Runnable::run);

    final int users;
    final int items;
    /** Ratings by user and item, NaN where there is none. */
    final double[][] table;

    Sample(final int users, final int items) {
        this.users = users;
        this.items = items;
        table = new double[users][items];
        for (final double[] row : table) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** Users and items have hidden traits; some rate more, and some items are rated more. */
    static Sample of(final long seed, final int users, final int items, final double share, final boolean halves) {
        final var random = new SplittableRandom(seed);
        final var sample = new Sample(users, items);
        final var traits = new double[users + items][3];
        for (final double[] each : traits) {
            for (int i = 0; i < each.length; i++) {
                each[i] = random.nextDouble() * 2 - 1;
            }
        }
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < share * (.5 + (double) item / items)) {
                    final double fit = traits[user][0] * traits[users + item][0] * 2 + traits[user][1] + traits[users + item][1] + random.nextDouble() - .5;
                    final double rating = Math.max(1, Math.min(5, 3.3 + fit));
                    sample.table[user][item] = halves ? Math.round(2 * rating) / 2.0 : Math.round(rating);
                }
            }
        }
        return sample;
    }

    static String user(final int user) {
        return String.format("u%04d", user);
    }

    static String item(final int item) {
        return String.format("i%04d", item);
    }

    Dataset data(final boolean rated) {
        return rows(rated, pairs());
    }

    /** All pairs with a rating. */
    List<int[]> pairs() {
        final var pairs = new ArrayList<int[]>();
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (!Double.isNaN(table[user][item])) {
                    pairs.add(new int[] {user, item});
                }
            }
        }
        return pairs;
    }

    Dataset rows(final boolean rated, final List<int[]> pairs) {
        final var columns = new ArrayList<Column>(List.of(TextColumn.of("who", pairs.stream().map(each -> user(each[0])).toList()),
                TextColumn.of("what", pairs.stream().map(each -> item(each[1])).toList())));
        final var roles = new HashMap<>(Map.of(Role.USER, List.of("who"), Role.ITEM, List.of("what")));
        if (rated) {
            columns.add(NumberColumn.of("stars", pairs.stream().mapToDouble(each -> table[each[0]][each[1]]).toArray()));
            roles.put(Role.RATING, List.of("stars"));
        }
        return new Dataset(Frame.of(columns), roles);
    }

    static Dataset with(final Dataset data, final Role role, final Column... more) {
        final var roles = new HashMap<>(data.roles());
        roles.put(role, Arrays.stream(more).map(Column::name).toList());
        return new Dataset(data.frame().with(List.of(more)), roles);
    }

    static Column days(final Dataset data, final IntUnaryOperator day) {
        return DateColumn.of("day", IntStream.range(0, data.rows()).map(day).toArray(), Missing.NONE);
    }

    static Column numbers(final Dataset data, final IntUnaryOperator number) {
        return IntegerColumn.of("number", IntStream.range(0, data.rows()).map(number).asLongStream().toArray());
    }

    static Result run(final Algorithm method, final Dataset data, final Map<String, String> parameters) {
        final var texts = new HashMap<>(Map.of("holdout", "0", "list-users", "0"));
        texts.putAll(parameters);
        return method.run(data, Parameters.of(method.descriptor().parameters(), texts), RUN);
    }

    /** What a model says of every pair. */
    double[][] scores(final Model model, final boolean rated) {
        final var pairs = new ArrayList<int[]>();
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                pairs.add(new int[] {user, item});
            }
        }
        final var frame = model.apply(rows(rated, pairs), RUN).frame();
        final var scores = new double[users][items];
        for (int i = 0; i < pairs.size(); i++) {
            scores[pairs.get(i)[0]][pairs.get(i)[1]] = frame.column("source").text(i).contains("-") ? frame.column("score").number(i) : Double.NaN;
        }
        return scores;
    }

    double[][] transposed() {
        final var turned = new double[items][users];
        for (int item = 0; item < items; item++) {
            for (int user = 0; user < users; user++) {
                turned[item][user] = table[user][item];
            }
        }
        return turned;
    }
}
