// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.kontor.analytics.engine.internal.prepare.PlanJson;
import org.kontor.analytics.frame.Role;
import org.kontor.core.problem.ProblemException;

/**
 * What is analysed, and how: everything that decides about the result but the data itself and who provides the method. Two plans are equal
 * where their {@link #json()} is. Immutable.
 *
 * @param source        the source's identifier
 * @param sourceOptions settings of the source
 * @param filter        which rows; all conditions hold
 * @param roles         the columns in each role
 * @param preparation   what is done to columns first, in this order
 * @param algorithm     the method's identifier
 * @param parameters    settings of the method that are not at their preset, as text
 * @param seed          where randomness starts
 * @since 0.1
 */
public record Plan(String source, Map<String, String> sourceOptions, List<Condition> filter, Map<Role, List<String>> roles, List<Step> preparation,
        String algorithm, Map<String, String> parameters, long seed) {

    public Plan {
        sourceOptions = Collections.unmodifiableMap(new TreeMap<>(sourceOptions));
        filter = List.copyOf(filter);
        final var copy = new EnumMap<Role, List<String>>(Role.class);
        roles.forEach((role, names) -> {
            if (!names.isEmpty()) {
                copy.put(role, List.copyOf(names));
            }
        });
        roles = Collections.unmodifiableMap(copy);
        preparation = List.copyOf(preparation);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Reads a plan.
     *
     * @param json as {@link #json()} writes it
     * @return the plan
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static Plan parse(final String json) {
        return PlanJson.read(json);
    }

    /**
     * The plan as text, the same for equal plans.
     *
     * @return JSON
     */
    public String json() {
        return PlanJson.write(this);
    }

    /**
     * Every column that is used, in the order of the roles.
     *
     * @return the names, each once
     */
    public Set<String> columns() {
        final var names = new LinkedHashSet<String>();
        roles.values().forEach(names::addAll);
        preparation.forEach(step -> names.addAll(step.columns()));
        return names;
    }

    /**
     * The same with other settings of the source.
     *
     * @param id      the source
     * @param options its settings
     * @return the plan
     */
    public Plan from(final String id, final Map<String, String> options) {
        return new Plan(id, options, filter, roles, preparation, algorithm, parameters, seed);
    }

    /**
     * The same with other rows of a source.
     *
     * @param id         the source
     * @param options    its settings
     * @param conditions which rows
     * @return the plan
     */
    public Plan from(final String id, final Map<String, String> options, final List<Condition> conditions) {
        return new Plan(id, options, conditions, roles, preparation, algorithm, parameters, seed);
    }

    /**
     * The same with other settings of the method.
     *
     * @param settings all that are not at their preset
     * @return the plan
     */
    public Plan with(final Map<String, String> settings) {
        return new Plan(source, sourceOptions, filter, roles, preparation, algorithm, settings, seed);
    }
}
