// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.kontor.core.problem.Problem;

/**
 * Writes a chart to a file and, beside it, the numbers behind it. A file appears when it is complete, else what was there stays. Immutable
 * and safe for any thread.
 *
 * @since 0.1
 */
public final class ChartExport {

    /** A picture's file. */
    public enum Format {
        /** Pixels, twice as many as a screen at 100 % shows. */
        PNG,
        /** Lines, areas and texts for browsers and drawing programs. */
        SVG,
        /** Lines, areas and texts for print. */
        PDF;

        /**
         * The end of the file's name.
         *
         * @return lower case, without the point
         */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double PNG_SCALE = 2;
    private static final String CSV = "csv";

    /** What would run as a formula in a spreadsheet, in the wide forms of East Asian keyboards too. */
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private final ChartRenderer renderer;

    /**
     * An exporter.
     *
     * @param renderer paints; for paper it has {@link ChartTheme#LIGHT}
     */
    public ChartExport(final ChartRenderer renderer) {
        this.renderer = Objects.requireNonNull(renderer);
    }

    /**
     * Writes a picture and its numbers.
     *
     * @param chart  what to show
     * @param size   the size in logical pixels
     * @param format how
     * @param file   where the picture goes; the numbers go beside it under the same name with the end {@code .csv}
     * @return the files that were written, the picture first
     * @throws org.kontor.core.problem.ProblemException where a file cannot be written ({@code charts.not-written})
     */
    public List<Path> write(final Chart chart, final ChartSize size, final Format format, final Path file) {
        final var bytes = switch (format) {
            case PNG -> renderer.png(chart, size, PNG_SCALE);
            case SVG -> renderer.svg(chart, size).getBytes(StandardCharsets.UTF_8);
            case PDF -> renderer.pdf(chart, size);
        };
        final var numbers = beside(file);
        write(file, bytes);
        writeNumbers(chart, numbers);
        return List.of(file, numbers);
    }

    /**
     * Writes the numbers of a chart as CSV: UTF-8 with a mark at its beginning, commas, plain numbers with a point.
     *
     * @param chart the chart
     * @param file  where to
     * @throws org.kontor.core.problem.ProblemException where the file cannot be written ({@code charts.not-written})
     */
    public void writeNumbers(final Chart chart, final Path file) {
        write(file, ('\uFEFF' + csv(chart.table(renderer.locale()))).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A table as comma-separated values (RFC 4180): texts that would run as formulas have an apostrophe before them.
     *
     * @param table the table
     * @return a line for the headers and one for each row
     */
    public static String csv(final ChartTable table) {
        final var text = new StringBuilder();
        line(text, table.header().stream().map(ChartExport::guarded).toList());
        for (final var row : table.rows()) {
            line(text, row.stream().map(cell -> cell.number() == null ? guarded(cell.text()) : plain(cell.number())).toList());
        }
        return text.toString();
    }

    private static void line(final StringBuilder text, final List<String> cells) {
        text.append(cells.stream().map(ChartExport::quoted).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String plain(final BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String guarded(final String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
    }

    private static String quoted(final String cell) {
        return cell.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static Path beside(final Path file) {
        final var name = file.getFileName().toString();
        final int point = name.lastIndexOf('.');
        return file.resolveSibling((point > 0 ? name.substring(0, point) : name) + '.' + CSV);
    }

    private static void write(final Path file, final byte[] bytes) {
        Path part = null;
        try {
            final var folder = file.toAbsolutePath().getParent();
            part = Files.createTempFile(folder, ".chart", ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            discard(part, failed);
            throw Problem.of(Messages.TEXTS, "charts.not-written", file, String.valueOf(failed.getMessage())).asException(failed);
        }
    }

    private static void discard(final Path part, final IOException failed) {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException second) {
                failed.addSuppressed(second);
            }
        }
    }
}
