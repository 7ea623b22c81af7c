// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/** What a person has chosen so far, without a widget. To be used on one thread. */
public final class GuideModel {

    /** The seed in which randomness starts where nobody gives another. */
    public static final long SEED = 42;

    private final Map<String, Role> roles = new LinkedHashMap<>();
    /** Columns whose role, or that they have none, is a person's say. */
    private final Set<String> said = new HashSet<>();
    private Set<String> empty = Set.of();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private int taken;
    private String source = "";
    private Map<String, String> sourceOptions = Map.of();
    private List<SourceColumn> columns = List.of();
    private List<Condition> filter = List.of();
    private boolean filterRefused;
    private Cleaning cleaning = Cleaning.NONE;
    private Optional<Provider> provider = Optional.empty();
    private boolean pinned;
    private long seed = SEED;

    /** Takes another source; what was chosen of the columns of the one before is gone. */
    void setSource(final String id, final Map<String, String> options, final List<SourceColumn> found, final Set<String> withoutValues,
            final Optional<Analyses> analyses) {
        source = id;
        empty = Set.copyOf(withoutValues);
        said.clear();
        sourceOptions = Map.copyOf(options);
        columns = List.copyOf(found);
        setFilter(List.of());
        roles.clear();
        for (final var column : found) {
            column.roles().stream().findFirst().filter(role -> !empty.contains(column.name())).ifPresent(role -> roles.put(column.name(), role));
        }
        provider.ifPresent(present -> propose(present, analyses));
    }

    String source() {
        return source;
    }

    Map<String, String> sourceOptions() {
        return sourceOptions;
    }

    List<SourceColumn> columns() {
        return columns;
    }

    List<Condition> filter() {
        return filter;
    }

    void setFilter(final List<Condition> conditions) {
        filter = List.copyOf(conditions);
        filterRefused = false;
    }

    /** There are conditions that cannot be compared with their columns. */
    void refuseFilter() {
        filterRefused = true;
    }

    Cleaning cleaning() {
        return cleaning;
    }

    void setCleaning(final Cleaning choice) {
        cleaning = choice;
    }

    Optional<Role> role(final String column) {
        return Optional.ofNullable(roles.get(column));
    }

    void setRole(final String column, final Optional<Role> role) {
        said.add(column);
        role.ifPresentOrElse(present -> roles.put(column, present), () -> roles.remove(column));
    }

    Optional<Provider> provider() {
        return provider;
    }

    /** Chooses who answers; settings of another method are forgotten, and roles that the method does not take are freed. */
    void setProvider(final Provider chosen, final boolean byName, final Optional<Analyses> analyses) {
        if (provider.isEmpty() || !provider.get().id().equals(chosen.id())) {
            parameters.clear();
        }
        provider = Optional.of(chosen);
        pinned = byName;
        propose(chosen, analyses);
    }

    /** Bundles came or left: in place of a provider that is gone stands who provides its method now, with the same settings. */
    void methodsChanged(final Algorithms algorithms) {
        provider.ifPresent(chosen -> {
            final var method = algorithms.find(chosen.id());
            if (method.isEmpty()) {
                provider = Optional.empty();
            } else if (!method.get().providers().contains(chosen)) {
                provider = Optional.of(method.get().active());
                pinned = false;
            }
        });
    }

    private void propose(final Provider chosen, final Optional<Analyses> analyses) {
        final var needs = chosen.descriptor().needs();
        roles.entrySet().removeIf(entry -> !said.contains(entry.getKey()) || needs.stream().noneMatch(need -> need.role() == entry.getValue()));
        // many columns can be features; of what a method takes one column, the engine says which one is likely
        for (final var column : columns) {
            if (!said.contains(column.name()) && !empty.contains(column.name())) {
                column.roles().stream().filter(role -> needs.stream().anyMatch(need -> need.role() == role && need.most() > 1
                        && need.types().contains(column.type()))).findFirst().ifPresent(role -> roles.put(column.name(), role));
            }
        }
        analyses.ifPresent(engine -> engine.propose(chosen, columns, plan()).roles()
                .forEach((role, names) -> names.stream().filter(name -> !said.contains(name)).forEach(name -> roles.putIfAbsent(name, role))));
    }

    /** The text of a setting, its preset where nobody gave another. */
    String parameter(final Parameter<?> parameter) {
        return parameters.getOrDefault(parameter.name(), preset(parameter));
    }

    static <T> String preset(final Parameter<T> parameter) {
        return parameter.format(parameter.preset());
    }

    /** Gives a setting; what is wrong with it, or nothing. A wrong one is kept, so that it can be mended. */
    Optional<Problem> setParameter(final Parameter<?> parameter, final String text) {
        if (isPreset(parameter, text)) {
            parameters.remove(parameter.name());
        } else {
            parameters.put(parameter.name(), text);
        }
        return wrong(parameter);
    }

    /** Whether it is the preset, in whatever way it is written. */
    private static <T> boolean isPreset(final Parameter<T> parameter, final String text) {
        try {
            return text.equals(preset(parameter)) || parameter.format(parameter.parse(text)).equals(preset(parameter));
        } catch (ProblemException unreadable) {
            return false;
        }
    }

    Optional<Problem> wrong(final Parameter<?> parameter) {
        try {
            parameter.parse(parameter(parameter));
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }

    /** What people call a column. */
    String title(final String column) {
        return columns.stream().filter(one -> one.name().equals(column)).findFirst().map(one -> one.title().text()).orElse(column);
    }

    /** The names of the columns that are calculated with. */
    List<String> features() {
        return columns.stream().filter(column -> role(column.name()).filter(Role.FEATURES::equals).isPresent()).map(column -> column.title().text()).toList();
    }

    long seed() {
        return seed;
    }

    void setSeed(final long wanted) {
        seed = wanted;
    }

    /** Takes settings that were found by a search; pages that show them are made anew. */
    void take(final Map<String, String> settings) {
        parameters.clear();
        parameters.putAll(settings);
        taken++;
    }

    /** {@return how often settings came from elsewhere than from their page} */
    int taken() {
        return taken;
    }

    RunOptions options() {
        return pinned ? RunOptions.usual().by(provider.map(Provider::bundle)) : RunOptions.usual();
    }

    /** Everything chosen as a plan. */
    public Plan plan() {
        final var byRole = new EnumMap<Role, List<String>>(Role.class);
        for (final var column : columns) {
            role(column.name()).ifPresent(role -> byRole.computeIfAbsent(role, unseen -> new ArrayList<>()).add(column.name()));
        }
        return new Plan(source, sourceOptions, filter, byRole, cleaning.steps(), provider.map(Provider::id).orElse(""), parameters, seed);
    }

    /** Why a step cannot be left yet, in words; empty where it can. */
    public Optional<String> obstacle(final GuideStep step) {
        return switch (step) {
            case PREPARE -> columns.isEmpty() ? Optional.of(Messages.text("obstacle.source"))
                    : filterRefused ? Optional.of(Messages.text("obstacle.filter")) : Optional.empty();
            case FEATURES -> roles.isEmpty() ? Optional.of(Messages.text("obstacle.features")) : Optional.empty();
            case METHOD -> provider.isEmpty() ? Optional.of(Messages.text("obstacle.method")) : Optional.empty();
            case PARAMETERS -> provider.flatMap(present -> present.descriptor().parameters().stream().map(this::wrong).flatMap(Optional::stream)
                    .findFirst()).map(Problem::happened);
            case RUN, INTERPRET -> Optional.empty();
        };
    }
}
