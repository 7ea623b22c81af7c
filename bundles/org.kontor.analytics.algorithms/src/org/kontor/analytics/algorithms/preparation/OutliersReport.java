// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Looks how far each value lies from the others, and turns that into a result. */
final class OutliersReport {

    private static final int RANGES = 30;
    /** So many columns get a picture. */
    private static final int MOST_PICTURES = 8;
    /** A share of outliers that is no exception any more. */
    private static final double MANY = .1;
    /** Makes the median of distances from the median the standard deviation of a normal distribution. */
    private static final double NORMAL = .6744897501960817;

    private final Dataset data;
    private final String method;
    private final double limit;
    private final int trees;
    private final RunContext context;
    private final List<Column> columns;
    private final Result.Builder result = Result.builder();

    /** From where on a column's values count as far: below {@code low} in units of {@code width}, above {@code high}. */
    private record Fence(double low, double high, double width) {

        double distance(final double value) {
            if (Double.isNaN(value) || width == 0) {
                return 0;
            }
            return Math.max(0, value < low ? low / width - value / width : value / width - high / width);
        }
    }

    OutliersReport(final Dataset data, final String method, final double limit, final int trees, final RunContext context) {
        this.data = data;
        this.method = method;
        this.limit = limit;
        this.trees = trees;
        this.context = context;
        columns = data.columns(Role.FEATURES);
    }

