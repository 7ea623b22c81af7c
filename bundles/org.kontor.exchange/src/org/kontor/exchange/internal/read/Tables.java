// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.function.LongSupplier;

import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;
import org.kontor.exchange.internal.FileProblems;

/** Opens files as tables. */
public final class Tables {

    /** More columns than that are no table. */
    static final int MAX_COLUMNS = 4096;

    private Tables() {
    }

    /**
     * @param file    a file
     * @param options how it is read
     * @return its rows, header included, lines to skip left out
     */
    public static TableReader open(final SourceFile file, final ReadOptions options) {
        final var bytes = file.open();
        try {
            return open(characters(bytes, options.charset()), options, bytes::count, file.path());
        } catch (IOException failed) {
            throw FileProblems.reading(file.path(), failed);
        }
    }

    /**
     * @param text    the text of a file or of its beginning
     * @param options how it is read
     * @param bytes   tells how many bytes are read so far
     * @param path    the file, for problems
     * @return its rows
     * @throws IOException where the text cannot be read
     */
    static TableReader open(final Reader text, final ReadOptions options, final LongSupplier bytes, final Path path) throws IOException {
        if (options.separator() == Separator.BLANKS) {
            return new BlankSeparatedReader(skip(new BufferedReader(text, 1 << 16), options.skipLines()), options.skipLines(), bytes, path);
        }
        final var rest = options.skipLines() == 0 ? text : skip(new BufferedReader(text, 1 << 16), options.skipLines());
        return new DelimitedReader(rest, options, bytes, path);
    }

    private static BufferedReader skip(final BufferedReader text, final int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            text.readLine();
        }
        return text;
    }

    /** Bytes that are none of the encoding become U+FFFD, which the conversion refuses row by row. */
    static Reader characters(final InputStream bytes, final Charset charset) throws IOException {
        final var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new MarkSkipping(new InputStreamReader(bytes, decoder));
    }

    /** Leaves out a byte order mark. */
    private static final class MarkSkipping extends Reader {

        private final Reader in;
        private boolean begun;

        MarkSkipping(final Reader in) {
            this.in = in;
        }

        @Override
        public int read(final char[] target, final int offset, final int length) throws IOException {
            int read = in.read(target, offset, length);
            if (!begun && read > 0) {
                begun = true;
                if (target[offset] == '\uFEFF') {
                    if (read == 1) {
                        return in.read(target, offset, length);
                    }
                    System.arraycopy(target, offset + 1, target, offset, read - 1);
                    read--;
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
