// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.apache.commons.numbers.gamma.LogGamma;

import org.kontor.analytics.algorithms.value.BgNbd;
import org.kontor.analytics.algorithms.value.ProcessAlone;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;

/** Fits BG/NBD to customers that buy as the model says, with the parameters that were published for CDNOW. */
final class ValueTask {

    private static final String FILE = "customers.bin";
    private static final double R = .243;
    private static final double ALPHA = 4.414;
    private static final double A = .793;
    private static final double B = 2.426;
    private static final double WEEK = 7;

    private ValueTask() {
    }

    /** Repeat purchases, the time of the last and the age in weeks, counted in whole days. */
    static void customers(final Path folder, final int customers) throws IOException {
        final var random = new SplittableRandom(19);
        try (var out = DataFile.in(folder, FILE)) {
            for (int c = 0; c < customers; c++) {
                final int age = random.nextInt(190, 274);
                final double rate = gamma(random, R) / ALPHA;
                final double one = gamma(random, A);
                final double stop = one / (one + gamma(random, B));
                int times = 0;
                int last = 0;
                double time = 0;
                boolean on = true;
                while (on) {
                    time -= Math.log(1 - random.nextDouble()) / rate * WEEK;
                    on = time < age;
                    if (on) {
                        // two purchases on a day are one
                        times += (int) Math.ceil(time) > last ? 1 : 0;
                        last = (int) Math.ceil(time);
                        on = random.nextDouble() >= stop;
                    }
                }
                out.write((double) times);
                out.write(last / WEEK);
                out.write(age / WEEK);
            }
        }
    }

    /** Marsaglia and Tsang, 2000. */
    private static double gamma(final SplittableRandom random, final double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        final double d = shape - 1.0 / 3;
        while (true) {
            final double normal = random.nextGaussian();
            final double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < .5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    static Work<double[]> work(final Path folder) throws IOException {
        final List<Column> columns = DataFile.columns(folder.resolve(FILE), 3);
        final var data = new Dataset(Frame.of(columns), Map.of(Role.FEATURES, columns.stream().map(Column::name).toList()));
        final var algorithm = new BgNbd();
        final var parameters = Work.parameters(algorithm, Map.of());
        return Work.of(context -> ProcessAlone.fit(data, parameters, context), found -> Measured.value("likelihood", likelihood(columns, found)))
                .with(algorithm, data, Map.of());
    }

    /** The published formula, for each customer alone. */
    private static double likelihood(final List<Column> columns, final double[] found) {
        final double r = found[0];
        final double alpha = found[1];
        final double a = found[2];
        final double b = found[3];
        double sum = 0;
        for (int i = 0; i < columns.getFirst().rows(); i++) {
            final double x = columns.get(0).number(i);
            final double late = -(r + x) * Math.log(alpha + columns.get(2).number(i));
            final double soon = x == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + columns.get(1).number(i));
            final double most = Math.max(late, soon);
            sum += LogGamma.value(r + x) - LogGamma.value(r) + r * Math.log(alpha) + LogGamma.value(a + b) + LogGamma.value(b + x) - LogGamma.value(b)
                    - LogGamma.value(a + b + x) + most + Math.log(Math.exp(late - most) + Math.exp(soon - most));
        }
        return sum;
    }
}
