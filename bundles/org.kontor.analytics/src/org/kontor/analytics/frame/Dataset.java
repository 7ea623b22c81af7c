// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/**
 * What an algorithm gets: a frame and the roles that its columns play. Immutable.
 *
 * @param frame the data
 * @param roles the names of the columns in each role, in their order; a role without columns may be left out
 * @since 0.1
 */
public record Dataset(Frame frame, Map<Role, List<String>> roles) {

    public Dataset {
        final var copy = new EnumMap<Role, List<String>>(Role.class);
        roles.forEach((role, names) -> {
            if (!names.isEmpty()) {
                copy.put(role, List.copyOf(names));
            }
        });
        roles = Map.copyOf(copy);
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return frame.rows();
    }

    /**
     * The names of the columns in a role.
     *
     * @param role the role
     * @return in their order; empty where none plays it
     */
    public List<String> names(final Role role) {
        return roles.getOrDefault(role, List.of());
    }

    /**
     * The columns in a role.
     *
     * @param role the role
     * @return in their order; empty where none plays it
     * @throws ProblemException where the frame does not have one
     */
    public List<Column> columns(final Role role) {
        return names(role).stream().map(frame::column).toList();
    }

    /**
     * The only column in a role.
     *
     * @param role the role
     * @return the first column in it, or empty where none plays it
     * @throws ProblemException where the frame does not have it
     */
    public Optional<Column> find(final Role role) {
        return names(role).stream().findFirst().map(frame::column);
    }

    /**
     * The only column in a role that has to be played.
     *
     * @param role the role
     * @return the column
     * @throws ProblemException where none plays it ({@code analytics.no-role}), or the frame does not have it
     */
    public Column column(final Role role) {
        return find(role).orElseThrow(() -> AnalyticsProblems.noRole(role).asException());
    }

    /**
     * The features, row by row.
     *
     * @return see {@link Frame#matrix}
     */
    public double[] features() {
        return frame.matrix(names(Role.FEATURES));
    }

    /**
     * This selection of columns on other rows.
     *
     * @param other a frame with the same columns
     * @return the data
     */
    public Dataset on(final Frame other) {
        return new Dataset(other, roles);
    }

    /**
     * Only the columns that play a role, in the order of the roles; what a fingerprint of the data is made of.
     *
     * @return the frame
     * @throws ProblemException where the frame does not have one
     */
    public Frame used() {
        final var names = new LinkedHashSet<String>();
        for (final var role : Role.values()) {
            names.addAll(names(role));
        }
        return frame.select(List.copyOf(names));
    }

    /**
     * What stands between these columns and the needs of an algorithm.
     *
     * @param needs what it takes
     * @return one problem for each column that is not there, or has a type that is not taken, and for each role with too few or too many
     *         columns or that is not taken at all; empty where all is well
     */
    public List<Problem> against(final List<RoleNeed> needs) {
        final var found = new ArrayList<Problem>();
        final var taken = new EnumMap<Role, RoleNeed>(Role.class);
        needs.forEach(need -> taken.put(need.role(), need));
        for (final var role : Role.values()) {
            final var need = taken.get(role);
            final var names = names(role);
            if (need == null) {
                if (!names.isEmpty()) {
                    found.add(AnalyticsProblems.roleNotTaken(role, taken.keySet()));
                }
            } else if (names.size() < need.least()) {
                found.add(names.isEmpty() ? AnalyticsProblems.noRole(role) : AnalyticsProblems.tooFew(role, names.size(), need.least()));
            } else if (names.size() > need.most()) {
                found.add(AnalyticsProblems.tooMany(role, names.size(), need.most()));
            } else {
                check(need, names, found);
            }
        }
        return found;
    }

    private void check(final RoleNeed need, final List<String> names, final List<Problem> found) {
        for (final var name : names) {
            final var column = frame.find(name);
            if (column.isEmpty()) {
                found.add(AnalyticsProblems.of("analytics.no-column", name,
                        String.join(", ", frame.columns().stream().map(Column::name).toList())));
            } else if (!need.types().contains(column.get().type())) {
                found.add(AnalyticsProblems.wrongType(need, column.get()));
            }
        }
    }
}
