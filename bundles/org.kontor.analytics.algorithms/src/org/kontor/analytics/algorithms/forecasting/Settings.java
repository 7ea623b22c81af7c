// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameter;

/** What all methods of forecasting take: columns and settings. */
final class Settings {

    static final IntegerParameter HORIZON = new IntegerParameter("horizon", 12L, 1, 1_000);
    static final ChoiceParameter PERIOD = new ChoiceParameter("period", "auto", List.of("auto", "day", "week", "month", "quarter", "year"));
    static final ChoiceParameter COMBINE = new ChoiceParameter("combine", "sum", List.of("sum", "mean"));
    static final ChoiceParameter GAPS = new ChoiceParameter("gaps", "auto", List.of("auto", "zero", "interpolate"));
    static final ChoiceParameter LAST_PERIOD = new ChoiceParameter("last-period", "keep", List.of("keep", "drop"));
    static final IntegerParameter SEASON = new IntegerParameter("season", 0L, 0, 400);
    static final IntegerParameter ORIGINS = new IntegerParameter("origins", 4L, 0, 100);
    static final FlagParameter FLOOR = new FlagParameter("floor", true);

    /** Days, moments, or numbers at equal distances such as years. */
    static final List<RoleNeed> NEEDS = List.of(RoleNeed.one(Role.TIME, RoleNeed.NUMERIC),
            RoleNeed.one(Role.VALUE, RoleNeed.AMOUNTS), RoleNeed.optional(Role.SERIES, RoleNeed.ANY));

    private Settings() {
    }

    /** {@return the settings that a method has of its own, and those of all} */
    static List<Parameter<?>> with(final Parameter<?>... own) {
        final var all = new ArrayList<Parameter<?>>();
        all.add(HORIZON);
        all.addAll(List.of(own));
        all.addAll(List.of(PERIOD, COMBINE, GAPS, LAST_PERIOD, SEASON, ORIGINS, FLOOR));
        return all;
    }
}
