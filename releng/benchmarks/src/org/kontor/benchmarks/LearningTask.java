// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.learning.GradientBoosting;
import org.kontor.analytics.algorithms.learning.LearnerAlone;
import org.kontor.analytics.algorithms.learning.LinearRegression;
import org.kontor.analytics.algorithms.learning.LogisticRegression;
import org.kontor.analytics.algorithms.learning.RandomForest;
import org.kontor.analytics.algorithms.statistics.ComponentsAlone;
import org.kontor.analytics.algorithms.statistics.Pca;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** Learns from the rows that the peers learn from. */
final class LearningTask {

    static final int COLUMNS = 30;

    private static final int TOLD = 10;
    private static final double LEAST = 1e-3;

    private LearningTask() {
    }

    /** Features that go together with their neighbours; a number and a class that follow sums of them. */
    static void sums(final Path folder, final int rows) throws IOException {
        final var random = new SplittableRandom(23);
        final var weights = new double[COLUMNS];
        for (int j = 0; j < COLUMNS; j++) {
            weights[j] = random.nextGaussian() / 4;
        }
        try (var x = DataFile.in(folder, "x.bin"); var y = DataFile.in(folder, "y.bin"); var c = DataFile.in(folder, "c.bin")) {
            for (int i = 0; i < rows; i++) {
                double before = 0;
                double sum = .2;
                for (int j = 0; j < COLUMNS; j++) {
                    before = random.nextGaussian() + .5 * before;
                    sum += weights[j] * before;
                    x.write(before);
                }
                y.write(sum + random.nextGaussian());
                c.write(random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? 1 : 0);
            }
        }
    }

    /** Features of which ten matter, by steps, bends and in pairs; a class that follows them; and as many rows to try on as to learn from, or fewer. */
    static void bends(final Path folder, final int rows) throws IOException {
        final var random = new SplittableRandom(29);
        bends(folder, "", rows, random);
        bends(folder, "test-", Math.min(rows, 50_000), random);
    }

    private static void bends(final Path folder, final String name, final int rows, final SplittableRandom random) throws IOException {
        try (var x = DataFile.in(folder, name + "x.bin"); var c = DataFile.in(folder, name + "c.bin")) {
            final var row = new double[COLUMNS];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    row[j] = random.nextGaussian();
                    x.write(row[j]);
                }
                double odds = 1.5 * row[0] * row[1] + (row[2] > .5 ? 2 : -.5) + Math.sin(2 * row[3]) + row[4] * row[4] - 1 + .8 * row[5];
                for (int j = 6; j < TOLD; j++) {
                    odds += .5 * row[j];
                }
                c.write(random.nextDouble() < 1 / (1 + Math.exp(-1.5 * odds)) ? 1 : 0);
            }
        }
    }

    private static Dataset data(final Path folder, final String name, final boolean classes) throws IOException {
        final var columns = new ArrayList<>(DataFile.columns(folder.resolve(name + "x.bin"), COLUMNS));
        final var features = columns.stream().map(Column::name).toList();
        columns.add(classes ? IntegerColumn.of("target", Arrays.stream(DataFile.integers(folder.resolve(name + "c.bin"))).asLongStream().toArray())
                : NumberColumn.of("target", DataFile.numbers(folder.resolve(name + "y.bin"))));
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, features, Role.TARGET, List.of("target")));
    }

    /**
     * Learns from all rows.
     *
     * @param what the method, and the number of trees or rounds for those that have it
     */
    static Work<LearnerAlone> work(final Path folder, final List<String> what) throws IOException {
        return switch (what.getFirst()) {
            case "logistic" -> {
                final var data = data(folder, "", true);
                yield learner(new LogisticRegression(), data, Map.of(), (parameters, context) -> LearnerAlone.logistic(data, parameters, context),
                        found -> likelihood(found, data));
            }
            case "least-squares" -> {
                final var data = data(folder, "", false);
                yield learner(new LinearRegression(), data, Map.of(), (parameters, context) -> LearnerAlone.linear(data, parameters, context),
                        found -> residuals(found, data));
            }
            case "forest" -> {
                final var data = data(folder, "", true);
                final var test = data(folder, "test-", true);
                yield learner(new RandomForest(), data, Map.of("trees", what.get(1), "min-leaf", "1", "target-kind", "classes"),
                        (parameters, context) -> LearnerAlone.forest(data, parameters, context), found -> accuracy(found, test));
            }
            default -> {
                final var data = data(folder, "", true);
                final var test = data(folder, "test-", true);
                yield learner(new GradientBoosting(), data, Map.of("rounds", what.get(1), "target-kind", "classes"),
                        (parameters, context) -> LearnerAlone.boosting(data, parameters, context), found -> accuracy(found, test));
            }
        };
    }

    private interface Fit {
        LearnerAlone of(Parameters parameters, RunContext context);
    }

    private static Work<LearnerAlone> learner(final Algorithm algorithm, final Dataset data, final Map<String, String> texts, final Fit fit,
            final Consumer<LearnerAlone> tell) {
        final var parameters = Work.parameters(algorithm, texts);
        return Work.of(context -> fit.of(parameters, context), tell).with(algorithm, data, texts);
    }

    private static RunContext plain() {
        return new LocalRun(Progress.NONE, 1, 1, Long.MAX_VALUE, Runnable::run);
    }

    private static void likelihood(final LearnerAlone found, final Dataset data) {
        final double[] answers = found.answers(data, plain());
        final var truth = data.column(Role.TARGET);
        double sum = 0;
        for (int i = 0; i < data.rows(); i++) {
            sum += Math.log(answers[2 * i + (int) truth.number(i)]);
        }
        Measured.value("likelihood", sum);
    }

    private static void residuals(final LearnerAlone found, final Dataset data) {
        final double[] answers = found.answers(data, plain());
        final var truth = data.column(Role.TARGET);
        double sum = 0;
        for (int i = 0; i < data.rows(); i++) {
            sum += (answers[i] - truth.number(i)) * (answers[i] - truth.number(i));
        }
        Measured.value("residuals", sum);
    }

    private static void accuracy(final LearnerAlone found, final Dataset test) {
        final double[] answers = found.answers(test, plain());
        final var truth = test.column(Role.TARGET);
        double right = 0;
        double loss = 0;
        for (int i = 0; i < test.rows(); i++) {
            final double yes = answers[2 * i + 1];
            right += yes > .5 == truth.number(i) > .5 ? 1 : 0;
            loss -= Math.log(Math.max(LEAST, Math.min(1 - LEAST, truth.number(i) > .5 ? yes : 1 - yes)));
        }
        Measured.value("accuracy", right / test.rows());
        Measured.value("loss", loss / test.rows());
    }

    static Work<ComponentsAlone> components(final Path folder) throws IOException {
        final var columns = DataFile.columns(folder.resolve("x.bin"), COLUMNS);
        final var data = new Dataset(Frame.of(columns), Map.of(Role.FEATURES, columns.stream().map(Column::name).toList()));
        final var algorithm = new Pca();
        final var texts = Map.of("of", "covariance", "components", String.valueOf(COLUMNS));
        final var parameters = Work.parameters(algorithm, texts);
        return Work.of(context -> ComponentsAlone.of(data, parameters, context), found -> {
            Measured.value("variances", text(found.variances()));
            Measured.value("loadings", text(Arrays.stream(found.loadings()).limit(COLUMNS).map(Math::abs).toArray()));
        }).with(algorithm, data, texts);
    }

    private static String text(final double[] numbers) {
        return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
