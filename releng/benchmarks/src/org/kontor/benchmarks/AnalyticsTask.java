// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.Executors;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.clustering.KMeans;
import org.kontor.analytics.algorithms.segments.Rfm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Runs our methods of analysis on the files that the peers read. */
final class AnalyticsTask {

    static final int COLUMNS = 8;
    static final int ITERATIONS = 20;
    private static final int WARM_UPS = 3;
    private static final int BLOBS = 50;
    private static final int DAYS = 730;

    private AnalyticsTask() {
    }

    /** Points of overlapping clouds, or spread evenly, which is the hardest for bounds. */
    static void points(final Path file, final int rows, final boolean even) throws IOException {
        final var random = new SplittableRandom(7);
        final var middles = new double[BLOBS * COLUMNS];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = 10 * random.nextDouble();
        }
        final var row = ByteBuffer.allocate(COLUMNS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < rows; i++) {
                final int blob = random.nextInt(BLOBS);
                for (int j = 0; j < COLUMNS; j++) {
                    row.putDouble(j * Double.BYTES, even ? random.nextDouble() : middles[blob * COLUMNS + j] + random.nextGaussian());
                }
                out.write(row.array());
            }
        }
    }

    /** Order lines of customers, some of whom buy far more often than others. */
    static void orders(final Path folder, final int rows, final int customers) throws IOException {
        final var random = new SplittableRandom(11);
        try (var ids = output(folder, "customers.bin"); var days = output(folder, "days.bin"); var amounts = output(folder, "amounts.bin")) {
            for (int i = 0; i < rows; i++) {
                final double skew = random.nextDouble();
                ids.writeInt(Integer.reverseBytes(i < customers ? i : (int) (customers * skew * skew)));
                days.writeInt(Integer.reverseBytes(19_000 + random.nextInt(DAYS)));
                amounts.writeLong(Long.reverseBytes(Double.doubleToLongBits(random.nextInt(100, 20_000) / 100.0)));
            }
        }
    }

    private static DataOutputStream output(final Path folder, final String name) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 20));
    }

    private static ByteBuffer mapped(final Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    static void kmeans(final Path file, final int clusters, final int threads, final int tries) throws IOException {
        final var numbers = mapped(file).asDoubleBuffer();
        final int rows = numbers.remaining() / COLUMNS;
        final var columns = new ArrayList<Column>();
        final var names = new ArrayList<String>();
        for (int j = 0; j < COLUMNS; j++) {
            final var values = new double[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = numbers.get(i * COLUMNS + j);
            }
            names.add("x" + j);
            columns.add(NumberColumn.of("x" + j, values));
        }
        final var centers = new StringJoiner(";");
        for (int c = 0; c < clusters; c++) {
            final var center = new StringJoiner(",");
            for (final var column : columns) {
                center.add(column.text(c));
            }
            centers.add(center.toString());
        }
        final var data = new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names));
        final var result = measure(new KMeans(), data, Map.of("k", String.valueOf(clusters), "init", "given", "centers", centers.toString(), "max-iterations",
                String.valueOf(ITERATIONS), "tolerance", "0"), threads, tries);
        Measured.value("inertia", result.metric("inertia"));
        Measured.value("iterations", (int) result.metric("iterations"));
    }

    static void rfm(final Path folder, final int threads, final int tries) throws IOException {
        final var ids = mapped(folder.resolve("customers.bin")).asIntBuffer();
        final var codes = new int[ids.remaining()];
        ids.get(codes);
        final var days = new int[codes.length];
        mapped(folder.resolve("days.bin")).asIntBuffer().get(days);
        final var amounts = new double[codes.length];
        mapped(folder.resolve("amounts.bin")).asDoubleBuffer().get(amounts);
        int most = 0;
        for (final int code : codes) {
            most = Math.max(most, code + 1);
        }
        final int customers = most;
        final var dictionary = new Dictionary() {
            @Override
            public int size() {
                return customers;
            }

            @Override
            public String text(final int code) {
                return "C" + code;
            }
        };
        final var data = new Dataset(
                Frame.of(TextColumn.of("customer", codes, dictionary), DateColumn.of("day", days, Missing.NONE), NumberColumn.of("amount", amounts)),
                Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("day"), Role.VALUE, List.of("amount")));
        final var result = measure(new Rfm(), data, Map.of("scoring", "tiles"), threads, tries);
        final var table = result.table("customers").orElseThrow().frame();
        final var segments = result.table("segments").orElseThrow();
        long best = 0;
        long times = 0;
        for (int i = 0; i < table.rows(); i++) {
            best += table.column("rfm").text(i).equals("555") ? 1 : 0;
            times += (long) table.column("frequency").number(i);
        }
        Measured.value("customers", table.rows());
        Measured.value("total", result.metric("money-total"));
        Measured.value("days", times);
        Measured.value("best", best);
        Measured.value("champions", segments.column(Meaning.COUNT).orElseThrow().text(0));
    }

    /** The whole run as a person has it: checks, tables, charts and words included. */
    private static Result measure(final Algorithm algorithm, final Dataset data, final Map<String, String> texts, final int threads, final int tries) {
        final var parameters = Parameters.of(algorithm.descriptor().parameters(), texts);
        Result result = null;
        try (var helpers = Executors.newFixedThreadPool(threads)) {
            for (int i = -WARM_UPS; i < tries; i++) {
                final long before = System.nanoTime();
                final double processor = Measured.processor();
                result = algorithm.run(data, parameters, new LocalRun(Progress.NONE, 1, threads, Long.MAX_VALUE, helpers));
                if (i >= 0) {
                    Measured.seconds("seconds", before);
                    Measured.value("processor", Measured.processor() - processor);
                }
            }
        }
        return result;
    }
}
