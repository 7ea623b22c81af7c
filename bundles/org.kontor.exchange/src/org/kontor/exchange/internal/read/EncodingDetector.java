// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.internal.Messages;

/**
 * Finds out how the text of a file is encoded: byte order mark, else the zero bytes of UTF-16, else whether the bytes are well-formed UTF-8
 * (RFC 3629), else whether they are mostly pairs of the national standard GB 18030's common planes, else windows-1252.
 */
public final class EncodingDetector {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private EncodingDetector() {
    }

    /**
     * @param charset the encoding
     * @param reason  the key of the text that says why
     * @param certain false where it is only the likeliest
     */
    public record Detected(Charset charset, String reason, boolean certain) {
    }

    /**
     * @param head  the beginning of the file
     * @param whole whether that is all of it
     * @param name  the file, for problems
     * @return the encoding
     */
    public static Detected detect(final byte[] head, final boolean whole, final String name) {
        refuseKnownBinary(head, name);
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Detected(StandardCharsets.UTF_8, "bom", true);
        } else if (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF)) {
            throw Problem.of(Messages.TEXTS, "encoding.utf32", name).asException();
        } else if (starts(head, 0xFF, 0xFE)) {
            return new Detected(StandardCharsets.UTF_16LE, "bom", true);
        } else if (starts(head, 0xFE, 0xFF)) {
            return new Detected(StandardCharsets.UTF_16BE, "bom", true);
        }
        final var wide = wide(head);
        if (wide != null) {
            return new Detected(wide, "zeros", true);
        }
        refuseControls(head, name);
        if (decodes(head, whole, StandardCharsets.UTF_8)) {
            return new Detected(StandardCharsets.UTF_8, ascii(head) ? "ascii" : "wellFormed", true);
        }
        if (decodes(head, whole, GB18030) && commonPairs(head) >= 0.7) {
            return new Detected(GB18030, "pairs", true);
        }
        return new Detected(WESTERN, "fallback", false);
    }

    private static void refuseKnownBinary(final byte[] head, final String name) {
        if (starts(head, 'P', 'K', 3, 4)) {
            throw Problem.of(Messages.TEXTS, "file.workbook", name).asException();
        } else if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Problem.of(Messages.TEXTS, "file.workbook", name).asException();
        } else if (starts(head, '%', 'P', 'D', 'F') || starts(head, 0x1F, 0x8B) || starts(head, 0x89, 'P', 'N', 'G')
                || starts(head, 0xFF, 0xD8, 0xFF)
                || starts(head, 0x7F, 'E', 'L', 'F') || starts(head, 0xCA, 0xFE, 0xBA, 0xBE)) {
            throw Problem.of(Messages.TEXTS, "file.binary", name).asException();
        }
    }

    /**
     * UTF-16 without a mark: some bytes are zero, because even Chinese text has ASCII line ends and separators; read in the right order
     * these come out as ASCII, and nearly everything else as characters that people write.
     */
    private static Charset wide(final byte[] head) {
        final int length = head.length & ~1;
        boolean zeros = false;
        for (int i = 0; i < length && !zeros; i++) {
            zeros = head[i] == 0;
        }
        if (length < 4 || !zeros) {
            return null;
        }
        final int little = ascii(head, length, StandardCharsets.UTF_16LE);
        final int big = ascii(head, length, StandardCharsets.UTF_16BE);
        final var charset = little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Math.max(little, big) * 50 >= length / 2 && plausible(head, length, charset) ? charset : null;
    }

    /** How many characters are ASCII; none where there is no line end and the text is not all ASCII, as in a file that is no text. */
    private static int ascii(final byte[] head, final int length, final Charset charset) {
        final var text = new String(head, 0, length, charset);
        final long count = text.chars().filter(character -> character == '\n' || character == '\r' || character == '\t' || character >= ' '
                && character < 0x7F).count();
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || count == text.length() ? (int) count : 0;
    }

    private static boolean plausible(final byte[] head, final int length, final Charset charset) {
        final var text = new String(head, 0, length, charset);
        int good = 0;
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            if (character == '\n' || character == '\r' || character == '\t' || character >= ' ' && character < 0x250 || character >= 0x2000
                    && character < 0xA000
                    || character >= 0xAC00 && character < 0xE000 || character >= 0xF900 && character < 0xFFFD) {
                good++;
            }
        }
        return good * 100L >= text.length() * 95L;
    }

    private static void refuseControls(final byte[] head, final String name) {
        int controls = 0;
        for (final byte each : head) {
            if (each == 0) {
                throw Problem.of(Messages.TEXTS, "file.binary", name).asException();
            }
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f' && each != 0x1A) {
                controls++;
            }
        }
        if (controls * 100L > head.length) {
            throw Problem.of(Messages.TEXTS, "file.binary", name).asException();
        }
    }

    private static boolean starts(final byte[] head, final int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ascii(final byte[] head) {
        for (final byte each : head) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(final byte[] head, final boolean whole, final Charset charset) {
        final var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        final var in = ByteBuffer.wrap(head);
        final var out = CharBuffer.allocate(8192);
        while (true) {
            out.clear();
            final var result = decoder.decode(in, out, whole);
            if (result.isError()) {
                return false;
            } else if (result.isUnderflow()) {
                return true;
            }
        }
    }

    /** How many of the characters beyond ASCII are pairs of the GB 2312 part, where all everyday Chinese lies: both bytes from A1 on. */
    private static double commonPairs(final byte[] head) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < head.length; i++) {
            final int first = head[i] & 0xFF;
            if (first < 0x80) {
                continue;
            }
            final int second = i + 1 < head.length ? head[i + 1] & 0xFF : 0;
            if (first >= 0xA1 && first <= 0xF7 && second >= 0xA1 && second <= 0xFE) {
                pairs++;
                i++;
            } else {
                others++;
                i += second >= 0x40 ? 1 : 0;
            }
        }
        return pairs == 0 ? 0 : (double) pairs / (pairs + others);
    }
}
