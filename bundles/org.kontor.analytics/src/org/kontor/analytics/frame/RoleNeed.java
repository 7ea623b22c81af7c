// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which columns an algorithm takes in one role.
 *
 * @param role  the role
 * @param least how many columns it needs, 0 where it can do without
 * @param most  how many it takes at most
 * @param types the types it takes; never empty
 * @since 0.1
 */
public record RoleNeed(Role role, int least, int most, Set<ColumnType> types) {

    /** Every type that can be calculated with. */
    public static final Set<ColumnType> NUMERIC = Set.of(ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.FLAG, ColumnType.DATE, ColumnType.INSTANT);
    /** Numbers that say how much or how many. */
    public static final Set<ColumnType> AMOUNTS = Set.of(ColumnType.NUMBER, ColumnType.INTEGER);
    /** Days and moments. */
    public static final Set<ColumnType> TEMPORAL = Set.of(ColumnType.DATE, ColumnType.INSTANT);
    /** Every type. */
    public static final Set<ColumnType> ANY = Set.copyOf(EnumSet.allOf(ColumnType.class));

    public RoleNeed {
        types = Set.copyOf(types);
        if (least < 0 || most < Math.max(1, least) || types.isEmpty()) {
            throw new IllegalArgumentException(role + " needs " + least + " to " + most + " columns of " + types);
        }
    }

    /**
     * Exactly one column.
     *
     * @param role  the role
     * @param types the types it takes
     * @return the need
     */
    public static RoleNeed one(final Role role, final Set<ColumnType> types) {
        return new RoleNeed(role, 1, 1, types);
    }

    /**
     * One column or none.
     *
     * @param role  the role
     * @param types the types it takes
     * @return the need
     */
    public static RoleNeed optional(final Role role, final Set<ColumnType> types) {
        return new RoleNeed(role, 0, 1, types);
    }

    /**
     * Any number of columns from a least one.
     *
     * @param role  the role
     * @param least how many at least
     * @param types the types it takes
     * @return the need
     */
    public static RoleNeed several(final Role role, final int least, final Set<ColumnType> types) {
        return new RoleNeed(role, least, Integer.MAX_VALUE, types);
    }
}
