// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.internal;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.core.problem.Problem;

/** What can be wrong with data, roles and parameters before an algorithm starts. */
public final class AnalyticsProblems {

    /** Up to this part of the values that are no numbers are slips in a column of numbers. */
    private static final double FEW = .5;

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
        if (column instanceof final TextColumn texts && need.types().contains(ColumnType.NUMBER)) {
            final int[] odd = IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row) && !isNumber(texts.text(row))).toArray();
            if (odd.length > 0 && odd.length <= FEW * (column.rows() - column.missing())) {
                return of("analytics.nearly-numbers", column.name(), odd.length, column.rows() - column.missing(), odd[0] + 1, texts.text(odd[0]),
                        need.role().key());
            }
        }
        return of("analytics.wrong-type", column.name(), column.type().key(), need.role().key(),
                need.types().stream().sorted().map(ColumnType::key).collect(Collectors.joining(", ")));
    }

    private static boolean isNumber(final String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException not) {
            return false;
        }
    }
}
