// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The smaller tables and the pictures of duplicates. */
final class DuplicatesParts {

    private static final int RANGES = 20;
    private static final int MOST_EDGES = 100;
    private static final String[] LEVELS = {"same", "close", "alike", "different"};

    private final Records records;
    private final Weights weights;
    private final Pairs pairs;
    private final DuplicateGroups groups;
    private final PairReasons reasons;
    private final RunContext context;

    DuplicatesParts(final Records records, final Weights weights, final Pairs pairs, final DuplicateGroups groups,
            final PairReasons reasons, final RunContext context) {
        this.records = records;
        this.weights = weights;
        this.pairs = pairs;
        this.groups = groups;
        this.reasons = reasons;
        this.context = context;
    }

    static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, Duplicates.NAME);
    }

    private double[] each(final IntToDoubleFunction value) {
        return IntStream.range(0, records.width()).mapToDouble(value).toArray();
    }

    /** What each column was taken for and what its answers weigh. */
    TablePart columns() {
        final var table = table().columns("column", records.names())
                .texts("kind", IntStream.range(0, records.width()).mapToObj(c -> records.values(c).kind().key()).toList())
                .numbers("among", Meaning.SHARE, each(c -> weights.among(c, Kind.SAME)))
                .numbers("between", Meaning.SHARE, each(c -> weights.between(c, Kind.SAME)));
        for (int level = 0; level < LEVELS.length; level++) {
            final int which = level;
            table.add(NumberColumn.of(LEVELS[level], each(c -> weights.weight(c, which))), Messages.of("duplicates.level." + LEVELS[level]),
                    Messages.of("duplicates.level.help"), Meaning.SCORE);
        }
        return table.build("columns");
    }

    /** What records had to have in common to be compared. */
    TablePart keys(final Candidates candidates) {
        final var keys = candidates.keys();
        final var range = IntStream.range(0, keys.size()).boxed().toList();
        return table().texts("key", keys.stream().map(key -> key.text(records)).toList())
                .counts("blocks", range.stream().mapToLong(k -> candidates.blocks(k).count()).toArray())
                .counts("largest", range.stream().mapToLong(k -> candidates.blocks(k).largest()).toArray())
                .numbers("pairs", Meaning.COUNT, range.stream().mapToDouble(k -> candidates.blocks(k).pairs()).toArray()).build("keys");
    }

    BarsPart weights() {
        final var values = new double[LEVELS.length][records.width()];
        for (int level = 0; level < LEVELS.length; level++) {
            final int which = level;
            values[level] = each(c -> weights.weight(c, which));
        }
        return new BarsPart("weights", Messages.of("duplicates.weights"), records.names().stream().map(Message::column).toList(),
                List.of(LEVELS).stream().map(level -> Messages.of("duplicates.level." + level)).toList(), Messages.of("duplicates.weight"), values);
    }

    /** How the weights of pairs are spread, those of duplicates and those to be looked at. */
    Optional<DistributionPart> spread(final double threshold) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pairs.count(); i++) {
            low = Math.min(low, pairs.weight(i));
            high = Math.max(high, pairs.weight(i));
        }
        if (pairs.count() == 0) {
            return Optional.empty();
        }
        final double from = Math.floor(low);
        final double width = Math.max(1, Math.ceil((high - from) / RANGES));
        final var edges = IntStream.rangeClosed(0, RANGES).mapToDouble(i -> from + i * width).toArray();
        final var counts = new double[2][RANGES];
        for (int i = 0; i < pairs.count(); i++) {
            counts[pairs.weight(i) >= threshold ? 0 : 1][Math.min(RANGES - 1, (int) ((pairs.weight(i) - from) / width))]++;
        }
        context.checkCancelled();
        return Optional.of(new DistributionPart("weights-of-pairs", Messages.of("duplicates.spread"), Messages.of("duplicates.weight"), edges,
                List.of(Messages.of("duplicates.sure"), Messages.of("duplicates.open")), counts));
    }

    /** The largest groups, as far as one can look at them. */
    Optional<GraphPart> graph(final int[] sizes, final double threshold, final IntFunction<Message> name) {
        final var edgesOf = new LinkedHashMap<Integer, List<Integer>>();
        for (int i = 0; i < pairs.count(); i++) {
            final int group = groups.of(pairs.one(i));
            if (pairs.weight(i) >= threshold && group >= 0 && group == groups.of(pairs.other(i))) {
                final var list = edgesOf.computeIfAbsent(group, unseen -> new ArrayList<>());
                if (list.size() < MOST_EDGES) {
                    list.add(i);
                }
            }
        }
        context.checkCancelled();
        final var nodes = new LinkedHashMap<Integer, Integer>();
        final var edges = new ArrayList<GraphPart.Edge>();
        edgesOf.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<Integer, List<Integer>> each) -> -sizes[each.getKey()])
                .thenComparingInt(Map.Entry::getKey)).limit(MOST_EDGES).forEach(each -> each.getValue().forEach(pair -> {
                    if (edges.size() < MOST_EDGES) {
                        final int one = nodes.computeIfAbsent(pairs.one(pair), unseen -> nodes.size());
                        final int other = nodes.computeIfAbsent(pairs.other(pair), unseen -> nodes.size());
                        edges.add(new GraphPart.Edge(one, other, Weights.probability(pairs.weight(pair)), reasons.words(pairs.one(pair), pairs.other(pair))));
                    }
                }));
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        final var titles = nodes.keySet().stream().map(record -> new GraphPart.Node(name.apply(records.firstRow(record)), records.copies(record))).toList();
        return Optional.of(new GraphPart("graph", Messages.of("duplicates.graph"), titles, edges));
    }
}
