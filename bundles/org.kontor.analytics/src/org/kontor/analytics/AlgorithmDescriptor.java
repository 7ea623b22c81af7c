// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.result.Message;
import org.kontor.core.text.Texts;

/**
 * What there is to know about an algorithm before it runs. Wizards, command lines and help are made from it.
 * <p>
 * Its texts stand in {@code texts} under {@code ID.name}, {@code ID.description} (one sentence: what question it answers),
 * {@code ID.strengths}, {@code ID.weaknesses}, {@code ID.parameter.NAME} and {@code ID.parameter.NAME.help} for each parameter and
 * {@code ID.parameter.NAME.CHOICE} for each choice; the columns of tables may be named under {@code ID.parameter.NAME.COLUMN}. A parameter
 * that several methods of one package have may stand there once, under {@code parameter.NAME} and so on.
 *
 * @param id           the identifier of the method, the same for all its providers: lower case, words joined by hyphens
 * @param version      the version of this provider, {@code major.minor.micro}; it grows whenever results change
 * @param family       what kind of question it answers
 * @param texts        where its texts stand
 * @param literature   the sources of the method, as they are cited
 * @param cost         how its running time grows, such as {@code O(n k d i)}
 * @param needs        the columns it takes
 * @param parameters   its settings, in the order in which they are shown
 * @param capabilities what else it can do
 * @param search       where a search for better settings looks; empty where no search is worth its time
 * @since 0.1
 */
public record AlgorithmDescriptor(String id, String version, Family family, Texts texts, List<String> literature, String cost,
        List<RoleNeed> needs, List<Parameter<?>> parameters, Set<Capability> capabilities, List<SearchRange> search) {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    public AlgorithmDescriptor {
        if (!id.matches(ID) || !version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException(id + ' ' + version);
        }
        literature = List.copyOf(literature);
        needs = List.copyOf(needs);
        parameters = List.copyOf(parameters);
        capabilities = Set.copyOf(capabilities);
        for (final var parameter : parameters) {
            if (!parameter.name().matches(ID)) {
                throw new IllegalArgumentException(id + " has a parameter called " + parameter.name());
            }
        }
        search = List.copyOf(search);
        for (final var range : search) {
            if (parameters.stream().noneMatch(parameter -> holds(parameter, range))) {
                throw new IllegalArgumentException(id + " has no parameter for " + range);
            }
        }
    }

    /**
     * Without a search for better settings.
     *
     * @param id           the identifier of the method
     * @param version      the version of this provider
     * @param family       what kind of question it answers
     * @param texts        where its texts stand
     * @param literature   the sources of the method
     * @param cost         how its running time grows
     * @param needs        the columns it takes
     * @param parameters   its settings
     * @param capabilities what else it can do
     */
    public AlgorithmDescriptor(final String id, final String version, final Family family, final Texts texts, final List<String> literature,
            final String cost, final List<RoleNeed> needs, final List<Parameter<?>> parameters, final Set<Capability> capabilities) {
        this(id, version, family, texts, literature, cost, needs, parameters, capabilities, List.of());
    }

    private static boolean holds(final Parameter<?> parameter, final SearchRange range) {
        return parameter.name().equals(range.parameter()) && switch (parameter) {
            case final IntegerParameter whole -> range.least() >= whole.least() && range.most() <= whole.most();
            case final RealParameter real -> range.least() >= real.least() && range.most() <= real.most();
            default -> false;
        };
    }

    /**
     * The same with a search for better settings.
     *
     * @param ranges where to look, each within what its parameter allows
     * @return the descriptor
     */
    public AlgorithmDescriptor searching(final SearchRange... ranges) {
        return new AlgorithmDescriptor(id, version, family, texts, literature, cost, needs, parameters, capabilities, List.of(ranges));
    }

    /**
     * What it is called.
     *
     * @return the name
     */
    public Message name() {
        return Message.of(texts, id + ".name");
    }

    /**
     * What question it answers.
     *
     * @return one sentence
     */
    public Message description() {
        return Message.of(texts, id + ".description");
    }

    /**
     * When it is the right method.
     *
     * @return one or two sentences
     */
    public Message strengths() {
        return Message.of(texts, id + ".strengths");
    }

    /**
     * When it is not.
     *
     * @return one or two sentences
     */
    public Message weaknesses() {
        return Message.of(texts, id + ".weaknesses");
    }

    /**
     * What a parameter is called.
     *
     * @param parameter one of this algorithm's
     * @return the label
     */
    public Message label(final Parameter<?> parameter) {
        return Message.of(texts, key(parameter));
    }

    /**
     * What a parameter does.
     *
     * @param parameter one of this algorithm's
     * @return one or two sentences, with its unit
     */
    public Message help(final Parameter<?> parameter) {
        return Message.of(texts, key(parameter) + ".help");
    }

    /**
     * What a choice is called.
     *
     * @param parameter one of this algorithm's
     * @param choice    one of its choices
     * @return the label
     */
    public Message label(final ChoiceParameter parameter, final String choice) {
        return Message.of(texts, key(parameter) + '.' + choice);
    }

    /**
     * What a column of a table is called.
     *
     * @param parameter one of this algorithm's
     * @param column    one of its columns
     * @return the label; the column's stable name where the texts have none
     */
    public Message label(final TableParameter parameter, final String column) {
        final var key = key(parameter) + '.' + column;
        return texts.has(key) ? Message.of(texts, key) : Message.name(column);
    }

    /**
     * What a text of the preset of a table is called, such as the name of a segment.
     *
     * @param parameter one of this algorithm's
     * @param cell      a text of its preset
     * @return the name; the text itself where the texts have none, under the parameter's key, {@code cell} and the text in small letters with
     *         hyphens
     */
    public Message cell(final TableParameter parameter, final String cell) {
        final var key = key(parameter) + ".cell." + cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return texts.has(key) ? Message.of(texts, key) : Message.name(cell);
    }

    private String key(final Parameter<?> parameter) {
        final var shared = "parameter." + parameter.name();
        final var own = id + '.' + shared;
        return texts.has(shared) && !texts.has(own) ? shared : own;
    }

    /**
     * Whether it has a capability.
     *
     * @param capability which
     * @return true where it has
     */
    public boolean can(final Capability capability) {
        return capabilities.contains(capability);
    }
}
