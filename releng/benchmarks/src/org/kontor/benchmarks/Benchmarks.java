// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures ours and the peers' in turn, each run in a new virtual machine, and writes the page of figures. */
public final class Benchmarks {

    private static final List<String> MEMORY = List.of("-Xmx512m");

    private final Path file;
    private final int rows;
    private final Map<String, List<Map<String, String>>> results = new HashMap<>();
    private final List<Double> load = new ArrayList<>();

    private Benchmarks(final Path file, final int rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * @param arguments the page to write, the number of runs and of rows; or, for a run, what to measure and with what
     * @throws Exception where something fails; there is nobody to explain it to but the developer
     */
    public static void main(final String[] arguments) throws Exception {
        if (arguments[0].equals("task")) {
            task(arguments);
            return;
        }
        final int runs = Integer.parseInt(arguments[1]);
        final int rows = Integer.parseInt(arguments[2]);
        final var file = Files.createTempFile("orders", ".csv");
        OrderFile.write(file, rows);
        final var benchmarks = new Benchmarks(file, rows);
        for (int run = 0; run < runs; run++) {
            benchmarks.run("derby", String.valueOf(rows));
            benchmarks.run("kontor", String.valueOf(run == runs - 1));
        }
        benchmarks.run("cancel", "");
        benchmarks.run("table", "10000");
        benchmarks.run("table", String.valueOf(rows));
        final var page = benchmarks.page(runs);
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    private static void task(final String[] arguments) throws IOException, SQLException {
        final var folder = Files.createTempDirectory("benchmark");
        final var file = Path.of(arguments[2]);
        switch (arguments[1]) {
            case "derby" -> ImportTask.derby(file, folder);
            case "kontor" -> ImportTask.kontor(file, folder, Boolean.parseBoolean(arguments[3]));
            case "cancel" -> ImportTask.cancel(file, folder);
            case "table" -> TableTask.measure(folder, Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        try (var all = Files.walk(folder)) {
            for (final var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void run(final String what, final String more) throws IOException, InterruptedException {
        load.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        final var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MEMORY);
        command.addAll(List.of("-Duser.language=en", "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"),
                Benchmarks.class.getName(), "task", what, file.toString(), more));
        final var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final Map<String, String> measured = new HashMap<>();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("measured ")) {
                    final int equal = line.indexOf('=');
                    measured.put(line.substring("measured ".length(), equal), line.substring(equal + 1));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(what + " failed");
        }
        System.out.println(what + ' ' + measured);
        results.computeIfAbsent(what, name -> new ArrayList<>()).add(measured);
    }

    private double[] values(final String what, final String name) {
        return results.get(what).stream().mapToDouble(each -> Double.parseDouble(each.get(name))).sorted().toArray();
    }

    private static double median(final double[] sorted) {
        return sorted.length % 2 == 1 ? sorted[sorted.length / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private String page(final int runs) {
        for (final var each : results.get("kontor")) {
            for (final var name : List.of("rows", "customers", "sum")) {
                if (!each.get(name).equals(results.get("derby").getFirst().get(name))) {
                    throw new IllegalStateException("not the same was loaded: " + name);
                }
            }
        }
        final var whole = results.get("kontor").getLast();
        if (!"0".equals(whole.get("findings")) || !"0".equals(whole.get("left"))) {
            throw new IllegalStateException("the store is not sound after an import or an undo: " + whole);
        }
        final var ours = values("kontor", "import");
        final var theirs = values("derby", "import");
        final double ratio = median(theirs) / median(ours);
        final var small = results.get("table").getFirst();
        final var large = results.get("table").getLast();
        final double page = Double.parseDouble(large.get("page"));
        final double jdbc = Double.parseDouble(large.get("jdbc"));
        final double cancel = Double.parseDouble(results.get("cancel").getFirst().get("cancel"));
        final var text = new StringBuilder();
        text.append("# Benchmarks\n\n").append("Written by `releng/benchmarks/run` (").append(LocalDate.now(ZoneOffset.UTC)).append("), ").append(runs)
                .append(" runs in turn, each in a virtual machine of its own with ").append(String.join(" ", MEMORY)).append(". ").append(machine())
                .append("\n\n");
        text.append("| What | Ours | Peer | Ratio | Goal | Reached |\n|---|---|---|---|---|---|\n");
        text.append(format("| import of %,d order lines, rows/s | %,.0f | %,.0f (`SYSCS_IMPORT_TABLE`, same file, bare table) | %.3f | at least 0.25 | %s |%n", rows,
                rows / median(ours), rows / median(theirs), ratio, reached(ratio >= 0.25)));
        text.append(format("| from the wish to cancel to the end, at worst, s | %.2f | | | at most 1 | %s |%n", cancel, reached(cancel <= 1)));
        text.append(format("| first page of the table of %,d opportunities, s | %.2f | %.2f (the same `SELECT` by JDBC) | %.2f | at most 3 | %s |%n", rows, page, jdbc,
                page / jdbc, reached(page <= 3 * jdbc)));
        text.append(format("| heap that pages of the table add, MB | %s with %,d rows | %s with 10,000 rows | | does not grow | %s |%n", large.get("grown"), rows, small.get("grown"),
                reached(Long.parseLong(large.get("grown")) <= Long.parseLong(small.get("grown")) + 4)));
        text.append(format("%nImport in seconds: ours %s, median %.2f; `SYSCS_IMPORT_TABLE` %s, median %.2f.%n", Arrays.toString(ours), median(ours),
                Arrays.toString(theirs), median(theirs)));
        text.append(format("Processor time of all threads in seconds, medians: ours %.1f, `SYSCS_IMPORT_TABLE` %.1f. Ours works on two threads: with other work on the same two%n"
                + "processors the clock counts against it twice.%n", median(values("kontor", "processor")), median(values("derby", "processor"))));
        text.append(format("Ours made %s orders and %s customers of sum %s, as the peer's table says; `verify` found nothing; the undo of it all took %s s and left nothing.%n",
                whole.get("rows"), whole.get("customers"), whole.get("sum"), whole.get("undo")));
        text.append(format("All of the heap in use with the table open: %s MB with %,d rows, %s MB with 10,000.%n", large.get("heap"), rows, small.get("heap")));
        text.append("\nThe peer writes four columns without validation, log, key, index or customers, and forces nothing to disk row by row. Ours validates, finds or makes the\n"
                + "customers, keeps 23 columns, a primary key and two indexes, writes the audit log with everything an undo needs, and forces each batch to disk.\n"
                + "The heap holds Derby's page cache, which fills up to its bound with any work on the store; rows of a table are kept for at most 50 pages.\n");
        return text.toString();
    }

    private String machine() {
        final var system = ManagementFactory.getOperatingSystemMXBean();
        final var loads = load.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return format("%s %s, %d processors, Java %s; load of the machine before a run %.1f to %.1f, median %.1f.", System.getProperty("os.name"),
                System.getProperty("os.arch"), system.getAvailableProcessors(), System.getProperty("java.version"), loads[0], loads[loads.length - 1], median(loads));
    }

    private static String reached(final boolean is) {
        return is ? "yes" : "**no**";
    }

    private static String format(final String text, final Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }
}
