// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

import org.kontor.store.database.DurableFiles;

/**
 * A file of fixed size with three records, each in a disk block of its own: two slots that announcements take in turn, so that a torn write
 * spoils at most the newest, and one for confirmations. Writing a record is one write in place, without a change of the file's length.
 */
final class WatermarkFile implements AutoCloseable {

    static final int HEAD_LENGTH = 32;
    static final int BLOCK = 4096;
    static final int RECORD_LENGTH = 88;

    private static final long MAGIC = 0x4B4F_4E54_4F52_574DL;
    private static final int SLOTS = 2;
    private static final int CONFIRMED = 2;
    private static final int BLOCKS = 3;

    private final FileChannel channel;
    private final UUID store;
    private final List<Optional<Entry>> entries;
    private long generation;

    /**
     * A commit.
     *
     * @param before     the number of the last change set before it
     * @param sequence   the number of its last change set
     * @param head       the head of the audit chain after it
     * @param generation how manieth record this is; the highest is the newest
     */
    record Entry(long before, long sequence, byte[] head, long generation) {

        boolean isCommit(final long number, final byte[] hash) {
            return sequence == number && Arrays.equals(head, hash);
        }
    }

    private WatermarkFile(final FileChannel channel, final UUID store, final List<Optional<Entry>> entries) {
        this.channel = channel;
        this.store = store;
        this.entries = entries;
        this.generation = entries.stream().flatMap(Optional::stream).mapToLong(Entry::generation).max().orElse(0);
    }

    /**
     * Opens a file for reading and writing; makes an empty one where there is none.
     *
     * @param path  the file
     * @param store whose it must be; records of another store count as unreadable
     * @return the file
     */
    static WatermarkFile open(final Path path, final UUID store) throws IOException {
        final Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        final FileChannel channel = FileChannel.open(path, options, DurableFiles.ownerOnly(path, false));
        boolean opened = false;
        try {
            if (channel.size() < (long) BLOCKS * BLOCK) {
                DurableFiles.writeFully(channel, ByteBuffer.allocate((int) (BLOCKS * BLOCK - channel.size())), channel.size());
                channel.force(true);
                DurableFiles.forceFolder(path.toAbsolutePath().getParent());
            }
            final var file = new WatermarkFile(channel, store, readAll(channel, store));
            opened = true;
            return file;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /**
     * @return the newest announcement that can be read
     */
    Optional<Entry> announced() {
        return newest(entries.get(0), entries.get(1));
    }

    /**
     * @return the newest confirmation that can be read
     */
    Optional<Entry> confirmed() {
        return entries.get(CONFIRMED);
    }

    /**
     * @return whether no record was ever written
     */
    boolean isEmpty() throws IOException {
        for (int block = 0; block < BLOCKS; block++) {
            if (!isBlank(read(channel, block))) {
                return false;
            }
        }
        return true;
    }

    /**
     * @return whether an announcement that was written can no longer be read, which a power cut may do to the newest
     */
    boolean isSpoilt() throws IOException {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (entries.get(slot).isEmpty() && !isBlank(read(channel, slot))) {
                return true;
            }
        }
        return false;
    }

    /** Writes over the older announcement. */
    void announce(final long before, final long sequence, final byte[] head) throws IOException {
        final int slot = announced().isPresent() && announced().equals(entries.get(0)) ? 1 : 0;
        put(slot, before, sequence, head);
    }

    /** Writes over the confirmation. */
    void confirm(final long sequence, final byte[] head) throws IOException {
        put(CONFIRMED, sequence - 1, sequence, head);
    }

    /** Waits until all records have reached the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void put(final int block, final long before, final long sequence, final byte[] head) throws IOException {
        final var entry = new Entry(before, sequence, head.clone(), ++generation);
        DurableFiles.writeFully(channel, encode(entry, store), (long) block * BLOCK);
        entries.set(block, Optional.of(entry));
    }

    private static Optional<Entry> newest(final Optional<Entry> one, final Optional<Entry> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().generation() > other.get().generation() ? one : other;
    }

    private static List<Optional<Entry>> readAll(final FileChannel channel, final UUID store) throws IOException {
        final List<Optional<Entry>> entries = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            entries.add(decode(read(channel, block), store));
        }
        return entries;
    }

    private static ByteBuffer read(final FileChannel channel, final int block) throws IOException {
        final ByteBuffer record = ByteBuffer.allocate(RECORD_LENGTH);
        long position = (long) block * BLOCK;
        while (record.hasRemaining()) {
            final int count = channel.read(record, position);
            if (count < 0) {
                throw new IOException("shorter than it was");
            }
            position += count;
        }
        return record.flip();
    }

    private static ByteBuffer encode(final Entry entry, final UUID store) {
        final ByteBuffer record = ByteBuffer.allocate(RECORD_LENGTH);
        record.putLong(MAGIC).putLong(store.getMostSignificantBits()).putLong(store.getLeastSignificantBits());
        record.putLong(entry.generation()).putLong(entry.sequence()).put(entry.head());
        final int covered = record.position();
        final long further = entry.sequence() - entry.before() - 1;
        record.putLong(0).putLong(further);
        record.putLong(covered, checksum(record.array(), covered, further));
        return record.flip();
    }

    private static Optional<Entry> decode(final ByteBuffer record, final UUID store) {
        final int covered = 5 * Long.BYTES + HEAD_LENGTH;
        final long further = record.getLong(covered + Long.BYTES);
        if (record.getLong(covered) != checksum(record.array(), covered, further) || record.getLong() != MAGIC
                || record.getLong() != store.getMostSignificantBits() || record.getLong() != store.getLeastSignificantBits()) {
            return Optional.empty();
        }
        final long generation = record.getLong();
        final long sequence = record.getLong();
        final byte[] head = new byte[HEAD_LENGTH];
        record.get(head);
        return Optional.of(new Entry(sequence - 1 - further, sequence, head, generation));
    }

    private static boolean isBlank(final ByteBuffer record) {
        for (int i = 0; i < record.limit(); i++) {
            if (record.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of further change sets stands behind the checksum, where there was nothing in files of older versions. */
    private static long checksum(final byte[] bytes, final int length, final long further) {
        final var checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        if (further != 0) {
            checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(further).flip());
        }
        return checksum.getValue();
    }
}
