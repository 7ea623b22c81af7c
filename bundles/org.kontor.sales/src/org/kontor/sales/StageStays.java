// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.UUID;

import org.kontor.model.StageHistory;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * How long opportunities stay in a stage. A database without a median function gives the newest moves out of the stage, at most 500, which
 * also say more about today than old ones.
 */
final class StageStays {

    private static final int NEWEST = 500;
    private static final int AT_ONCE = 100;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private StageStays() {
    }

    /** The median of the days that finished stays took; the condition is on the stage history. */
    static OptionalDouble medianDays(final Session session, final UUID stage, final Optional<Filter> condition) {
        var left = Query.of(StageHistory.class).where(Filter.equal("fromStage", stage));
        if (condition.isPresent()) {
            left = left.where(condition.get());
        }
        final var moves = session.rows(left.orderBy("changedAt", false).page(0, NEWEST), List.of("opportunity", "changedAt"));
        final var ids = moves.stream().map(row -> (UUID) row[0]).distinct().toList();
        final var entries = entries(session, stage, ids);
        final var days = new ArrayList<Double>();
        for (final var move : moves) {
            final var leaving = (Instant) move[1];
            final var entered = entries.getOrDefault((UUID) move[0], new TreeSet<>()).floor(leaving);
            if (entered != null) {
                days.add(Duration.between(entered, leaving).toSeconds() / SECONDS_OF_A_DAY);
            }
        }
        return median(days);
    }

    private static Map<UUID, NavigableSet<Instant>> entries(final Session session, final UUID stage, final List<UUID> opportunities) {
        final var entries = new HashMap<UUID, NavigableSet<Instant>>();
        for (int from = 0; from < opportunities.size(); from += AT_ONCE) {
            // always as many identifiers, so that the database sees one statement and plans it once
            final var some = new ArrayList<>(opportunities.subList(from, Math.min(from + AT_ONCE, opportunities.size())));
            some.addAll(Collections.nCopies(AT_ONCE - some.size(), some.get(0)));
            final var query = Query.of(StageHistory.class).where(Filter.equal("toStage", stage)).where(new Filter.In("opportunity", some));
            session.rows(query, List.of("opportunity", "changedAt"))
                    .forEach(row -> entries.computeIfAbsent((UUID) row[0], id -> new TreeSet<>()).add((Instant) row[1]));
        }
        return entries;
    }

    static OptionalDouble median(final Collection<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        final double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
