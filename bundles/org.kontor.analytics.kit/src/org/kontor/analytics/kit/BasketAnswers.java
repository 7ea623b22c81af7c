// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** What is bought together in baskets that textbooks print. */
final class BasketAnswers {

    private BasketAnswers() {
    }

    static List<Known> of(final String method) {
        return method.equals("association-rules") ? List.of(textbook(), apriori(), five()) : List.of();
    }

    private static Dataset baskets(final String... baskets) {
        final var names = new ArrayList<String>();
        final var items = new ArrayList<String>();
        for (int i = 0; i < baskets.length; i++) {
            for (final var item : baskets[i].split(" ")) {
                names.add("T" + (i + 1));
                items.add(item);
            }
        }
        return new Dataset(Frame.of(TextColumn.of("basket", names), TextColumn.of("item", items)),
                Map.of(Role.BASKET, List.of("basket"), Role.ITEM, List.of("item")));
    }

    private static List<String> rules(final Result result) {
        final var rules = table(result, "rules");
        return IntStream.range(0, rules.rows()).mapToObj(i -> rules.column("left").text(i) + " => " + rules.column("right").text(i)).sorted().toList();
    }

    /** Nine transactions (J. Han, M. Kamber, J. Pei, Data Mining: Concepts and Techniques, 2011, chapter 6), 13 sets in at least two of them. */
    private static Known textbook() {
        final var data = baskets("I1 I2 I5", "I2 I4", "I2 I3", "I1 I2 I4", "I1 I3", "I2 I3", "I1 I3", "I1 I2 I3 I5", "I1 I2 I3");
        return new Known(new Case("nine transactions", data, Map.of("min-support", "0.22", "min-confidence", "0.7")), result -> {
            near(9, result, "baskets");
            near(13, result, "itemsets");
            assertEquals(List.of("I1 + I5 => I2", "I2 + I5 => I1", "I4 => I2", "I5 => I1", "I5 => I2"), rules(result));
        });
    }

    /** Four transactions (R. Agrawal, R. Srikant, Fast Algorithms for Mining Association Rules, 1994), nine sets in at least two of them. */
    private static Known apriori() {
        return new Known(new Case("four transactions", baskets("1 3 4", "2 3 5", "1 2 3 5", "2 5"), Map.of("min-support", "0.5", "min-confidence", "1")), result -> {
            near(9, result, "itemsets");
            assertEquals(List.of("1 => 3", "2 + 3 => 5", "2 => 5", "3 + 5 => 2", "5 => 2"), rules(result));
        });
    }

    private static Known five() {
        return new Known(new Case("five baskets", baskets("a b", "a b c", "a c", "b", "a b"), Map.of("min-support", "0.6", "min-confidence", "0.5")), result -> {
            assertEquals(List.of("a => b", "b => a"), rules(result));
            final var rules = table(result, "rules");
            assertEquals(.6, rules.column("support").number(0), 1e-12);
            assertEquals(.75, rules.column("confidence").number(0), 1e-12);
            assertEquals(.9375, rules.column("lift").number(0), 1e-12);
        });
    }
}
