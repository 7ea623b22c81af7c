// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * One quantity for each category in each of several groups: the profile of clusters, the importance of features.
 *
 * @param name       the stable name
 * @param title      what it is called
 * @param categories the names of the categories
 * @param groups     the names of the groups
 * @param value      what the values are
 * @param values     {@code values[group][category]}, {@code NaN} where there is none
 * @param meaning    what the values say, by which they are shown: a {@link Meaning#SHARE} as percent
 * @param judgements whether a group is good news, for each group; then shares are parts of one whole and are shown as such. Empty where groups
 *                   are neither good nor bad
 * @since 0.1
 */
public record BarsPart(String name, Message title, List<Message> categories, List<Message> groups, Message value, double[][] values,
        Meaning meaning, List<Judgement> judgements) implements Part {

    /** Whether a group is good news, by which it gets its colour. */
    public enum Judgement {
        /** Wanted: satisfied, promoters. */
        GOOD,
        /** Neither. */
        NEUTRAL,
        /** Not wanted: detractors. */
        BAD
    }

    public BarsPart {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        judgements = List.copyOf(judgements);
        if (!judgements.isEmpty() && judgements.size() != groups.size()) {
            throw new IllegalArgumentException(judgements.size() + " judgements of " + groups.size() + " groups");
        }
    }

    /**
     * Groups that are neither good nor bad.
     *
     * @param name       the stable name
     * @param title      what it is called
     * @param categories the names of the categories
     * @param groups     the names of the groups
     * @param value      what the values are
     * @param values     {@code values[group][category]}, {@code NaN} where there is none
     * @param meaning    what the values say
     */
    public BarsPart(final String name, final Message title, final List<Message> categories, final List<Message> groups, final Message value,
            final double[][] values, final Meaning meaning) {
        this(name, title, categories, groups, value, values, meaning, List.of());
    }

    /**
     * Values that mean nothing more.
     *
     * @param name       the stable name
     * @param title      what it is called
     * @param categories the names of the categories
     * @param groups     the names of the groups
     * @param value      what the values are
     * @param values     {@code values[group][category]}, {@code NaN} where there is none
     */
    public BarsPart(final String name, final Message title, final List<Message> categories, final List<Message> groups, final Message value,
            final double[][] values) {
        this(name, title, categories, groups, value, values, Meaning.PLAIN);
    }
}
