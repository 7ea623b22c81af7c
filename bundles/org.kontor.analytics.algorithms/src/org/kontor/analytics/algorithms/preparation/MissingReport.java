// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Says where values are missing. */
final class MissingReport {

    private static final int MOST_PATTERNS = 100;
    private static final int MOST_RELATED = 20;
    private static final int FEW = 5;
    private static final double NOTABLE = .5;
    private static final double MANY = .4;

    private final Dataset data;
    private final Imputation model;
    private final RunContext context;
    private final List<Column> columns;
    private final Result.Builder result = Result.builder();

    /** How another column differs where one is missing. */
    private record Related(int column, int other, double here, double elsewhere, double difference, long rows) {
    }

    MissingReport(final Dataset data, final Imputation model, final RunContext context) {
        this.data = data;
        this.model = model;
        this.context = context;
        columns = data.columns(Role.FEATURES);
    }

    Result result() {
        final int rows = data.rows();
        final int width = columns.size();
        final var patterns = patterns();
        final long complete = patterns.getOrDefault(0L, 0L);
        final long missing = columns.stream().mapToLong(Column::missing).sum();
        final long gaps = columns.stream().filter(column -> column.missing() > 0).count();
        result.say(missing == 0 ? Messages.of("missing.summary.none", rows)
                : Messages.of("missing.summary", missing, gaps, width, complete, rows, (double) complete / rows));
        final var related = related();
        related.stream().filter(each -> Math.abs(each.difference()) >= NOTABLE).limit(3).forEach(each -> result.say(Messages.of(
                each.difference() < 0 ? "missing.summary.lower" : "missing.summary.higher", Message.column(columns.get(each.column()).name()),
                Message.column(columns.get(each.other()).name()),
                each.here(), each.elsewhere())));
        for (final var column : columns) {
            if (column.missing() == rows) {
                result.warn("missing.empty", Messages.of("missing.empty", Message.column(column.name())));
            } else if (column.missing() > MANY * rows) {
                result.warn("missing.many", Messages.of("missing.many", Message.column(column.name()), (double) column.missing() / rows));
            }
        }
        metric("missing", missing);
        metric("complete-rows", complete);
        result.metric("complete-share", (double) complete / rows, Messages.of("missing.metric.complete-share"), Trail.NONE, Meaning.SHARE);
        metric("patterns", patterns.size());
        result.part(model.apply(data, context));
        context.progress().worked(1);
        final var shares = columns.stream().mapToDouble(column -> (double) column.missing() / rows).toArray();
        result.part(new TableBuilder(Messages.TEXTS, "missing").columns("column", columns.stream().map(Column::name).toList())
                .add(IntegerColumn.of("missing", columns.stream().mapToLong(Column::missing).toArray()), Meaning.COUNT)
                .add(NumberColumn.of("share", shares), Meaning.SHARE)
                .add(TextColumn.of("filled-with", IntStream.range(0, width).mapToObj(this::filledWith).toList()), Meaning.PLAIN)
                .saying(IntStream.range(0, width).filter(c -> filledWith(c) != null)
                        .mapToObj(c -> Message.value(columns.get(c).name(), filledWith(c))).toList())
                .build("columns"));
        result.part(patterns(patterns));
        result.part(new TableBuilder(Messages.TEXTS, "missing").columns("column", related.stream().map(each -> columns.get(each.column()).name()).toList())
                .columns("other", related.stream().map(each -> columns.get(each.other()).name()).toList())
                .counts("rows", related.stream().mapToLong(Related::rows).toArray())
                .numbers("here", related.stream().mapToDouble(Related::here).toArray())
                .numbers("elsewhere", related.stream().mapToDouble(Related::elsewhere).toArray())
                .numbers("difference", related.stream().mapToDouble(Related::difference).toArray()).build("related"));
        result.part(new BarsPart("missing-by-column", Messages.of("missing.bars"), columns.stream().map(column -> Message.column(column.name())).toList(),
                List.of(Messages.of("missing.column.share")), Messages.of("missing.column.share"), new double[][] {shares}, Meaning.SHARE));
        context.progress().worked(1);
        return result.model(model).build();
    }

