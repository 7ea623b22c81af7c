// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/** Turns principal components into a result. */
final class PcaReport {

    private static final int MOST_BARS = 30;
    private static final int MOST_SENTENCES = 5;
    private static final int MOST_TRAITS = 3;
    private static final int MOST_ARROWS = 20;
    private static final int MOST_AXES = 10;
    private static final double CLEAR = .4;
    private static final double FAR = 10;
    private static final int ROWS_PER_FEATURE = 5;

    private final Dataset data;
    private final Components found;
    private final List<Warning> advice;
    private final RunContext context;
    private final double total;

    PcaReport(final Dataset data, final Components found, final List<Warning> advice, final RunContext context) {
        this.data = data;
        this.found = found;
        this.advice = advice;
        this.context = context;
        total = found.total();
    }

    Result result() {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        warn(result);
        say(result);
        metric(result, "rows", data.rows());
        metric(result, "features", found.width());
        metric(result, "components", found.kept());
        result.metric("explained-variance", held(found.kept()), Messages.of("pca.metric.explained-variance"), Trail.NONE, Meaning.SHARE);
        metric(result, "total-variance", total);
        final var model = new PcaModel(found);
        final var scores = model.scores(data, context);
        context.progress().worked(1);
        result.part(variances());
        result.part(bars());
        result.part(loadings());
        result.part(correlations());
        if (found.kept() > 1) {
            result.part(biplot(scores));
        }
        result.part(model.table(data, scores));
        context.progress().worked(1);
        return result.model(model).build();
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        result.metric(name, value, Messages.of("pca.metric." + name), Trail.NONE);
    }

    /** {@return the share of all variance that the first components hold} */
    private double held(final int components) {
        return Math.min(1, Arrays.stream(found.variances(), 0, components).sum() / total);
    }

    private double share(final int component) {
        return found.variances()[component] / total;
    }

    private void warn(final Result.Builder result) {
        if (data.rows() < ROWS_PER_FEATURE * found.width()) {
            result.warn("pca.few-rows", Messages.of("pca.few-rows", data.rows(), found.width()));
        }
        if (!found.scaled()) {
            final int widest = Components.largest(found.deviations());
            final double narrowest = Arrays.stream(found.deviations()).filter(each -> each > 0).min().orElse(1);
            if (found.deviations()[widest] > FAR * narrowest) {
                result.warn("pca.scale", Messages.of("pca.scale", Message.column(found.features().get(widest)), found.deviations()[widest] / narrowest));
            }
        }
    }

    private void say(final Result.Builder result) {
        result.say(Messages.of("pca.summary", data.rows(), found.width(), found.kept(), held(found.kept())));
        for (int c = 0; c < Math.min(MOST_SENTENCES, found.kept()); c++) {
            if (found.variances()[c] > 0) {
                result.say(sentence(c));
            }
        }
        result.say(Messages.of("pca.direction"));
    }

