// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.derby.internal.EngineHold;
import org.kontor.store.derby.internal.Ledger;
import org.kontor.store.derby.powerloss.PowerLossDisk.Loss;

/**
 * Reliability goal R2: power cuts lose nothing acknowledged and leave no half transaction; where a cut tears a page, the database says so
 * and its backup is good. {@code -Dkontor.cuts=100} asks for more cuts, {@code -Dkontor.seed} for the same ones again. What the engine
 * does while its power goes depends on how its threads meet, so a seed repeats a cut closely, not exactly.
 */
class PowerLossTest {

    private static final int CUTS = Integer.getInteger("kontor.cuts", 15);
    private static final long SEED = Long.getLong("kontor.seed", System.nanoTime());
    private static final List<Loss> EARLY_WRITES = List.of(Loss.MOST, Loss.SOME, Loss.REORDERED, Loss.NAMES);
    private static final List<Loss> WHOLE_WRITES = Stream.concat(Stream.of(Loss.NOTHING, Loss.EVERYTHING), EARLY_WRITES.stream()).toList();

    private static Map<String, byte[]> image;

    @TempDir
    Path home;
    private int round;

    @BeforeAll
    static void makeImage() throws SQLException {
        final var disk = new PowerLossDisk(Map.of(), Loss.NOTHING, new Random(1));
        try (var machine = new Machine("image", disk, true); Connection connection = machine.start(true)) {
            Ledger.create(connection);
        }
        image = disk.contents();
    }

    @Test
    void nothingAcknowledgedIsLost(final TestReporter reporter) throws Exception {
        final var tally = new Tally();
        for (int cut = 0; cut < CUTS; cut++) {
            final Run run = run(SEED + cut, WHOLE_WRITES.get(cut % WHOLE_WRITES.size()), true);
            tally.add(run, open(run.survivors(), run.acknowledged()));
        }
        tally.publish(reporter, "cuts");
        assertEquals(List.of(), tally.wrong);
        assertEquals(List.of(), tally.refused);
        assertTrue(tally.acknowledged > CUTS * 10L, "only " + tally.acknowledged + " transactions were put at risk");
    }

    /** The power may go again while the engine recovers, or the process may be killed then. */
    @Test
    void nothingIsLostWhereRecoveryIsCutOffToo(final TestReporter reporter) throws Exception {
        final var late = new Tally();
        final var early = new Tally();
        for (int cut = 0; cut < Math.max(10, CUTS / 2); cut++) {
            final Loss loss = cut % 2 == 0 ? Loss.NOTHING : Loss.EVERYTHING;
            final Run run = run(SEED + 1_000_000 + cut, loss, true);
            late.add(run, openAfterCutRecovery(run, loss));
        }
        for (int cut = 0; cut < Math.max(5, CUTS / 4); cut++) {
            final Loss loss = EARLY_WRITES.get(cut % EARLY_WRITES.size());
            final Run run = run(SEED + 2_000_000 + cut, loss, true);
            early.add(run, openAfterCutRecovery(run, loss));
        }
        late.publish(reporter, "cuts of recoveries");
        early.publish(reporter, "cuts of recoveries with early writes");
        assertEquals(List.of(), late.wrong);
        assertEquals(List.of(), late.refused);
        assertEquals(List.of(), early.wrong);
        assertEquals(List.of(), early.refused);
    }

    /** Derby cannot mend a page that is half old and half new. It has to notice it, and the way back is the backup. */
    @Test
    void aTornPageIsNoticedAndTheBackupIsGood(final TestReporter reporter) throws Exception {
        final var tally = new Tally();
        final Path backup = home.resolve("backup");
        PowerLossDisk.materialise(image, home.resolve("first"));
        try (OpenDatabase database = new DerbyDatabase().open(home.resolve("first"), DatabaseOptions.opening())) {
            database.backup(backup, Progress.NONE);
        }
        for (int cut = 0; cut < Math.max(8, CUTS / 2); cut++) {
            final Run run = run(SEED + 3_000_000 + cut, Loss.TORN, true);
            tally.add(run, open(run.survivors(), run.acknowledged()));
        }
        tally.publish(reporter, "cuts that tear");
        assertEquals(List.of(), tally.wrong);
        new DerbyDatabase().restore(backup, home.resolve("restored"));
        try (OpenDatabase database = new DerbyDatabase().open(home.resolve("restored"), DatabaseOptions.opening());
                Connection connection = database.dataSource().getConnection()) {
            assertEquals(List.of(), Ledger.audit(connection, Map.of(0, 0L, 1, 0L)));
        }
    }

