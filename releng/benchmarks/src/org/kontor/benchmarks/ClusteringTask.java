// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

import org.kontor.analytics.algorithms.clustering.Agglomerative;
import org.kontor.analytics.algorithms.clustering.Dbscan;
import org.kontor.analytics.algorithms.clustering.Hdbscan;
import org.kontor.analytics.algorithms.clustering.KMeans;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Runs our methods of clustering on the points that the peers read. */
final class ClusteringTask {

    private static final String FILE = "points.bin";
    private static final int SEEDS = 3;

    private ClusteringTask() {
    }

    /** Round clouds of rows in a box. */
    static void points(final Path folder, final int rows, final int columns, final int clouds, final double deviation) throws IOException {
        final var random = new SplittableRandom(rows + columns);
        final var middles = new double[clouds * columns];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = random.nextDouble(-10, 10);
        }
        try (var out = DataFile.in(folder, FILE)) {
            for (int i = 0; i < rows; i++) {
                final int cloud = random.nextInt(clouds);
                for (int j = 0; j < columns; j++) {
                    out.write(middles[cloud * columns + j] + deviation * random.nextGaussian());
                }
            }
        }
    }

    /** Clouds that overlap, or rows spread evenly, which is the hardest for bounds. */
    static void crowd(final Path folder, final int rows, final int columns, final int clouds, final boolean even) throws IOException {
        final var random = new SplittableRandom(7);
        final var middles = new double[clouds * columns];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = 10 * random.nextDouble();
        }
        try (var out = DataFile.in(folder, FILE)) {
            for (int i = 0; i < rows; i++) {
                final int cloud = random.nextInt(clouds);
                for (int j = 0; j < columns; j++) {
                    out.write(even ? random.nextDouble() : middles[cloud * columns + j] + random.nextGaussian());
                }
            }
        }
    }

    private static Dataset read(final Path folder, final int columns) throws IOException {
        final var all = DataFile.columns(folder.resolve(FILE), columns);
        return new Dataset(Frame.of(all), Map.of(Role.FEATURES, all.stream().map(Column::name).toList()));
    }

    /**
     * K-means from the first rows as centers.
     *
     * @param what the number of columns, of clusters and of iterations
     */
    static Work<Result> kmeans(final Path folder, final List<String> what) throws IOException {
        final var data = read(folder, Integer.parseInt(what.get(0)));
        final var centers = new StringJoiner(";");
        for (int c = 0; c < Integer.parseInt(what.get(1)); c++) {
            final var center = new StringJoiner(",");
            for (final var name : data.names(Role.FEATURES)) {
                center.add(data.frame().column(name).text(c));
            }
            centers.add(center.toString());
        }
        return Work.of(new KMeans(), data, Map.of("k", what.get(1), "init", "given", "centers", centers.toString(), "max-iterations", what.get(2),
                "tolerance", "0"), result -> {
                    Measured.value("inertia", result.metric("inertia"));
                    Measured.value("iterations", (int) result.metric("iterations"));
                });
    }

    /**
     * A method of clustering.
     *
     * @param what the number of columns, the method, then its parameters as the peers take them
     */
    static Work<Result> work(final Path folder, final List<String> what) throws IOException {
        final var data = read(folder, Integer.parseInt(what.get(0)));
        return switch (what.get(1)) {
            case "dbscan" -> Work.of(new Dbscan(), data, Map.of("eps", what.get(2), "min-points", what.get(3)), ClusteringTask::density);
            case "hdbscan" -> Work.of(new Hdbscan(), data, Map.of("min-cluster-size", what.get(2)),
                    result -> Measured.value("clusters", (int) result.metric("clusters")));
            case "linkage" -> Work.of(new Agglomerative(), data, Map.of("linkage", what.get(2)),
                    result -> Measured.value("last", result.metric("last-height")));
            case "seeding" -> seeding(data, what.get(2));
            default -> throw new IllegalArgumentException(what.get(1));
        };
    }

    private static void density(final Result result) {
        final var core = result.table("assignments").orElseThrow().frame().column("core");
        int cores = 0;
        for (int i = 0; i < core.rows(); i++) {
            cores += (int) core.number(i);
        }
        Measured.value("clusters", (int) result.metric("clusters"));
        Measured.value("noise", (int) result.metric("noise"));
        Measured.value("cores", cores);
    }

    /** One iteration is the least that a run can do; its inertia is that of the seeds or better, as the peer's is measured before. */
    private static Work<Result> seeding(final Dataset data, final String clusters) {
        final var parameters = Map.of("k", clusters, "restarts", "1", "max-iterations", "1", "tolerance", "1");
        return Work.of(new KMeans(), data, parameters, result -> {
            final var inertias = new double[SEEDS];
            inertias[0] = result.metric("inertia");
            for (int seed = 1; seed < SEEDS; seed++) {
                inertias[seed] = new KMeans().run(data, Work.parameters(new KMeans(), parameters),
                        new LocalRun(Progress.NONE, 100 + seed, 1, Long.MAX_VALUE, Runnable::run)).metric("inertia");
            }
            Arrays.sort(inertias);
            Measured.value("inertia", inertias[SEEDS / 2]);
        });
    }
}