    private Message sentence(final int component) {
        final var order = IntStream.range(0, found.width()).boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(found.correlation(component, j)))).toList();
        final var up = new ArrayList<Message>();
        final var down = new ArrayList<Message>();
        for (final int j : order) {
            final double strength = found.correlation(component, j);
            final var into = strength > 0 ? up : down;
            if (Math.abs(strength) >= CLEAR && into.size() < MOST_TRAITS) {
                into.add(Messages.of("pca.trait", Message.column(found.features().get(j)), strength));
            }
        }
        if (up.isEmpty() && down.isEmpty()) {
            return Messages.of("pca.sentence.many", component + 1, share(component));
        }
        if (down.isEmpty()) {
            return Messages.of("pca.sentence.up", component + 1, share(component), Messages.joined("pca.traits", up));
        }
        if (up.isEmpty()) {
            return Messages.of("pca.sentence.down", component + 1, share(component), Messages.joined("pca.traits", down));
        }
        return Messages.of("pca.sentence.both", component + 1, share(component), Messages.joined("pca.traits", up), Messages.joined("pca.traits", down));
    }

    private TablePart variances() {
        final int count = found.variances().length;
        final var numbers = new long[count];
        final var deviations = new double[count];
        final var shares = new double[count];
        final var sums = new double[count];
        for (int c = 0; c < count; c++) {
            numbers[c] = c + 1;
            deviations[c] = Math.sqrt(found.variances()[c]);
            shares[c] = share(c);
            sums[c] = held(c + 1);
        }
        return new TableBuilder(Messages.TEXTS, "pca").add(IntegerColumn.of("component", numbers), Meaning.PLAIN)
                .numbers("variance", found.variances()).numbers("deviation", deviations).numbers("share", Meaning.SHARE, shares).numbers("cumulative", Meaning.SHARE, sums)
                .build("components");
    }

    private BarsPart bars() {
        final int count = Math.min(MOST_BARS, found.variances().length);
        final var values = new double[2][count];
        for (int c = 0; c < count; c++) {
            values[0][c] = share(c);
            values[1][c] = held(c + 1);
        }
        return new BarsPart("explained-variance", Messages.of("pca.explained"), titles(count), List.of(Messages.of("pca.explained.each"),
                Messages.of("pca.explained.sum")),
                Messages.of("pca.explained.value"), values, Meaning.SHARE);
    }

    private static List<Message> titles(final int count) {
        return IntStream.rangeClosed(1, count).mapToObj(c -> Messages.of("pca.component", c)).toList();
    }

    private TablePart loadings() {
        final int width = found.width();
        final var table = new TableBuilder(Messages.TEXTS, "pca").columns("feature", found.features()).numbers("mean", found.means())
                .numbers("spread", found.deviations());
        for (int c = 0; c < found.kept(); c++) {
            table.add(NumberColumn.of("pc" + (c + 1), Arrays.copyOfRange(found.loadings(), c * width, (c + 1) * width)), Messages.of("pca.component", c + 1),
                    Messages.of("pca.column.loading.help", c + 1), Meaning.PLAIN);
        }
        return table.build("loadings");
    }

    private MatrixPart correlations() {
        final int shown = Math.min(MOST_AXES, found.kept());
        final var values = new double[found.width()][shown];
        for (int j = 0; j < values.length; j++) {
            for (int c = 0; c < shown; c++) {
                values[j][c] = found.correlation(c, j);
            }
        }
        return new MatrixPart("correlations", Messages.of("pca.correlations"), Messages.of("pca.features"), Messages.of("pca.components"),
                found.features().stream().map(Message::column).toList(), titles(shown), Messages.of("pca.correlation"), values, true);
    }

    /** Rows as points, and where each feature points to, made as long as the points reach. */
    private PointsPart biplot(final double[][] scores) {
        final int all = data.rows();
        final var rows = sample(all);
        final int axes = Math.min(MOST_AXES, found.kept());
        final var columns = new ArrayList<Column>();
        final var names = PcaModel.axes(axes);
        double reach = Double.POSITIVE_INFINITY;
        for (int c = 0; c < axes; c++) {
            final var values = scores[c];
            columns.add(NumberColumn.of(names.get(c), Arrays.stream(rows).mapToDouble(row -> values[row]).toArray()));
            final double far = Arrays.stream(values).map(Math::abs).max().orElse(0);
            final int component = c;
            final double longest = IntStream.range(0, found.width()).mapToDouble(j -> Math.abs(found.loading(component, j))).max().orElse(1);
            reach = c < 2 && longest > 0 && far > 0 ? Math.min(reach, far / longest) : reach;
        }
        final var absent = new String[rows.length];
        columns.add(TextColumn.of("feature", Arrays.asList(absent)));
        final var id = data.find(Role.ID).map(column -> column.take(rows).named("id"));
        id.ifPresent(columns::add);
        return new PointsPart("biplot", Messages.of("pca.biplot"), names, id.map(Column::name), Optional.of("feature"), Frame.of(columns), all,
                Optional.of(arrows(names, Double.isFinite(reach) ? reach : 1)));
    }

    private Frame arrows(final List<String> names, final double reach) {
        final var order = IntStream.range(0, found.width()).boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.hypot(found.loading(0, j), found.loading(1, j)))).limit(MOST_ARROWS).sorted().toList();
        final var columns = new ArrayList<Column>();
        for (int c = 0; c < names.size(); c++) {
            final int component = c;
            columns.add(NumberColumn.of(names.get(c), order.stream().mapToDouble(j -> reach * found.loading(component, j)).toArray()));
        }
        columns.add(TextColumn.of("feature", order.stream().map(found.features()::get).toList()));
        return Frame.of(columns);
    }

    /** The same rows for the same number of them. */
    private static int[] sample(final int all) {
        final var rows = new int[Math.min(all, PointsPart.MOST)];
        final var random = Randomness.of(all, rows.length);
        int chosen = 0;
        for (int row = 0; chosen < rows.length; row++) {
            if (all == rows.length || (all - row) * random.nextDouble() < rows.length - chosen) {
                rows[chosen++] = row;
            }
        }
        return rows;
    }
}
