// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;

/**
 * What the beginning of a file shows when it is read in a given way.
 *
 * @param columns the columns
 * @param preview the first rows, header left out
 * @param rows    how many rows were looked at
 * @param bytes   about how much of the file that was
 */
public record Profile(List<ColumnProfile> columns, List<List<String>> preview, long rows, long bytes) {

    private static final int PREVIEW = 200;
    private static final int ROWS = 20_000;
    private static final long BYTES = 8L << 20;

    /**
     * @param file    a file
     * @param options how it is read
     * @return what the first 20,000 rows or 8 MB show
     */
    public static Profile of(final SourceFile file, final ReadOptions options) {
        try (var reader = Tables.open(file, options)) {
            if (!reader.next()) {
                throw Problem.of(Messages.TEXTS, "file.norows", file.path().getFileName().toString()).asException();
            }
            final var columns = new ArrayList<ColumnProfile>();
            final var preview = new ArrayList<List<String>>();
            final var first = Arrays.copyOf(reader.cells(), reader.width());
            final var taken = new HashSet<String>();
            for (int i = 0; i < first.length; i++) {
                columns.add(new ColumnProfile(i, unique(options.header() ? first[i] : "", i, taken)));
            }
            long rows = 0;
            boolean more = !options.header() || reader.next();
            while (more && rows < ROWS && reader.bytes() < BYTES) {
                rows++;
                see(reader, columns, options, taken);
                if (preview.size() < PREVIEW) {
                    preview.add(List.of(Arrays.copyOf(reader.cells(), reader.width())));
                }
                more = reader.next();
            }
            return new Profile(columns, preview, rows, reader.bytes());
        } catch (IOException failed) {
            throw FileProblems.reading(file.path(), failed);
        }
    }

    /**
     * @param size of the file in bytes
     * @return about how many rows the file has
     */
    public long rowsOf(final long size) {
        return bytes == 0 ? rows : Math.max(rows, (long) ((double) size * rows / bytes));
    }

    private static void see(final TableReader reader, final List<ColumnProfile> columns, final ReadOptions options,
            final HashSet<String> taken) {
        while (columns.size() < reader.width() && !options.header()) {
            columns.add(new ColumnProfile(columns.size(), unique("", columns.size(), taken)));
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).see(i < reader.width() ? reader.cells()[i] : "");
        }
    }

    private static String unique(final String header, final int index, final HashSet<String> taken) {
        final var base = header.isEmpty() ? Messages.TEXTS.get("column.unnamed", String.valueOf(index + 1)) : header;
        var name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + " (" + i + ')';
        }
        return name;
    }
}
