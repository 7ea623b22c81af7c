// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.charts.ChartExport;
import org.kontor.charts.ChartRenderer;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;
import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;

/** Writes all of a result into a folder: every table as CSV, every chart in a picture's format with its numbers, the words as text. */
public final class ResultFiles {

    private static final int WIDTH = 900;
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private ResultFiles() {
    }

    /**
     * Writes.
     *
     * @param result   the result
     * @param names    what people call a row of the data
     * @param format   the format of pictures
     * @param folder   where to; it is made where it is not there
     * @param progress asked for cancellation
     * @return the files
     * @throws org.kontor.core.problem.ProblemException where one cannot be written
     */
    public static List<Path> write(final Result result, final UnaryOperator<String> names, final ChartExport.Format format, final Path folder,
            final Progress progress) {
        final var files = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
            files.add(words(result, folder.resolve("summary.txt")));
            files.add(metrics(result, folder.resolve("metrics.csv")));
            final var renderer = new ChartRenderer(ChartTheme.LIGHT);
            final var export = new ChartExport(renderer);
            for (final var part : result.parts()) {
                progress.checkCancelled();
                switch (PartRenderers.of(part, names)) {
                    case Rendering.AsChart chart -> files.addAll(export.write(chart.chart(), size(renderer, chart), format,
                            folder.resolve(part.name() + '.' + format.extension())));
                    case Rendering.AsTable table -> files.add(table(table.table(), folder.resolve(part.name() + ".csv")));
                }
            }
            return files;
        } catch (IOException failed) {
            throw Problem.of(Messages.TEXTS, "analytics.not-exported", folder, String.valueOf(failed.getMessage())).asException(failed);
        }
    }

    private static ChartSize size(final ChartRenderer renderer, final Rendering.AsChart chart) {
        return renderer.preferredSize(chart.chart(), WIDTH);
    }

    private static Path words(final Result result, final Path file) throws IOException {
        final var lines = new ArrayList<String>();
        result.summary().stream().map(Message::text).forEach(lines::add);
        result.warnings().forEach(warning -> lines.add(warning.text().text()));
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static Path metrics(final Result result, final Path file) throws IOException {
        final var lines = new ArrayList<String>();
        lines.add("metric,value");
        for (final Metric metric : result.metrics()) {
            lines.add(cell(metric.name()) + ',' + (Double.isNaN(metric.value()) ? "" : Double.toString(metric.value())));
        }
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /**
     * Writes a table as CSV: the names of its columns, then each row with all digits.
     *
     * @param table the table
     * @param file  where to
     * @return the file
     * @throws IOException where it cannot be written
     */
    static Path table(final TablePart table, final Path file) throws IOException {
        final var columns = table.frame().columns();
        final var part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write('\uFEFF' + columns.stream().map(column -> cell(column.name())).collect(Collectors.joining(",")) + "\r\n");
            for (int row = 0; row < table.frame().rows(); row++) {
                for (int index = 0; index < columns.size(); index++) {
                    final var column = columns.get(index);
                    out.write((index == 0 ? "" : ",") + (column.type() == ColumnType.TEXT ? cell(column.text(row)) : column.text(row)));
                }
                out.write("\r\n");
            }
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String cell(final String text) {
        final var guarded = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
        return guarded.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}
