// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;

/**
 * What a model says of each row, in a form that does not depend on the method.
 *
 * @param label the class or the group; empty where numbers are predicted
 * @param score of two classes the probability of the one that is looked for, of several that of the class that is answered, else the number that is
 *              predicted or the grade; empty where there is none
 * @param sought of two classes the one whose probability the score is; else empty
 */
public record Answers(Optional<Column> label, Optional<Column> score, Optional<String> sought) {

    private static final String PROBABILITY = "probability-";

    /** {@return the answers in a table of them} */
    public static Answers of(final TablePart table) {
        final var shares = table.heads().stream().filter(head -> head.meaning() == Meaning.PROBABILITY)
                .map(head -> table.frame().column(head.column())).toList();
        final var label = table.column(Meaning.LABEL);
        if (shares.isEmpty() || label.isEmpty()) {
            return new Answers(label, table.column(Meaning.SCORE).or(() -> table.column(Meaning.MONEY)), Optional.empty());
        }
        if (shares.size() > 2) {
            return new Answers(label, Optional.of(highest(shares)), Optional.empty());
        }
        final var name = shares.getLast().name();
        return new Answers(label, Optional.of(shares.getLast()), Optional.of(name.startsWith(PROBABILITY) ? name.substring(PROBABILITY.length()) : name));
    }

    private static Column highest(final List<Column> shares) {
        return NumberColumn.of("probability", IntStream.range(0, shares.getFirst().rows())
                .mapToDouble(row -> shares.stream().mapToDouble(column -> column.number(row)).max().orElse(Double.NaN)).toArray());
    }

    /** {@return what shows best how answers are spread} */
    public Optional<Column> spread() {
        return score.or(() -> label);
    }
}
