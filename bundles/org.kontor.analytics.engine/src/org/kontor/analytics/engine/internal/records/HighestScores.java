// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

/**
 * The records that matter most in the result of a scoring: those whose score it explains, and where it explains none the highest of all.
 *
 * @param sought the class whose probability the scores are, as people call it; empty where a number is predicted
 * @param rows   the highest score first; of equal scores the record that was scored first
 */
record HighestScores(Optional<String> sought, List<FollowUps.Row> rows) {

    /** {@return the list in the words of people; empty where the result has no scores, or scores of which none is more than another} */
    static Optional<HighestScores> of(final Result result, final Mention.Words words) {
        return result.table(ModelDeployments.SCORES).filter(HighestScores::isOrdered).map(scores -> {
            final var explained = result.table(ModelDeployments.REASONS);
            return new HighestScores(sought(scores, words), explained.map(table -> rows(table, words)).orElseGet(() -> rows(scores, words)));
        });
    }

    /** Of several classes the score is the probability of one or the other. */
    private static boolean isOrdered(final TablePart scores) {
        return scores.column(Meaning.SCORE).filter(score -> score.type().isNumeric()).isPresent()
                && (scores.column(Meaning.LABEL).isEmpty() || scores.frame().find(ModelDeployments.SOUGHT).isPresent());
    }

    private static Optional<String> sought(final TablePart scores, final Mention.Words words) {
        return scores.heads().stream().filter(head -> head.column().equals(ModelDeployments.SOUGHT)).findFirst().flatMap(head -> {
            final var column = scores.frame().column(head.column());
            return IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row)).mapToObj(column::text).findFirst()
                    .map(value -> head.valuesOf().map(of -> words.value(of, value)).orElse(value));
        });
    }

    private static List<FollowUps.Row> rows(final TablePart table, final Mention.Words words) {
        final var id = table.frame().column("id");
        final var score = table.frame().column("score");
        final var reasons = table.heads().stream().filter(head -> head.meaning() == Meaning.REASON).findFirst();
        return IntStream.range(0, score.rows()).filter(row -> !score.isMissing(row)).boxed()
                .sorted(Collections.reverseOrder(Comparator.comparingDouble(score::number))).limit(FollowUps.MOST)
                .map(row -> new FollowUps.Row(id.text(row), score.number(row),
                        reasons.map(head -> reason(head, table.frame().column(head.column()), row, words)).orElse("")))
                .toList();
    }

    private static String reason(final TablePart.Head head, final Column column, final int row, final Mention.Words words) {
        if (column.isMissing(row)) {
            return "";
        }
        final var text = column.text(row);
        return head.words().stream().filter(word -> word.text(Locale.ENGLISH).equals(text)).findFirst().map(word -> word.text(words)).orElse(text);
    }
}
