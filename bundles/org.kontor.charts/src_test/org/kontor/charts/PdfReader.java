// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a PDF file back by its table of objects, strictly: an object that does not lie where the table says is an error. */
final class PdfReader {

    private static final Pattern STREAM = Pattern.compile("(?s)<< /Length (\\d+) /Filter /FlateDecode >>\nstream\n(.*)\nendstream");

    private final String file;
    private final Map<Integer, String> objects = new HashMap<>();

    PdfReader(final byte[] bytes) {
        file = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!file.startsWith("%PDF-1.7\n") || !file.endsWith("%%EOF\n")) {
            throw new AssertionError("no PDF file");
        }
        final int table = Integer.parseInt(find("startxref\n(\\d+)\n", file));
        final int count = Integer.parseInt(find("^xref\n0 (\\d+)\n", file.substring(table)));
        final var lines = file.substring(table).split("\n");
        for (int number = 1; number < count; number++) {
            final int at = Integer.parseInt(lines[2 + number].substring(0, 10));
            final var start = number + " 0 obj\n";
            if (!file.startsWith(start, at)) {
                throw new AssertionError("object " + number + " is not at " + at);
            }
            objects.put(number, file.substring(at + start.length(), file.indexOf("\nendobj\n", at)));
        }
    }

    private static String find(final String pattern, final String text) {
        final var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private String object(final String reference) {
        return objects.get(Integer.parseInt(reference));
    }

    private String page() {
        return object(find("/Kids \\[(\\d+) 0 R\\]", object(find("/Pages (\\d+) 0 R", object(find("/Root (\\d+) 0 R", file))))));
    }

    private static String unpacked(final String stream) {
        final var matcher = STREAM.matcher(stream);
        if (!matcher.matches()) {
            throw new AssertionError(stream);
        }
        final var bytes = matcher.group(2).getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length != Integer.parseInt(matcher.group(1))) {
            throw new AssertionError("length " + bytes.length);
        }
        final var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            final var out = new ByteArrayOutputStream();
            final var buffer = new byte[4_096];
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
            return out.toString(StandardCharsets.US_ASCII);
        } catch (DataFormatException broken) {
            throw new AssertionError(broken);
        } finally {
            inflater.end();
        }
    }

    private static String decoded(final String hex) {
        final var text = new StringBuilder();
        for (int at = 0; at + 4 <= hex.length(); at += 4) {
            text.append((char) Integer.parseInt(hex.substring(at, at + 4), 16));
        }
        return text.toString();
    }

    List<Double> mediaBox() {
        return Arrays.stream(find("/MediaBox \\[([^]]+)\\]", page()).split(" ")).map(Double::valueOf).toList();
    }

    String title() {
        return decoded(find("/Title <FEFF([0-9A-F]*)>", object(find("/Info (\\d+) 0 R", file))));
    }

    String content() {
        return unpacked(object(find("/Contents (\\d+) 0 R", page())));
    }

    /** The texts in the order in which they are drawn, as a search in the file would find them. */
    List<String> texts() {
        final var texts = new ArrayList<String>();
        final var fonts = new HashMap<String, Map<String, String>>();
        for (final var text : content().split("BT\n")) {
            final int end = text.indexOf("ET\n");
            if (end < 0) {
                continue;
            }
            final var read = new StringBuilder();
            Map<String, String> font = Map.of();
            for (final var line : text.substring(0, end).split("\n")) {
                if (line.endsWith("Tf")) {
                    final var name = line.substring(0, line.indexOf(' '));
                    font = fonts.computeIfAbsent(name, unseen -> unicode(object(find(unseen + " (\\d+) 0 R", page()))));
                } else if (line.endsWith("Tj")) {
                    for (int at = 1; line.charAt(at) != '>'; at += 2) {
                        read.append(font.get(line.substring(at, at + 2)));
                    }
                }
            }
            texts.add(read.toString().strip());
        }
        return texts;
    }

    private Map<String, String> unicode(final String font) {
        final var codes = new HashMap<String, String>();
        final var matcher = Pattern.compile("<([0-9A-F]{2})> <([0-9A-F]+)>\n").matcher(unpacked(object(find("/ToUnicode (\\d+) 0 R", font))));
        while (matcher.find()) {
            codes.put(matcher.group(1), decoded(matcher.group(2)));
        }
        return codes;
    }
}