    Result result() {
        final int width = columns.size();
        final var fences = new Fence[width];
        final var figures = new double[3][width];
        for (int c = 0; c < width; c++) {
            final var values = Figures.of(columns.get(c), context);
            fences[c] = fence(values, c);
            figures[0][c] = values.least();
            figures[1][c] = values.median();
            figures[2][c] = values.most();
            context.progress().worked(1);
        }
        final int rows = data.rows();
        final var score = new double[rows];
        final var place = new int[rows];
        final var counts = new long[Math.ceilDiv(rows, Frame.BLOCK)][2 * width];
        final var forest = method.equals(Outliers.FOREST) ? new IsolationForest(data.features(), width, trees, context) : null;
        context.progress().worked(1);
        context.parallel(counts.length, block -> {
            final int from = block * Frame.BLOCK;
            final int count = Math.min(Frame.BLOCK, rows - from);
            final var values = new double[count];
            final var farthest = new double[count];
            for (int c = 0; c < width; c++) {
                columns.get(c).numbers(from, count, values, 0);
                for (int i = 0; i < count; i++) {
                    final double distance = fences[c].distance(values[i]);
                    if (distance > farthest[i]) {
                        farthest[i] = distance;
                        place[from + i] = c;
                    }
                    if (distance > limit && forest == null) {
                        counts[block][2 * c + (values[i] < fences[c].low() ? 0 : 1)]++;
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                score[from + i] = forest == null ? farthest[i] : forest.score(from + i);
            }
        });
        return told(fences, figures, score, place, counts);
    }

    private Fence fence(final Figures values, final int column) {
        if (values.count() == 0) {
            return new Fence(0, 0, 0);
        }
        final var fence = switch (method) {
            case Outliers.TUKEY -> new Fence(values.quantile(.25), values.quantile(.75), values.quantile(.75) - values.quantile(.25));
            case Outliers.MAD -> new Fence(values.median(), values.median(), values.absoluteDeviation(context) / NORMAL);
            default -> new Fence(values.mean(), values.mean(), values.deviation(1));
        };
        if (!(fence.width() > 0) || Double.isInfinite(1 / fence.width())) {
            if (!method.equals(Outliers.FOREST)) {
                final var code = values.least() == values.most() ? "outliers.constant" : "outliers.half";
                result.warn(code, Messages.of(code, Message.column(columns.get(column).name())));
            }
            return new Fence(fence.low(), fence.high(), 0);
        }
        return fence;
    }

    private Result told(final Fence[] fences, final double[][] figures, final double[] score, final int[] place, final long[][] counts) {
        final int rows = score.length;
        final int width = fences.length;
        final var far = new boolean[rows];
        final var column = new String[rows];
        final var reason = new Message[rows];
        int outliers = 0;
        for (int row = 0; row < rows; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            far[row] = score[row] > limit;
            if (far[row]) {
                outliers++;
                column[row] = columns.get(place[row]).name();
                reason[row] = reason(fences[place[row]], columns.get(place[row]), row);
            }
        }
        result.say(Messages.of("outliers.summary." + method, rows, outliers, (double) outliers / rows, limit));
        if (outliers > MANY * rows) {
            result.warn("outliers.many", Messages.of("outliers.many", (double) outliers / rows));
        }
        result.metric("outliers", outliers, Messages.of("outliers.metric.outliers"), Trail.NONE);
        result.metric("share", (double) outliers / rows, Messages.of("outliers.metric.share"), Trail.NONE, Meaning.SHARE);
        result.metric("limit", limit, Messages.of("outliers.metric.limit"), Trail.NONE);
        final var table = new TableBuilder(Messages.TEXTS, "prepare").ids(data).under(Outliers.NAME);
        table.add(FlagColumn.of("outlier", far, Missing.NONE), Meaning.LABEL);
        table.add(NumberColumn.of("score", score), Messages.of("outliers.column.score"), Messages.of("outliers.column.score.help." + method), Meaning.SCORE);
        table.add(TextColumn.of("column", Arrays.asList(column)), Messages.of("outliers.column.column"),
                Messages.of("outliers.column.column.row"), Meaning.PLAIN).saying(columns.stream().map(each -> Message.column(each.name())).toList());
        result.part(table.messages("reason", Meaning.REASON, Arrays.asList(reason)).build("rows"));
        final boolean fenced = !method.equals(Outliers.FOREST);
        final var lows = new double[width];
        final var highs = new double[width];
        for (int c = 0; c < width; c++) {
            final boolean judged = fenced && fences[c].width() > 0;
            lows[c] = judged ? fences[c].low() - limit * fences[c].width() : Double.NaN;
            highs[c] = judged ? fences[c].high() + limit * fences[c].width() : Double.NaN;
        }
        result.part(new TableBuilder(Messages.TEXTS, "outliers").columns("column", columns.stream().map(Column::name).toList())
                .numbers("low", lows).numbers("high", highs).counts("below", summed(counts, width, 0)).counts("above", summed(counts, width, 1))
                .numbers("least", figures[0]).numbers("median", figures[1]).numbers("most", figures[2]).build("columns"));
        for (int c = 0; c < Math.min(width, MOST_PICTURES); c++) {
            picture(c, figures[0][c], figures[2][c], far);
        }
        context.progress().worked(1);
        return result.build();
    }

    private static long[] summed(final long[][] counts, final int width, final int side) {
        return IntStream.range(0, width).mapToLong(c -> Arrays.stream(counts).mapToLong(each -> each[2 * c + side]).sum()).toArray();
    }

    /** Signs that every language has, such as {@code amount = 1500 > 312.5}. */
    private Message reason(final Fence fence, final Column column, final int row) {
        final double value = column.number(row);
        if (fence.width() == 0 || Double.isNaN(value)) {
            return Message.column(column.name());
        }
        final double side = value < fence.low() ? fence.low() - limit * fence.width() : fence.high() + limit * fence.width();
        final var sign = value < fence.low() ? " < " : " > ";
        return Message.join(" = ", List.of(Message.column(column.name()),
                Message.name(column.text(row) + (method.equals(Outliers.FOREST) ? "" : sign + (float) side))));
    }

    private void picture(final int number, final double least, final double most, final boolean[] far) {
        if (!(least < most)) {
            return;
        }
        final var edges = IntStream.rangeClosed(0, RANGES).mapToDouble(i -> i == RANGES ? most : least + i * (most / RANGES - least / RANGES)).toArray();
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1])) {
                return;
            }
        }
        final var counts = new double[2][RANGES];
        final var column = columns.get(number);
        for (int row = 0; row < far.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double value = column.number(row);
            if (!Double.isNaN(value)) {
                final int range = (int) ((value / 2 - least / 2) / (most / 2 - least / 2) * RANGES);
                counts[far[row] ? 1 : 0][Math.clamp(range, 0, RANGES - 1)]++;
            }
        }
        result.part(new DistributionPart("spread-" + (number + 1), Messages.of("outliers.spread", Message.column(column.name())),
                Messages.of("outliers.value", Message.column(column.name())),
                edges, List.of(Messages.of("outliers.usual"), Messages.of("outliers.far")), counts));
    }
}
