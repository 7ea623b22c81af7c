// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns sets of items and rules into a result. */
final class AssociationReport {

    private static final String AND = " + ";
    private static final int DRAWN = 40;
    private static final int TOLD = 3;
    private static final int BARS = 20;
    private static final int FEW = 5;
    /** Numbers of sets and of their items fit into so many bits: there are no more than two million sets with at most twelve items each. */
    private static final int NODE_BITS = 27;
    private static final int SIZE_BITS = 4;
    private static final double USUAL_LEVEL = .05;

    private final Baskets baskets;
    private final int[] items;
    private final Subsets subsets;
    private final Itemsets sets;
    private final Parameters parameters;
    private final RunContext context;
    private final Result.Builder result = Result.builder();
    private final int[] place;
    private Rules rules;
    private double[] p;
    private boolean[] redundant;

    /** @param items the item of each number */
    AssociationReport(final Baskets baskets, final int[] items, final Subsets subsets, final Parameters parameters, final RunContext context) {
        this.baskets = baskets;
        this.items = items;
        this.subsets = subsets;
        sets = subsets.sets;
        this.parameters = parameters;
        this.context = context;
        final var byName = IntStream.range(0, items.length).boxed().sorted(Comparator.comparing(this::name)).mapToInt(Integer::intValue).toArray();
        place = new int[items.length];
        for (int i = 0; i < byName.length; i++) {
            place[byName[i]] = i;
        }
    }

