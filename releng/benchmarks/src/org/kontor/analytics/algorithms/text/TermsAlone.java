// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.RunContext;

/**
 * Weights of runs of one and two characters alone, without a classifier learned from them. No method offers that by itself, so this lies in the
 * package of the one that needs it.
 */
public final class TermsAlone {

    private final TfIdf found;

    private TermsAlone(final TfIdf found) {
        this.found = found;
    }

    public static TermsAlone of(final List<String> texts, final RunContext context) {
        return new TermsAlone(TfIdf.of(Grams.of(texts.size(), texts::get, new Symbols(false), 1, 2, context), 1, false, context));
    }

    /** {@return how many different runs there are} */
    public int terms() {
        return found.columns();
    }

    /** {@return how many runs texts have, each counted once in a text} */
    public int entries() {
        return found.values().length;
    }

    /** {@return the sum of all weights} */
    public double sum() {
        return Arrays.stream(found.values()).sum();
    }
}
