// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;

/**
 * A file that is read: its size, its beginning, its fingerprint.
 *
 * @param path  where it lies
 * @param size  its length in bytes
 */
public record SourceFile(Path path, long size) {

    private static final int CHUNK = 1 << 16;

    /**
     * @param path a file
     * @return it, found readable and not empty
     */
    public static SourceFile of(final Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw Problem.of(Messages.TEXTS, "file.folder", path.toString()).asException();
            }
            final long size = Files.size(path);
            if (size == 0) {
                throw Problem.of(Messages.TEXTS, "file.empty", path.toString()).asException();
            }
            return new SourceFile(path, size);
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        }
    }

    /**
     * @param length how much
     * @return the first bytes, as many as there are
     */
    public byte[] head(final int length) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(length);
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        }
    }

    /** @return the bytes, counted as they are read */
    public Counted open() {
        try {
            return new Counted(Files.newInputStream(path));
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        }
    }

    /**
     * @param progress asked for cancellation
     * @return SHA-256 of the content
     */
    public byte[] fingerprint(final Progress progress) {
        try (var in = Files.newInputStream(path)) {
            final var digest = MessageDigest.getInstance("SHA-256");
            final var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                progress.checkCancelled();
                digest.update(chunk, 0, read);
            }
            return digest.digest();
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param digest a fingerprint
     * @return it in hexadecimal
     */
    public static String hex(final byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** Bytes, counted. */
    public static final class Counted extends FilterInputStream {

        private volatile long count;

        Counted(final InputStream in) {
            super(in);
        }

        /** @return how many bytes were read */
        public long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            final int one = super.read();
            if (one >= 0) {
                count++;
            }
            return one;
        }

        @Override
        public int read(final byte[] target, final int offset, final int length) throws IOException {
            final int read = super.read(target, offset, length);
            if (read > 0) {
                count += read;
            }
            return read;
        }
    }
}
