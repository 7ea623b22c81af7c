// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.kit.KnownAnswers.Known;

/** Grades of customers. */
final class SegmentAnswers {

    private SegmentAnswers() {
    }

    static List<Known> of(final String method) {
        return method.equals("rfm") ? grades() : List.of();
    }

    private static List<Known> grades() {
        return List.of(new Known(new Case("twelve orders", KnownAnswers.orders(), Map.of("reference-date", "2024-06-30")), result -> {
            near(4, result, "customers");
            near(1705.5, result, "money-total");
            near(6, result, "frequency-max");
            near(366, result, "recency-max");
            final var table = table(result, "customers");
            final var found = new ArrayList<String>();
            for (int i = 0; i < table.rows(); i++) {
                found.add(table.column("id").text(i) + ' ' + table.column("r").text(i) + table.column("f").text(i) + table.column("m").text(i));
            }
            assertEquals(List.of("a 444", "b 313", "c 321", "d 112"), found.stream().sorted().toList());
        }));
    }
}
