// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.value.CellText;

/** Values between runs of blanks, one row a line; leading blanks do not count. */
final class BlankSeparatedReader implements TableReader {

    private final BufferedReader text;
    private final LongSupplier bytes;
    private final Path path;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder pending = new StringBuilder();
    private int position;
    private int limit;
    private boolean ended;
    private String[] cells = new String[16];
    private int width;
    private long line;

    BlankSeparatedReader(final BufferedReader text, final int skipped, final LongSupplier bytes, final Path path) {
        this.text = text;
        this.line = skipped;
        this.bytes = bytes;
        this.path = path;
    }

    @Override
    public boolean next() {
        try {
            while (readLine()) {
                line++;
                if (width > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        }
    }

    private boolean readLine() throws IOException {
        width = 0;
        boolean any = false;
        int start = -1;
        while (true) {
            if (position == limit) {
                if (start >= 0) {
                    keep(start, limit);
                    start = 0;
                }
                if (!fill()) {
                    endCell(start, 0);
                    return any;
                }
            }
            any = true;
            final char character = buffer[position];
            if (character == '\n' || character == '\r') {
                endCell(start, position);
                position++;
                if (character == '\r' && (position < limit || fill()) && buffer[position] == '\n') {
                    position++;
                }
                return true;
            } else if (CellText.isSpace(character)) {
                endCell(start, position);
                start = -1;
            } else if (start < 0) {
                start = position;
            }
            position++;
        }
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        position = 0;
        limit = Math.max(0, text.read(buffer));
        ended = limit == 0;
        return !ended;
    }

    private void keep(final int from, final int until) {
        pending.append(buffer, from, until - from);
        if (pending.length() > DelimitedReader.MAX_FIELD) {
            throw Problem.of(Messages.TEXTS, "csv.field", path.getFileName().toString(), line + 1, DelimitedReader.MAX_FIELD).asException();
        }
    }

    private void endCell(final int start, final int until) {
        if (start < 0) {
            return;
        }
        final String cell;
        if (pending.isEmpty()) {
            cell = new String(buffer, start, until - start);
        } else {
            cell = pending.append(buffer, start, until - start).toString();
            pending.setLength(0);
        }
        if (width == Tables.MAX_COLUMNS) {
            throw Problem.of(Messages.TEXTS, "csv.columns", path.getFileName().toString(), line + 1, Tables.MAX_COLUMNS).asException();
        }
        if (width == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[width++] = CellText.unguard(cell);
    }

    @Override
    public String[] cells() {
        return cells;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
