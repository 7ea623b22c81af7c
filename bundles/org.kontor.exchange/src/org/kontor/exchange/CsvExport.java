// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.value.CellText;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/**
 * Writes records as comma-separated values: RFC 4180, UTF-8, one header row, days and moments in ISO 8601, numbers with a point, choices by
 * their language-free name. A text that a spreadsheet would run as a formula gets an apostrophe in front, which the import takes away
 * again. Safe for any thread.
 *
 * @since 0.1
 */
public final class CsvExport {

    /**
     * How to write.
     *
     * @param byteOrderMark whether to begin with one, so that spreadsheets know the encoding
     * @param separator     what stands between values; not {@link Separator#BLANKS}
     * @param headers       the header of each column; empty to use the paths
     * @since 0.1
     */
    public record Format(boolean byteOrderMark, Separator separator, List<String> headers) {

        /** Commas, no byte order mark, paths as headers: what an import maps without asking. */
        public static final Format PLAIN = new Format(false, Separator.COMMA, List.of());

        public Format {
            headers = List.copyOf(headers);
            if (separator == Separator.BLANKS) {
                throw new IllegalArgumentException("blanks");
            }
        }
    }

    private static final QuoteStrategy EDGES = new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(final int line, final int field) {
            return true;
        }

        @Override
        public boolean quoteNonEmpty(final int line, final int field, final String value) {
            return CellText.isSpace(value.charAt(0)) || CellText.isSpace(value.charAt(value.length() - 1));
        }
    };

    private final Store store;

    /**
     * @param store where the records are
     */
    public CsvExport(final Store store) {
        this.store = store;
    }

    /**
     * The columns of a complete export: the identifier and every field; a reference by what its record is called.
     *
     * @param type a record type
     * @return paths
     */
    public static List<String> paths(final RecordType<?> type) {
        final var paths = new ArrayList<String>();
        for (final var field : type.fields()) {
            if (field.system()) {
                continue;
            }
            if (field.kind() == FieldKind.REFERENCE) {
                final RecordType<?> target = Catalogue.standard().type(field.target().orElseThrow());
                target.fields().stream().filter(Field::title).findFirst().map(title -> field.name() + '.' + title.name())
                        .ifPresent(paths::add);
            } else {
                paths.add(field.name());
            }
        }
        return paths;
    }

    /**
     * Writes records into a file; the file is there when all of them are, else it is as it was before.
     *
     * @param query    which records
     * @param paths    the columns
     * @param file     the file; replaced where it exists
     * @param format   how
     * @param progress reported to in records and asked for cancellation
     * @return how many records were written
     * @throws ProblemException      where the file cannot be written
     * @throws CancellationException where somebody stopped it
     */
    public long write(final Query<?> query, final List<String> paths, final Path file, final Format format, final Progress progress) {
        final var target = file.toAbsolutePath();
        Path part = null;
        try {
            part = Files.createTempFile(target.getParent(), ".kontor-", ".part");
            final long written;
            try (var out = new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8); var buffer = new BufferedWriter(out,
                    1 << 16)) {
                written = write(query, paths, buffer, format, progress);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException failed) {
            throw FileProblems.writing(target, failed);
        } catch (UncheckedIOException failed) {
            throw FileProblems.writing(target, failed.getCause());
        } finally {
            FileProblems.discard(part);
        }
    }

    /**
     * Writes records as text.
     *
     * @param query    which records
     * @param paths    the columns
     * @param out      receives the text; not closed
     * @param format   how
     * @param progress reported to in records and asked for cancellation
     * @return how many records were written
     * @throws IOException where {@code out} fails
     */
    public long write(final Query<?> query, final List<String> paths, final Writer out, final Format format, final Progress progress)
            throws IOException {
        if (format.byteOrderMark()) {
            out.write('\uFEFF');
        }
        final var count = new long[1];
        try (var csv = CsvWriter.builder().fieldSeparator(format.separator().character()).lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(EDGES)
                .build(new StayOpen(out))) {
            csv.writeRecord((format.headers().isEmpty() ? paths : format.headers()).stream().map(CellText::guard).toList());
            final var cells = new String[paths.size()];
            store.read(session -> {
                progress.begin("", session.count(query));
                session.each(query, paths, values -> {
                    progress.checkCancelled();
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = CellText.of(values[i]);
                    }
                    csv.writeRecord(cells);
                    count[0]++;
                    progress.worked(1);
                    return true;
                });
                return null;
            });
        }
        return count[0];
    }

    private static final class StayOpen extends java.io.FilterWriter {

        StayOpen(final Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
