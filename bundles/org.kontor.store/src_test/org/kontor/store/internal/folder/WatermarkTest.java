// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.internal.folder.Watermark.Verdict;

class WatermarkTest {

    private static final LongFunction<Optional<byte[]>> HISTORY = sequence -> Optional.of(head(sequence));

    @TempDir
    Path home;
    private StoreFolder folder;
    private Path state;

    @BeforeEach
    void makeStore() {
        folder = Stores.create(home.resolve("store"), false);
        state = home.resolve("state");
    }

    @Test
    void aNewStoreHasNoneAndAFullOneMissesIt() {
        assertEquals(Verdict.NEW, compare(0));
        assertEquals(Verdict.ABSENT, compare(5));
        assertTrue(Verdict.NEW.isGood());
        assertEquals("store.watermark-absent", Verdict.ABSENT.problem(folder).orElseThrow().code());
    }

    @Test
    void afterAnOrderlyEndOnlyTheLastCommitIsRight() {
        commit(1, 7);
        assertEquals(Verdict.OK, compare(7));
        assertEquals(Verdict.LOST_TAIL, compare(6));
        assertEquals(Verdict.LOST_TAIL, compare(0));
        assertEquals(Verdict.BEHIND, compare(8));
        assertEquals("store.lost-tail", Verdict.LOST_TAIL.problem(folder).orElseThrow().code());
    }

    @Test
    void aKilledProgramMayBeOneAheadButHasLostNothing() {
        commit(1, 7);
        try (Watermark watermark = open()) {
            watermark.announce(8, head(8));
        }
        assertEquals(Verdict.ONE_AHEAD, compare(7));
        assertEquals(Verdict.OK, compare(8));
        assertEquals(Verdict.LOST_TAIL, compare(6));
        assertTrue(Verdict.ONE_AHEAD.isGood());
    }

    /** A load commits many change sets at once: all of them are there after a crash, or none. */
    @Test
    void aCommitOfManyIsThereOrNot() {
        try (var watermark = open()) {
            watermark.announce(7, head(7));
            watermark.confirm(7);
            watermark.announce(7, 207, head(207));
        }
        assertEquals(Verdict.OK, compare(207));
        assertEquals(Verdict.ONE_AHEAD, compare(7));
        assertEquals(Verdict.LOST_TAIL, compare(6));
        assertEquals(Verdict.LOST_TAIL, compare(206));
        assertEquals(Verdict.LOST_TAIL, compare(8));
        assertEquals(Verdict.BEHIND, compare(208));
        try (var watermark = open()) {
            watermark.announce(7, 207, head(207));
            watermark.confirm(207);
        }
        assertEquals(Verdict.OK, compare(207));
        assertEquals(Verdict.LOST_TAIL, compare(7));
    }

    @Test
    void aFailedCommitIsAnnouncedAgain() {
        commit(1, 7);
        try (Watermark watermark = open()) {
            watermark.announce(8, head(1008));
            watermark.announce(8, head(8));
            watermark.confirm(8);
            assertThrows(IllegalStateException.class, () -> watermark.confirm(8));
        }
        assertEquals(Verdict.OK, compare(8));
        assertEquals(Verdict.LOST_TAIL, compare(7));
    }

    @Test
    void anotherHistoryOfTheSameLengthIsNoticed() {
        commit(1, 7);
        try (Watermark watermark = open()) {
            assertEquals(Verdict.DIVERGED, watermark.compare(7, head(1007), HISTORY));
        }
    }

    @Test
    void aFolderPutBackAsAWholeIsNoticed() throws IOException {
        commit(1, 4);
        copyOldFile();
        commit(5, 9);
        putBackOldFile();
        assertEquals(Verdict.ROLLED_BACK, compare(4));
        try (Watermark watermark = Watermark.open(folder, home.resolve("another user"))) {
            assertEquals(Verdict.OK, watermark.compare(4, head(4), HISTORY), "nobody but the user's own copy can know");
        }
    }

    @Test
    void aFolderPutBackAndThenWorkedOnIsNoticedByItsHistory() throws IOException {
        commit(1, 4);
        copyOldFile();
        commit(5, 9);
        putBackOldFile();
        try (Watermark elsewhere = Watermark.open(folder, home.resolve("another user"))) {
            for (long sequence = 5; sequence <= 12; sequence++) {
                elsewhere.announce(sequence, head(1000 + sequence));
                elsewhere.confirm(sequence);
            }
        }
        final LongFunction<Optional<byte[]>> fork = sequence -> Optional.of(head(sequence > 4 ? 1000 + sequence : sequence));
        try (Watermark watermark = open()) {
            assertEquals(Verdict.DIVERGED, watermark.compare(12, head(1012), fork));
        }
    }

    @Test
    void workOnAnotherComputerIsNoReasonForDoubt() {
        commit(1, 4);
        try (Watermark elsewhere = Watermark.open(folder, home.resolve("another computer"))) {
            elsewhere.announce(5, head(5));
            elsewhere.confirm(5);
        }
        assertEquals(Verdict.OK, compare(5));
    }

    @Test
    void whatThePersonAcceptsIsRightFromThenOn() throws IOException {
        commit(1, 9);
        try (Watermark watermark = open()) {
            assertEquals(Verdict.LOST_TAIL, watermark.compare(4, head(4), HISTORY));
            watermark.accept(4, head(4));
        }
        assertEquals(Verdict.OK, compare(4));
        assertEquals(Verdict.LOST_TAIL, compare(3));
        Files.delete(home.resolve("store/watermark"));
        assertEquals(Verdict.ABSENT, compare(4));
    }

