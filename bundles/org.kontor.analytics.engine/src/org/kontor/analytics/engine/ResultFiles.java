// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.core.problem.ProblemException;

/**
 * Tables of results, and the numbers behind matrices and lines, as files of separated values: UTF-8, commas, a row of names, numbers with all
 * digits that tell them apart.
 *
 * @since 0.1
 */
public final class ResultFiles {

    private ResultFiles() {
    }

    /**
     * Writes each table, matrix and group of lines of a result into a file that is called after it. A file that is there already is replaced,
     * all of it or nothing.
     *
     * @param result any result
     * @param folder where to; made where it is absent
     * @return the names of the files, in the order of the result
     * @throws ProblemException where it cannot be written ({@code analytics.out})
     */
    public static List<String> write(final Result result, final Path folder) {
        final var names = new ArrayList<String>();
        for (final var part : result.parts()) {
            final var file = folder.resolve(part.name() + ".csv");
            switch (part) {
                case final TablePart table -> write(table.frame(), file);
                case final MatrixPart matrix -> replace(file, writer -> matrix(matrix, writer));
                case final SeriesPart series -> replace(file, writer -> lines(series, writer));
                default -> {
                    continue;
                }
            }
            names.add(part.name() + ".csv");
        }
        return names;
    }

    /** One line of the file for each row of the matrix; what has no value stays empty. */
    private static void matrix(final MatrixPart matrix, final BufferedWriter writer) throws IOException {
        line(writer, Stream.concat(Stream.of(matrix.rowTitle()), matrix.columns().stream()).map(Message::text));
        for (int row = 0; row < matrix.rows().size(); row++) {
            line(writer, Stream.concat(Stream.of(matrix.rows().get(row).text()), Arrays.stream(matrix.values()[row]).mapToObj(ResultFiles::number)));
        }
    }

    /** One line of the file for each position of each line of the picture. */
    private static void lines(final SeriesPart series, final BufferedWriter writer) throws IOException {
        line(writer, Stream.of("line", "position", "value", "lower", "upper"));
        for (final var each : series.lines()) {
            for (int i = 0; i < each.positions().length; i++) {
                final int at = i;
                final double position = each.positions()[i];
                line(writer, Stream.of(each.title().text(),
                        series.axis().type() == SeriesPart.AxisType.DATE ? LocalDate.ofEpochDay(Math.round(position)).toString() : number(position),
                        number(each.values()[i]), each.band().map(band -> number(band.lower()[at])).orElse(""),
                        each.band().map(band -> number(band.upper()[at])).orElse("")));
            }
        }
    }

    private static void line(final BufferedWriter writer, final Stream<String> cells) throws IOException {
        writer.write(cells.map(ResultFiles::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String number(final double value) {
        return NumberColumn.of("number", value).text(0);
    }

    /**
     * Writes a frame into a file.
     *
     * @param frame any frame
     * @param file  where to; its folder is made where it is absent
     * @throws ProblemException where it cannot be written ({@code analytics.out})
     */
    public static void write(final Frame frame, final Path file) {
        replace(file, writer -> {
            writer.write(String.join(",", frame.columns().stream().map(column -> quoted(column.name())).toList()));
            writer.write('\n');
            for (int row = 0; row < frame.rows(); row++) {
                boolean first = true;
                for (final var column : frame.columns()) {
                    if (!first) {
                        writer.write(',');
                    }
                    first = false;
                    writer.write(quoted(column.text(row)));
                }
                writer.write('\n');
            }
        });
    }

    /**
     * Writes a text into a file.
     *
     * @param text any text
     * @param file where to; its folder is made where it is absent
     * @throws ProblemException where it cannot be written ({@code analytics.out})
     */
    public static void write(final String text, final Path file) {
        replace(file, writer -> writer.write(text));
    }

    private interface Work {
        void on(BufferedWriter writer) throws IOException;
    }

    private static void replace(final Path file, final Work work) {
        final var target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            final var part = target.resolveSibling(target.getFileName() + ".part");
            try {
                try (var writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    work.on(writer);
                }
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw EngineProblems.of("analytics.out", file.toString()).asException(failed);
        }
    }

    private static String quoted(final String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            final char letter = text.charAt(i);
            plain = letter != ',' && letter != '"' && letter != '\n' && letter != '\r';
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