    Result of(final Rules all, final int least) {
        rules = all;
        p = all.chances(context);
        redundant = all.redundant(context);
        final var correction = Correction.of(parameters.get(AssociationRules.CORRECTION), p.clone());
        int idle = 0;
        final var kept = new int[all.size()];
        int size = 0;
        final boolean hide = parameters.get(AssociationRules.HIDE_REDUNDANT);
        final double most = parameters.get(AssociationRules.MAX_P);
        for (int i = 0; i < kept.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            idle += redundant[i] ? 1 : 0;
            if (!(redundant[i] && hide) && (most == 1 || correction.of(p[i]) <= most)) {
                kept[size++] = i;
            }
        }
        final int length = parameters.get(AssociationRules.LIST_LENGTH).intValue();
        final var measure = measure();
        final var keys = new double[size];
        context.parallel(Math.ceilDiv(size, Frame.BLOCK), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(keys.length, (block + 1) * Frame.BLOCK); i++) {
                keys[i] = measure.applyAsDouble(kept[i]);
            }
        });
        final int[] best = Arrays.stream(Best.of(size, length, (one, other) -> {
            final int order = Double.compare(keys[other], keys[one]);
            return order == 0 ? compare(kept[one], kept[other]) : order;
        }, context)).map(rule -> kept[rule]).toArray();
        metric("baskets", baskets.count());
        metric("items", baskets.names.size());
        metric("itemsets", sets.size());
        metric("rules", size);
        metric("redundant", idle);
        metric("significant", correction.within(USUAL_LEVEL));
        say(best, size, correction, idle, least);
        warn(size, best.length, least);
        result.part(rules(best, correction));
        result.part(itemsets(length));
        result.part(sizes());
        if (best.length > 0) {
            result.part(graph(best));
            result.part(points(best));
        }
        if (sets.roots() > 0) {
            result.part(frequent());
        }
        return result.build();
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("association-rules.metric." + name), Trail.NONE);
    }

    private IntToDoubleFunction measure() {
        return switch (parameters.get(AssociationRules.ORDER)) {
            case "confidence" -> rules::confidence;
            case "support" -> rules::support;
            case "leverage" -> rules::leverage;
            case "p" -> rule -> -p[rule];
            default -> rules::lift;
        };
    }

    private int compare(final int one, final int other) {
        int order = Double.compare(rules.confidence(other), rules.confidence(one));
        order = order == 0 ? Integer.compare(rules.both(other), rules.both(one)) : order;
        return order == 0 ? Integer.compare(rules.length(one), rules.length(other)) : order;
    }

    private String name(final int number) {
        return baskets.names.get(items[number]);
    }

    private String right(final int rule) {
        return name(rules.right(rule));
    }

    private String left(final int rule) {
        return names(rules.left(rule));
    }

    /** Items of a set in the order of their names. */
    private String names(final int set) {
        final int[] numbers = subsets.items(set);
        for (int i = 1; i < numbers.length; i++) {
            final int number = numbers[i];
            int at = i;
            for (; at > 0 && place[numbers[at - 1]] > place[number]; at--) {
                numbers[at] = numbers[at - 1];
            }
            numbers[at] = number;
        }
        final var text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : AND).append(name(numbers[i]));
        }
        return text.toString();
    }

    private void say(final int[] best, final int size, final Correction correction, final int idle, final int least) {
        result.say(Messages.of("association-rules.summary", baskets.count(), baskets.names.size(), sets.size(), least, size));
        for (int i = 0; i < Math.min(TOLD, best.length); i++) {
            final int rule = best[i];
            result.say(rules.left(rule) == Itemsets.ROOT ? Messages.of("association-rules.summary.everybody", right(rule), rules.confidence(rule))
                    : Messages.of("association-rules.summary.rule", left(rule), right(rule), rules.confidence(rule), rules.lift(rule), rules.both(rule),
                            rules.lefts(rule)));
        }
        if (rules.size() > 0) {
            result.say(Messages.of("association-rules.summary.worth", rules.size(), correction.within(USUAL_LEVEL), idle));
        }
    }

    private void warn(final int size, final int listed, final int least) {
        if (size == 0) {
            result.warn("association-rules.none", Messages.of("association-rules.none"));
        } else if (listed < size) {
            result.warn("association-rules.cut", Messages.of("association-rules.cut", listed, size));
        }
        if (least < FEW) {
            result.warn("association-rules.few", Messages.of("association-rules.few", least));
        }
        if (baskets.unknown > 0) {
            result.warn("association-rules.unknown", Messages.of("association-rules.unknown", baskets.unknown));
        }
        if (baskets.empty > 0) {
            result.warn("association-rules.empty-baskets", Messages.of("association-rules.empty-baskets", baskets.empty));
        }
    }

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, AssociationRules.NAME);
    }

    private static NumberColumn numbers(final String name, final int[] shown, final IntToDoubleFunction value) {
        return NumberColumn.of(name, Arrays.stream(shown).mapToDouble(value).toArray());
    }

    /** A column of sets of items whose names are put together when they are read. */
    private TextColumn sets(final String name, final int[] nodes) {
        // one place more for nothing, which is a set as well
        final var codeOf = new int[sets.size() + 1];
        final var known = new int[nodes.length];
        final var codes = new int[nodes.length];
        int size = 0;
        for (int i = 0; i < nodes.length; i++) {
            final int node = nodes[i] - Itemsets.ROOT;
            if (codeOf[node] == 0) {
                known[size] = nodes[i];
                codeOf[node] = ++size;
            }
            codes[i] = codeOf[node] - 1;
        }
        return TextColumn.of(name, codes, texts(known, size));
    }

    private Dictionary texts(final int[] known, final int count) {
        return new Dictionary() {
            @Override
            public int size() {
                return count;
            }

            @Override
            public String text(final int code) {
                return names(known[code]);
            }
        };
    }

    private TablePart rules(final int[] shown, final Correction correction) {
        final var idle = new boolean[shown.length];
        for (int i = 0; i < shown.length; i++) {
            idle[i] = redundant[shown[i]];
        }
        return table().add(sets("left", Arrays.stream(shown).map(rules::left).toArray()), Meaning.PLAIN)
                .add(sets("right", Arrays.stream(shown).map(rules::right).toArray()), Meaning.PLAIN)
                .add(numbers("support", shown, rules::support), Meaning.SHARE).add(numbers("confidence", shown, rules::confidence), Meaning.SHARE)
                .add(numbers("lift", shown, rules::lift), Meaning.SCORE).counts("count", Arrays.stream(shown).mapToLong(rules::both).toArray())
                .add(numbers("leverage", shown, rules::leverage), Meaning.PLAIN).add(numbers("conviction", shown, rules::conviction), Meaning.PLAIN)
                .add(numbers("kulczynski", shown, rules::kulczynski), Meaning.SHARE).add(numbers("imbalance", shown, rules::imbalance), Meaning.SHARE)
                .add(numbers("p", shown, rule -> p[rule]), Meaning.PROBABILITY)
                .add(numbers("p-corrected", shown, rule -> correction.of(p[rule])), Meaning.PROBABILITY)
                .add(FlagColumn.of("redundant", idle, Missing.NONE), Meaning.PLAIN).build("rules");
    }

    private TablePart itemsets(final int most) {
        // the most frequent first, of those alike the smallest, then in their order: one number says it all, and numbers are sorted at once
        final int rarest = rarest(most);
        final var keys = new long[sets.size()];
        int often = 0;
        for (int node = 0; node < keys.length; node++) {
            keys[often] = (long) (Integer.MAX_VALUE - sets.count[node]) << NODE_BITS + SIZE_BITS | (long) subsets.size[node] << NODE_BITS | node;
            often += sets.count[node] >= rarest ? 1 : 0;
        }
        Arrays.sort(keys, 0, often);
        context.checkCancelled();
        final int[] best = Arrays.stream(keys, 0, Math.min(often, most)).mapToInt(key -> (int) (key & (1 << NODE_BITS) - 1)).toArray();
        if (best.length < sets.size()) {
            result.warn("association-rules.sets-cut", Messages.of("association-rules.sets-cut", best.length, sets.size()));
        }
        return table().add(TextColumn.of("items", IntStream.range(0, best.length).toArray(), texts(best, best.length)), Meaning.PLAIN)
                .counts("size", Arrays.stream(best).mapToLong(node -> subsets.size[node]).toArray())
                .counts("count", Arrays.stream(best).mapToLong(node -> sets.count[node]).toArray())
                .add(numbers("support", best, node -> (double) sets.count[node] / baskets.count()), Meaning.SHARE).build("itemsets");
    }

    /** The count that the sets have which are so many, or just more. */
    private int rarest(final int most) {
        final var having = new int[baskets.count() + 1];
        for (final int count : sets.count) {
            having[count]++;
        }
        int count = baskets.count();
        for (int all = having[count]; all < most && count > 0; all += having[count]) {
            count--;
        }
        return count;
    }

    private TablePart sizes() {
        final var counts = new long[1 + Arrays.stream(subsets.size).max().orElse(0)];
        for (final int each : subsets.size) {
            counts[each]++;
        }
        final var numbers = new long[counts.length - 1];
        Arrays.setAll(numbers, i -> i + 1);
        return table().counts("size", numbers).counts("itemsets", Arrays.copyOfRange(counts, 1, counts.length)).build("sizes");
    }

    /** The first rules: an arrow leads from what is taken to what is taken as well. */
    private GraphPart graph(final int[] best) {
        final var numbers = new HashMap<Integer, Integer>();
        final var nodes = new ArrayList<GraphPart.Node>();
        final var edges = new ArrayList<GraphPart.Edge>();
        for (final int rule : Arrays.copyOf(best, Math.min(DRAWN, best.length))) {
            final int from = node(rules.left(rule), rules.lefts(rule), numbers, nodes);
            final int to = node(rules.right(rule), rules.rights(rule), numbers, nodes);
            edges.add(new GraphPart.Edge(from, to, rules.lift(rule),
                    Messages.of("association-rules.edge", rules.both(rule), rules.lefts(rule), rules.lift(rule))));
        }
        return new GraphPart("rule-graph", Messages.of("association-rules.graph"), nodes, edges);
    }

    /** Single items are the first sets, under their own numbers. */
    private int node(final int set, final int count, final Map<Integer, Integer> numbers, final List<GraphPart.Node> nodes) {
        return numbers.computeIfAbsent(set, unseen -> {
            nodes.add(new GraphPart.Node(set == Itemsets.ROOT ? Messages.of("association-rules.everybody") : Message.name(names(set)),
                    (double) count / baskets.count()));
            return nodes.size() - 1;
        });
    }

    private PointsPart points(final int[] best) {
        final int[] some = Arrays.copyOf(best, Math.min(PointsPart.MOST, best.length));
        final var names = new Dictionary() {
            @Override
            public int size() {
                return some.length;
            }

            @Override
            public String text(final int code) {
                return left(some[code]) + " → " + right(some[code]);
            }
        };
        return new PointsPart("rule-points", Messages.of("association-rules.points"), List.of("support", "confidence", "lift"), Optional.of("rule"),
                Optional.empty(), Frame.of(numbers("support", some, rules::support), numbers("confidence", some, rules::confidence),
                        numbers("lift", some, rules::lift), TextColumn.of("rule", IntStream.range(0, some.length).toArray(), names)), best.length,
                Optional.empty());
    }

    private BarsPart frequent() {
        final int[] best = Best.of(sets.roots(), BARS, (one, other) -> Integer.compare(sets.count[other], sets.count[one]), context);
        return new BarsPart("frequent-items", Messages.of("association-rules.frequent"), Arrays.stream(best).mapToObj(each -> Message.name(name(each))).toList(),
                List.of(Messages.of("association-rules.column.support")), Messages.of("association-rules.column.support"),
                new double[][] {Arrays.stream(best).mapToDouble(each -> (double) sets.count[each] / baskets.count()).toArray()},
                Meaning.SHARE);
    }
}
