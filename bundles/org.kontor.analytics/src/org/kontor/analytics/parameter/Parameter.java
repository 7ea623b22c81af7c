// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import org.kontor.core.problem.ProblemException;

/**
 * One setting of an algorithm: a name, a preset, what is allowed, and how a value is written. Forms, command lines and help are made from
 * it. Labels stand in the texts of the algorithm (see {@link org.kontor.analytics.AlgorithmDescriptor#label(Parameter)}).
 *
 * @param <T> the type of its values; values are never changed after they were given
 * @since 0.1
 */
public sealed interface Parameter<T>
        permits IntegerParameter, RealParameter, ChoiceParameter, FlagParameter, TextParameter, DateParameter, NumbersParameter, TableParameter {

    /**
     * The stable name that files and command lines use: lower case, words joined by hyphens.
     *
     * @return such as {@code max-iterations}
     */
    String name();

    /**
     * The value where nobody gives one.
     *
     * @return never null
     */
    T preset();

    /**
     * The stable name of the kind: {@code integer}, {@code real}, {@code choice}, {@code flag}, {@code text}, {@code date}, {@code numbers}
     * or {@code table}.
     *
     * @return the kind
     */
    String kind();

    /**
     * What values are allowed, in short, free of any language where that is possible: {@code 1..1000}, {@code a|b|c}.
     *
     * @return the range; empty where everything is allowed
     */
    String range();

    /**
     * Reads a value.
     *
     * @param text as {@link #format} writes it
     * @return the value, allowed
     * @throws ProblemException where it cannot be read ({@code analytics.parameter-unreadable}) or is not allowed
     *                          ({@code analytics.parameter-range})
     */
    T parse(String text);

    /**
     * Writes a value, the same for the same value on every machine.
     *
     * @param value an allowed value
     * @return text that {@link #parse} reads
     */
    String format(T value);

    /**
     * Whether a value is allowed.
     *
     * @param value not null
     * @throws ProblemException where it is not ({@code analytics.parameter-range})
     */
    void check(T value);
}
