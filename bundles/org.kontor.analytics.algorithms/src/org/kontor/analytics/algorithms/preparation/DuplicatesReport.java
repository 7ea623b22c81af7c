// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns groups and pairs into a result. */
final class DuplicatesReport {

    /** So many pairs are listed, the least certain ones where there are more. */
    private static final int MOST_PAIRS = 100_000;

    private final Dataset data;
    private final Records records;
    private final Weights weights;
    private final Pairs pairs;
    private final DuplicateGroups groups;
    private final RunContext context;
    private final Result.Builder result = Result.builder();
    private final boolean named;
    private final PairReasons reasons;

    /** A pair of rows that is listed. */
    private record Listed(int first, int second, double weight) {
    }

    DuplicatesReport(final Dataset data, final Records records, final Weights weights, final Pairs pairs, final DuplicateGroups groups,
            final RunContext context) {
        this.data = data;
        this.records = records;
        this.weights = weights;
        this.pairs = pairs;
        this.groups = groups;
        this.context = context;
        named = data.find(Role.ID).filter(id -> id.missing() == 0).isPresent();
        reasons = new PairReasons(records, weights);
    }

    static long memory(final long rows, final long columns) {
        return rows * 80 + Math.min(rows * 4, MOST_PAIRS) * (200 + columns * 24);
    }

    Result of(final Candidates candidates, final double threshold) {
        final int rows = records.rows();
        final var sizes = new int[groups.count()];
        int members = 0;
        for (int row = 0; row < rows; row++) {
            pause(row);
            final int group = group(row);
            if (group >= 0) {
                sizes[group]++;
                members++;
            }
        }
        int matches = 0;
        for (int i = 0; i < pairs.count(); i++) {
            pause(i);
            matches += pairs.weight(i) >= threshold ? 1 : 0;
        }
        final int open = pairs.count() - matches;
        result.say(groups.count() == 0 ? Messages.of("duplicates.summary.none", rows)
                : Messages.of("duplicates.summary", rows, members, groups.count(), members - groups.count()));
        if (open > 0) {
            result.say(Messages.of("duplicates.summary.open", open));
        }
        if (rows - records.count() > 0) {
            result.say(Messages.of("duplicates.summary.copies", rows - records.count() - empty()));
        }
        result.say(reasons.strongest());
        warn(candidates);
        metric("groups", groups.count());
        metric("duplicates", members - groups.count());
        metric("rows-in-groups", members);
        metric("pairs", matches);
        metric("possible-pairs", open);
        metric("compared-pairs", pairs.compared());
        metric("split-groups", groups.split());
        final var strongest = strongest(threshold);
        result.part(members(members, sizes, strongest));
        result.part(list(threshold));
        final var parts = new DuplicatesParts(records, weights, pairs, groups, reasons, context);
        result.part(parts.columns());
        result.part(parts.keys(candidates));
        result.part(parts.weights());
        parts.spread(threshold).ifPresent(result::part);
        parts.graph(sizes, threshold, this::name).ifPresent(result::part);
        return result.build();
    }

    private void warn(final Candidates candidates) {
        if (candidates.tooLarge() > 0) {
            result.warn("duplicates.large-blocks", Messages.of("duplicates.large-blocks", candidates.tooLarge()));
        }
        if (groups.split() > 0) {
            result.warn("duplicates.split", Messages.of("duplicates.split", groups.split()));
        }
        if (data.find(Role.ID).isPresent() && !named) {
            result.warn("duplicates.id", Messages.of("duplicates.id"));
        }
    }