    private String filledWith(final int column) {
        final var fill = model.fills().get(column);
        if (!fill.known()) {
            return null;
        }
        if (!fill.text().isEmpty()) {
            return fill.text();
        }
        return switch (columns.get(column).type()) {
            case DATE -> DateColumn.of("x", new int[] {(int) Math.rint(fill.number())}, Missing.NONE).text(0);
            case INSTANT -> InstantColumn.of("x", new long[] {(long) Math.rint(fill.number())}, Missing.NONE).text(0);
            case FLAG -> String.valueOf(fill.number() > .5);
            default -> NumberColumn.of("x", fill.number()).text(0);
        };
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("missing.metric." + name), Trail.NONE);
    }

    /** How many rows lack which columns, one bit for each. */
    private Map<Long, Long> patterns() {
        final var blocks = new ArrayList<Map<Long, long[]>>();
        for (int i = 0; i < Math.ceilDiv(data.rows(), Frame.BLOCK); i++) {
            blocks.add(new HashMap<>());
        }
        context.parallel(blocks.size(), block -> {
            for (int row = block * Frame.BLOCK; row < Math.min(data.rows(), (block + 1) * Frame.BLOCK); row++) {
                long pattern = 0;
                for (int c = 0; c < columns.size(); c++) {
                    pattern |= columns.get(c).isMissing(row) ? 1L << c : 0;
                }
                blocks.get(block).computeIfAbsent(pattern, unseen -> new long[1])[0]++;
            }
        });
        final var all = new HashMap<Long, Long>();
        blocks.forEach(block -> block.forEach((pattern, count) -> all.merge(pattern, count[0], Long::sum)));
        return all;
    }

    private TablePart patterns(final Map<Long, Long> patterns) {
        final var listed = patterns.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Long, Long> each) -> -each.getValue()).thenComparing(Map.Entry::getKey)).limit(MOST_PATTERNS)
                .toList();
        return new TableBuilder(Messages.TEXTS, "missing").messages("pattern", listed.stream().map(each -> named(each.getKey())).toList())
                .counts("gaps", listed.stream().mapToLong(each -> Long.bitCount(each.getKey())).toArray())
                .counts("rows", listed.stream().mapToLong(Map.Entry::getValue).toArray())
                .add(NumberColumn.of("share", listed.stream().mapToDouble(each -> (double) each.getValue() / data.rows()).toArray()), Meaning.SHARE)
                .build("patterns");
    }

    private Message named(final long pattern) {
        return pattern == 0 ? Message.name("–") : Message.join(" + ", IntStream.range(0, columns.size()).filter(c -> (pattern >>> c & 1) != 0)
                .mapToObj(c -> Message.column(columns.get(c).name())).toList());
    }

    /** Where values are not missing by chance: other columns have other means in these rows. */
    private List<Related> related() {
        final int width = columns.size();
        final int blocks = Math.ceilDiv(data.rows(), Frame.BLOCK);
        final var sums = new double[blocks][];
        context.parallel(blocks, block -> sums[block] = sums(block));
        final var all = new double[width * width * 2];
        for (final var each : sums) {
            context.checkCancelled();
            for (int i = 0; i < all.length; i++) {
                all[i] += each[i];
            }
        }
        final var found = new ArrayList<Related>();
        for (int d = 0; d < width; d++) {
            final var other = columns.get(d);
            final int column = d;
            if (!other.type().isNumeric() || columns.stream().noneMatch(each -> each != other && each.missing() > 0)) {
                continue;
            }
            final var figures = Figures.of(other, context);
            final double deviation = figures.deviation(0);
            for (int c = 0; c < width; c++) {
                final double rows = all[2 * (c * width + column) + 1];
                final double rest = figures.count() - rows;
                if (c != d && deviation > 0 && rows >= FEW && rest >= FEW) {
                    final double here = all[2 * (c * width + column)] / rows;
                    final double elsewhere = (figures.mean() * figures.count() - all[2 * (c * width + column)]) / rest;
                    found.add(new Related(c, d, here, elsewhere, (here - elsewhere) / deviation, (long) rows));
                }
            }
        }
        found.sort(Comparator.comparingDouble((Related each) -> -Math.abs(each.difference())).thenComparingInt(Related::column)
                .thenComparingInt(Related::other));
        return List.copyOf(found.subList(0, Math.min(MOST_RELATED, found.size())));
    }

    /** Sums and counts of each column of numbers in the rows where another is missing. */
    private double[] sums(final int block) {
        final int width = columns.size();
        final var sums = new double[width * width * 2];
        for (int row = block * Frame.BLOCK; row < Math.min(data.rows(), (block + 1) * Frame.BLOCK); row++) {
            for (int c = 0; c < width; c++) {
                if (columns.get(c).isMissing(row)) {
                    for (int d = 0; d < width; d++) {
                        final double value = columns.get(d).type().isNumeric() ? columns.get(d).number(row) : Double.NaN;
                        if (!Double.isNaN(value)) {
                            sums[2 * (c * width + d)] += value;
                            sums[2 * (c * width + d) + 1]++;
                        }
                    }
                }
            }
        }
        return sums;
    }
}