    /** The negative control: what this suite is worth. A database that forces nothing must be caught. */
    @Test
    void aDatabaseThatForcesNothingIsCaught(final TestReporter reporter) throws Exception {
        final int cuts = Math.max(20, CUTS);
        final var lost = new AtomicLong();
        final var tally = new Tally();
        for (int cut = 0; cut < cuts; cut++) {
            final Run run = run(SEED + 4_000_000 + cut, Loss.EVERYTHING, false);
            tally.add(run, inspectNeverForced(run, lost));
        }
        tally.publish(reporter, "cuts without forcing");
        reporter.publishEntry("lost without forcing", Long.toString(lost.get()));
        final int caught = tally.wrong.size() + tally.refused.size();
        assertTrue(caught * 100 >= cuts * 95, caught + " of " + cuts + " caught");
    }

    @Test
    void theProductRefusesADatabaseThatOnceForcedNothing() throws Exception {
        final var disk = new PowerLossDisk(image, Loss.NOTHING, new Random(1));
        try (var machine = new Machine("never-forced", disk, false)) {
            machine.start(false).close();
        }
        final Path folder = home.resolve("never-forced");
        PowerLossDisk.materialise(disk.contents(), folder);
        assertEquals("database.never-forced",
                assertThrows(ProblemException.class, () -> new DerbyDatabase().open(folder, DatabaseOptions.opening())).problem().code());
    }

    private Run run(final long seed, final Loss loss, final boolean forcing) throws Exception {
        final var random = new Random(seed);
        final var disk = new PowerLossDisk(image, loss, new Random(random.nextLong()));
        final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
        try (var machine = new Machine("cut-" + round++, disk, forcing)) {
            machine.start(false).close();
            disk.cutAfter(1 + random.nextInt(1_500));
            work(machine, disk, acknowledged, random.nextLong());
        }
        return new Run(seed, random, acknowledged, disk.survivors());
    }

