// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;

/**
 * Compares answers with what came true.
 *
 * @param answers    one for each row
 * @param truth      what came true, row by row; rows without count for nothing
 * @param unanswered hears how many other rows have no answer
 */
record Judge(TablePart answers, Column truth, IntConsumer unanswered) {

    /** {@return how far numbers are from those that came true; empty where there are none} */
    Optional<Score> numbers() {
        return answers.column(Meaning.SCORE).or(() -> answers.column(Meaning.MONEY)).map(this::numbers);
    }

    private Score numbers(final Column answered) {
        final var expected = new double[truth.rows()];
        final var given = new double[truth.rows()];
        int size = 0;
        for (int row = 0; row < truth.rows(); row++) {
            if (!truth.isMissing(row) && !answered.isMissing(row)) {
                expected[size] = truth.number(row);
                given[size++] = answered.number(row);
            }
        }
        unanswered.accept(truth.rows() - truth.missing() - size);
        return new Score.Numbers(Arrays.copyOf(expected, size), Arrays.copyOf(given, size));
    }

    /**
     * How often classes are right.
     *
     * @param known where all classes occur
     * @return empty where there are no answers that name a class
     */
    Optional<Score> classes(final Column known) {
        final var names = new TreeSet<String>();
        for (int row = 0; row < known.rows(); row++) {
            if (!known.isMissing(row)) {
                names.add(known.text(row));
            }
        }
        return answers.column(Meaning.LABEL).map(label -> classes(label, List.copyOf(names)));
    }

    private Score classes(final Column label, final List<String> classes) {
        final var probabilities = probabilities(classes);
        final var expected = new ArrayList<String>();
        final var given = new ArrayList<String>();
        final var shares = new ArrayList<double[]>();
        int open = 0;
        for (int row = 0; row < truth.rows(); row++) {
            if (truth.isMissing(row)) {
                continue;
            }
            if (label.isMissing(row)) {
                open++;
                continue;
            }
            expected.add(truth.text(row));
            given.add(label.text(row));
            final int at = row;
            probabilities.ifPresent(columns -> shares.add(Arrays.stream(columns).mapToDouble(column -> column.applyAsDouble(at)).toArray()));
        }
        unanswered.accept(open);
        return new Score.Classes(classes, expected, given, shares);
    }

    /** The probability of each class: a column named after it ({@code NAME} or ending in {@code -NAME}), or, of two classes, one column. */
    private Optional<IntToDoubleFunction[]> probabilities(final List<String> classes) {
        final var columns = answers.heads().stream().filter(head -> head.meaning() == Meaning.PROBABILITY)
                .map(head -> answers.frame().column(head.column())).toList();
        final var found = new HashMap<String, Column>();
        for (final var name : classes) {
            // one name may end like another, so the whole name goes before its end
            Stream.<Predicate<Column>>of(column -> column.name().equals(name), column -> column.name().equals("probability-" + name),
                    column -> column.name().endsWith('-' + name)).flatMap(fits -> columns.stream().filter(fits)).findFirst()
                    .ifPresent(column -> found.put(name, column));
        }
        if (found.size() == classes.size()) {
            return Optional.of(classes.stream().map(found::get)
                    .<IntToDoubleFunction>map(column -> column::number).toArray(IntToDoubleFunction[]::new));
        }
        if (classes.size() == 2 && columns.size() == 1) {
            final var positive = columns.getFirst();
            final boolean first = found.containsKey(classes.getFirst());
            return Optional.of(new IntToDoubleFunction[] {
                row -> first ? positive.number(row) : 1 - positive.number(row), row -> first ? 1 - positive.number(row) : positive.number(row)});
        }
        return Optional.empty();
    }
}
