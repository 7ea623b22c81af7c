// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** The objects of a PDF 1.7 file (ISO 32000-1) in their order, with the table that finds them. Has no date, so equal pictures are equal files. */
final class PdfFile {

    private final List<byte[]> objects = new ArrayList<>();

    /** Makes room for an object that others refer to before it is known. */
    int reserve() {
        objects.add(new byte[0]);
        return objects.size();
    }

    void set(final int number, final String object) {
        objects.set(number - 1, ascii(object));
    }

    int add(final String object) {
        final int number = reserve();
        set(number, object);
        return number;
    }

    int addStream(final String content) {
        final var packed = packed(ascii(content));
        final var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii("<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n"));
        bytes.writeBytes(packed);
        bytes.writeBytes(ascii("\nendstream"));
        objects.add(bytes.toByteArray());
        return objects.size();
    }

    byte[] write(final int catalog, final int info) {
        final var out = new ByteArrayOutputStream();
        // four bytes above 127 tell programs that move files that this one is not text
        out.writeBytes(ascii("%PDF-1.7\n%"));
        out.writeBytes(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
        final var places = new StringBuilder();
        for (int index = 0; index < objects.size(); index++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(ascii((index + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(index));
            out.writeBytes(ascii("\nendobj\n"));
        }
        final int table = out.size();
        out.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n" + places));
        out.writeBytes(ascii("trailer\n<< /Size " + (objects.size() + 1) + " /Root " + catalog + " 0 R /Info " + info + " 0 R >>\nstartxref\n"
                + table + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] packed(final byte[] bytes) {
        final var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            final var out = new ByteArrayOutputStream();
            final var buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A number without an exponent, which PDF does not know. */
    static String number(final double value) {
        final long thousandths = Math.round(value * 1_000);
        if (thousandths % 1_000 == 0) {
            return Long.toString(thousandths / 1_000);
        }
        final var digits = String.format(Locale.ROOT, "%.3f", thousandths / 1_000.0);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** A text of any language. */
    static String text(final String text) {
        final var hex = new StringBuilder("<FEFF");
        for (int index = 0; index < text.length(); index++) {
            hex.append(String.format(Locale.ROOT, "%04X", (int) text.charAt(index)));
        }
        return hex.append('>').toString();
    }
}
