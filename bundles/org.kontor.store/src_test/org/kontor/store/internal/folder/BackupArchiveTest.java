// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.store.internal.folder.Stores.problemOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.progress.Progress;

class BackupArchiveTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    Path home;
    private Path database;
    private Path file;

    @BeforeEach
    void makeDatabase() throws IOException {
        database = Files.createDirectories(home.resolve("copy/log")).getParent();
        Files.createDirectory(database.resolve("seg0"));
        Files.write(database.resolve("service.properties"), "x=y\n".getBytes(StandardCharsets.UTF_8));
        Files.write(database.resolve("seg0/c10.dat"), random(300_000, 1));
        Files.write(database.resolve("seg0/c20.dat"), new byte[100_000]);
        Files.write(database.resolve("log/log1.dat"), new byte[0]);
        file = home.resolve("friday" + StoreFolder.BACKUP_ENDING);
    }

    @Test
    void aPlainStoreComesBackByteForByte() throws IOException {
        final StoreFolder folder = Stores.create(home.resolve("store"), false);
        final BackupManifest written = write(folder, Optional.empty());
        assertEquals(folder.settings().id(), written.store());
        assertEquals(400_004 + Files.size(folder.path().resolve("store.properties")), written.size());
        assertEquals(written, BackupArchive.manifest(file));
        assertEquals(written, BackupArchive.verify(file, Optional.empty(), Progress.NONE));
        assertTrue(Files.size(file) < 350_000, "a plain backup is compressed");
        final Path target = home.resolve("new/place");
        assertEquals("content", BackupArchive.extract(file, target, Optional.empty(), Progress.NONE).contentHash());
        final StoreFolder restored = StoreFolder.open(target);
        assertEquals(folder.settings(), restored.settings());
        for (final String name : List.of("service.properties", "seg0/c10.dat", "seg0/c20.dat", "log/log1.dat")) {
            assertArrayEquals(Files.readAllBytes(database.resolve(name)), Files.readAllBytes(restored.database().resolve(name)), name);
        }
        assertEquals(List.of("backups", "db", "logs", "store.properties"), names(target));
    }

    @Test
    void anEncryptedStoreBringsItsEnvelopeAndIsSigned() {
        final StoreFolder folder = Stores.create(home.resolve("store"), true);
        final DataKey key = KeyEnvelope.create(folder, "secret".toCharArray(), Stores.CHEAP).key();
        write(folder, Optional.of(key));
        BackupArchive.verify(file, Optional.of(key), Progress.NONE);
        BackupArchive.verify(file, Optional.empty(), Progress.NONE);
        final DataKey foreign = new DataKey(new byte[32]);
        assertEquals("backup.forged", problemOf(() -> BackupArchive.verify(file, Optional.of(foreign), Progress.NONE)));
        assertEquals("backup.forged", problemOf(() -> BackupArchive.extract(file, home.resolve("new"), Optional.of(foreign), Progress.NONE)));
        assertFalse(Files.exists(home.resolve("new")));
        BackupArchive.extract(file, home.resolve("new"), Optional.of(key), Progress.NONE);
        try (DataKey again = KeyEnvelope.read(StoreFolder.open(home.resolve("new"))).unlock("secret".toCharArray())) {
            assertTrue(again.isSame(key));
        }
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        final StoreFolder folder = Stores.create(home.resolve("store"), false);
        write(folder, Optional.empty());
        final byte[] first = Files.readAllBytes(file);
        assertEquals("backup.exists", problemOf(() -> write(folder, Optional.empty())));
        assertArrayEquals(first, Files.readAllBytes(file));
        assertEquals("store.exists", problemOf(() -> extract(folder.path())));
        final Path full = Files.createDirectory(home.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "dear");
        assertEquals("store.not-empty", problemOf(() -> extract(full)));
        assertEquals("store.is-file", problemOf(() -> extract(full.resolve("letter.txt"))));
        assertEquals(List.of("letter.txt"), names(full));
        extract(Files.createDirectory(home.resolve("empty")));
        StoreFolder.open(home.resolve("empty"));
    }

    @Test
    void everyKindOfBrokenFileIsRefusedAndLeavesNothing() throws IOException {
        write(Stores.create(home.resolve("store"), false), Optional.empty());
        final byte[] good = Files.readAllBytes(file);
        final var random = new Random(99);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            final byte[] bad = switch (round % 3) {
                case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
                case 1 -> flipped(good, random.nextInt(good.length * 8));
                default -> zeroed(good, random.nextInt(good.length), 1 + random.nextInt(5_000));
            };
            Files.write(file, bad);
            if (isRefused(bad, good)) {
                refused++;
            }
        }
        assertTrue(refused > 250, "only " + refused + " of 300 damages met anything that counts");
        for (final byte[] none : List.of(new byte[0], "PK".getBytes(StandardCharsets.US_ASCII), random(5_000, 7))) {
            Files.write(file, none);
            assertEquals("backup.none", problemOf(() -> extract(home.resolve("new"))));
        }
        assertEquals("backup.absent", problemOf(() -> BackupArchive.manifest(home.resolve("nothing"))));
        assertEquals("backup.absent", problemOf(() -> BackupArchive.manifest(home)));
        assertFalse(Files.exists(home.resolve("new")) || Files.exists(home.resolve("new.restoring")));
    }

    @Test
    void namesThatLeadOutAreRefused() throws IOException {
        for (final String name : List.of("../evil", "db/../../evil", "/etc/evil", "C:/evil", "db\\..\\..\\evil", "db/.hidden", "db//x", "db/",
                "logs/x", "watermark", "owner.properties", "db/a\u0000b", "db/" + "d/".repeat(20) + "x", "store.properties/x")) {
            forge(name, "evil".getBytes(StandardCharsets.US_ASCII), 4, true);
            assertEquals("backup.damaged", problemOf(() -> extract(home.resolve("new"))), name);
            assertEquals("backup.damaged", problemOf(() -> BackupArchive.verify(file, Optional.empty(), Progress.NONE)), name);
        }
        assertFalse(Files.exists(home.resolve("evil")) || Files.exists(home.resolve("new")));
    }

    @Test
    void moreBytesThanAnnouncedAreNotWritten() throws IOException {
        forge("db/bomb", new byte[50_000_000], 1_000, true);
        assertTrue(Files.size(file) < 200_000);
        assertEquals("backup.damaged", problemOf(() -> extract(home.resolve("new"))));
        forge("db/short", new byte[10], 1_000, true);
        assertEquals("backup.damaged", problemOf(() -> extract(home.resolve("new"))));
        forge("db/giant", new byte[10], Long.MAX_VALUE / 2, true);
        assertEquals("store.disk-full", problemOf(() -> extract(home.resolve("new"))));
        assertFalse(Files.exists(home.resolve("new")) || Files.exists(home.resolve("new.restoring")));
    }

    @Test
    void unannouncedEntriesAreRefused() throws IOException {
        forge("db/stowaway", new byte[10], 10, false);
        assertEquals("backup.damaged", problemOf(() -> extract(home.resolve("new"))));
    }

    @Test
    void aNewerFormatIsNamed() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, BackupArchive.MANIFEST, "kontor-backup 2\nwhatever".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("backup.newer", problemOf(() -> BackupArchive.manifest(file)));
        Files.delete(file);
        try (OutputStream any = Files.newOutputStream(file); var zip = new ZipOutputStream(any)) {
            entry(zip, "holiday.jpg", new byte[10]);
        }
        assertEquals("backup.none", problemOf(() -> BackupArchive.manifest(file)));
    }

    @Test
    void cancellingLeavesNothing() {
        final StoreFolder folder = Stores.create(home.resolve("store"), false);
        assertThrows(CancellationException.class, () -> BackupArchive.write(folder, database, file, details(NOW), Optional.empty(), cancelled()));
        assertFalse(Files.exists(file) || Files.exists(home.resolve(file.getFileName() + ".part")));
        write(folder, Optional.empty());
        assertThrows(CancellationException.class, () -> BackupArchive.extract(file, home.resolve("new"), Optional.empty(), cancelled()));
        assertFalse(Files.exists(home.resolve("new")) || Files.exists(home.resolve("new.restoring")));
    }

    @Test
    void theNewestBackupOfTheStoreIsFoundAmongOthers() throws IOException {
        final StoreFolder folder = Stores.create(home.resolve("store"), false);
        final StoreFolder other = Stores.create(home.resolve("other"), false);
        final Path old = folder.backups().resolve("z" + StoreFolder.BACKUP_ENDING);
        final Path young = folder.backups().resolve("a" + StoreFolder.BACKUP_ENDING);
        BackupArchive.write(folder, database, old, details(NOW), Optional.empty(), Progress.NONE);
        BackupArchive.write(folder, database, young, details(NOW.plusSeconds(1)), Optional.empty(), Progress.NONE);
        BackupArchive.write(other, database, folder.backups().resolve("foreign" + StoreFolder.BACKUP_ENDING), details(NOW.plusSeconds(9)),
                Optional.empty(), Progress.NONE);
        Files.write(folder.backups().resolve("broken" + StoreFolder.BACKUP_ENDING), random(1_000, 3));
        assertEquals(young, folder.newestBackup().orElseThrow());
    }

    private BackupManifest write(final StoreFolder folder, final Optional<DataKey> key) {
        return BackupArchive.write(folder, database, file, details(NOW), key, Progress.NONE);
    }

    private void extract(final Path target) {
        BackupArchive.extract(file, target, Optional.empty(), Progress.NONE);
    }

    /** A damage may hit what carries no content, such as a time stamp; then the content must be whole. */
    private boolean isRefused(final byte[] bad, final byte[] good) throws IOException {
        final Path target = home.resolve("new");
        try {
            extract(target);
        } catch (org.kontor.core.problem.ProblemException refused) {
            assertTrue(List.of("backup.none", "backup.damaged", "backup.newer").contains(refused.problem().code()), refused.getMessage());
            assertFalse(Files.exists(target) || Files.exists(home.resolve("new.restoring")));
            return true;
        }
        for (final String name : List.of("service.properties", "seg0/c10.dat", "seg0/c20.dat", "log/log1.dat")) {
            assertArrayEquals(Files.readAllBytes(database.resolve(name)), Files.readAllBytes(target.resolve("db").resolve(name)), name);
        }
        org.kontor.store.database.DurableFiles.deleteTree(target);
        return Arrays.equals(bad, good);
    }

    /** A backup by somebody who knows the format. */
    private void forge(final String name, final byte[] content, final long announcedSize, final boolean announced) throws IOException {
        final StoreFolder folder = Files.exists(home.resolve("store")) ? StoreFolder.open(home.resolve("store")) : Stores.create(home.resolve("store"), false);
        final byte[] settings = Files.readAllBytes(folder.path().resolve("store.properties"));
        final List<BackupManifest.File> files = new ArrayList<>();
        files.add(new BackupManifest.File("store.properties", settings.length, HexFormat.of().formatHex(SealedText.sha256().digest(settings))));
        if (announced) {
            files.add(new BackupManifest.File(name, announcedSize, HexFormat.of().formatHex(SealedText.sha256().digest(content))));
        }
        final var manifest = new BackupManifest(folder.settings().id(), "derby", false, "0.1.0", 1, NOW, "", 1, files);
        Files.deleteIfExists(file);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "store.properties", settings);
            entry(zip, name, content);
            entry(zip, BackupArchive.MANIFEST, manifest.toBytes());
        }
    }

    private static void entry(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static BackupArchive.Details details(final Instant created) {
        return new BackupArchive.Details("0.1.0", 3, "content", 42, created);
    }

    private static List<String> names(final Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] random(final int length, final long seed) {
        final byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(final byte[] good, final int bit) {
        final byte[] bad = good.clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        return bad;
    }

    private static byte[] zeroed(final byte[] good, final int from, final int length) {
        final byte[] bad = good.clone();
        Arrays.fill(bad, from, Math.min(bad.length, from + length), (byte) 0);
        return bad;
    }

    private static Progress cancelled() {
        return new Progress() {
            private long done;

            @Override
            public void begin(final String task, final long total) {
                done = 0;
            }

            @Override
            public void worked(final long amount) {
                done += amount;
            }

            @Override
            public boolean isCancelled() {
                return done > 100_000;
            }
        };
    }
}
