// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.core.problem.ProblemException;

/**
 * How a file of rows is read.
 *
 * @param charset   its encoding
 * @param separator what stands between values; {@link #BLANKS} for any run of blanks
 * @param header    whether the first row names the columns
 */
record CsvFormat(Charset charset, char separator, boolean header) {

    /** Values stand between runs of blanks. */
    static final char BLANKS = ' ';

    private static final int HEAD = 1 << 20;
    private static final int ROWS = 200;
    private static final char[] CANDIDATES = {'\t', ';', '|', ','};
    private static final Map<String, Character> NAMED = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "blanks", BLANKS);

    /** Finds out how a file is read; what the options say counts. */
    static CsvFormat of(final Path file, final Map<String, String> options) {
        final byte[] head;
        boolean whole;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
            whole = in.read() < 0;
        } catch (IOException unreadable) {
            throw EngineProblems.of("analytics.file", file.toString()).asException(unreadable);
        }
        final var charset = options.containsKey("encoding") ? charset(options.get("encoding")) : charset(file, head, whole);
        var text = new String(head, charset);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!whole) {
            text = text.substring(0, text.lastIndexOf('\n') + 1);
        }
        final char separator = options.containsKey("separator") ? separator(options.get("separator")) : guessed(text);
        final boolean header = options.containsKey("header") ? Boolean.parseBoolean(options.get("header")) : header(rows(text, separator));
        return new CsvFormat(charset, separator, header);
    }

    private static char separator(final String name) {
        final var known = NAMED.get(name);
        if (known == null) {
            throw EngineProblems.of("analytics.separator", name, String.join(", ", NAMED.keySet().stream().sorted().toList())).asException();
        }
        return known;
    }

    private static Charset charset(final String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw EngineProblems.of("analytics.encoding", name).asException();
        }
    }

    /** Byte order mark, else UTF-8 where it is well-formed, else GB 18030 where its pairs fit, else windows-1252. */
    private static Charset charset(final Path file, final byte[] head, final boolean whole) {
        if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (final byte each : head) {
            if (each == 0) {
                throw EngineProblems.of("analytics.binary", file.toString()).asException();
            }
        }
        if (decodes(head, whole, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        final var chinese = Charset.forName("GB18030");
        return decodes(head, whole, chinese) && commonPairs(head) >= 0.7 ? chinese : Charset.forName("windows-1252");
    }

    private static boolean decodes(final byte[] head, final boolean whole, final Charset charset) {
        final var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        final var in = ByteBuffer.wrap(head);
        final var out = CharBuffer.allocate(1 << 13);
        while (true) {
            out.clear();
            final var result = decoder.decode(in, out, whole);
            if (result.isError() || result.isUnderflow()) {
                return !result.isError();
            }
        }
    }

    /** The share of pairs beyond ASCII that lie where everyday Chinese does: both bytes from A1 on. */
    private static double commonPairs(final byte[] head) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] >= 0) {
                continue;
            }
            final int second = i + 1 < head.length ? head[i + 1] & 0xFF : 0;
            if ((head[i] & 0xFF) >= 0xA1 && second >= 0xA1) {
                pairs++;
            } else {
                others++;
            }
            i++;
        }
        return pairs == 0 ? 0 : (double) pairs / (pairs + others);
    }

    private static char guessed(final String text) {
        char best = 0;
        double highest = 0;
        int columns = 1;
        for (final char candidate : CANDIDATES) {
            final var rows = rows(text, candidate);
            final int width = usualWidth(rows);
            if (width < 2) {
                continue;
            }
            final double share = rows.stream().filter(row -> row.size() == width).count() / (double) rows.size()
                    + (rows.getFirst().size() == width ? 0.5 : 0);
            if (share > highest + 0.02 || share > highest - 0.02 && width > columns && best != ';') {
                best = candidate;
                highest = Math.max(highest, share);
                columns = width;
            }
        }
        final var blanks = rows(text, BLANKS);
        final int width = usualWidth(blanks);
        final boolean regular = width > 1 && blanks.stream().filter(row -> row.size() == width).count() >= 0.95 * blanks.size();
        return best == 0 && regular ? BLANKS : best == 0 ? ',' : best;
    }

    private static int usualWidth(final List<List<String>> rows) {
        final var widths = new HashMap<Integer, Integer>();
        rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
        return widths.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey)
                .orElse(0);
    }

    private static List<List<String>> rows(final String text, final char separator) {
        final var rows = new ArrayList<List<String>>();
        try (var reader = new CsvReader(new StringReader(text), separator, "")) {
            while (rows.size() < ROWS && reader.next()) {
                final var row = new ArrayList<String>();
                for (int i = 0; i < reader.width(); i++) {
                    row.add(reader.text(i));
                }
                rows.add(row);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (ProblemException brokenQuote) {
            // another separator may do better; reading the file says what is wrong
            return rows;
        }
        return rows;
    }

    /** The first row names the columns unless all of it is numbers, or it looks like the rows below. */
    private static boolean header(final List<List<String>> rows) {
        return rows.isEmpty() || !rows.getFirst().stream().allMatch(cell -> cell.isEmpty() || CellKind.isNumber(cell));
    }
}
