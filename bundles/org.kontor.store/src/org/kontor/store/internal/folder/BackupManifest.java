// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a backup file says of itself.
 *
 * @param store         the store's id
 * @param engine        the engine that wrote the database in it
 * @param encrypted     whether that database is encrypted
 * @param program       version of the program that wrote the backup
 * @param schemaVersion the schema's version in the database
 * @param created       when, in UTC
 * @param contentHash   the caller's hash of the content, such as the hash over all records; may be empty
 * @param sequence      number of the last change set in the backup
 * @param files         the files in it
 * @since 0.1
 */
public record BackupManifest(UUID store, String engine, boolean encrypted, String program, int schemaVersion, Instant created,
        String contentHash, long sequence, List<File> files) {

    static final int FORMAT = 1;

    private static final String TITLE = "kontor-backup ";
    private static final int HEADER_LINES = 9;

    public BackupManifest {
        files = List.copyOf(files);
        if ((engine + program + contentHash).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not one line");
        }
    }

    /**
     * A file of the store.
     *
     * @param name   relative to the store's folder, with slashes
     * @param size   bytes
     * @param sha256 in hexadecimal
     * @since 0.1
     */
    public record File(String name, long size, String sha256) {
    }

    /**
     * @return the bytes of all files
     */
    public long size() {
        return files.stream().mapToLong(File::size).sum();
    }

    byte[] toBytes() {
        final var text = new StringBuilder();
        text.append(TITLE).append(FORMAT).append('\n').append(store).append('\n').append(engine).append('\n').append(encrypted).append('\n')
                .append(program).append('\n').append(schemaVersion).append('\n').append(created).append('\n').append(contentHash).append('\n')
                .append(sequence).append('\n');
        for (final File file : files) {
            text.append(file.sha256()).append(' ').append(file.size()).append(' ').append(file.name()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The format that some bytes claim to have; 0 where they are no manifest. */
    static int formatOf(final byte[] bytes) {
        final String text = new String(bytes, StandardCharsets.UTF_8);
        final int end = text.indexOf('\n');
        if (!text.startsWith(TITLE) || end < 0) {
            return 0;
        }
        try {
            return Integer.parseInt(text.substring(TITLE.length(), end));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    /** Empty where the bytes are malformed. */
    static Optional<BackupManifest> parse(final byte[] bytes) {
        final List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (formatOf(bytes) != FORMAT || lines.size() < HEADER_LINES) {
            return Optional.empty();
        }
        try {
            final List<File> files = new ArrayList<>();
            for (final String line : lines.subList(HEADER_LINES, lines.size())) {
                files.add(parseFile(line));
            }
            return Optional.of(new BackupManifest(UUID.fromString(lines.get(1)), lines.get(2), Boolean.parseBoolean(lines.get(3)), lines.get(4),
                    Integer.parseInt(lines.get(5)), Instant.parse(lines.get(6)), lines.get(7), Long.parseLong(lines.get(8)), files));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static File parseFile(final String line) {
        final String[] parts = line.split(" ", 3);
        if (parts.length != 3 || parts[0].length() != 64) {
            throw new IllegalArgumentException(line);
        }
        final long size = Long.parseLong(parts[1]);
        if (size < 0) {
            throw new IllegalArgumentException(line);
        }
        return new File(parts[2], size, parts[0]);
    }
}