    @Test
    void aWatermarkPutBackAloneIsNoticed() throws IOException {
        commit(1, 4);
        copyOldFile();
        commit(5, 9);
        putBackOldFile();
        assertEquals(Verdict.BEHIND, compare(9));
    }

    @Test
    void theRecordsOfAnotherStoreDoNotCount() throws IOException {
        commit(1, 4);
        final StoreFolder other = Stores.create(home.resolve("other"), false);
        Files.copy(folder.watermark(), other.watermark());
        try (Watermark watermark = Watermark.open(other, state)) {
            assertEquals(Verdict.UNREADABLE, watermark.compare(4, head(4), HISTORY));
        }
    }

    /** Whatever part of an announcement reached the disk, the store opens, and a loss is still seen. */
    @Test
    void everyTornAnnouncementLeavesTheOneBefore() throws IOException {
        commit(1, 6);
        final byte[] before = Files.readAllBytes(folder.watermark());
        try (Watermark watermark = open()) {
            watermark.announce(7, head(7));
        }
        final byte[] after = Files.readAllBytes(folder.watermark());
        final var random = new Random(4711);
        for (int length = 0; length <= WatermarkFile.RECORD_LENGTH; length++) {
            for (int form = 0; form < 3; form++) {
                Files.write(folder.watermark(), torn(before, after, length, form, random));
                final int torn = length;
                try (Watermark watermark = Watermark.open(folder, home.resolve("none-" + form))) {
                    final Verdict verdict = watermark.compare(6, head(6), HISTORY);
                    assertTrue(verdict == Verdict.OK || verdict == Verdict.ONE_AHEAD, () -> torn + " bytes: " + verdict);
                    assertEquals(Verdict.LOST_TAIL, watermark.compare(5, head(5), HISTORY));
                }
            }
        }
    }

    /** One damaged byte anywhere neither hides a lost commit nor invents one. */
    @Test
    void aDamagedByteAnywhereIsSurvived() throws IOException {
        commit(1, 6);
        final byte[] good = Files.readAllBytes(folder.watermark());
        assertEquals(3 * WatermarkFile.BLOCK, good.length);
        for (int block = 0; block < 3; block++) {
            for (int at = 0; at < WatermarkFile.RECORD_LENGTH; at++) {
                final byte[] bad = good.clone();
                bad[block * WatermarkFile.BLOCK + at] ^= 0x10;
                Files.write(folder.watermark(), bad);
                try (Watermark watermark = Watermark.open(folder, home.resolve("none"))) {
                    final Verdict verdict = watermark.compare(6, head(6), HISTORY);
                    assertEquals(Verdict.OK, verdict, "block " + block + ", byte " + at);
                    assertEquals(Verdict.LOST_TAIL, watermark.compare(4, head(4), HISTORY));
                }
            }
        }
        Files.write(folder.watermark(), Arrays.copyOf(new byte[] {1, 2, 3}, 100));
        try (Watermark watermark = Watermark.open(folder, home.resolve("none"))) {
            assertEquals(Verdict.UNREADABLE, watermark.compare(6, head(6), HISTORY));
        }
    }

    @Test
    void withoutAFolderForTheCopyItWorksOn() throws IOException {
        state = Files.createFile(home.resolve("a file"));
        commit(1, 3);
        assertEquals(Verdict.OK, compare(3));
    }

    @Test
    void aCopyBesideTheOriginalIsAStoreOfItsOwn() throws IOException {
        commit(1, 3);
        final var original = folder;
        DurableFiles.copyTree(original.path(), home.resolve("restored"), Progress.NONE);
        commit(4, 7);
        folder = StoreFolder.open(home.resolve("restored"));
        assertEquals(Verdict.OK, compare(3));
        commit(4, 4);
        assertEquals(Verdict.LOST_TAIL, compare(3));
        folder = original;
        assertEquals(Verdict.OK, compare(7));
        assertEquals(Verdict.LOST_TAIL, compare(4));
    }

    @Test
    void theFileNeverGrows() throws IOException {
        commit(1, 200);
        assertEquals(3 * WatermarkFile.BLOCK, Files.size(folder.watermark()));
        assertFalse(Files.exists(folder.path().resolve("watermark.new")));
    }

    private Watermark open() {
        return Watermark.open(folder, state);
    }

    private void commit(final long first, final long last) {
        try (Watermark watermark = open()) {
            for (long sequence = first; sequence <= last; sequence++) {
                watermark.announce(sequence, head(sequence));
                watermark.confirm(sequence);
            }
        }
    }

    private Verdict compare(final long sequence) {
        try (Watermark watermark = open()) {
            return watermark.compare(sequence, head(sequence), HISTORY);
        }
    }

    private void copyOldFile() throws IOException {
        Files.copy(folder.watermark(), home.resolve("old"));
    }

    private void putBackOldFile() throws IOException {
        Files.copy(home.resolve("old"), folder.watermark(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] torn(final byte[] before, final byte[] after, final int length, final int form, final Random random) {
        final byte[] torn = before.clone();
        for (int block = 0; block < 2; block++) {
            final int start = block * WatermarkFile.BLOCK;
            for (int at = 0; at < WatermarkFile.RECORD_LENGTH; at++) {
                final boolean arrived = switch (form) {
                    case 0 -> at < length;
                    case 1 -> at >= length;
                    default -> random.nextInt(WatermarkFile.RECORD_LENGTH) < length;
                };
                if (arrived) {
                    torn[start + at] = after[start + at];
                }
            }
        }
        return torn;
    }

    private static byte[] head(final long sequence) {
        final byte[] head = new byte[32];
        new Random(sequence).nextBytes(head);
        return head;
    }
}
