// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The section about analytics of the page of figures. Each row says when it was measured, so cases that were measured alone go between those that
 * were there.
 */
final class AnalyticsPage {

    private static final String TITLE = "## Analytics";
    private static final String BEGIN = "<!-- analytics: written by releng/benchmarks/run analytics -->";
    private static final String END = "<!-- end of analytics -->";
    private static final String HEAD = "| What | Threads | Ours, s | With vectors, s | Peer, s | Ratio | Floor, aim | Reached | Limit, s | Whole run, s "
            + "| Processor time, s: ours, peer | Runs | Measured |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";

    private final Path page;
    private final Map<String, String> rows = new LinkedHashMap<>();

    AnalyticsPage(final Path page) throws IOException {
        this.page = page;
        final var section = section(Files.exists(page) ? Files.readString(page) : "");
        section.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| What ")).forEach(line -> rows.put(key(line), line));
    }

    /** A row is known by what was measured and by its threads. */
    private static String key(final String row) {
        final var cells = row.split(" \\| ", -1);
        return cells[0] + '|' + cells[1];
    }

    private static String section(final String text) {
        final int start = text.indexOf(BEGIN);
        final int end = text.indexOf(END);
        return start < 0 || end < start ? "" : text.substring(start, end + END.length());
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

    private static String format(final String text, final Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    private static String seconds(final double value) {
        return format(value < .1 ? "%.4f" : value < 10 ? "%.3f" : "%.1f", value);
    }

    private static String plain(final double value) {
        return format("%s", value).replaceAll("\\.0$", "");
    }

    /** {@return the median, and the least in brackets} */
    private static String times(final Side side, final double times) {
        return seconds(side.median("seconds") * times) + " (" + seconds(side.least("seconds") * times) + ')';
    }

    private static String ratio(final double value, final String whose) {
        return Double.isNaN(value) ? "" : format("%.1f", value) + whose;
    }

    /** Takes what came of a case. */
    void add(final AnalyticsCase that, final int threads, final Contest.Outcome outcome, final Speed speed, final double load) {
        final var goal = that.goal();
        final var peer = outcome.peer();
        final var plain = outcome.plain();
        final var vectors = outcome.vectors();
        final var first = outcome.first();
        final var cells = new ArrayList<String>(List.of(that.what(), String.valueOf(threads)));
        final var floor = (goal.relative() ? "× " : "< ") + plain(goal.floor()) + (goal.relative() ? "" : " s")
                + (Double.isNaN(goal.aim()) ? "" : ", " + (goal.relative() ? "× " : "< ") + plain(goal.aim()) + (goal.relative() ? "" : " s"));
        final double times = peer == null ? 1 : that.peer().times();
        if (outcome.invalid() == null) {
            final double other = peer == null ? Double.NaN : peer.median("seconds") * times;
            final double one = plain == null ? Double.NaN : plain.median("seconds");
            final double two = vectors == null ? Double.NaN : vectors.median("seconds");
            cells.add(plain == null ? "" : times(plain, 1));
            cells.add(vectors == null ? "" : times(vectors, 1));
            cells.add(peer == null ? "" : times(peer, times) + ", " + peer.text("version") + (times == 1 ? "" : format(", one of %.0f", times)));
            cells.add(peer == null ? "" : ratio(other / one, "") + (plain == null || vectors == null ? "" : "; ") + ratio(other / two, " with vectors"));
            cells.add(floor);
            cells.add(reached(goal, one, two, other));
            cells.add(seconds(that.limit().seconds(speed, threads)));
            cells.add(Double.isNaN(outcome.whole()) ? "" : seconds(outcome.whole()));
            cells.add(seconds(first.median("processor")) + (peer == null ? "" : ", " + seconds(peer.median("processor") * times)));
            cells.add(first.count() + (peer == null ? "" : ", " + peer.count()));
        } else {
            cells.addAll(List.of("**void**: " + outcome.invalid(), "", peer == null ? "" : peer.text("version"), "", floor, "**no**", "", "", "", ""));
        }
        cells.add(format("%s, load %.1f", LocalDate.now(ZoneOffset.UTC), load));
        final var row = "| " + String.join(" | ", cells).replace("|  |", "| |").replace("|  |", "| |") + " |";
        rows.put(key(row), row);
        System.out.println(row);
    }

    private static String reached(final AnalyticsCase.Goal goal, final double plain, final double vectors, final double peer) {
        final boolean floor = goal.reached(goal.floor(), plain, peer / plain);
        final boolean aim = goal.reached(goal.aim(), plain, peer / plain);
        final boolean more = goal.reached(goal.floor(), vectors, peer / vectors);
        final boolean most = goal.reached(goal.aim(), vectors, peer / vectors);
        if (goal.relative() && Double.isNaN(peer)) {
            return "";
        }
        return aim ? "aim" : most ? "aim, with vectors" : floor ? "floor" : more ? "floor, with vectors" : "**no**";
    }

    /**
     * Writes the section between its marks; rows of cases that there are no longer go.
     *
     * @param known all rows that there may be, in their order
     */
    void write(final List<AnalyticsCase> known, final Speed speed) throws IOException {
        final var table = new StringBuilder();
        for (final var each : known) {
            for (final int threads : each.threads()) {
                final var row = rows.get("| " + each.what() + '|' + threads);
                if (row != null) {
                    table.append(row).append('\n');
                }
            }
        }
        final var system = ManagementFactory.getOperatingSystemMXBean();
        final var text = BEGIN + "\n\n" + format("Written by `releng/benchmarks/run analytics` (%s). %s %s, %d processors, Java %s.%n"
                + "The machine multiplies matrices at %.1f and %.1f · 10⁹ operations a second and reads memory at %.1f and %.1f · 10⁹ bytes, with one thread and two.%n%n",
                LocalDate.now(ZoneOffset.UTC), System.getProperty("os.name"), System.getProperty("os.arch"), system.getAvailableProcessors(),
                System.getProperty("java.version"), speed.operations(1), speed.operations(2), speed.bytes(1), speed.bytes(2)) + HEAD + table + "\n" + NOTES + END;
        final var before = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n";
        final var old = section(before);
        final int title = before.indexOf(TITLE);
        final var start = old.isEmpty() ? (title < 0 ? before.stripTrailing() + "\n\n" : before.substring(0, title)) + TITLE + "\n\n"
                : before.substring(0, before.indexOf(BEGIN));
        Files.writeString(page, start + text + (old.isEmpty() ? "\n" : before.substring(before.indexOf(END) + END.length())));
    }

    private static final String NOTES = """
            Seconds are medians, with the least in brackets. Both sides wait in processes of their own with their data in memory and take turns, with as many
            threads each; before, both run once and have to find the same, else the time is void; ours then warms up twice more. A run of more than 20 s is
            measured at once, and long ones less often. “Ratio” is the peer's time divided by ours. “With vectors” is ours with the kernels of
            `jdk.incubator.vector`, which find the same bits, where the method asks for kernels; it is empty where there is nothing of that kind to measure.

            What is compared stands behind the colon. “Fit” reads the table and learns from it once, as the peer does, and “whole run” beside it is what a
            person waits for: the fit, a second one to judge it by rows held out, standard errors, importance, leaks, tables, pictures and words. Where the
            whole run is what is compared, checks, silhouette, profile, tables, trees and words are ours alone; the peer does the clustering, the table or the
            rules and no more. A forecast comes with bounds and tables, and its whole run judges the method by four forecasts from earlier months. TF-IDF takes
            texts and gives weights on both sides.

            What has to be the same: inertia to 1e-9 and the iterations; seeds not worse by a twentieth; clusters, noise and cores; the height of the last merge
            to 1e-9; the likelihood to 1e-6; residuals and variances to 1e-9; accuracy on rows held out not below the peer's by .003, nor its loss above by a
            fiftieth; customers, days of purchase, total, best cell and largest segment; sets, rules and the largest lift; the error of ratings held out, of
            forecasts against what came (to a fiftieth; a twentieth for the automatic choice); terms, entries and the sum of weights. Of duplicates 98 of
            100 pairs found are to be right, and 90 of 100 are to be found.

            R takes long: it does one series of ten or of a hundred, and its time is multiplied. No peer at hand has HDBSCAN (Tribuo 4.3.2, which is not fetched,
            was once seen to take 2.25 s for the 10,000 rows) or finds duplicates so; then seconds are to stay below a limit. “Limit” is what could not be
            avoided on this machine: sums at the rate of a product of matrices, numbers read once or as often as the method has to, and a few nanoseconds for each
            logarithm, hash or jump in memory, counted by hand; an estimate, not a measurement.
            """;
}
