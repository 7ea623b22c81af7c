// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.result.Readable;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.core.problem.ProblemException;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.store.Store;

/** What people call the columns, the values and the records that a result names. */
public final class Wording implements Mention.Words {

    private final Map<String, String> titles;
    /** By column, then by value. */
    private final Map<String, Map<String, String>> labels;
    private final UnaryOperator<String> names;

    private Wording(final Map<String, String> titles, final Map<String, Map<String, String>> labels, final UnaryOperator<String> names) {
        this.titles = titles;
        this.labels = labels;
        this.names = names;
    }

    /**
     * The words for the result of a plan; waits for the database.
     *
     * @param sources know the titles of columns
     * @param store   the open store
     * @param plan    what was analysed
     * @param result  what came out
     * @return the words
     */
    public static Wording of(final Sources sources, final Store store, final Plan plan, final Result result) {
        final var wording = of(titles(sources, store, plan), CustomerNames.read(store, result));
        words(sources, store, plan).forEach((column, words) -> {
            final var labels = wording.labels.computeIfAbsent(column, unseen -> new HashMap<>());
            words.forEach((value, word) -> labels.put(value, word.text()));
        });
        return wording;
    }

    private static Map<String, Map<String, Message>> words(final Sources sources, final Store store, final Plan plan) {
        try {
            return sources.source(plan.source()).words(new SourceInput(Optional.of(store), plan.sourceOptions()));
        } catch (ProblemException gone) {
            // a file that is no longer there: its values keep their names
            return Map.of();
        }
    }

    /**
     * The words for the columns of a plan alone; records keep their identifiers.
     *
     * @param sources know the titles of columns
     * @param store   the open store
     * @param plan    what is analysed
     * @return the words
     */
    public static Wording ofColumns(final Sources sources, final Store store, final Plan plan) {
        return of(titles(sources, store, plan), UnaryOperator.identity());
    }

    /** The words for columns with titles. */
    static Wording of(final Map<String, String> titles, final UnaryOperator<String> names) {
        final var labels = new HashMap<String, Map<String, String>>();
        for (final var type : Catalogue.standard().types()) {
            for (final var field : type.fields()) {
                if (field.kind() == FieldKind.CHOICE) {
                    titles.keySet().stream().filter(column -> same(column, field.name()))
                            .map(column -> labels.computeIfAbsent(column, unseen -> new HashMap<>()))
                            .forEach(known -> field.choices().forEach(choice -> known.putIfAbsent(choice.name(), Field.label(choice))));
                }
            }
        }
        return new Wording(titles, labels, names);
    }

    private static Map<String, String> titles(final Sources sources, final Store store, final Plan plan) {
        final var titles = new HashMap<String, String>();
        try {
            sources.source(plan.source()).columns(new SourceInput(Optional.of(store), plan.sourceOptions())).stream()
                    .filter(column -> plan.columns().contains(column.name())).forEach(column -> titles.put(column.name(), column.title().text()));
        } catch (ProblemException gone) {
            // a file that is no longer there: its columns keep their names
            titles.clear();
        }
        return titles;
    }

    private static boolean same(final String column, final String field) {
        return column.substring(column.lastIndexOf('.') + 1).replace("-", "").equalsIgnoreCase(field);
    }

    /**
     * A result in these words.
     *
     * @param result the result
     * @return the same numbers
     */
    public Result of(final Result result) {
        return Readable.of(result, this);
    }

    /**
     * What is shown of a result.
     *
     * @param result the result
     * @param notes  more that is to be known of it
     * @return what is shown
     */
    public ResultPage.Shown of(final Result result, final List<Message> notes) {
        return new ResultPage.Shown(of(result), notes.stream().map(note -> note.text(this)).toList(), names);
    }

    @Override
    public String column(final String name) {
        return titles.getOrDefault(name, name);
    }

    @Override
    public String value(final String column, final String value) {
        final var label = labels.getOrDefault(column, Map.of()).get(value);
        return label == null ? names.apply(value) : label;
    }
}
