// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Stream;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;

/** What should be known of the terms of a linear model. */
final class Warnings {

    private static final int MOST = 10;

    private Warnings() {
    }

    /** {@return the first of many} */
    static Message listed(final Collection<Message> names) {
        return Message.join(", ", Stream.concat(names.stream().limit(MOST), names.size() > MOST ? Stream.of(Message.name("…")) : Stream.empty()).toList());
    }

    /** {@return the category of a term in words; a dash for a number} */
    static Message level(final Terms terms, final int term) {
        return category(terms, term, terms.level(term));
    }

    /** {@return the category that a term is compared with; a dash for a number} */
    static Message reference(final Terms terms, final int term) {
        return category(terms, term, terms.reference(terms.owner(term)));
    }

    private static Message category(final Terms terms, final int term, final int level) {
        final int feature = terms.owner(term);
        return level == Terms.NUMBER ? Message.name("-") : Message.value(terms.encoding().name(feature), terms.category(feature, level));
    }

    static void terms(final Result.Builder result, final Terms terms, final Examples examples, final int used) {
        final var references = terms.references();
        if (!references.isEmpty()) {
            result.say(Messages.of("linear.references", listed(references)));
        }
        if (used < examples.count()) {
            result.warn("linear.left-out", Messages.of("linear.left-out", examples.count() - used));
        }
        final var constant = new ArrayList<Message>();
        final var filled = new ArrayList<Message>();
        for (int j = 0; j < terms.encoding().width(); j++) {
            boolean found = false;
            for (int term = 0; term < terms.width(); term++) {
                found |= terms.owner(term) == j;
            }
            if (!found) {
                constant.add(terms.encoding().title(j));
            } else if (used == examples.count() && missing(examples.features().columns()[j])) {
                filled.add(terms.encoding().title(j));
            }
        }
        if (!constant.isEmpty()) {
            result.warn("linear.constant", Messages.of("linear.constant", listed(constant)));
        }
        if (!filled.isEmpty()) {
            result.warn("linear.filled", Messages.of("linear.filled", listed(filled)));
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
