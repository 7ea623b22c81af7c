// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

import org.kontor.analytics.engine.internal.EngineProblems;

/**
 * Rows of separated values (RFC 4180, and runs of blanks), read into one buffer that is used again for each row, so that a row of numbers
 * makes no objects. Empty lines are left out; blanks around values that are not quoted do not count.
 */
final class CsvReader implements Closeable {

    private static final int MOST_COLUMNS = 10_000;
    private static final int LONGEST_ROW = 1 << 24;

    private final Reader reader;
    private final char separator;
    private final String name;
    private final char[] input = new char[1 << 16];
    private int position;
    private int limit;
    private char[] row = new char[1 << 10];
    private int length;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int width;
    private long line = 1;

    CsvReader(final Reader reader, final char separator, final String name) {
        this.reader = reader;
        this.separator = separator;
        this.name = name;
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(0, reader.read(input));
            position = 0;
            if (limit == 0) {
                return -1;
            }
        }
        return input[position];
    }

    /** Reads the next row; false at the end. */
    boolean next() throws IOException {
        while (true) {
            width = 0;
            length = 0;
            if (peek() < 0) {
                return false;
            }
            readRow();
            if (width > 1 || width == 1 && ends[0] > starts[0]) {
                return true;
            }
        }
    }

    private void readRow() throws IOException {
        final boolean blanks = separator == CsvFormat.BLANKS;
        boolean more = true;
        while (more) {
            if (blanks) {
                skipBlanks();
                final int first = peek();
                if (first < 0 || first == '\n' || first == '\r') {
                    endLine();
                    return;
                }
            }
            more = readCell();
        }
    }

    private void skipBlanks() throws IOException {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    /** Reads one value; false where the line ended behind it. */
    private boolean readCell() throws IOException {
        int start = length;
        int next = peek();
        while (separator != '\t' && next == ' ' || next == '\uFEFF' && line == 1 && width == 0) {
            position++;
            next = peek();
        }
        if (next == '"') {
            quoted();
            start = Math.min(start, length);
            cell(start, length);
            next = peek();
            while (next >= 0 && next != separator && next != '\n' && next != '\r') {
                position++;
                next = peek();
            }
        } else {
            while (next >= 0 && next != separator && next != '\n' && next != '\r' && !(separator == CsvFormat.BLANKS && next == '\t')) {
                append((char) next);
                position++;
                next = peek();
            }
            int end = length;
            while (end > start && row[end - 1] <= ' ') {
                end--;
            }
            cell(start, end);
        }
        if (next == separator || separator == CsvFormat.BLANKS && next == '\t') {
            position++;
            return true;
        }
        endLine();
        return false;
    }

    private void quoted() throws IOException {
        final long began = line;
        position++;
        while (true) {
            final int next = peek();
            if (next < 0) {
                throw EngineProblems.of("analytics.quote", name, began).asException();
            }
            position++;
            if (next == '"') {
                if (peek() != '"') {
                    return;
                }
                position++;
            } else if (next == '\n') {
                line++;
            }
            append((char) next);
        }
    }

    private void endLine() throws IOException {
        final int next = peek();
        if (next == '\r') {
            position++;
            if (peek() == '\n') {
                position++;
            }
        } else if (next == '\n') {
            position++;
        }
        line++;
    }

    private void append(final char letter) {
        if (length == row.length) {
            if (length >= LONGEST_ROW) {
                throw EngineProblems.of("analytics.row-too-long", name, line).asException();
            }
            row = Arrays.copyOf(row, length * 2);
        }
        row[length++] = letter;
    }

    private void cell(final int start, final int end) {
        if (width == starts.length) {
            if (width >= MOST_COLUMNS) {
                throw EngineProblems.of("analytics.row-too-long", name, line).asException();
            }
            starts = Arrays.copyOf(starts, width * 2);
            ends = Arrays.copyOf(ends, width * 2);
        }
        starts[width] = start;
        ends[width++] = end;
    }

    int width() {
        return width;
    }

    /** The line after the row that was read. */
    long line() {
        return line;
    }

    char[] letters() {
        return row;
    }

    int start(final int column) {
        return starts[column];
    }

    int end(final int column) {
        return ends[column];
    }

    String text(final int column) {
        return new String(row, starts[column], ends[column] - starts[column]);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
