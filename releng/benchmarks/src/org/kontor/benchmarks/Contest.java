// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets ours and a peer take turns: each is a process of its own with its data in memory and waits while the other runs. First both run once and
 * have to find the same; then they warm up; then they run in turn, seven times ours and three times the peer, or as often as there is time for.
 */
final class Contest {

    static final String PLAIN = "plain";

    private static final int WARM_UPS = 2;
    private static final int OUR_RUNS = 7;
    private static final int PEER_RUNS = 3;
    private static final int WHOLE_RUNS = 3;
    /** Seconds after which nothing further is begun. */
    private static final double WARM_UP_BUDGET = 2;
    private static final double OUR_BUDGET = 3;
    private static final double PEER_BUDGET = 2;
    private static final double WHOLE_BUDGET = 2;

    private final Path folder;
    private final Path peers;
    private final List<String> kernels;
    private final double effort;
    private final Map<String, Boolean> there = new HashMap<>();

    /**
     * @param folder  where the data lie
     * @param peers   the folder of their programs
     * @param kernels the innermost loops that ours is measured with, one after the other
     * @param effort  how much of the usual time is taken: 0 measures the first run of each side and no other
     */
    Contest(final Path folder, final Path peers, final List<String> kernels, final double effort) {
        this.folder = folder;
        this.peers = peers;
        this.kernels = kernels;
        this.effort = effort;
    }

    /**
     * What came of it.
     *
     * @param invalid what was not the same, so that times say nothing; else null
     * @param plain   our side with plain kernels; null where only others were asked for
     * @param vectors our side with vectors; null where these were not asked for, by whoever measures or by the method
     * @param peer    the peer; null where there is none
     * @param whole   our whole run in seconds; NaN where it was compared
     */
    record Outcome(String invalid, Side plain, Side vectors, Side peer, double whole) {

        Side first() {
            return plain == null ? vectors : plain;
        }
    }

    Outcome hold(final AnalyticsCase that, final int threads) throws IOException {
        final var ours = new ArrayList<Side>();
        final var sides = new ArrayList<Side>();
        try {
            for (final var kernel : kernels) {
                // those that the method does not ask for change nothing
                if (ours.isEmpty() || ours.getFirst().text(OurSide.KERNELS).equals("true")) {
                    final var side = ours(that, threads, kernel);
                    sides.add(side);
                    ours.add(side);
                    side.tell(effort == 0);
                }
            }
            final var peer = that.peer() == null || !isThere(that.peer()) ? null : peer(that.peer(), threads);
            if (peer != null) {
                sides.add(peer);
                peer.tell(effort == 0);
            }
            String invalid = null;
            for (final var side : ours) {
                final var difference = that.same().apply(side, peer);
                invalid = invalid == null ? difference : invalid;
            }
            double whole = Double.NaN;
            if (invalid == null) {
                for (final var side : ours) {
                    side.warm(WARM_UPS, WARM_UP_BUDGET * effort);
                }
                turns(ours, peer);
                whole = whole(ours.getFirst());
            }
            final var other = ours.getLast();
            return kernels.getFirst().equals(PLAIN) ? new Outcome(invalid, ours.getFirst(), ours.size() > 1 ? other : null, peer, whole)
                    : new Outcome(invalid, null, other, peer, whole);
        } finally {
            for (final var side : sides) {
                System.out.println(that.what() + ", threads " + threads + ", " + side);
                side.close();
            }
        }
    }

    private void turns(final List<Side> ours, final Side peer) throws IOException {
        boolean more = true;
        while (more) {
            more = false;
            for (final var side : ours) {
                more |= turn(side, OUR_RUNS, OUR_BUDGET);
            }
            if (peer != null) {
                more |= turn(peer, PEER_RUNS, PEER_BUDGET);
            }
        }
    }

    /** {@return whether there is time for a further run} */
    private boolean turn(final Side side, final int most, final double budget) throws IOException {
        if (side.count() == 0 || side.count() < most && side.spent() < budget * effort) {
            side.run();
        }
        return side.count() < most && side.spent() < budget * effort;
    }

    private double whole(final Side side) throws IOException {
        if (!side.text(OurSide.WHOLE).equals("true")) {
            return Double.NaN;
        }
        for (int i = 0; i == 0 || i < WHOLE_RUNS && side.least("whole") * i < WHOLE_BUDGET * effort; i++) {
            side.whole();
        }
        // the first ones warm up
        return side.least("whole");
    }

    private Side ours(final AnalyticsCase that, final int threads, final String kernel) throws IOException {
        final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + that.heap() + 'g',
                "-Duser.language=en", "-cp", System.getProperty("java.class.path")));
        if (!kernel.equals(PLAIN)) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of(OurSide.class.getName(), String.valueOf(threads), kernel, folder.toString()));
        command.addAll(that.ours());
        return new Side("ours (" + kernel + ')', new ProcessBuilder(command));
    }

    private static String interpreter(final boolean r) {
        final var given = System.getenv(r ? "RSCRIPT" : "PYTHON");
        return given != null ? given : r ? "Rscript" : "python3";
    }

    /** R is a peer where it is there; Python has to be. */
    private boolean isThere(final AnalyticsCase.Peer peer) {
        return !peer.isR() || there.computeIfAbsent(peer.program(), program -> {
            try {
                final var process = new ProcessBuilder(interpreter(true), "-e", "packageVersion(\"forecast\")").redirectErrorStream(true).start();
                process.getInputStream().readAllBytes();
                return process.waitFor() == 0;
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    Side peer(final AnalyticsCase.Peer peer, final int threads) throws IOException {
        final var command = new ArrayList<>(List.of(interpreter(peer.isR()), peers.resolve(peer.program()).toString(), folder.toString()));
        command.addAll(peer.parameters());
        command.add(String.valueOf(threads));
        final var process = new ProcessBuilder(command);
        for (final var name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            process.environment().put(name, String.valueOf(threads));
        }
        return new Side(peer.program(), process);
    }
}
