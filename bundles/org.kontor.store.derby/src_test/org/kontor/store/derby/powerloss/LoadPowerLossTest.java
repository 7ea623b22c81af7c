// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
import org.kontor.store.derby.internal.LoadLedger;
import org.kontor.store.derby.powerloss.PowerLossDisk.Loss;

/**
 * A power cut in the middle of a load, of its indexes or of its commit leaves all of the load or nothing, though its rows are in no log.
 * {@code -Dkontor.cuts=100} asks for more cuts, {@code -Dkontor.seed} for the same ones again.
 */
class LoadPowerLossTest {

    private static final int CUTS = Integer.getInteger("kontor.cuts", 15);
    private static final long SEED = Long.getLong("kontor.seed", System.nanoTime());
    private static final List<Loss> LOSSES = List.of(Loss.EVERYTHING, Loss.MOST, Loss.SOME, Loss.REORDERED, Loss.NAMES);
    /** About four loads. */
    private static final int WRITES = 700;

    private static Map<String, byte[]> image;

    @TempDir
    Path home;
    private int round;

    /** What a cut left. */
    private record Run(long seed, long acknowledged, Map<String, byte[]> survivors) {
    }

    @BeforeAll
    static void makeImage() throws SQLException {
        final var disk = new PowerLossDisk(Map.of(), Loss.NOTHING, new Random(1));
        try (var machine = new Machine("load-image", disk, true); Connection connection = machine.start(true)) {
            LoadLedger.create(connection);
        }
        image = disk.contents();
    }

    @Test
    void aLoadIsThereOrNot(final TestReporter reporter) throws Exception {
        final var wrong = new ArrayList<String>();
        long acknowledged = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            final var run = run(SEED + cut, LOSSES.get(cut % LOSSES.size()), true);
            acknowledged += run.acknowledged();
            final var found = open(run);
            if (!found.isEmpty()) {
                wrong.add("seed " + run.seed() + ": " + found);
            }
        }
        reporter.publishEntry("cuts of loads", CUTS + ", acknowledged " + acknowledged + ", wrong " + wrong.size() + ", first seed " + SEED);
        assertEquals(List.of(), wrong);
        assertTrue(acknowledged >= CUTS / 2, "only " + acknowledged + " loads were put at risk");
    }

    /** The negative control: without forcing, the files of acknowledged loads are lost, and that has to be seen. */
    @Test
    void aDatabaseThatForcesNothingIsCaught(final TestReporter reporter) throws Exception {
        final int cuts = Math.max(20, CUTS);
        int atRisk = 0;
        int caught = 0;
        for (int cut = 0; cut < cuts; cut++) {
            final var run = run(SEED + 4_000_000 + cut, Loss.EVERYTHING, false);
            if (run.acknowledged() > 0) {
                atRisk++;
                caught += isCaught(run) ? 1 : 0;
            }
        }
        reporter.publishEntry("cuts of loads without forcing", cuts + ", at risk " + atRisk + ", caught " + caught);
        assertTrue(atRisk > 0);
        assertTrue(caught * 100 >= atRisk * 95, caught + " of " + atRisk + " caught");
    }

    private Run run(final long seed, final Loss loss, final boolean forcing) throws SQLException {
        final var random = new Random(seed);
        final var disk = new PowerLossDisk(image, loss, new Random(random.nextLong()));
        long acknowledged = 0;
        try (var machine = new Machine("load-" + round++, disk, forcing)) {
            machine.start(false).close();
            disk.cutAfter(1 + random.nextInt(WRITES));
            try (Connection connection = machine.connect()) {
                for (long count = 1; !disk.isCut(); count++) {
                    LoadLedger.load(connection, count);
                    if (!disk.isCut()) {
                        acknowledged = count;
                    }
                }
            }
        }
        return new Run(seed, acknowledged, disk.survivors());
    }

    /** As the product does. */
    private List<String> open(final Run run) throws IOException, SQLException {
        final Path folder = home.resolve("db-" + round++);
        PowerLossDisk.materialise(run.survivors(), folder);
        try (OpenDatabase database = new DerbyDatabase().open(folder, DatabaseOptions.opening());
                Connection connection = database.dataSource().getConnection()) {
            final var findings = new ArrayList<>(LoadLedger.audit(connection, run.acknowledged()));
            findings.addAll(database.check(Progress.NONE));
            LoadLedger.load(connection, LoadLedger.loads(connection) + 1);
            findings.addAll(LoadLedger.audit(connection, LoadLedger.loads(connection)));
            return findings;
        } catch (ProblemException refused) {
            return List.of(refused.problem().sentence());
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }

    /** By bare Derby: the product refuses such a database. */
    private boolean isCaught(final Run run) {
        final var disk = new PowerLossDisk(run.survivors(), Loss.NOTHING, new Random(1));
        try (var machine = new Machine("load-audit-" + round++, disk, true); Connection connection = machine.start(false)) {
            return !LoadLedger.audit(connection, run.acknowledged()).isEmpty();
        } catch (SQLException unusable) {
            return true;
        }
    }
}
