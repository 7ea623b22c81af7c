// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.ModelState;

/**
 * What a model of any recommender is made of again: users, items, ratings, attributes and segments.
 *
 * @param users      the users
 * @param names      the items
 * @param ratings    who rated or chose what
 * @param items      what is known of items
 * @param segments   the groups of users
 * @param parameters the settings it was learned with
 */
record StoredModel(Names users, Names names, Ratings ratings, Items items, Items.Grouped segments, Parameters parameters) {

    private static final String RATED = "rated";
    private static final String SETTING = "parameter.";

    static ModelState state(final Learned learned, final Parameters parameters, final Map<String, Frame> more) {
        final var facts = new LinkedHashMap<String, String>();
        facts.put(RATED, String.valueOf(learned.ratings.rated));
        parameters.texts().forEach((name, text) -> facts.put(SETTING + name, text));
        final var tables = new HashMap<String, Frame>(more);
        final var ratings = learned.ratings;
        final var user = new long[ratings.size()];
        for (int i = 0; i < ratings.users; i++) {
            Arrays.fill(user, ratings.userStarts[i], ratings.userStarts[i + 1], i);
        }
        tables.put("users", Frame.of(texts("name", learned.users), segments(learned)));
        tables.put("items", Frame.of(texts("name", learned.items)));
        tables.put("segments", Frame.of(texts("name", learned.segments.names())));
        tables.put("ratings", Frame.of(IntegerColumn.of("user", user), IntegerColumn.of("item", Arrays.stream(ratings.itemOf).asLongStream().toArray()),
                NumberColumn.of("value", ratings.valueByUser.clone())));
        tables.put("dimensions", learned.space.state());
        tables.put("attributes", attributes(learned.vectors));
        return new ModelState(learned.id, Recommender.RELEASE, facts, tables);
    }

    private static TextColumn texts(final String name, final Names names) {
        return TextColumn.of(name, names.all());
    }

    private static Column segments(final Learned learned) {
        final var values = new long[learned.users.count()];
        final var missing = new long[Math.ceilDiv(values.length, Long.SIZE)];
        for (int user = 0; user < values.length; user++) {
            values[user] = Math.max(0, learned.segments.of(user));
            if (learned.segments.of(user) < 0) {
                missing[user >> 6] |= 1L << user;
            }
        }
        return IntegerColumn.of("segment", values, Missing.of(missing));
    }

    private static Frame attributes(final Vector[] vectors) {
        final int size = Arrays.stream(vectors).mapToInt(vector -> vector.value().length).sum();
        final var item = new long[size];
        final var dimension = new long[size];
        final var value = new double[size];
        int at = 0;
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors[i].value().length; j++) {
                item[at] = i;
                dimension[at] = vectors[i].dimension()[j];
                value[at++] = vectors[i].value()[j];
            }
        }
        return Frame.of(IntegerColumn.of("item", item), IntegerColumn.of("dimension", dimension), NumberColumn.of("value", value));
    }

    /**
     * @throws RuntimeException where the state does not hold together
     */
    static StoredModel of(final ModelState state, final List<Parameter<?>> declared) {
        final var texts = new LinkedHashMap<String, String>();
        state.facts().forEach((name, text) -> {
            if (name.startsWith(SETTING)) {
                texts.put(name.substring(SETTING.length()), text);
            }
        });
        final var users = names(state.tables().get("users"));
        final var names = names(state.tables().get("items"));
        final var table = state.tables().get("ratings");
        final var ratings = new Ratings(users.count(), names.count(), Boolean.parseBoolean(state.facts().get(RATED)), wholes(table, "user", users.count()),
                wholes(table, "item", names.count()), reals(table, "value"));
        final var space = Attributes.of(state.tables().get("dimensions"));
        final var segments = names(state.tables().get("segments"));
        final var column = state.tables().get("users").column("segment");
        final int[] segmentOf = IntStream.range(0, users.count()).map(user -> column.isMissing(user) ? Names.UNKNOWN : (int) column.number(user)).toArray();
        return new StoredModel(users, names, ratings, new Items(space, vectors(state.tables().get("attributes"), names.count(), space.count())),
                new Items.Grouped(segments, segmentOf), Parameters.of(declared, texts));
    }

    private static Names names(final Frame table) {
        final var column = table.column("name");
        return Names.of(IntStream.range(0, table.rows()).mapToObj(column::text).toList());
    }

    private static int[] wholes(final Frame table, final String name, final int below) {
        final var column = table.column(name);
        final int[] values = IntStream.range(0, table.rows()).map(row -> (int) column.number(row)).toArray();
        for (final int value : values) {
            if (value < 0 || value >= below) {
                throw new IllegalArgumentException(name + ' ' + value);
            }
        }
        return values;
    }

    private static double[] reals(final Frame table, final String name) {
        final var column = table.column(name);
        return IntStream.range(0, table.rows()).mapToDouble(column::number).toArray();
    }

    private static Vector[] vectors(final Frame table, final int items, final int dimensions) {
        final int[] item = wholes(table, "item", items);
        final int[] dimension = wholes(table, "dimension", dimensions);
        final double[] value = reals(table, "value");
        final var vectors = new Vector[items];
        int from = 0;
        for (int i = 0; i < items; i++) {
            int until = from;
            while (until < item.length && item[until] == i) {
                until++;
            }
            vectors[i] = new Vector(Arrays.copyOfRange(dimension, from, until), Arrays.copyOfRange(value, from, until));
            from = until;
        }
        return vectors;
    }
}
