// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.List;
import java.util.Set;

import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.result.Message;
import org.kontor.core.text.Texts;

/**
 * What there is to know about an algorithm before it runs. Wizards, command lines and help are made from it.
 * <p>
 * Its texts stand in {@code texts} under {@code ID.name}, {@code ID.description} (one sentence: what question it answers),
 * {@code ID.strengths}, {@code ID.weaknesses}, {@code ID.parameter.NAME} and {@code ID.parameter.NAME.help} for each parameter and
 * {@code ID.parameter.NAME.CHOICE} for each choice; the columns of tables may be named under {@code ID.parameter.NAME.COLUMN}.
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
 * @since 0.1
 */
public record AlgorithmDescriptor(String id, String version, Family family, Texts texts, List<String> literature, String cost,
        List<RoleNeed> needs, List<Parameter<?>> parameters, Set<Capability> capabilities) {

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

    private String key(final Parameter<?> parameter) {
        return id + ".parameter." + parameter.name();
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
