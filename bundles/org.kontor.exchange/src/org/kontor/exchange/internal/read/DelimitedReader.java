// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordWrapper;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.value.CellText;

/**
 * Values between separators, quoted where they hold one. FastCSV takes the rest of the file for one value where a quote never ends, so an
 * end mark is fed to it after the last character: where the mark does not come out as a row of its own, the quote of the row that holds it
 * never ended.
 */
final class DelimitedReader implements TableReader {

    private static final String END = "\uE000kontor-end\uE000";
    /** FastCSV's own bound on a field is far larger than any field of a record; a quote that never ends is noticed here. */
    static final int MAX_FIELD = 1 << 20;

    private final Path path;
    private final LongSupplier bytes;
    private final int skipped;
    private final Row row = new Row();
    private final CloseableIterator<Row> rows;
    private final CsvReader<Row> csv;

    DelimitedReader(final Reader text, final ReadOptions options, final LongSupplier bytes, final Path path) {
        this.path = path;
        this.bytes = bytes;
        this.skipped = options.skipLines();
        csv = CsvReader.builder().fieldSeparator(options.separator().character()).quoteCharacter(options.quote())
                .ignoreDifferentFieldCount(true)
                .skipEmptyLines(true).build(row, new EndMarked(text));
        rows = csv.iterator();
    }

    @Override
    public boolean next() {
        try {
            do {
                if (!rows.hasNext()) {
                    return false;
                }
                rows.next();
            } while (row.width == 1 && row.cells[0].isEmpty());
        } catch (CsvParseException unreadable) {
            throw failure(unreadable);
        } catch (UncheckedIOException failed) {
            throw FileProblems.reading(path, failed.getCause());
        }
        final var last = row.width == 0 ? "" : row.cells[row.width - 1];
        if (!last.endsWith(END)) {
            return true;
        }
        if (row.width == 1 && last.length() == END.length()) {
            return false;
        }
        throw Problem.of(Messages.TEXTS, "csv.quote", path.getFileName().toString(), line()).asException();
    }

    private ProblemException failure(final CsvParseException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof final ProblemException problem) {
                return problem;
            } else if (cause instanceof final IOException failed) {
                return FileProblems.reading(path, failed);
            } else if (cause instanceof final UncheckedIOException failed) {
                return FileProblems.reading(path, failed.getCause());
            }
        }
        return Problem.of(Messages.TEXTS, "csv.quote", path.getFileName().toString(), line()).asException(thrown);
    }

    @Override
    public String[] cells() {
        return row.cells;
    }

    @Override
    public int width() {
        return row.width;
    }

    @Override
    public long line() {
        return row.line + skipped;
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private final class Row extends AbstractBaseCsvCallbackHandler<Row> {

        private String[] cells = new String[16];
        private int width;
        private long line;

        @Override
        protected void handleBegin(final long startingLineNumber) {
            line = startingLineNumber;
            width = 0;
        }

        @Override
        protected void handleField(final int index, final char[] buffer, final int offset, final int length, final boolean quoted) {
            if (index >= Tables.MAX_COLUMNS) {
                throw Problem.of(Messages.TEXTS, "csv.columns", path.getFileName().toString(), line(), Tables.MAX_COLUMNS).asException();
            }
            if (length > MAX_FIELD) {
                throw Problem.of(Messages.TEXTS, "csv.field", path.getFileName().toString(), line(), MAX_FIELD).asException();
            }
            if (index >= cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[index] = quoted ? CellText.unguard(new String(buffer, offset, length)) : unquoted(buffer, offset, length);
            width = index + 1;
        }

        private static String unquoted(final char[] buffer, final int offset, final int length) {
            int from = offset;
            int until = offset + length;
            while (from < until && CellText.isSpace(buffer[from])) {
                from++;
            }
            while (until > from && CellText.isSpace(buffer[until - 1])) {
                until--;
            }
            if (from == until) {
                return "";
            }
            final var text = new String(buffer, from, until - from);
            return buffer[from] == '\'' ? CellText.unguard(text) : text;
        }

        @Override
        protected RecordWrapper<Row> buildRecord() {
            return wrapRecord(this);
        }
    }

    /** The text, and the end mark on a line of its own. */
    private static final class EndMarked extends Reader {

        private final Reader in;
        private String tail = '\n' + END;
        private boolean ended;

        EndMarked(final Reader in) {
            this.in = in;
        }

        @Override
        public int read(final char[] target, final int offset, final int length) throws IOException {
            if (!ended) {
                final int read = in.read(target, offset, length);
                if (read >= 0) {
                    return read;
                }
                ended = true;
            }
            if (tail.isEmpty()) {
                return -1;
            }
            final int part = Math.min(length, tail.length());
            tail.getChars(0, part, target, offset);
            tail = tail.substring(part);
            return part;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
