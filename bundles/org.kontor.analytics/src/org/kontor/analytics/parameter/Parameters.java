// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.core.problem.ProblemException;

/**
 * The values of all parameters of one run, each allowed. Immutable.
 *
 * @since 0.1
 */
public final class Parameters {

    private final Map<String, Parameter<?>> declared;
    private final Map<String, Object> values;

    private Parameters(final Map<String, Parameter<?>> declared, final Map<String, Object> values) {
        this.declared = declared;
        this.values = values;
    }

    /**
     * Every parameter at its preset.
     *
     * @param declared what the algorithm has; names differ
     * @return the values
     */
    public static Parameters presets(final List<Parameter<?>> declared) {
        final var known = new LinkedHashMap<String, Parameter<?>>();
        final var values = new LinkedHashMap<String, Object>();
        for (final var parameter : declared) {
            if (known.putIfAbsent(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are called " + parameter.name());
            }
            values.put(parameter.name(), parameter.preset());
        }
        return new Parameters(known, values);
    }

    /**
     * Values from texts; what is not given is at its preset.
     *
     * @param declared what the algorithm has
     * @param given    texts by name
     * @return the values
     * @throws ProblemException where a name is not known ({@code analytics.no-parameter}, with the names there are), or a value cannot be
     *                          read or is not allowed
     */
    public static Parameters of(final List<Parameter<?>> declared, final Map<String, String> given) {
        var all = presets(declared);
        for (final var entry : given.entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
        }
        return all;
    }

    private Parameters with(final String name, final String text) {
        final var parameter = declared.get(name);
        if (parameter == null) {
            throw AnalyticsProblems.of("analytics.no-parameter", name, String.join(", ", declared.keySet())).asException();
        }
        return withParsed(parameter, text);
    }

    private <T> Parameters withParsed(final Parameter<T> parameter, final String text) {
        return with(parameter, parameter.parse(text));
    }

    /**
     * These values with another one.
     *
     * @param <T>       the type
     * @param parameter one of the declared
     * @param value     an allowed value
     * @return the values
     * @throws ProblemException where it is not allowed
     */
    public <T> Parameters with(final Parameter<T> parameter, final T value) {
        require(parameter);
        parameter.check(value);
        final var changed = new LinkedHashMap<>(values);
        changed.put(parameter.name(), value);
        return new Parameters(declared, changed);
    }

    /**
     * A value.
     *
     * @param <T>       its type
     * @param parameter one of the declared
     * @return the value; never null
     */
    @SuppressWarnings("unchecked")
    public <T> T get(final Parameter<T> parameter) {
        require(parameter);
        return (T) values.get(parameter.name());
    }

    private void require(final Parameter<?> parameter) {
        if (!Objects.equals(declared.get(parameter.name()), parameter)) {
            throw new IllegalArgumentException(parameter.name() + " is not a parameter here");
        }
    }

    /**
     * All values as they are recorded.
     *
     * @return texts by name, in the order of the declaration; {@link #of} reads them
     */
    public Map<String, String> texts() {
        final var texts = new LinkedHashMap<String, String>();
        declared.values().forEach(parameter -> texts.put(parameter.name(), text(parameter)));
        return texts;
    }

    private <T> String text(final Parameter<T> parameter) {
        return parameter.format(get(parameter));
    }

    @Override
    public String toString() {
        return texts().entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
