// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TablePart;

final class RankingTest {

    private static final Message NAME = Message.name("score");

    private static Dataset data(final List<String> users, final List<String> items) {
        return new Dataset(Frame.of(TextColumn.of("who", users), TextColumn.of("what", items)), Map.of(Role.USER, List.of("who"), Role.ITEM, List.of("what")));
    }

    /** Likes items the more the later they are in the alphabet, whoever asks. */
    private static TablePart answers(final Dataset data) {
        final var scores = IntStream.range(0, data.rows()).mapToDouble(row -> data.column(Role.ITEM).text(row).charAt(0)).toArray();
        return new TablePart("answers", NAME, Frame.of(NumberColumn.of("score", scores)), List.of(new TablePart.Head("score", NAME, NAME, Meaning.SCORE)));
    }

    /** Worked out by hand: x knows e and is offered d, c, b, a; y knows a and d and is offered e, c, b. */
    @Test
    void firstItemsAreComparedWithWhatWasHeldOut() {
        final var training = data(List.of("x", "y", "y", "z", "z", "z"), List.of("e", "a", "d", "a", "b", "c"));
        final var held = data(List.of("x", "x", "y", "nobody", "x"), List.of("c", "unknown", "b", "a", "e"));
        final var metrics = new Ranking(training, held, RankingTest::answers).score(1).orElseThrow().metrics();
        assertEquals((.1 + .1) / 2, metrics.get("precision"), 1e-12);
        assertEquals((1 / 2.0 + 1) / 2, metrics.get("recall"), 1e-12);
        final double second = Math.log(2) / Math.log(3);
        assertEquals((second / (1 + second) + Math.log(2) / Math.log(4)) / 2, metrics.get("ndcg"), 1e-12);
        assertEquals(1, metrics.get("coverage"), 1e-12);
    }

    @Test
    void withoutAnythingToFindThereIsNoScore() {
        final var training = data(List.of("x", "y"), List.of("a", "b"));
        assertTrue(new Ranking(training, data(List.of("x", "new"), List.of("a", "b")), RankingTest::answers).score(1).isEmpty());
    }
}
