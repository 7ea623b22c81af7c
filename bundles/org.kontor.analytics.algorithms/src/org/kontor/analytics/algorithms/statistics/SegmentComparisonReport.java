// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;

/** Turns comparisons into a result. */
final class SegmentComparisonReport {

    private static final int FEW = 30;
    private static final int MOST_SENTENCES = 8;
    private static final int MOST_ROWS = 60;
    private static final double MEANS_LESS = .2;

    private final String target;
    private final Parameters parameters;
    private final Categories groups;
    private final List<Comparison> comparisons;
    private final List<Warning> advice;
    private final double[] corrected;
    private final List<Comparison.Line> lines;
    private final List<Comparison> owners = new ArrayList<>();
    private final double[] linesCorrected;
    private final double level;

    SegmentComparisonReport(final Dataset data, final Parameters parameters, final Categories groups, final List<Comparison> comparisons,
            final List<Warning> advice) {
        target = data.column(Role.TARGET).name();
        this.parameters = parameters;
        this.groups = groups;
        this.comparisons = comparisons;
        this.advice = advice;
        level = parameters.get(SegmentComparison.LEVEL);
        corrected = corrected(comparisons.stream().mapToDouble(Comparison::p).toArray());
        lines = new ArrayList<>();
        comparisons.forEach(each -> each.lines().forEach(line -> {
            lines.add(line);
            owners.add(each);
        }));
        linesCorrected = corrected(lines.stream().mapToDouble(Comparison.Line::p).toArray());
    }

    private double[] corrected(final double[] p) {
        return switch (parameters.get(SegmentComparison.CORRECTION)) {
            case SegmentComparison.HOLM -> PValues.holm(p);
            case SegmentComparison.BENJAMINI_HOCHBERG -> PValues.benjaminiHochberg(p);
            default -> p.clone();
        };
    }

