// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.Objects;

/**
 * The different texts of a {@link TextColumn}, numbered from 0. Immutable and safe for any thread. Where the texts can be worked out from
 * something smaller, such as identifiers, a source brings its own dictionary and none of them is kept.
 *
 * @since 0.1
 */
public interface Dictionary {

    /**
     * How many texts there are.
     *
     * @return 0 or more
     */
    int size();

    /**
     * A text.
     *
     * @param code 0 to {@link #size()} - 1
     * @return the text; different for each code
     */
    String text(int code);

    /**
     * A dictionary of given texts.
     *
     * @param texts all different; the array is given away
     * @return the dictionary
     */
    static Dictionary of(final String... texts) {
        Objects.requireNonNull(texts);
        return new Dictionary() {
            @Override
            public int size() {
                return texts.length;
            }

            @Override
            public String text(final int code) {
                return texts[code];
            }
        };
    }
}