    private static void work(final Machine machine, final PowerLossDisk disk, final Map<Integer, Long> acknowledged, final long seed)
            throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newFixedThreadPool(Ledger.workers())) {
            final List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < Ledger.workers(); number++) {
                final int worker = number;
                running.add(workers.submit(() -> {
                    final var random = new Random(seed + worker);
                    try (Connection connection = machine.connect()) {
                        for (long count = 1; !disk.isCut(); count++) {
                            Ledger.write(connection, worker, count, random);
                            if (!disk.isCut()) {
                                acknowledged.put(worker, count);
                            }
                        }
                    }
                    return null;
                }));
            }
            for (final Future<?> worker : running) {
                worker.get();
            }
        }
    }

    private Verdict openAfterCutRecovery(final Run run, final Loss loss) throws IOException {
        try {
            return open(cutRecovery(run, loss), run.acknowledged());
        } catch (ProblemException refused) {
            return Verdict.refusalIf("database.damaged".equals(refused.problem().code()), refused);
        }
    }

    /** Starts the database as the product does, on a disk whose power goes off soon; returns what is left after that. */
    private Map<String, byte[]> cutRecovery(final Run run, final Loss loss) throws IOException {
        final Path folder = home.resolve("recovering-" + round);
        final var left = new AtomicReference<Map<String, byte[]>>();
        PowerLossDisk.materialise(run.survivors(), folder);
        EngineHold.around(folder, () -> {
            try {
                final var disk = new PowerLossDisk(PowerLossDisk.read(folder), loss, new Random(run.random().nextLong()));
                try (var machine = new Machine("again-" + round++, disk, true)) {
                    disk.cutAfter(1 + run.random().nextInt(60));
                    machine.start(false).close();
                }
                left.set(disk.survivors());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (SQLException unusable) {
                throw EngineHold.refusal(folder, unusable);
            }
        });
        DurableFiles.deleteTree(folder);
        return left.get();
    }

    /** Opens what is left as the product does. */
    private Verdict open(final Map<String, byte[]> survivors, final Map<Integer, Long> acknowledged) throws IOException {
        final Path folder = home.resolve("db-" + round++);
        PowerLossDisk.materialise(survivors, folder);
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening())) {
            return inspect(database, acknowledged);
        } catch (ProblemException refused) {
            return Verdict.refusalIf("database.damaged".equals(refused.problem().code()), refused);
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }

    private static Verdict inspect(final OpenDatabase database, final Map<Integer, Long> acknowledged) {
        final List<String> damages = database.check(Progress.NONE);
        if (!damages.isEmpty()) {
            return Verdict.refusal(new IllegalStateException(damages.toString()));
        }
        try (Connection connection = database.dataSource().getConnection()) {
            return Verdict.wrong(Ledger.audit(connection, acknowledged));
        } catch (SQLException unreadable) {
            return Verdict.refusalIf(database.explain(unreadable).filter(problem -> "database.damaged".equals(problem.code())).isPresent(), unreadable);
        }
    }

    /** By bare Derby: the product refuses such a database. */
    private Verdict inspectNeverForced(final Run run, final AtomicLong lost) {
        final var disk = new PowerLossDisk(run.survivors(), Loss.NOTHING, new Random(1));
        try (var machine = new Machine("audit-" + round++, disk, true); Connection connection = machine.start(false)) {
            final Map<Integer, Long> there = Ledger.counters(connection);
            lost.addAndGet(run.acknowledged().entrySet().stream().mapToLong(last -> Math.max(0, last.getValue() - there.get(last.getKey()))).sum());
            return Verdict.wrong(Ledger.audit(connection, run.acknowledged()));
        } catch (SQLException unusable) {
            return Verdict.refusal(unusable);
        }
    }

    private static String firstLines(final Throwable failure) {
        final var text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(String.valueOf(cause.getMessage()).lines().findFirst().orElse("")).append(" < ");
        }
        return text.toString();
    }

    /** A power cut and what it left. */
    private record Run(long seed, Random random, Map<Integer, Long> acknowledged, Map<String, byte[]> survivors) {
    }

    /** What became of a database: wrong in silence, refused or found damaged, or, with neither, good. */
    private record Verdict(List<String> wrong, Optional<String> refusal) {

        private static Verdict wrong(final List<String> findings) {
            return new Verdict(findings, Optional.empty());
        }

        /** Whoever refuses has to say why. */
        private static Verdict refusalIf(final boolean explained, final Throwable reason) {
            return explained ? refusal(reason) : wrong(List.of("not explained: " + firstLines(reason)));
        }

        private static Verdict refusal(final Throwable reason) {
            return new Verdict(List.of(), Optional.of(firstLines(reason)));
        }
    }

    private static final class Tally {

        private final List<String> wrong = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int cuts;
        private long acknowledged;

        private void add(final Run run, final Verdict verdict) {
            cuts++;
            acknowledged += run.acknowledged().values().stream().mapToLong(Long::longValue).sum();
            if (!verdict.wrong().isEmpty()) {
                wrong.add("seed " + run.seed() + ": " + verdict.wrong());
            }
            verdict.refusal().ifPresent(reason -> refused.add("seed " + run.seed() + ": " + reason));
        }

        private void publish(final TestReporter reporter, final String what) {
            reporter.publishEntry(what, cuts + ", acknowledged " + acknowledged + ", wrong " + wrong.size() + ", refused " + refused.size()
                    + ", first seed " + SEED);
        }
    }
}