    Result result() {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        final var sizes = new long[groups.size()];
        for (final int code : groups.codes()) {
            if (code >= 0) {
                sizes[code]++;
            }
        }
        final int different = (int) Arrays.stream(corrected).filter(p -> p < level).count();
        say(result, different);
        warn(result, sizes);
        metric(result, "groups", groups.size());
        metric(result, "rows", Arrays.stream(sizes).sum());
        metric(result, "features", comparisons.size());
        metric(result, "different", different);
        metric(result, "least-p-value", Arrays.stream(corrected).filter(p -> !Double.isNaN(p)).min().orElse(Double.NaN));
        result.part(tests());
        if (!comparisons.isEmpty()) {
            result.part(effects());
        }
        if (!lines.isEmpty()) {
            result.part(profile());
        }
        return result.part(lines()).build();
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("comparison.metric." + name), Trail.NONE);
        }
    }

    private void say(final Result.Builder result, final int different) {
        result.say(Messages.of(different == 0 ? "comparison.none" : "comparison.some", groups.size(), Message.column(target), different,
                comparisons.size(),
                Messages.of("comparison.by." + parameters.get(SegmentComparison.CORRECTION))));
        final var order = IntStream.range(0, lines.size()).filter(i -> linesCorrected[i] < level && Math.abs(size(i)) >= MEANS_LESS).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(size(i)))).toList();
        // of two groups what is more in one is less in the other
        order.stream().filter(i -> groups.size() > 2 || size(i) > 0).limit(MOST_SENTENCES).forEach(i -> result.say(sentence(i)));
    }

    /** {@return the difference in standard deviations of single rows} */
    private double size(final int line) {
        final var each = lines.get(line);
        if (each.category().isEmpty()) {
            return each.difference();
        }
        // Cohen's h
        return 2 * (Math.asin(Math.sqrt(each.value())) - Math.asin(Math.sqrt(Math.max(0, Math.min(1, each.rest())))));
    }

    private Message category(final int line) {
        return Message.value(owners.get(line).feature(), lines.get(line).category());
    }

    private Message sentence(final int line) {
        final var each = lines.get(line);
        final var group = Message.value(target, groups.names().get(each.group()));
        final var amount = Messages.of("comparison.size." + (Math.abs(size(line)) < .5 ? "some" : Math.abs(size(line)) < .8 ? "much" : "very-much"));
        if (each.category().isEmpty()) {
            return Messages.of(size(line) > 0 ? "comparison.higher" : "comparison.lower", group, Message.column(owners.get(line).feature()), amount,
                    each.value(), each.rest());
        }
        return Messages.of(size(line) > 0 ? "comparison.oftener" : "comparison.rarer", group, Message.column(owners.get(line).feature()),
                category(line), amount, each.value(), each.rest());
    }

    private void warn(final Result.Builder result, final long[] sizes) {
        final var small = IntStream.range(0, sizes.length).filter(g -> sizes[g] < FEW)
                .mapToObj(g -> Message.join("", List.of(Message.value(target, groups.names().get(g)), Message.name(" (" + sizes[g] + ')')))).limit(10).toList();
        if (!small.isEmpty()) {
            result.warn("comparison.small", Messages.of("comparison.small", FEW, Message.join(", ", small)));
        }
        final var untested = comparisons.stream().filter(each -> each.test().equals("none")).map(each -> Message.column(each.feature())).limit(10).toList();
        if (!untested.isEmpty()) {
            result.warn("comparison.untested", Messages.of("comparison.untested", Message.join(", ", untested)));
        }
    }

    private TablePart tests() {
        final int count = comparisons.size();
        final var different = new boolean[count];
        final var unknown = new long[Math.ceilDiv(count, Long.SIZE)];
        for (int i = 0; i < count; i++) {
            different[i] = corrected[i] < level;
            if (Double.isNaN(corrected[i])) {
                unknown[i >> 6] |= 1L << i;
            }
        }
        return new TableBuilder(Messages.TEXTS, "comparison").columns("feature", comparisons.stream().map(Comparison::feature).toList())
                .texts("test", comparisons.stream().map(Comparison::test).toList())
                .numbers("statistic", comparisons.stream().mapToDouble(Comparison::statistic).toArray())
                .numbers("freedom", comparisons.stream().mapToDouble(Comparison::freedom).toArray())
                .numbers("freedom-2", comparisons.stream().mapToDouble(Comparison::others).toArray())
                .numbers("p", Meaning.PROBABILITY, comparisons.stream().mapToDouble(Comparison::p).toArray())
                .numbers("p-corrected", Meaning.PROBABILITY, corrected).add(FlagColumn.of("different", different, Missing.of(unknown)), Meaning.PLAIN)
                .numbers("effect", comparisons.stream().mapToDouble(Comparison::effect).toArray())
                .numbers("rows", Meaning.COUNT, comparisons.stream().mapToDouble(Comparison::rows).toArray())
                .numbers("missing", Meaning.COUNT, comparisons.stream().mapToDouble(Comparison::missing).toArray())
                .build("tests");
    }

    private BarsPart effects() {
        final var order = IntStream.range(0, comparisons.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> Double.isNaN(comparisons.get(i).effect()) ? 1 : -comparisons.get(i).effect()))
                        .limit(MOST_ROWS / 2).toList();
        return new BarsPart("effects", Messages.of("comparison.effects"), order.stream().map(i -> Message.column(comparisons.get(i).feature())).toList(),
                List.of(Messages.of("comparison.effect")), Messages.of("comparison.effect"),
                new double[][] {order.stream().mapToDouble(i -> comparisons.get(i).effect()).toArray()});
    }

    /** Features and categories by groups; the first where there are very many. */
    private MatrixPart profile() {
        final var titles = new ArrayList<Message>();
        final var rows = new ArrayList<double[]>();
        final var known = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            final var key = owners.get(i).feature() + '\n' + lines.get(i).category();
            int at = known.indexOf(key);
            if (at < 0 && known.size() < MOST_ROWS) {
                at = known.size();
                known.add(key);
                final var feature = Message.column(owners.get(i).feature());
                titles.add(lines.get(i).category().isEmpty() ? feature : Messages.of("comparison.category", feature, category(i)));
                final var row = new double[groups.size()];
                Arrays.fill(row, Double.NaN);
                rows.add(row);
            }
            if (at >= 0) {
                rows.get(at)[lines.get(i).group()] = size(i);
            }
        }
        return new MatrixPart("profile", Messages.of("comparison.profile"), Messages.of("comparison.features"), Message.column(target), titles,
                groups.names().stream().map(name -> Message.value(target, name)).toList(), Messages.of("comparison.profile.value"),
                rows.toArray(double[][]::new), true);
    }

    private TablePart lines() {
        final var sizes = new double[lines.size()];
        Arrays.setAll(sizes, this::size);
        return new TableBuilder(Messages.TEXTS, "comparison").columns("feature", owners.stream().map(Comparison::feature).toList())
                .texts("category", lines.stream().map(line -> line.category().isEmpty() ? null : line.category()).toList())
                .saying(IntStream.range(0, lines.size()).mapToObj(this::category).toList())
                .texts("group", lines.stream().map(line -> groups.names().get(line.group())).toList()).valuesOf(target)
                .numbers("rows", Meaning.COUNT, lines.stream().mapToDouble(Comparison.Line::rows).toArray())
                .numbers("value", lines.stream().mapToDouble(Comparison.Line::value).toArray())
                .numbers("deviation", lines.stream().mapToDouble(Comparison.Line::deviation).toArray())
                .numbers("rest", lines.stream().mapToDouble(Comparison.Line::rest).toArray())
                .numbers("difference", sizes)
                .numbers("p", Meaning.PROBABILITY, lines.stream().mapToDouble(Comparison.Line::p).toArray())
                .numbers("p-corrected", Meaning.PROBABILITY, linesCorrected).build("segments");
    }
}
