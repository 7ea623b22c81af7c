// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures our methods of analysis and those of the peers in turn, and writes their section of the page of figures. */
public final class AnalyticsBenchmarks {

    private static final String TITLE = "## Analytics";
    private static final int POINTS = 1_000_000;
    private static final int ORDERS = 10_000_000;
    private static final int CUSTOMERS = 500_000;
    private static final int TRIES = 3;

    private final Path folder;
    private final Path peers;
    private final int runs;
    private final StringBuilder rows = new StringBuilder();
    private final List<String> versions = new ArrayList<>();
    private final List<Double> load = new ArrayList<>();

    private AnalyticsBenchmarks(final Path folder, final Path peers, final int runs) {
        this.folder = folder;
        this.peers = peers;
        this.runs = runs;
    }

    /**
     * @param arguments the page, the folder of the peers' programs and the number of runs; or, for a run, what to measure and with what
     * @throws Exception where something fails; there is nobody to explain it to but the developer
     */
    public static void main(final String[] arguments) throws Exception {
        if (arguments[0].equals("task")) {
            final var file = Path.of(arguments[2]);
            final int threads = Integer.parseInt(arguments[3]);
            switch (arguments[1]) {
                case "kmeans" -> AnalyticsTask.kmeans(file, Integer.parseInt(arguments[4]), threads, TRIES);
                case "rfm" -> AnalyticsTask.rfm(file, threads, TRIES);
                default -> throw new IllegalArgumentException(arguments[1]);
            }
            return;
        }
        final var folder = Files.createTempDirectory("analytics");
        final var all = new AnalyticsBenchmarks(folder, Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        all.clusters("clouds", false);
        all.clusters("evenly spread", true);
        all.grades();
        final var page = Path.of(arguments[0]);
        final var before = Files.readString(page);
        final int start = before.indexOf(TITLE);
        final var section = all.section();
        Files.writeString(page, (start < 0 ? before.stripTrailing() + "\n\n" : before.substring(0, start)) + section);
        System.out.println(section);
    }

    /**
     * The section of a page that is there, for whoever writes the rest anew.
     *
     * @param page the page
     * @return the section with an empty line before it, or nothing
     * @throws IOException where the page cannot be read
     */
    static String kept(final Path page) throws IOException {
        final var before = Files.exists(page) ? Files.readString(page) : "";
        final int start = before.indexOf(TITLE);
        return start < 0 ? "" : "\n" + before.substring(start);
    }

    private void clusters(final String kind, final boolean even) throws IOException, InterruptedException {
        final var file = folder.resolve("points.bin");
        AnalyticsTask.points(file, POINTS, even);
        for (final int k : new int[] {10, 100}) {
            for (final int threads : new int[] {1, 2}) {
                final var ours = new Side();
                final var theirs = new Side();
                for (int run = 0; run < runs; run++) {
                    ours.add(java("kmeans", file, threads, String.valueOf(k)));
                    theirs.add(python(threads, "kmeans.py", file.toString(), String.valueOf(AnalyticsTask.COLUMNS), String.valueOf(k),
                            String.valueOf(AnalyticsTask.ITERATIONS), String.valueOf(TRIES)));
                }
                final double one = ours.number("inertia");
                final double other = theirs.number("inertia");
                if (Math.abs(one - other) > 1e-9 * other || !ours.text("iterations").equals(theirs.text("iterations"))) {
                    throw new IllegalStateException("not the same was found: " + one + " and " + other);
                }
                row(format("K-means, %,d × %d, k = %d, %d iterations, %s, %d thread%s", POINTS, AnalyticsTask.COLUMNS, k, AnalyticsTask.ITERATIONS, kind, threads,
                        threads == 1 ? "" : "s"), ours, theirs, 1);
            }
        }
    }

    private void grades() throws IOException, InterruptedException {
        AnalyticsTask.orders(folder, ORDERS, CUSTOMERS);
        for (final int threads : new int[] {1, 2}) {
            final var ours = new Side();
            final var theirs = new Side();
            for (int run = 0; run < runs; run++) {
                ours.add(java("rfm", folder, threads));
                theirs.add(python(threads, "rfm.py", folder.toString(), String.valueOf(TRIES)));
            }
            for (final var name : List.of("customers", "days", "best", "champions")) {
                if (!ours.text(name).equals(theirs.text(name))) {
                    throw new IllegalStateException("not the same was found: " + name + ' ' + ours.text(name) + " and " + theirs.text(name));
                }
            }
            if (Math.abs(ours.number("total") - theirs.number("total")) > 1e-9 * theirs.number("total")) {
                throw new IllegalStateException("not the same total");
            }
            row(format("RFM, %,d order lines, %,d customers, quintiles, %d thread%s", ORDERS, CUSTOMERS, threads, threads == 1 ? "" : "s"), ours, theirs, 3);
        }
    }

    private void row(final String what, final Side ours, final Side theirs, final double goal) {
        final double ratio = theirs.median("seconds") / ours.median("seconds");
        rows.append(format("| %s | %.3f | %.3f (%s) | %.1f | at least %.0f | %s | %.3f, %.3f |%n", what, ours.median("seconds"), theirs.median("seconds"),
                theirs.text("version"), ratio, goal, ratio >= goal ? "yes" : "**no**", ours.median("processor"), theirs.median("processor")));
        if (!versions.contains(theirs.text("version"))) {
            versions.add(theirs.text("version"));
        }
    }

    private Map<String, List<String>> java(final String what, final Path data, final int threads, final String... more) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-Duser.language=en", "-cp",
                System.getProperty("java.class.path"), AnalyticsBenchmarks.class.getName(), "task", what, data.toString(), String.valueOf(threads)));
        command.addAll(List.of(more));
        return measured(new ProcessBuilder(command));
    }

    private Map<String, List<String>> python(final int threads, final String program, final String... arguments) throws IOException, InterruptedException {
        final var python = System.getenv("PYTHON");
        final var command = new ArrayList<>(List.of(python == null ? "python3" : python, peers.resolve(program).toString()));
        command.addAll(List.of(arguments));
        final var process = new ProcessBuilder(command);
        for (final var name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            process.environment().put(name, String.valueOf(threads));
        }
        return measured(process);
    }

    private Map<String, List<String>> measured(final ProcessBuilder command) throws IOException, InterruptedException {
        load.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        final Map<String, List<String>> found = new HashMap<>();
        final var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("measured ")) {
                    final int equal = line.indexOf('=');
                    found.computeIfAbsent(line.substring("measured ".length(), equal), name -> new ArrayList<>()).add(line.substring(equal + 1));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.command() + " failed");
        }
        System.out.println(command.command().getLast() + ' ' + found);
        return found;
    }

    private String section() {
        final var system = ManagementFactory.getOperatingSystemMXBean();
        final var loads = load.stream().sorted().toList();
        return TITLE + "\n\n" + format("Written by `releng/benchmarks/run analytics` (%s), %d runs in turn of %d tries each after warming up, medians. %s %s, %d processors,%n"
                + "Java %s; load of the machine before a run %.1f to %.1f. Peers: %s.%n%n", LocalDate.now(ZoneOffset.UTC), runs, TRIES,
                System.getProperty("os.name"), System.getProperty("os.arch"), system.getAvailableProcessors(), System.getProperty("java.version"), loads.getFirst(),
                loads.getLast(), String.join(", ", versions))
                + "| What | Ours, s | Peer, s | Ratio | Goal | Reached | Processor time, s: ours, peer |\n|---|---|---|---|---|---|---|\n" + rows
                + "\nBoth sides read the same files into memory first, start from the same centers, and were seen to find the same: inertia to 1e-9 and equally many\n"
                + "iterations; customers, days of purchase, total, best cell and largest segment. Ours is the whole run as a person has it, with checks, silhouette,\n"
                + "profile, tables, matrices and words; the peers do the clustering, or the table, segments and matrices, alone.\n";
    }

    private static String format(final String text, final Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    /** All that one side said in all runs. */
    private static final class Side {

        private final Map<String, List<String>> values = new HashMap<>();

        void add(final Map<String, List<String>> more) {
            more.forEach((name, found) -> values.computeIfAbsent(name, unseen -> new ArrayList<>()).addAll(found));
        }

        String text(final String name) {
            return values.get(name).getFirst();
        }

        double number(final String name) {
            return Double.parseDouble(text(name));
        }

        double median(final String name) {
            final var sorted = values.get(name).stream().mapToDouble(Double::parseDouble).sorted().toArray();
            return sorted.length % 2 == 1 ? sorted[sorted.length / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        }
    }
}
