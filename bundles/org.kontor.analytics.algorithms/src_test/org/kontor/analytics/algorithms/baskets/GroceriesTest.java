// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** The figures known of the baskets of a grocery (M. Hahsler, K. Hornik, T. Reutterer, 2006), which other programs find as well. */
class GroceriesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Result run(final String support, final String confidence, final String shortest) throws IOException {
        final var data = new Dataset(Frame.of(TextColumn.of("items", SharedData.lines("groceries/groceries.basket.txt"))), Map.of(Role.ITEM, List.of("items")));
        final var method = new AssociationRules();
        final var parameters = new HashMap<>(Map.of("min-support", support, "min-confidence", confidence, "min-length", shortest));
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    private static void rules(final int expected, final String support, final String confidence) throws IOException {
        assertEquals(expected, run(support, confidence, "2").metric("rules"), support + ' ' + confidence);
    }

    @Test
    void asManyRulesAsPublished() throws IOException {
        rules(410, "0.001", "0.8");
        rules(5_668, "0.001", "0.5");
        rules(129, "0.001", "0.9");
        rules(15, "0.01", "0.5");
        rules(231, "0.01", "0.2");
        rules(463, "0.006", "0.25");
        assertEquals(232, run("0.01", "0.2", "1").metric("rules"));
        assertEquals(464, run("0.006", "0.25", "1").metric("rules"));
    }

    @Test
    void asManySetsAsPublished() throws IOException {
        final var result = run("0.001", "0.8", "2");
        assertEquals(9_835, result.metric("baskets"));
        assertEquals(169, result.metric("items"));
        assertEquals(13_492, result.metric("itemsets"));
        final var sizes = result.table("sizes").orElseThrow().frame().column("itemsets");
        assertEquals(List.of("157", "2981", "6831", "3137", "376", "10"), IntStream.range(0, sizes.rows()).mapToObj(sizes::text).toList());
        assertEquals(333, run("0.01", "0.8", "2").metric("itemsets"));
        assertEquals(747, run("0.006", "0.8", "2").metric("itemsets"));
        assertEquals(49_580, run("0.0005", "0.8", "2").metric("itemsets"));
        assertEquals(166_682, run("0.0003", "0.9", "2").metric("itemsets"));
    }

    @Test
    void theFirstRuleAndTheMostFrequentItemsArePublished() throws IOException {
        final var result = run("0.001", "0.8", "2");
        final var rules = result.table("rules").orElseThrow().frame();
        assertEquals("liquor + red/blush wine", rules.column("left").text(0));
        assertEquals("bottled beer", rules.column("right").text(0));
        assertEquals(.001932, rules.column("support").number(0), 5e-7);
        assertEquals(.904762, rules.column("confidence").number(0), 5e-7);
        assertEquals(11.235269, rules.column("lift").number(0), 5e-7);
        assertEquals(19, rules.column("count").number(0));
        final var sets = result.table("itemsets").orElseThrow().frame();
        assertEquals(List.of("whole milk 2513", "other vegetables 1903", "rolls/buns 1809", "soda 1715", "yogurt 1372"),
                IntStream.range(0, 5).mapToObj(i -> sets.column("items").text(i) + ' ' + sets.column("count").text(i)).toList());
    }
}
