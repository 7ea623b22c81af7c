// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.read.SourceFile;
import org.kontor.exchange.internal.read.Tables;
import org.kontor.exchange.internal.value.CellText;

/**
 * Writes what an import or a dry run found as comma-separated values, with the byte order mark by which spreadsheets know UTF-8. Texts that
 * a spreadsheet would run as a formula are guarded as in {@link CsvExport}. A file appears when it is complete, else what was there stays.
 *
 * @since 0.1
 */
public final class ReportExport {

    private ReportExport() {
    }

    /** Writes one row after the other. */
    private interface Content {

        void write(CsvWriter csv) throws IOException;
    }

    /**
     * Writes the list of problems: a line each.
     *
     * @param problems problems
     * @param file     the file; replaced where it exists
     * @throws ProblemException {@code export.*} where the file cannot be written
     */
    public static void problems(final List<RowProblem> problems, final Path file) {
        write(file, csv -> {
            csv.writeRecord(texts("row", "line", "column", "value", "problem", "suggestion"));
            for (final var problem : problems) {
                csv.writeRecord(Long.toString(problem.row()), Long.toString(problem.line()), CellText.guard(problem.column()),
                        CellText.guard(problem.value()), problem.message(), CellText.guard(problem.suggestion()));
            }
        });
    }

    /**
     * Writes the refused rows as they stand in the file, all columns, with a further column that says why: to be corrected and imported
     * again.
     *
     * @param draft    the import
     * @param report   what it did; only rows whose problems it lists are written
     * @param file     the file; replaced where it exists
     * @param progress reported to in bytes and asked for cancellation
     * @return how many rows were written
     * @throws ProblemException      where a file cannot be read or written
     * @throws CancellationException where somebody stopped it
     */
    public static long refusedRows(final ImportDraft draft, final ImportReport report, final Path file, final Progress progress) {
        final var reasons = new LinkedHashMap<Long, String>();
        for (final var problem : report.problems()) {
            if (problem.severity() == Severity.ERROR) {
                final var reason = problem.column().isEmpty() ? problem.message() : problem.column() + ": " + problem.message();
                reasons.merge(problem.row(), reason, (first, next) -> first + ' ' + next);
            }
        }
        write(file, csv -> {
            final var header = new ArrayList<>(draft.columns().stream().map(SourceColumn::name).toList());
            header.add(Messages.TEXTS.get("report.problem"));
            csv.writeRecord(header);
            copy(draft, reasons, csv, progress);
        });
        return reasons.size();
    }

    private static void copy(final ImportDraft draft, final Map<Long, String> reasons, final CsvWriter csv, final Progress progress)
            throws IOException {
        final var source = SourceFile.of(draft.file());
        progress.begin("", source.size());
        try (var reader = Tables.open(source, draft.read())) {
            if (draft.read().header()) {
                reader.next();
            }
            final int columns = draft.columns().size();
            long left = reasons.size();
            long bytes = 0;
            for (long row = 1; left > 0 && reader.next(); row++) {
                progress.checkCancelled();
                progress.worked(reader.bytes() - bytes);
                bytes = reader.bytes();
                final var reason = reasons.get(row);
                if (reason != null) {
                    left--;
                    final var cells = new ArrayList<String>();
                    for (int i = 0; i < Math.max(columns, reader.width()); i++) {
                        cells.add(i < reader.width() ? CellText.guard(reader.cells()[i]) : "");
                    }
                    cells.add(columns, reason);
                    csv.writeRecord(cells);
                }
            }
        }
    }

    private static List<String> texts(final String... keys) {
        return List.of(keys).stream().map(key -> Messages.TEXTS.get("report." + key)).toList();
    }

    private static void write(final Path file, final Content content) {
        final var target = file.toAbsolutePath();
        Path part = null;
        try {
            part = Files.createTempFile(target.getParent(), ".kontor-", ".part");
            try (var buffer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
                buffer.write('\uFEFF');
                try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(buffer)) {
                    content.write(csv);
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw FileProblems.writing(target, failed);
        } catch (UncheckedIOException failed) {
            throw FileProblems.writing(target, failed.getCause());
        } finally {
            FileProblems.discard(part);
        }
    }
}
