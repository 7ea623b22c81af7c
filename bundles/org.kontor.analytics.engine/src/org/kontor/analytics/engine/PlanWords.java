// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.result.Mention;
import org.kontor.core.problem.ProblemException;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.store.Store;

/**
 * What people call the columns of a plan and the values that stand in them, in the language of the moment. Records keep their identifiers. Immutable
 * and safe for any thread.
 *
 * @since 0.1
 */
public final class PlanWords implements Mention.Words {

    private final Map<String, String> titles;
    /** By column, then by value. */
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    private PlanWords(final Map<String, String> titles) {
        this.titles = Map.copyOf(titles);
        for (final var type : Catalogue.standard().types()) {
            for (final var field : type.fields()) {
                if (field.kind() == FieldKind.CHOICE) {
                    titles.keySet().stream().filter(column -> same(column, field.name()))
                            .map(column -> labels.computeIfAbsent(column, unseen -> new HashMap<>()))
                            .forEach(known -> field.choices().forEach(choice -> known.putIfAbsent(choice.name(), Field.label(choice))));
                }
            }
        }
    }

    /**
     * The words for columns with titles.
     *
     * @param titles the titles by the names of the columns
     * @return these, and the labels of choices of the model in columns with the name of such a field
     */
    public static PlanWords of(final Map<String, String> titles) {
        return new PlanWords(titles);
    }

    /**
     * The words for a plan; waits for the database.
     *
     * @param sources know the titles of columns
     * @param store   the open store
     * @param plan    what is analysed
     * @return the words; where the source is gone, such as a file, columns and values keep their names
     */
    public static PlanWords of(final Sources sources, final Store store, final Plan plan) {
        final var input = new SourceInput(Optional.of(store), plan.sourceOptions());
        final var titles = new HashMap<String, String>();
        try {
            final var source = sources.source(plan.source());
            source.columns(input).stream().filter(column -> plan.columns().contains(column.name()))
                    .forEach(column -> titles.put(column.name(), column.title().text()));
            final var words = new PlanWords(titles);
            source.words(input).forEach((column, known) -> {
                final var labels = words.labels.computeIfAbsent(column, unseen -> new HashMap<>());
                known.forEach((value, word) -> labels.put(value, word.text()));
            });
            return words;
        } catch (ProblemException gone) {
            return new PlanWords(Map.of());
        }
    }

    private static boolean same(final String column, final String field) {
        return column.substring(column.lastIndexOf('.') + 1).replace("-", "").equalsIgnoreCase(field);
    }

    @Override
    public String column(final String name) {
        return titles.getOrDefault(name, name);
    }

    @Override
    public String value(final String column, final String value) {
        return label(column, value).orElse(value);
    }

    /**
     * What people call a value.
     *
     * @param column the column
     * @param value  the value as it is in the data
     * @return its label; empty where it has none
     */
    public Optional<String> label(final String column, final String value) {
        return Optional.ofNullable(labels.getOrDefault(column, Map.of()).get(value));
    }
}
