// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/** Axes, on which further rows find their coordinates. A row with a missing value gets none. */
final class PcaModel implements Model {

    private static final String FEATURES = "features";
    private static final String FEATURE = "feature";
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";
    private static final String SCALED = "scaled";
    private static final String PC = "pc";
    private static final String VARIANCES = "variances";
    private static final String VARIANCE = "variance";

    private final Components components;

    PcaModel(final Components components) {
        this.components = components;
    }

    static PcaModel of(final ModelState state) {
        final var features = state.tables().get(FEATURES);
        final var variances = state.tables().get(VARIANCES);
        final var scaled = state.facts().get(SCALED);
        if (features == null || variances == null || scaled == null || features.rows() == 0) {
            throw unreadable();
        }
        final int kept = features.columns().size() - 3;
        final int width = features.rows();
        if (kept < 1 || !(features.column(FEATURE) instanceof final TextColumn names) || variances.rows() != width) {
            throw unreadable();
        }
        final var loadings = new double[kept * width];
        for (int c = 0; c < kept; c++) {
            features.column(PC + (c + 1)).numbers(0, width, loadings, c * width);
        }
        final var found = new Components(IntStream.range(0, width).mapToObj(names::text).toList(), Boolean.parseBoolean(scaled), numbers(features, MEAN),
                numbers(features, DEVIATION), numbers(variances, VARIANCE), kept, loadings);
        for (final var values : List.of(found.means(), found.deviations(), found.variances(), loadings)) {
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                throw unreadable();
            }
        }
        return new PcaModel(found);
    }

    private static double[] numbers(final Frame frame, final String name) {
        final var values = new double[frame.rows()];
        frame.column(name).numbers(0, values.length, values, 0);
        return values;
    }

    private static ProblemException unreadable() {
        return Messages.problem("pca.model").asException();
    }

    @Override
    public ModelState state() {
        final int width = components.width();
        final var columns = new ArrayList<Column>();
        columns.add(TextColumn.of(FEATURE, components.features()));
        columns.add(NumberColumn.of(MEAN, components.means()));
        columns.add(NumberColumn.of(DEVIATION, components.deviations()));
        for (int c = 0; c < components.kept(); c++) {
            columns.add(NumberColumn.of(PC + (c + 1), Arrays.copyOfRange(components.loadings(), c * width, (c + 1) * width)));
        }
        return new ModelState(Pca.NAME, Pca.RELEASE, Map.of(SCALED, String.valueOf(components.scaled())),
                Map.of(FEATURES, Frame.of(columns), VARIANCES, Frame.of(NumberColumn.of(VARIANCE, components.variances()))));
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        context.requireMemory(8L * (components.kept() + 1) * data.rows() + 16L * Frame.BLOCK * (components.width() + components.kept()));
        return table(data, scores(data, context));
    }

    /** {@return the coordinates of all rows on each kept component} */
    double[][] scores(final Dataset data, final RunContext context) {
        final int width = components.width();
        final int kept = components.kept();
        final var reader = components.reader(components.features().stream().map(data.frame()::column).toList());
        final var scores = new double[kept][data.rows()];
        // few rows at a time, so that they stay in the cache
        final int chunk = Math.max(64, Math.min(Frame.BLOCK, 32_768 / width));
        context.parallel(Math.ceilDiv(data.rows(), Frame.BLOCK), block -> {
            final var values = new double[chunk * width];
            final int end = Math.min(data.rows(), (block + 1) * Frame.BLOCK);
            for (int from = block * Frame.BLOCK; from < end; from += chunk) {
                final int count = Math.min(chunk, end - from);
                reader.read(from, count, values, 1, chunk);
                for (int c = 0; c < kept; c++) {
                    final var into = scores[c];
                    for (int j = 0; j < width; j++) {
                        add(values, j * chunk, components.loading(c, j), into, from, count);
                    }
                    finite(into, from, count);
                }
            }
        });
        return scores;
    }

    private static void add(final double[] values, final int at, final double factor, final double[] into, final int from, final int count) {
        for (int i = 0; i < count; i++) {
            into[from + i] += factor * values[at + i];
        }
    }

    /** An infinite value leads nowhere: the coordinate is missing. */
    private static void finite(final double[] into, final int from, final int count) {
        for (int i = from; i < from + count; i++) {
            into[i] = Double.isFinite(into[i]) ? into[i] : Double.NaN;
        }
    }

    TablePart table(final Dataset data, final double[][] scores) {
        final var table = new TableBuilder(Messages.TEXTS, "statistics").ids(data.find(Role.ID), data.rows());
        for (int c = 0; c < scores.length; c++) {
            table.add(NumberColumn.of(PC + (c + 1), scores[c]), Messages.of("pca.component", c + 1), Messages.of("pca.column.score.help", c + 1),
                    c == 0 ? Meaning.SCORE : Meaning.PLAIN);
        }
        return table.under(Pca.NAME).build("scores");
    }

    /** What adds up to the coordinate on the first component. */
    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var found = new ArrayList<Contribution>();
        for (int j = 0; j < components.width(); j++) {
            final var name = components.features().get(j);
            final double value = data.frame().column(name).number(row);
            if (!Double.isFinite(value)) {
                return List.of();
            }
            final double amount = components.loading(0, j) * ((value - components.means()[j]) / components.divisor(j));
            found.add(new Contribution(name, amount, Messages.of(amount >= 0 ? "pca.reason.up" : "pca.reason.down", Message.column(name), value,
                    components.means()[j], amount)));
        }
        found.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount())));
        return found;
    }

    static List<String> axes(final int kept) {
        return IntStream.rangeClosed(1, kept).mapToObj(c -> PC + c).toList();
    }
}
