// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;

/** What should be known of the terms of a linear model. */
final class Warnings {

    private static final int MOST = 10;

    private Warnings() {
    }

    /** {@return the first of many names} */
    static String listed(final List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? ", …" : "");
    }

    /** {@return the category of a term in words; a dash for a number} */
    static String level(final Terms terms, final int term) {
        return terms.level(term) == Terms.NUMBER ? "-" : terms.category(terms.owner(term), terms.level(term));
    }

    /** {@return the category that a term is compared with; a dash for a number} */
    static String reference(final Terms terms, final int term) {
        final int reference = terms.reference(terms.owner(term));
        return reference == Terms.NUMBER ? "-" : terms.category(terms.owner(term), reference);
    }

    static void terms(final Result.Builder result, final Terms terms, final Examples examples, final int used) {
        final var references = terms.referenceNames();
        if (!references.isEmpty()) {
            result.say(Messages.of("linear.references", Message.name(listed(references))));
        }
        if (used < examples.count()) {
            result.warn("linear.left-out", Messages.of("linear.left-out", examples.count() - used));
        }
        final var constant = new ArrayList<String>();
        final var filled = new ArrayList<String>();
        for (int j = 0; j < terms.encoding().width(); j++) {
            boolean found = false;
            for (int term = 0; term < terms.width(); term++) {
                found |= terms.owner(term) == j;
            }
            if (!found) {
                constant.add(terms.encoding().name(j));
            } else if (used == examples.count() && missing(examples.features().columns()[j])) {
                filled.add(terms.encoding().name(j));
            }
        }
        if (!constant.isEmpty()) {
            result.warn("linear.constant", Messages.of("linear.constant", Message.name(listed(constant))));
        }
        if (!filled.isEmpty()) {
            result.warn("linear.filled", Messages.of("linear.filled", Message.name(listed(filled))));
        }
    }

    private static boolean missing(final double[] column) {
        for (final double value : column) {
            if (value != value) {
                return true;
            }
        }
        return false;
    }
}
