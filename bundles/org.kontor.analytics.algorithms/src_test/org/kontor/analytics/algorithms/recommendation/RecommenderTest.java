// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;

/** What all recommenders have in common: who answers, how they are judged, and that nothing depends on the order of rows. */
class RecommenderTest {

    private static final List<Recommender> ALL = List.of(new Popularity(), new ItemKnn(), new UserKnn(), new MatrixFactorization(), new ContentBased());

    private static Dataset described(final Dataset data) {
        return Sample.with(data, Role.FEATURES, TextColumn.of("kind",
                IntStream.range(0, data.rows()).mapToObj(row -> "k" + Integer.parseInt(data.frame().column("what").text(row).substring(1)) % 4).toList()));
    }

    private static Dataset grouped(final Dataset data) {
        return Sample.with(data, Role.SEGMENT, TextColumn.of("group",
                IntStream.range(0, data.rows()).mapToObj(row -> "g" + Integer.parseInt(data.frame().column("who").text(row).substring(1)) % 3).toList()));
    }

    private static List<String> lines(final Frame frame) {
        return IntStream.range(0, frame.rows())
                .mapToObj(row -> String.join("|", frame.columns().stream().map(column -> column.text(row)).toList())).toList();
    }

    @Test
    void theOrderOfRowsDoesNotMatterAndNothingKnownIsRecommended() {
        final var sample = Sample.of(1, 40, 30, .3, false);
        final var data = grouped(described(sample.data(true)));
        final var order = new ArrayList<>(IntStream.range(0, data.rows()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        final var shuffled = data.on(data.frame().take(order.stream().mapToInt(Integer::intValue).toArray()));
        for (final var method : ALL) {
            final var one = Sample.run(method, data, Map.of("list-users", "100")).table("recommendations").orElseThrow().frame();
            final var other = Sample.run(method, shuffled, Map.of("list-users", "100")).table("recommendations").orElseThrow().frame();
            assertEquals(lines(one), lines(other), method.descriptor().id());
            final var known = new HashSet<String>();
            sample.pairs().forEach(pair -> known.add(Sample.user(pair[0]) + Sample.item(pair[1])));
            double before = Double.POSITIVE_INFINITY;
            for (int row = 0; row < one.rows(); row++) {
                assertFalse(known.contains(one.column("user").text(row) + one.column("item").text(row)));
                assertTrue(Double.isFinite(one.column("score").number(row)));
                final double share = one.column("normalized").number(row);
                assertTrue(share >= 0 && share <= 1);
                before = one.column("rank").number(row) == 1 ? Double.POSITIVE_INFINITY : before;
                if (one.column("source").text(row).equals(method.descriptor().id()) && !(method instanceof Popularity)) {
                    assertTrue(one.column("score").number(row) <= before + 1e-12, "the best first");
                    before = one.column("score").number(row);
                }
            }
        }
    }

    /** A user or item that nobody knows gets the next best answer, which says who gave it. */
    @Test
    void whoeverIsNewGetsAnAnswerFromTheNextInTheChain() {
        final var sample = Sample.of(2, 40, 30, .3, false);
        final var data = grouped(described(sample.data(true)));
        final var frame = Frame.of(TextColumn.of("who", Arrays.asList("u0001", "u0001", "new", "new", null, "u0002")),
                TextColumn.of("what", Arrays.asList("i0002", "new", "i0002", "i0002", "i0002", null)),
                TextColumn.of("kind", Arrays.asList("k2", "k2", "k2", "k2", "k2", "unheard of")),
                TextColumn.of("group", Arrays.asList("g1", "g1", "g1", null, "unheard of", "g2")));
        for (final var method : ALL.subList(1, ALL.size())) {
            final var model = Sample.run(method, data, Map.of("neighbours", "10").entrySet().stream()
                    .filter(each -> method instanceof NeighbourRecommender).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .model().orElseThrow();
            final var asked = data.on(frame);
            final var answers = model.apply(asked, Sample.RUN).frame();
            final var sources = IntStream.range(0, answers.rows()).mapToObj(answers.column("source")::text).toList();
            assertEquals(List.of(method.descriptor().id(), "attributes", "segment", "popularity", "popularity", "popularity"), sources);
            for (int row = 0; row < answers.rows(); row++) {
                final double score = answers.column("score").number(row);
                assertTrue(score >= 1 && score <= 5);
                final double sum = model.explain(asked, row).stream().mapToDouble(each -> each.amount()).sum();
                assertEquals(score, sum, 1e-9, "reasons add up");
            }
        }
    }

    @Test
    void whatIsBoughtIsAnsweredToo() {
        final var data = grouped(described(Sample.of(12, 30, 25, .3, false).data(false)));
        final var frame = Frame.of(TextColumn.of("who", List.of("u0001", "new", "new")), TextColumn.of("what", List.of("i0003", "i0003", "new")),
                TextColumn.of("kind", List.of("k3", "k3", "k0")), TextColumn.of("group", List.of("g1", "g0", "g0")));
        for (final var method : ALL) {
            final var model = Sample.run(method, data, Map.of()).model().orElseThrow();
            final var answers = model.apply(data.on(frame), Sample.RUN).frame();
            for (int row = 0; row < 3; row++) {
                assertTrue(Double.isFinite(answers.column("score").number(row)), method.descriptor().id());
                assertEquals(answers.column("score").number(row), model.explain(data.on(frame), row).stream().mapToDouble(each -> each.amount()).sum(), 1e-9);
            }
        }
    }

    /** Worked out by hand: four users, the last rows in time are held out, and everybody is recommended two items. */
    @Test
    void judgingByTheLatestIsAsDefined() {
        final var users = List.of("a", "a", "b", "b", "c", "c", "d", "a", "b", "c", "d");
        final var items = List.of("p", "q", "p", "q", "p", "r", "p", "r", "s", "q", "s");
        final var days = IntStream.of(1, 1, 1, 1, 2, 2, 2, 9, 9, 9, 9).toArray();
        final var data = new Dataset(Frame.of(TextColumn.of("user", users), TextColumn.of("item", items),
                DateColumn.of("day", days, Missing.NONE)),
                Map.of(Role.USER, List.of("user"), Role.ITEM, List.of("item"), Role.TIME, List.of("day")));
        final var result = Sample.run(new Popularity(), data, Map.of("holdout", "0.35", "top", "2"));
        // known before: p by 4, q by 2, r by 1, s by none. a gets r, s; b gets r, s; c gets q, s; d gets q, r
        assertEquals((1 + 1 + 1 + 0) / 8.0, result.metric("precision"), 1e-12);
        assertEquals(3 / 4.0, result.metric("recall"), 1e-12);
        assertEquals((1 + 1 / (Math.log(3) / Math.log(2)) + 1 + 0) / 4, result.metric("ndcg"), 1e-12);
        assertEquals(3 / 4.0, result.metric("coverage"), 1e-12);
        final double shown = (1 + 0 + 1 + 0 + 2 + 0 + 2 + 1) / 8.0;
        assertEquals(shown / ((1 + 0 + 2 + 0) / 4.0), result.metric("popularity-bias"), 1e-12);
        assertTrue(Double.isNaN(result.metric("rmse")), "there are no ratings");
        assertTrue(result.warnings().stream().noneMatch(each -> each.code().equals("recommendation.by-chance")));
    }

    @Test
    void tastesAreFoundThatPopularityDoesNotKnow() {
        final var sample = Sample.of(21, 200, 120, .3, false);
        final var data = sample.data(true);
        for (final var method : List.of(new ItemKnn(), new UserKnn(), new MatrixFactorization())) {
            final var result = Sample.run(method, data, Map.of("holdout", "0.2"));
            assertTrue(result.metric("rmse") < .9 * result.metric("baseline-rmse"), method.descriptor().id() + ' ' + result.metric("rmse"));
            assertTrue(result.metric("mae") < .9 * result.metric("baseline-mae"));
        }
    }

    /** Whoever rates everything of one kind well and the rest badly is predicted so, by cosine and by correlation. */
    @Test
    void whatItemsAreLikeDecides() {
        for (final var similarity : List.of("cosine", "pearson")) {
            for (final var profile : List.of("deviations", "ratings")) {
                final var sample = new Sample(20, 24);
                for (int user = 0; user < 20; user++) {
                    for (int item = 0; item < 24; item++) {
                        if ((user * 7 + item * 5) % 3 != 0) {
                            sample.table[user][item] = item % 4 == user % 4 ? 5 : 2;
                        }
                    }
                }
                final var data = described(sample.data(true));
                final var result = Sample.run(new ContentBased(), data, Map.of("similarity", similarity, "profile", profile, "list-users", "20", "top", "1"));
                final var first = result.table("recommendations").orElseThrow().frame();
                for (int row = 0; row < first.rows(); row++) {
                    final int user = Integer.parseInt(first.column("user").text(row).substring(1));
                    final int item = Integer.parseInt(first.column("item").text(row).substring(1));
                    assertEquals(user % 4, item % 4, similarity + ' ' + profile);
                }
            }
        }
    }

    @Test
    void similarNumbersAndWordsCount() {
        final var data = Sample.with(Sample.with(new Dataset(Frame.of(TextColumn.of("who", List.of("x", "y", "y", "y", "y")),
                TextColumn.of("what", List.of("a", "b", "c", "d", "a"))), Map.of(Role.USER, List.of("who"), Role.ITEM, List.of("what"))),
                Role.TEXT, TextColumn.of("words", List.of("红色 cotton shirt", "blue jeans", "红色 shirt", "garden hose", "红色 cotton shirt"))),
                Role.FEATURES, NumberColumn.of("price", 20, 60, 18, 90, 20));
        final var result = Sample.run(new ContentBased(), data, Map.of("list-users", "1", "top", "3"));
        final var table = result.table("recommendations").orElseThrow().frame();
        assertEquals("c", table.column("item").text(0));
        assertTrue(table.column("reason").text(0).contains("shirt"), table.column("reason").text(0));
    }

    @Test
    void wrongDataIsRefused() {
        final var data = Sample.of(1, 5, 5, .9, false).data(true);
        assertEquals("recommendation.no-attributes", refused(new ContentBased(), data, Map.of()));
        assertEquals("recommendation.no-rating", refused(new ItemKnn(), Sample.of(1, 5, 5, .9, false).data(false), Map.of("feedback", "explicit")));
        final var values = new double[data.rows()];
        values[0] = -1;
        final var negative = Sample.with(data, Role.RATING, NumberColumn.of("negative", values));
        assertEquals("recommendation.negative", refused(new ItemKnn(), negative, Map.of("feedback", "implicit")));
        values[0] = Double.POSITIVE_INFINITY;
        assertEquals("recommendation.too-large", refused(new ItemKnn(), Sample.with(data, Role.RATING, NumberColumn.of("x", values.clone())), Map.of()));
        final var nothing = Sample.with(data, Role.RATING, NumberColumn.of("x", new double[data.rows()]));
        assertEquals("recommendation.nothing", refused(new ItemKnn(), nothing, Map.of("feedback", "implicit")));
    }

    private static String refused(final Recommender method, final Dataset data, final Map<String, String> parameters) {
        return assertThrows(ProblemException.class, () -> Sample.run(method, data, parameters)).problem().code();
    }

    @Test
    void pairsThatRepeatAreJoined() {
        final var data = new Dataset(Frame.of(IntegerColumn.of("user", 10, 9, 9, 10, 10), IntegerColumn.of("item", 1, 1, 1, 2, 1),
                NumberColumn.of("rating", 5, 1, 2, 4, 3)), Map.of(Role.USER, List.of("user"), Role.ITEM, List.of("item"), Role.RATING, List.of("rating")));
        final var rated = Interactions.of(data, true, Sample.RUN);
        assertEquals(List.of("9", "10"), rated.users().all(), "numbers are in their own order");
        assertEquals(List.of(1.5, 4.0, 4.0), Arrays.stream(rated.value()).boxed().toList());
        assertEquals(2, rated.repeated());
        assertEquals(List.of(3.0, 8.0, 4.0), Arrays.stream(Interactions.of(data, false, Sample.RUN).value()).boxed().toList());
        final Result result = Sample.run(new Popularity(), data, Map.of());
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("recommendation.repeated")));
    }
}
