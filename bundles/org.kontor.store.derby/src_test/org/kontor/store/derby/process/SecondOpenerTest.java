// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.derby.internal.Rows;
import org.kontor.store.internal.folder.FrontChannel;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreLock;
import org.kontor.store.internal.folder.StoreOwner;
import org.kontor.store.internal.folder.StoreSettings;

/** Reliability finding 2: how a second program gets into a database that the first has open, and that our lock keeps it out. */
class SecondOpenerTest {

    @TempDir
    Path home;
    private StoreFolder folder;

    @BeforeEach
    void makeStore() throws SQLException {
        folder = StoreFolder.create(home.resolve("store"), new StoreSettings(UUID.randomUUID(), "derby", false, "0.1.0", Instant.EPOCH));
        try (OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.creating())) {
            Rows.createTable(database);
            Rows.insert(database, 1);
        }
        folder.finish();
    }

    @Test
    void aSecondProgramIsRefusedAndToldWhoHoldsTheStore() throws Exception {
        try (ChildJvm first = ChildJvm.start(Opener.class, List.of(), Opener.AS_PRODUCT, folder.path().toString())) {
            assertEquals("opened", first.await("opened"));
            try (ChildJvm second = ChildJvm.start(Opener.class, List.of(), Opener.AS_PRODUCT, folder.path().toString())) {
                assertEquals("refused store.held", second.await("refused"));
            }
            final StoreOwner owner = StoreOwner.of(folder).orElseThrow();
            assertEquals(first.pid(), owner.pid());
            assertTrue(owner.isAlive());
            first.kill();
            assertTrue(!owner.isAlive());
        }
        try (ChildJvm third = ChildJvm.start(Opener.class, List.of(), Opener.AS_PRODUCT, folder.path().toString())) {
            assertEquals("opened after a crash", third.await("opened"), "a killed owner holds nothing");
        }
    }

    /** The negative control: with Derby's own lock only, an attempt from another class loader lets another process in. */
    @Test
    void withoutOurLockASecondWriterGetsIn() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "file locks of Windows belong to the handle, not to the process");
        try (OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.opening())) {
            try (ChildJvm other = ChildJvm.start(Opener.class, List.of(), Opener.BARE_DERBY, folder.path().toString())) {
                assertEquals("refused", other.await("refused").split(" ")[0], "Derby's lock holds at first");
            }
            bootFromAnotherClassLoader();
            try (ChildJvm other = ChildJvm.start(Opener.class, List.of(), Opener.BARE_DERBY, folder.path().toString())) {
                assertEquals("opened", other.await("opened"), "and is gone after a refused attempt in this process");
            }
            assertEquals(1, Rows.count(database), "two writers, each with its own idea of the data");
        }
    }

    @Test
    void withOurLockNobodyGetsInEvenThen() throws Exception {
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor");
                OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.opening())) {
            bootFromAnotherClassLoader();
            try (ChildJvm other = ChildJvm.start(Opener.class, List.of(), Opener.AS_PRODUCT, folder.path().toString())) {
                assertEquals("refused store.held", other.await("refused"));
            }
            Files.delete(folder.path().resolve("store.lock"));
            try (ChildJvm other = ChildJvm.start(Opener.class, List.of(), Opener.AS_PRODUCT, folder.path().toString())) {
                assertEquals("refused store.held", other.await("refused"), "also after somebody deleted the lock file");
            }
            lock.verify();
            Rows.insert(database, 2);
            assertEquals(2, Rows.count(database));
        }
    }

    @Test
    void aSecondStartBringsTheWindowOfTheFirstToTheFront() throws Exception {
        final var shown = new java.util.concurrent.CountDownLatch(1);
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor"); FrontChannel channel = FrontChannel.listen(() -> {
            shown.countDown();
            return true;
        })) {
            lock.publish(channel.address());
            try (ChildJvm second = ChildJvm.start(FrontCaller.class, List.of(), folder.path().toString())) {
                assertEquals("front true", second.await("front"));
            }
            assertEquals(0, shown.getCount());
        }
    }

    /** What a partner's bundle with a Derby of its own does. */
    private void bootFromAnotherClassLoader() throws Exception {
        final URL[] places = Arrays.stream(ChildJvm.classPath().split(File.pathSeparator)).filter(place -> place.contains("derby"))
                .map(SecondOpenerTest::url).toArray(URL[]::new);
        final String log = System.getProperty("derby.stream.error.method");
        System.clearProperty("derby.stream.error.method");
        System.setProperty("derby.stream.error.file", home.resolve("partner.log").toString());
        try (URLClassLoader partner = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            final Driver driver = (Driver) partner.loadClass("org.apache.derby.jdbc.EmbeddedDriver").getConstructor().newInstance();
            final var refused = org.junit.jupiter.api.Assertions.assertThrows(SQLException.class,
                    () -> driver.connect("jdbc:derby:" + folder.database(), new Properties()));
            assertEquals("XJ040", refused.getSQLState());
        } finally {
            System.clearProperty("derby.stream.error.file");
            if (log != null) {
                System.setProperty("derby.stream.error.method", log);
            }
        }
    }

    private static URL url(final String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
