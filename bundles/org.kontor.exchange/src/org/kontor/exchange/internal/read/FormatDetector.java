// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.Evidence;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.value.DateParser;
import org.kontor.exchange.internal.value.NumberParser;

/**
 * Finds out how a file is read, from its beginning: the separator that gives most rows the same number of values, and whether the first row
 * names them.
 */
public final class FormatDetector {

    private static final int HEAD = 4 << 20;
    private static final int SAMPLE = 1 << 18;
    private static final int ROWS = 300;
    private static final List<Separator> CANDIDATES = List.of(Separator.TAB, Separator.SEMICOLON, Separator.PIPE, Separator.COMMA);

    private final SourceFile file;
    private final Predicate<String> knownHeader;
    private final List<Evidence> evidence = new ArrayList<>();
    private String sample;

    /**
     * @param file        a file
     * @param knownHeader whether a text is a usual name of a column
     */
    public FormatDetector(final SourceFile file, final Predicate<String> knownHeader) {
        this.file = file;
        this.knownHeader = knownHeader;
    }

    /** @return how it is read, and why */
    public ReadOptions detect() {
        final var head = file.head(HEAD);
        final var encoding = EncodingDetector.detect(head, head.length == file.size(), file.path().getFileName().toString());
        evidence.add(new Evidence("encoding", "", encoding.charset().name(), text("evidence.encoding." + encoding.reason()),
                encoding.certain()));
        sample = text(head, encoding.charset());
        return detect(encoding.charset());
    }

    private ReadOptions detect(final Charset charset) {
        int skip = 0;
        Separator separator = null;
        if (sample.length() > 4 && sample.regionMatches(true, 0, "sep=", 0, 4) && sample.length() > 5
                && (sample.charAt(5) == '\r' || sample.charAt(5) == '\n')) {
            final char mark = sample.charAt(4);
            separator = CANDIDATES.stream().filter(each -> each.character() == mark).findFirst().orElse(null);
            if (separator != null) {
                skip = 1;
                evidence.add(new Evidence("skipLines", "", "1", text("evidence.skip"), true));
                evidence.add(new Evidence("separator", "", separator.name(), text("evidence.separator.named"), true));
            }
        }
        var options = new ReadOptions(charset, Separator.COMMA, '"', skip, true, List.of());
        options = options.withSeparator(separator == null ? separator(options) : separator);
        final var rows = rows(options);
        return new ReadOptions(charset, options.separator(), '"', skip, header(rows), evidence);
    }

    private static String text(final byte[] head, final Charset charset) {
        final var text = new String(head, 0, Math.min(head.length, SAMPLE), charset);
        final int start = text.startsWith("\uFEFF") ? 1 : 0;
        final int end = head.length <= SAMPLE ? text.length() : Math.max(text.lastIndexOf('\n') + 1, text.lastIndexOf('\r') + 1);
        return text.substring(start, Math.max(start, end == 0 ? text.length() : end));
    }

    private Separator separator(final ReadOptions options) {
        Separator best = null;
        double highest = 0;
        int columns = 1;
        int counted = 0;
        for (final var candidate : CANDIDATES) {
            final var rows = rows(options.withSeparator(candidate));
            final int modal = modalWidth(rows);
            if (modal < 2) {
                continue;
            }
            final double share = rows.stream().filter(row -> row.length == modal).count() / (double) rows.size();
            final double score = share + (rows.get(0).length == modal ? 0.5 : 0);
            if (score > highest + 0.02 || score > highest - 0.02 && modal > columns && best != Separator.SEMICOLON) {
                best = candidate;
                highest = Math.max(score, highest);
                columns = modal;
                counted = rows.size();
            }
        }
        final var blanks = rows(options.withSeparator(Separator.BLANKS));
        final int modal = modalWidth(blanks);
        if ((best == null || highest < 0.9) && modal > 1 && blanks.stream().filter(row -> row.length == modal)
                .count() >= 0.95 * blanks.size() && aligned()) {
            evidence.add(new Evidence("separator", "", Separator.BLANKS.name(), text("evidence.separator", blanks.size(), modal), true));
            return Separator.BLANKS;
        }
        if (best == null) {
            evidence.add(new Evidence("separator", "", Separator.COMMA.name(), text("evidence.separator.none"), sample.lines()
                    .count() > 1));
            return Separator.COMMA;
        }
        evidence.add(new Evidence("separator", "", best.name(), text("evidence.separator", counted, columns), highest > 1.2));
        return best;
    }