    private void pause(final int i) {
        if (i % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    private int empty() {
        int empty = 0;
        for (int row = 0; row < records.rows(); row++) {
            empty += records.recordOf(row) == Values.NONE ? 1 : 0;
        }
        return empty;
    }

    private int group(final int row) {
        final int record = records.recordOf(row);
        return record == Values.NONE ? DuplicateGroups.NONE : groups.of(record);
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("duplicates.metric." + name), Trail.NONE);
    }

    private Message name(final int row) {
        return named ? Message.value(data.column(Role.ID).name(), data.column(Role.ID).text(row)) : Message.name("#" + (row + 1));
    }

    /** The identifiers of some rows. */
    private Column ids(final String name, final int[] rows) {
        if (named) {
            return data.column(Role.ID).take(rows).named(name);
        }
        return IntegerColumn.of(name, Arrays.stream(rows).mapToLong(row -> row + 1L).toArray());
    }

    /** {@return the strongest pair of each record within its group, or -1} */
    private int[] strongest(final double threshold) {
        final var strongest = new int[records.count()];
        Arrays.fill(strongest, -1);
        for (int i = 0; i < pairs.count(); i++) {
            pause(i);
            if (pairs.weight(i) >= threshold && groups.of(pairs.one(i)) == groups.of(pairs.other(i))) {
                for (final int record : new int[] {pairs.one(i), pairs.other(i)}) {
                    if (strongest[record] < 0 || pairs.weight(i) > pairs.weight(strongest[record])) {
                        strongest[record] = i;
                    }
                }
            }
        }
        return strongest;
    }

    /** All rows that have duplicates, group by group; the one with most values is proposed to be kept, the first of several. */
    private TablePart members(final int members, final int[] sizes, final int[] strongest) {
        final var starts = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            starts[g + 1] = starts[g] + sizes[g];
        }
        final var next = Arrays.copyOf(starts, sizes.length);
        final var rows = new int[members];
        for (int row = 0; row < records.rows(); row++) {
            pause(row);
            if (group(row) >= 0) {
                rows[next[group(row)]++] = row;
            }
        }
        final var group = new long[members];
        final var size = new long[members];
        final var keep = new boolean[members];
        final var probability = new double[members];
        final var reason = new Message[members];
        context.parallel(Math.ceilDiv(sizes.length, Frame.BLOCK / 8), task -> {
            for (int g = task * Frame.BLOCK / 8; g < Math.min(sizes.length, (task + 1) * Frame.BLOCK / 8); g++) {
                int best = starts[g];
                for (int i = starts[g]; i < starts[g + 1]; i++) {
                    final int record = records.recordOf(rows[i]);
                    best = records.filled(record) > records.filled(records.recordOf(rows[best])) ? i : best;
                    group[i] = g + 1L;
                    size[i] = sizes[g];
                }
                keep[best] = true;
            }
        });
        context.parallel(Math.ceilDiv(members, Frame.BLOCK / 4), task -> {
            for (int i = task * Frame.BLOCK / 4; i < Math.min(members, (task + 1) * Frame.BLOCK / 4); i++) {
                final int record = records.recordOf(rows[i]);
                final boolean copied = records.copies(record) > 1;
                final int pair = strongest[record];
                final double weight = copied ? weights.of(records, record, record) : pair < 0 ? Double.NaN : pairs.weight(pair);
                probability[i] = Weights.probability(weight);
                reason[i] = copied ? Message.name("=") : pair < 0 ? null : reasons.text(pairs.one(pair), pairs.other(pair));
            }
        });
        final var table = DuplicatesParts.table();
        table.add(ids("id", rows), Messages.of("duplicates.column.id"), Messages.of("duplicates.column.id." + (named ? "help" : "row")), Meaning.ID);
        return table.add(IntegerColumn.of("group", group), Meaning.LABEL).counts("size", size).add(FlagColumn.of("keep", keep, Missing.NONE), Meaning.PLAIN)
                .add(NumberColumn.of("probability", probability), Meaning.PROBABILITY).messages("reason", Meaning.REASON, Arrays.asList(reason))
                .build("groups");
    }

    private TableBuilder identified(final TableBuilder table) {
        return named ? table.valuesOf(data.column(Role.ID).name()) : table;
    }

    /** The pairs, the most certain first, with how near each column is. */
    private TablePart list(final double threshold) {
        final var listed = new ArrayList<Listed>();
        for (int i = 0; i < pairs.count(); i++) {
            pause(i);
            listed.add(new Listed(records.firstRow(pairs.one(i)), records.firstRow(pairs.other(i)), pairs.weight(i)));
        }
        final int most = Math.max(0, MOST_PAIRS - listed.size());
        int copies = 0;
        for (int row = 0; row < records.rows() && copies < most; row++) {
            pause(row);
            final int record = records.recordOf(row);
            if (group(row) >= 0 && records.firstRow(record) != row) {
                listed.add(new Listed(records.firstRow(record), row, weights.of(records, record, record)));
                copies++;
            }
        }
        context.checkCancelled();
        listed.sort(Comparator.comparingDouble((Listed pair) -> -pair.weight()).thenComparingInt(Listed::first).thenComparingInt(Listed::second));
        final var kept = listed.subList(Math.max(0, listed.size() - MOST_PAIRS), listed.size());
        if (kept.size() < listed.size()) {
            result.warn("duplicates.many-pairs", Messages.of("duplicates.many-pairs", MOST_PAIRS, listed.size()));
        }
        final int count = kept.size();
        final var nearness = new double[records.width()][count];
        final var reason = new Message[count];
        context.parallel(Math.ceilDiv(count, 256), task -> {
            for (int i = task * 256; i < Math.min(count, (task + 1) * 256); i++) {
                final int one = records.recordOf(kept.get(i).first());
                final int other = records.recordOf(kept.get(i).second());
                reason[i] = reasons.text(one, other);
                for (int c = 0; c < nearness.length; c++) {
                    nearness[c][i] = reasons.nearness(c, one, other);
                }
            }
        });
        final var sure = new boolean[count];
        IntStream.range(0, count).forEach(i -> sure[i] = kept.get(i).weight() >= threshold);
        final var table = DuplicatesParts.table().add(ids("first", kept.stream().mapToInt(Listed::first).toArray()), Meaning.PLAIN);
        identified(table);
        table.add(ids("second", kept.stream().mapToInt(Listed::second).toArray()), Meaning.PLAIN);
        identified(table)
                .add(FlagColumn.of("duplicate", sure, Missing.NONE), Meaning.PLAIN)
                .numbers("probability", Meaning.PROBABILITY, kept.stream().mapToDouble(pair -> Weights.probability(pair.weight())).toArray())
                .numbers("weight", Meaning.SCORE, kept.stream().mapToDouble(Listed::weight).toArray())
                .messages("reason", Meaning.REASON, Arrays.asList(reason));
        for (int c = 0; c < nearness.length; c++) {
            final var name = "≈ " + records.name(c);
            table.add(NumberColumn.of(name, nearness[c]), Message.join("", List.of(Message.name("≈ "), Message.column(records.name(c)))),
                    Messages.of("duplicates.column.nearness.help", Message.column(records.name(c))), Meaning.PLAIN);
        }
        return table.build("pairs");
    }
}
