// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.result.Readable;
import org.kontor.core.problem.ProblemException;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.store.Store;

/** What people call the columns, the values and the records that a result names. */
public final class Wording {

    private static final Pattern QUOTED = Pattern.compile("“([^“”]+)”");
    /** Names that are no words of a language: they have a hyphen, a dot, an underscore or a capital inside. */
    private static final String TECHNICAL = "[A-Za-z]+[a-z0-9]*(?:[-._][A-Za-z0-9]+|[A-Z][A-Za-z0-9]*)+|[A-Z]{3,}";
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*";
    private static final Pattern LIST = Pattern.compile("(?<=: )" + NAME + "(?:, " + NAME + ")*(?=\\.?$)");
    /** What is compared with something is a name, too. */
    private static final Pattern NAMES_BESIDE_WORDS = Pattern.compile(TECHNICAL + '|' + NAME + "(?= [<>=≤≥∈∉])");
    /** Among Chinese characters every Latin word is a name. */
    private static final Pattern NAMES_ALONE = Pattern.compile(NAME);

    private final Map<String, String> titles;
    private final Map<String, String> values;
    private final UnaryOperator<String> names;
    private final Pattern tokens;

    private Wording(final Map<String, String> titles, final Map<String, String> values, final UnaryOperator<String> names) {
        this.titles = titles;
        this.values = values;
        this.names = names;
        this.tokens = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage()) ? NAMES_ALONE : NAMES_BESIDE_WORDS;
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
        return of(titles(sources, store, plan), CustomerNames.read(store, result));
    }

    /** The words for columns with titles. */
    static Wording of(final Map<String, String> titles, final UnaryOperator<String> names) {
        final var values = new HashMap<String, String>();
        for (final var type : Catalogue.standard().types()) {
            for (final var field : type.fields()) {
                if (field.kind() == FieldKind.CHOICE && titles.keySet().stream().anyMatch(column -> same(column, field.name()))) {
                    field.choices().forEach(choice -> values.putIfAbsent(choice.name(), Field.label(choice)));
                }
            }
        }
        return new Wording(titles, values, names);
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

    /** What people call a record, by its identifier. */
    public UnaryOperator<String> names() {
        return names;
    }

    /** A result in these words. */
    public Result of(final Result result) {
        return Readable.of(result, this::text);
    }

    /**
     * A text in these words.
     *
     * @param text a text of a result
     * @return the same with titles, labels and names in it
     */
    public String text(final String text) {
        if (titles.containsKey(text) || values.containsKey(text)) {
            return word(text);
        }
        final var quoted = QUOTED.matcher(text).replaceAll(found -> Matcher.quoteReplacement("“" + word(found.group(1)) + "”"));
        final var named = CustomerNames.ID.matcher(quoted).replaceAll(found -> Matcher.quoteReplacement(names.apply(found.group())));
        final var listed = LIST.matcher(named).replaceAll(found -> Matcher.quoteReplacement(list(found.group())));
        return tokens.matcher(listed).replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
    }

    /** An enumeration of nothing but columns. */
    private String list(final String names) {
        final var each = names.split(", ");
        return Arrays.stream(each).allMatch(titles::containsKey) ? Arrays.stream(each).map(this::word).collect(Collectors.joining(", ")) : names;
    }

    private String word(final String name) {
        return Optional.ofNullable(titles.get(name)).or(() -> Optional.ofNullable(values.get(name))).orElse(name);
    }
}