    /** Prose has single blanks between words; a table written with blanks begins lines with them or has several in a row. */
    private boolean aligned() {
        final var lines = sample.lines().filter(line -> !line.isBlank()).limit(ROWS).toList();
        return lines.stream().filter(line -> line.startsWith(" ") || line.strip().contains("  ") || line.strip()
                .matches("[-+\\d.]+(?:\\s[-+\\d.]+)+")).count()
                >= 0.8 * lines.size();
    }

    private static int modalWidth(final List<String[]> rows) {
        final var widths = new HashMap<Integer, Integer>();
        rows.forEach(row -> widths.merge(row.length, 1, Integer::sum));
        return widths.entrySet().stream().max(java.util.Map.Entry.comparingByValue()).map(java.util.Map.Entry::getKey).orElse(0);
    }

    /** The first rows; fewer where a quote does not end within the sample. */
    private List<String[]> rows(final ReadOptions options) {
        final var rows = new ArrayList<String[]>();
        try (var reader = Tables.open(new StringReader(sample), options, () -> 0, file.path())) {
            while (rows.size() < ROWS && reader.next()) {
                rows.add(Arrays.copyOf(reader.cells(), reader.width()));
            }
        } catch (ProblemException broken) {
            return rows;
        } catch (IOException failed) {
            throw FileProblems.reading(file.path(), failed);
        }
        return rows;
    }

    private boolean header(final List<String[]> rows) {
        if (rows.isEmpty()) {
            return true;
        }
        final var first = rows.get(0);
        final long known = Arrays.stream(first).filter(cell -> !cell.isEmpty() && knownHeader.test(cell)).count();
        final boolean typed = Arrays.stream(first).anyMatch(FormatDetector::isTyped);
        if (known > 0 && !typed) {
            return decided(true, "evidence.header.known", known, true);
        }
        if (typed) {
            return decided(false, "evidence.header.values", 0, known == 0);
        }
        for (int column = 0; column < first.length; column++) {
            final int at = column;
            final long others = rows.stream().skip(1).filter(row -> row.length > at && isTyped(row[at])).count();
            if (rows.size() > 1 && others >= 0.8 * (rows.size() - 1)) {
                return decided(true, "evidence.header.differs", column + 1L, true);
            }
        }
        final boolean distinct = new HashSet<>(Arrays.asList(first)).size() == first.length && Arrays.stream(first)
                .noneMatch(String::isEmpty);
        return decided(distinct, distinct ? "evidence.header.distinct" : "evidence.header.repeats", 0, false);
    }

    private boolean decided(final boolean header, final String reason, final long number, final boolean certain) {
        evidence.add(new Evidence("header", "", String.valueOf(header), text(reason, number), certain));
        return header;
    }

    private static boolean isTyped(final String cell) {
        if (cell.isEmpty() || cell.length() > 30) {
            return false;
        }
        if (new NumberParser(NumberStyle.POINT).parse(cell) != null || new NumberParser(NumberStyle.COMMA).parse(cell) != null) {
            return true;
        }
        return Arrays.stream(DateStyle.values()).anyMatch(style -> new DateParser(style).parse(cell) != null);
    }

    private static String text(final String key, final Object... args) {
        return Messages.TEXTS.get(key, args);
    }
}
