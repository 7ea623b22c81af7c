// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/** Chooses what records need to have in common to be compared, so that few pairs are compared and hardly a duplicate is missed. */
final class Blocking {

    /** Up to so many records are compared each with each. */
    static final int FEW = 1_500;
    /** So many keys are enough. */
    static final int MOST_KEYS = 10;

    private static final int SAMPLE = 50_000;
    private static final int PAIRS_PER_RECORD = 25;
    private static final int PAIRS = 200_000;
    private static final int PARTNERS = 2;
    private static final int ENOUGH = 5;

    private final Records records;
    private final RunContext context;
    private final double budget;
    private final int step;
    private final List<Costed> chosen = new ArrayList<>();

    /** A key and how many pairs it makes, about. */
    private record Costed(BlockKey key, double pairs) {
    }

    Blocking(final Records records, final RunContext context) {
        this.records = records;
        this.context = context;
        budget = Math.max(PAIRS, (double) PAIRS_PER_RECORD * records.count());
        step = Math.max(1, records.count() / SAMPLE);
    }

    /** {@return the keys that somebody wrote: a column and its form, and a second column and its form or nothing} */
    static List<BlockKey> given(final List<List<String>> rows, final List<String> names) {
        final var keys = new ArrayList<BlockKey>();
        for (final var row : rows) {
            final var first = BlockKey.of(column(row.get(0), names), form(row.get(1)));
            keys.add(row.get(2).isBlank() ? first : first.and(column(row.get(2), names), form(row.get(3))));
        }
        return keys;
    }

    private static int column(final String name, final List<String> names) {
        final int found = names.indexOf(name.strip());
        if (found < 0) {
            throw unknown(name, names);
        }
        return found;
    }

    private static ProblemException unknown(final String name, final List<String> names) {
        return Messages.problem("duplicates.no-column", name, String.join(", ", names)).asException();
    }

    private static Form form(final String name) {
        if (name.isBlank()) {
            return Form.SAME;
        }
        return Form.of(name).orElseThrow(() -> Messages.problem("duplicates.no-form", name, String.join(", ", Form.keys())).asException());
    }

    List<BlockKey> chosen() {
        if (records.count() <= FEW) {
            return List.of(BlockKey.all());
        }
        final var expensive = new ArrayList<Integer>();
        for (int c = 0; c < records.width(); c++) {
            final var kind = records.values(c).kind();
            if (kind == Kind.CATEGORY || kind == Kind.NUMBER) {
                continue;
            }
            if (!accept(BlockKey.of(c, Form.SAME))) {
                expensive.add(c);
            }
        }
        final int alone = chosen.size();
        expensive.forEach(column -> pairUp(column, alone));
        for (int c = 0; c < records.width() && chosen.size() < ENOUGH; c++) {
            if (records.values(c).kind() == Kind.NAME) {
                accept(BlockKey.of(c, Form.SOUND));
            }
        }
        if (chosen.isEmpty()) {
            return List.of(BlockKey.all());
        }
        return chosen.stream().limit(MOST_KEYS).map(Costed::key).toList();
    }

    private boolean accept(final BlockKey key) {
        final double cost = cost(key);
        if (cost > 0 && cost <= budget) {
            chosen.add(new Costed(key, cost));
        }
        return cost <= budget;
    }

    private double cost(final BlockKey key) {
        return Blocks.of(Blocks.keys(key, records, step, context), context).pairs() * step * step;
    }

    /** A column that many records share makes a key together with another one, of which as little as possible has to be the same. */
    private void pairUp(final int column, final int alone) {
        final var found = new ArrayList<Costed>();
        for (int other = 0; other < records.width(); other++) {
            final int partner = other;
            if (partner == column || records.values(partner).kind() == Kind.NUMBER) {
                continue;
            }
            for (final var form : List.of(Form.START, Form.SOUND, Form.SAME)) {
                final boolean idle = form == Form.SOUND && records.values(partner).kind() != Kind.NAME;
                final boolean covered = form == Form.SAME && (chosen.subList(0, alone).stream().anyMatch(each -> each.key().column() == partner)
                        || chosen.stream().anyMatch(each -> each.key().column() == partner && each.key().other() == column));
                final var key = BlockKey.of(column, Form.SAME).and(partner, form);
                if (!idle && !covered) {
                    final double cost = cost(key);
                    if (cost > 0 && cost <= budget) {
                        found.add(new Costed(key, cost));
                        break;
                    }
                }
            }
        }
        found.stream().sorted(Comparator.comparingDouble(Costed::pairs)).limit(PARTNERS).forEach(chosen::add);
    }
}
