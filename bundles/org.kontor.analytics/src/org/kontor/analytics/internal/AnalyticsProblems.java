// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.internal;

import java.util.Collection;
import java.util.stream.Collectors;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.core.problem.Problem;

/** What can be wrong with data, roles and parameters before an algorithm starts. */
public final class AnalyticsProblems {

    private AnalyticsProblems() {
    }

    /** {@return the problem with this code; its arguments go into the texts} */
    public static Problem of(final String code, final Object... args) {
        return Problem.of(Messages.TEXTS, code, args);
    }

    /** {@return nobody plays a role that is needed} */
    public static Problem noRole(final Role role) {
        return of("analytics.no-role", role.key());
    }

    /** {@return the algorithm has no use for a role} */
    public static Problem roleNotTaken(final Role role, final Collection<Role> taken) {
        return of("analytics.role-not-taken", role.key(), taken.stream().map(Role::key).collect(Collectors.joining(", ")));
    }

    /** {@return a role is played by too few columns} */
    public static Problem tooFew(final Role role, final int given, final int least) {
        return of("analytics.too-few-columns", role.key(), given, least);
    }

    /** {@return a role is played by too many columns} */
    public static Problem tooMany(final Role role, final int given, final int most) {
        return of("analytics.too-many-columns", role.key(), given, most);
    }

    /** {@return a column has values of a type that a role does not take} */
    public static Problem wrongType(final RoleNeed need, final Column column) {
        return of("analytics.wrong-type", column.name(), column.type().key(), need.role().key(),
                need.types().stream().sorted().map(ColumnType::key).collect(Collectors.joining(", ")));
    }
}
