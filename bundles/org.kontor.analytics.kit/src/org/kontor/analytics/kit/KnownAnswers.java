// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;

/**
 * What every provider of a method has to find, whatever way it takes.
 *
 * @since 0.1
 */
public final class KnownAnswers {

    /** Each answers for the methods it knows. */
    private static final List<Function<String, List<Known>>> FAMILIES = List.of(
            BasketAnswers::of,
            ClusteringAnswers::of,
            ForecastAnswers::of,
            IndexAnswers::of,
            LearningAnswers::of,
            PreparationAnswers::of,
            RecommendationAnswers::of,
            RegressionAnswers::of,
            SegmentAnswers::of,
            StatisticsAnswers::of,
            TextAnswers::of,
            ValueAnswers::of);

    static final List<String> LEAVES = List.of("sepal-length", "sepal-width", "petal-length", "petal-width");

    private KnownAnswers() {
    }

    /**
     * A question with a known answer.
     *
     * @param question the data and parameters
     * @param answer   throws an {@link AssertionError} where a result is another one
     */
    public record Known(Case question, Consumer<Result> answer) {
    }

    /**
     * The questions for a method.
     *
     * @param method its identifier
     * @return empty for a method that the kit does not know
     */
    public static List<Known> of(final String method) {
        return FAMILIES.stream().flatMap(family -> family.apply(method).stream()).toList();
    }

    /**
     * Lengths and widths of the leaves of 150 irises (R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; in the
     * public domain), with the species as a text.
     *
     * @return the frame
     */
    public static Frame iris() {
        final List<List<String>> cells = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(KnownAnswers.class.getResourceAsStream("iris.csv"), StandardCharsets.US_ASCII))) {
            reader.lines().skip(1).forEach(line -> cells.add(List.of(line.split(","))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < LEAVES.size(); j++) {
            final int column = j;
            columns.add(NumberColumn.of(LEAVES.get(j), cells.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray()));
        }
        columns.add(TextColumn.of("species", cells.stream().map(List::getLast).toList()));
        return Frame.of(columns);
    }

    /**
     * Twelve orders of four customers.
     *
     * @return customers, days and amounts in their roles
     */
    public static Dataset orders() {
        final var days = new ArrayList<Integer>();
        for (final var day : List.of("2024-06-29", "2024-05-01", "2024-04-01", "2024-03-01", "2024-02-01", "2024-01-01", "2024-03-30", "2024-03-30", "2023-12-31",
                "2023-07-01", "2023-06-30", "2023-06-30")) {
            days.add((int) LocalDate.parse(day).toEpochDay());
        }
        final var frame = Frame.of(TextColumn.of("customer", List.of("a", "a", "a", "a", "a", "a", "b", "b", "c", "c", "d", "d")),
                DateColumn.of("day", days.stream().mapToInt(Integer::intValue).toArray(), Missing.NONE),
                NumberColumn.of("amount", 1000, 1, 1, 1, 1, 1, 500, 1, 99.5, 0, 99, 1));
        return new Dataset(frame, Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("day"), Role.VALUE, List.of("amount")));
    }
}
