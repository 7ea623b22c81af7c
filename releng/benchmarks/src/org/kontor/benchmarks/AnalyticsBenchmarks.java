// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Measures our methods of analysis and those of the peers in turn, and writes their section of the page of figures. */
public final class AnalyticsBenchmarks {

    private final Path page;
    private final Path peers;
    private final List<String> names = new ArrayList<>();
    private List<String> kernels = kernels(OurSide.hasVectors() ? "both" : Contest.PLAIN);
    private double effort = 1;
    private boolean written = true;
    /** Else all that a case has. */
    private int only;

    private AnalyticsBenchmarks(final List<String> arguments) {
        page = Path.of(arguments.get(0));
        peers = Path.of(arguments.get(1));
        final var rest = arguments.subList(2, arguments.size()).iterator();
        while (rest.hasNext()) {
            final var each = rest.next();
            switch (each) {
                case "--kernels" -> kernels = kernels(rest.next());
                case "--effort" -> effort = Double.parseDouble(rest.next());
                case "--threads" -> only = Integer.parseInt(rest.next());
                case "--print" -> written = false;
                default -> names.add(each);
            }
        }
    }

    private static List<String> kernels(final String wanted) {
        return switch (wanted) {
            case "plain", "vector" -> List.of(wanted);
            case "both" -> List.of(Contest.PLAIN, "vector");
            default -> throw new IllegalArgumentException("--kernels is plain, vector or both, not " + wanted);
        };
    }

    /**
     * @param arguments the page, the folder of the peers' programs; then the names of cases, all where there are none, and options
     * @throws IOException where something fails; there is nobody to explain it to but the developer
     */
    public static void main(final String[] arguments) throws IOException {
        System.exit(new AnalyticsBenchmarks(List.of(arguments)).run() ? 0 : 1);
    }

    /** {@return whether both sides found the same everywhere} */
    private boolean run() throws IOException {
        final var folder = Files.createTempDirectory("analytics");
        try {
            return run(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean run(final Path folder) throws IOException {
        final var all = AnalyticsCases.all(folder);
        final var known = new LinkedHashSet<>(all.stream().map(AnalyticsCase::name).toList());
        if (!known.containsAll(names)) {
            System.err.println("There are the cases " + String.join(", ", known));
            return false;
        }
        final var contest = new Contest(folder, peers, kernels, effort);
        final var speed = Speed.measured(contest);
        final var table = new AnalyticsPage(page);
        boolean same = true;
        String made = "";
        for (final var each : all) {
            if (names.isEmpty() || names.contains(each.name())) {
                if (!each.data().key().equals(made)) {
                    each.data().maker().make(folder);
                    made = each.data().key();
                }
                for (final int threads : only == 0 ? each.threads() : new int[] {only}) {
                    final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                    final var outcome = contest.hold(each, threads);
                    table.add(each, threads, outcome, speed, load);
                    same &= outcome.invalid() == null;
                }
                if (written) {
                    // what takes minutes may be stopped
                    table.write(all, speed);
                }
            }
        }
        return same;
    }
}
