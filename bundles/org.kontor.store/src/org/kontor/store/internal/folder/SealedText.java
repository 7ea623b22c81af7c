// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.store.database.DurableFiles;

/**
 * A small text file of lines {@code name = value} that ends with a checksum, so that a truncated, half-restored or accidentally edited one
 * is told from a good one. Values hold no line breaks. The checksum guards against accidents, not against an attacker.
 */
final class SealedText {

    private static final int LARGEST = 64 << 10;
    private static final String SEAL = "checksum";
    private static final String SEPARATOR = " = ";

    private SealedText() {
    }

    /**
     * Writes a file durably.
     *
     * @param file   the file
     * @param values its values in the order wanted
     */
    static void write(final Path file, final Map<String, String> values) throws IOException {
        final var text = new StringBuilder();
        values.forEach((name, value) -> {
            if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || name.contains(SEPARATOR)) {
                throw new IllegalArgumentException("not one line: " + name);
            }
            text.append(name).append(SEPARATOR).append(value).append('\n');
        });
        final String checksum = checksum(text);
        text.append(SEAL).append(SEPARATOR).append(checksum).append('\n');
        DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its values; empty where the file is there but not whole
     * @throws IOException where it cannot be read
     */
    static Optional<Map<String, String>> read(final Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return parse(Files.readAllBytes(file));
    }

    private static Optional<Map<String, String>> parse(final byte[] content) {
        final String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
        final int seal = text.lastIndexOf(SEAL + SEPARATOR);
        if (seal < 0 || !text.substring(seal).equals(SEAL + SEPARATOR + checksum(text.substring(0, seal)) + '\n')) {
            return Optional.empty();
        }
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String line : text.substring(0, seal).split("\n")) {
            final int separator = line.indexOf(SEPARATOR);
            if (separator < 0) {
                return Optional.empty();
            }
            values.put(line.substring(0, separator), line.substring(separator + SEPARATOR.length()));
        }
        return Optional.of(values);
    }

    /** The canonical bytes of some values, whatever their order: what a signature covers. */
    static byte[] canonical(final Map<String, String> values) {
        final var text = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> text.append(name).append(SEPARATOR).append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(final CharSequence text) {
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    /**
     * @return a new SHA-256 digest, which every Java platform has
     */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
