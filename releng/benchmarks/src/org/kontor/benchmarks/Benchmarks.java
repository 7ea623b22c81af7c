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
    private static final List<Integer> HEAP_ROWS = List.of(10_000, 100_000, 300_000);
    private static final int LEAST_STARTS = 5;
    private static final List<String> PASSED_ON = List.of("java.io.tmpdir", "kontor.product", "kontor.bare");
    /** What other measurements of the same need to tell apart growth and noise. */
    private static final double HEAP_NOISE = 2;

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
        benchmarks.run("table", String.valueOf(rows));
        for (final int each : HEAP_ROWS) {
            if (each < rows) {
                benchmarks.run("heap", String.valueOf(each));
            }
        }
        benchmarks.run("heap", String.valueOf(rows));
        benchmarks.run("start", String.valueOf(Math.max(LEAST_STARTS, runs)));
        final var page = benchmarks.page(runs) + AnalyticsPage.kept(Path.of(arguments[0]));
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    private static void task(final String[] arguments) throws IOException, SQLException, InterruptedException {
        final var folder = Files.createTempDirectory("benchmark");
        final var file = Path.of(arguments[2]);
        switch (arguments[1]) {
            case "derby" -> ImportTask.derby(file, folder);
            case "kontor" -> ImportTask.kontor(file, folder, Boolean.parseBoolean(arguments[3]));
            case "cancel" -> ImportTask.cancel(file, folder);
            case "table" -> TableTask.measure(folder, Integer.parseInt(arguments[3]));
            case "heap" -> HeapTask.measure(folder, Integer.parseInt(arguments[3]));
            case "start" -> StartTask.measure(Path.of(System.getProperty("kontor.product")), Path.of(System.getProperty("kontor.bare")), folder,
                    Integer.parseInt(arguments[3]));
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
        PASSED_ON.forEach(name -> command.add("-D" + name + '=' + System.getProperty(name)));
        command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path"), Benchmarks.class.getName(), "task", what, file.toString(),
                more));
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
        final double cancel = Double.parseDouble(results.get("cancel").getFirst().get("cancel"));
        final var text = new StringBuilder();
        text.append("# Benchmarks\n\n").append("Written by `releng/benchmarks/run` (").append(LocalDate.now(ZoneOffset.UTC)).append("), ").append(runs)
                .append(" runs in turn, each in a virtual machine of its own with ").append(String.join(" ", MEMORY)).append(". ").append(machine())
                .append("\n\n");
        text.append("| What | Ours | Peer | Ratio | Goal | Reached |\n|---|---|---|---|---|---|\n");
        text.append(format("| import of %,d order lines, rows/s | %,.0f | %,.0f (`SYSCS_IMPORT_TABLE`, same file, bare table) | %.3f | at least 0.25 | %s |%n", rows,
                rows / median(ours), rows / median(theirs), ratio, reached(ratio >= 0.25)));
        text.append(format("| from the wish to cancel to the end, at worst, s | %.2f | | | at most 1 | %s |%n", cancel, reached(cancel <= 1)));
        tableLines(text);
        heapLine(text);
        startLine(text);
        text.append(format("%nImport in seconds: ours %s, median %.2f; `SYSCS_IMPORT_TABLE` %s, median %.2f.%n", Arrays.toString(ours), median(ours),
                Arrays.toString(theirs), median(theirs)));
        text.append(format("Processor time of all threads in seconds, medians: ours %.1f, `SYSCS_IMPORT_TABLE` %.1f. Ours works on several threads: with other work on the same%n"
                + "processors the clock counts against it twice.%n", median(values("kontor", "processor")), median(values("derby", "processor"))));
        text.append(format("Ours made %s orders and %s customers of sum %s, as the peer's table says; `verify` found nothing; the undo of it all took %s s and left nothing.%n",
                whole.get("rows"), whole.get("customers"), whole.get("sum"), whole.get("undo")));
        text.append("\nThe peer writes four columns without validation, log, key, index or customers, and forces nothing to disk row by row. Ours validates, finds or makes the\n"
                + "customers, keeps 23 columns, a primary key and two indexes, writes the audit log with everything an undo needs, and forces it all to disk in one transaction.\n");
        tableNotes(text);
        startNotes(text);
        return text.toString();
    }

    private double figure(final String what, final String name) {
        return Double.parseDouble(results.get(what).getFirst().get(name));
    }

    private void tableLines(final StringBuilder text) {
        for (final var page : List.of("first", "middle", "last")) {
            final double ours = figure("table", page);
            final double jdbc = figure("table", page + ".jdbc");
            text.append(format("| %s page of the table of %,d opportunities, s | %.3f | %.3f (the same rows by JDBC, in the same steps) | %.2f | at most 3 | %s |%n", page, rows,
                    ours, jdbc, ours / jdbc, reached(ours <= 3 * jdbc)));
        }
        text.append(format("| end of a search that nobody waits for any longer, s | %.2f | | | at most 1 | %s |%n", figure("table", "filter.cancel"),
                reached(figure("table", "filter.cancel") <= 1)));
    }

    private void tableNotes(final StringBuilder text) {
        text.append(format("%nThe table in seconds: the same first page in one statement with its joins, as anybody would write it, %.2f, because Derby sorts all rows for it; the first page%n"
                + "of a store just opened %.2f; the number of rows %.2f. Searched while typing in four columns, first page and number of hits: a common text %.2f and %.2f,%n"
                + "a rare one %.2f and %.2f, one that nothing contains %.2f and %.2f; in the background, with a bar, and ended by the next letter.%n", figure("table", "one"),
                figure("table", "first.cold"), figure("table", "count"), figure("table", "filter.common"), figure("table", "filter.common.count"), figure("table", "filter.rare"),
                figure("table", "filter.rare.count"), figure("table", "filter.none"), figure("table", "filter.none.count")));
        text.append(format("%nHeap in MB after 100 pages from everywhere in the table, with 50 of them kept, and after the same by JDBC, which keeps none, in the same virtual machine;%n"
                + "Derby's page cache is set to 100 pages there, else its filling to its bound would look like growth:%n%n| Rows | Ours | JDBC |%n|---|---|---|%n"));
        for (final var each : results.get("heap")) {
            text.append(format("| %,d | %s | %s |%n", Integer.parseInt(each.get("heap.rows")), each.get("heap.table"), each.get("heap.jdbc")));
        }
    }

    private void heapLine(final StringBuilder text) {
        final var small = results.get("heap").getFirst();
        final var large = results.get("heap").getLast();
        text.append(format("| heap with the table of %,d rows, MB | %s | %s (with %,d rows) | | does not grow | %s |%n", rows, large.get("heap.table"), small.get("heap.table"),
                Integer.parseInt(small.get("heap.rows")), reached(Double.parseDouble(large.get("heap.table")) <= Double.parseDouble(small.get("heap.table")) + HEAP_NOISE)));
    }

    private double[] starts(final String step) {
        return results.get("start").getFirst().entrySet().stream().filter(each -> each.getKey().matches("start\\." + step + "\\.\\d+"))
                .mapToDouble(each -> Double.parseDouble(each.getValue())).sorted().toArray();
    }

    private void startLine(final StringBuilder text) {
        final double ours = median(starts("board"));
        startLine(text, ours, median(starts("bare\\.view")), "the bare workbench with one empty view, as the platform starts it");
        startLine(text, ours, median(starts("quick\\.view")), "the same, with the archive of classes and the flags that the product's script gives");
    }

    private void startLine(final StringBuilder text, final double ours, final double bare, final String what) {
        text.append(format("| start to the board of the demo company, s | %.2f | %.2f (%s) | %.2f | at most 1.5 | %s |%n", ours, bare, what, ours / bare, reached(ours <= 1.5 * bare)));
    }

    private void startNotes(final StringBuilder text) {
        text.append(format("%nStarts in seconds: ours %s, the bare workbench %s, with the product's flags %s; in turn, by the same Java machine, each with a workspace and a%n"
                + "configuration that were used before. The bare one has the product's platform bundles and none of Kontor's. Ours at the median: application after %.2f, store open%n"
                + "after %.2f, window after %.2f.%n", Arrays.toString(starts("board")), Arrays.toString(starts("bare\\.view")), Arrays.toString(starts("quick\\.view")),
                median(starts("application")), median(starts("store")), median(starts("window"))));
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
