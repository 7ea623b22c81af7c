// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;

/**
 * How the bytes of a file become rows of values. Guessed from the file; every part can be set to something else. Immutable.
 *
 * @param charset   the encoding; a byte order mark is skipped whatever it is
 * @param separator what stands between values
 * @param quote     what surrounds values that hold separators or line ends
 * @param skipLines how many lines at the start are no part of the table
 * @param header    whether the first row names the columns
 * @param evidence  why; one entry a decision
 * @since 0.1
 */
public record ReadOptions(Charset charset, Separator separator, char quote, int skipLines, boolean header, List<Evidence> evidence) {

    public ReadOptions {
        Objects.requireNonNull(charset);
        Objects.requireNonNull(separator);
        evidence = List.copyOf(evidence);
        if (skipLines < 0 || quote == separator.character() || quote == '\n' || quote == '\r') {
            throw new IllegalArgumentException("skip " + skipLines + ", quote " + (int) quote);
        }
    }

    /**
     * @param other another encoding
     * @return the same options with it
     */
    public ReadOptions withCharset(final Charset other) {
        return new ReadOptions(other, separator, quote, skipLines, header, without("encoding"));
    }

    /**
     * @param other another separator
     * @return the same options with it
     */
    public ReadOptions withSeparator(final Separator other) {
        return new ReadOptions(charset, other, quote, skipLines, header, without("separator"));
    }

    /**
     * @param other another quote character
     * @return the same options with it
     */
    public ReadOptions withQuote(final char other) {
        return new ReadOptions(charset, separator, other, skipLines, header, evidence);
    }

    /**
     * @param lines how many lines to skip
     * @return the same options with it
     */
    public ReadOptions withSkipLines(final int lines) {
        return new ReadOptions(charset, separator, quote, lines, header, without("skipLines"));
    }

    /**
     * @param named whether the first row names the columns
     * @return the same options with it
     */
    public ReadOptions withHeader(final boolean named) {
        return new ReadOptions(charset, separator, quote, skipLines, named, without("header"));
    }

    private List<Evidence> without(final String option) {
        return evidence.stream().filter(entry -> !entry.option().equals(option)).toList();
    }
}
