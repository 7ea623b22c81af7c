// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Family;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;

/** Finds columns for roles that nobody chose columns for, where only one choice is sensible. */
final class RoleProposal {

    private RoleProposal() {
    }

    static Plan of(final AlgorithmDescriptor descriptor, final List<SourceColumn> columns, final Plan plan) {
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        roles.putAll(plan.roles());
        final Set<String> taken = new HashSet<>();
        plan.roles().values().forEach(taken::addAll);
        for (final var need : descriptor.needs()) {
            // amounts beside a test of counts are counts, which no source offers by itself
            final boolean counts = need.role() == Role.VALUE && need.least() == 0 && descriptor.family() == Family.STATISTICS;
            if (need.role() != Role.FEATURES && !counts && !roles.containsKey(need.role())) {
                final var found = several(need, columns, taken).or(() -> single(need, columns, taken).map(List::of));
                found.ifPresent(names -> {
                    roles.put(need.role(), names);
                    taken.addAll(names);
                });
            }
        }
        descriptor.needs().stream().filter(need -> need.role() == Role.FEATURES && need.least() > 0 && !roles.containsKey(Role.FEATURES)).forEach(need -> {
            final var features = columns.stream().filter(column -> feature(need, column, taken)).map(SourceColumn::name).toList();
            // of more than the method takes, which ones is somebody's say
            if (!features.isEmpty() && features.size() <= need.most()) {
                roles.put(Role.FEATURES, features);
            }
        });
        return new Plan(plan.source(), plan.sourceOptions(), plan.filter(), roles, plan.preparation(), plan.algorithm(), plan.parameters(), plan.seed());
    }

    /** Where a method takes several columns in a role, those whose likeliest role it is. */
    private static Optional<List<String>> several(final RoleNeed need, final List<SourceColumn> columns, final Set<String> taken) {
        final var first = first(need, free(need, columns, taken)).stream().map(SourceColumn::name).toList();
        return need.least() > 0 && first.size() > 1 && first.size() <= need.most() ? Optional.of(first) : Optional.empty();
    }

    private static List<SourceColumn> free(final RoleNeed need, final List<SourceColumn> columns, final Set<String> taken) {
        return columns.stream().filter(column -> !taken.contains(column.name()) && need.types().contains(column.type())).toList();
    }

    private static List<SourceColumn> first(final RoleNeed need, final List<SourceColumn> free) {
        return free.stream().filter(column -> !column.roles().isEmpty() && column.roles().getFirst() == need.role()).toList();
    }

    /** The one column whose likeliest role it is, else the one whose likely role it is; a target is somebody's say, or that of the source. */
    private static Optional<String> single(final RoleNeed need, final List<SourceColumn> columns, final Set<String> taken) {
        if (need.role() == Role.WEIGHT || need.least() > 1) {
            return Optional.empty();
        }
        final var free = free(need, columns, taken);
        final var first = first(need, free);
        final var likely = free.stream().filter(column -> column.roles().contains(need.role())).toList();
        // amounts have decimals; counts beside them have none
        final var amounts = likely.stream().filter(column -> need.role() == Role.VALUE && column.type() == ColumnType.NUMBER).toList();
        final var found = first.size() == 1 ? first : likely.size() > 1 && amounts.size() == 1 ? amounts : likely;
        return found.size() == 1 || need.role() == Role.ID && !first.isEmpty() ? Optional.of(found.getFirst().name()) : Optional.empty();
    }

    private static boolean feature(final RoleNeed need, final SourceColumn column, final Set<String> taken) {
        return !taken.contains(column.name()) && !column.personal() && column.roles().contains(Role.FEATURES) && need.types().contains(column.type());
    }
}
