// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;

/** Settings and columns that all learners have. Their texts stand under {@code parameter.NAME}, without a method before it. */
final class LearningParameters {

    static final String AUTO = "auto";
    static final String CROSS_VALIDATION = "cross-validation";
    static final String HOLDOUT = "holdout";
    static final String NONE = "none";
    static final String ISOTONIC = "isotonic";
    static final String PLATT = "platt";

    static final ChoiceParameter TARGET_KIND = new ChoiceParameter("target-kind", AUTO, List.of(AUTO, "classes", "numbers"));
    static final ChoiceParameter VALIDATION = new ChoiceParameter("validation", AUTO, List.of(AUTO, CROSS_VALIDATION, HOLDOUT, NONE));
    static final IntegerParameter FOLDS = new IntegerParameter("folds", 5L, 2, 50);
    static final ChoiceParameter CALIBRATION = new ChoiceParameter("calibration", NONE, List.of(NONE, ISOTONIC, PLATT));
    static final RealParameter CONTACT_COST = new RealParameter("contact-cost", 1.0, 0, 1e12);
    static final RealParameter HIT_VALUE = new RealParameter("hit-value", 5.0, 0, 1e12);

    /** Features of any type, a target, and what else a learner takes: an identifier, times and weights. */
    static final List<RoleNeed> NEEDS = List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.ANY),
            RoleNeed.one(Role.TARGET, Set.of(ColumnType.TEXT, ColumnType.FLAG, ColumnType.INTEGER, ColumnType.NUMBER)),
            RoleNeed.optional(Role.ID, RoleNeed.ANY), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
            RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS));

    private LearningParameters() {
    }

    /**
     * The settings of a method that predicts classes or numbers.
     *
     * @param own its own settings
     * @return its own, then those that all have
     */
    static List<Parameter<?>> with(final Parameter<?>... own) {
        final var all = new ArrayList<Parameter<?>>(List.of(own));
        all.add(TARGET_KIND);
        all.addAll(List.of(VALIDATION, FOLDS, CALIBRATION, CONTACT_COST, HIT_VALUE));
        return List.copyOf(all);
    }

    /**
     * The settings of a method that predicts only classes.
     *
     * @param own its own settings
     * @return its own, then those that all such methods have
     */
    static List<Parameter<?>> classesWith(final Parameter<?>... own) {
        return with(own).stream().filter(each -> each != TARGET_KIND).toList();
    }

    /**
     * The settings of a method that predicts only numbers.
     *
     * @param own its own settings
     * @return its own, then those that all such methods have
     */
    static List<Parameter<?>> numbersWith(final Parameter<?>... own) {
        return classesWith(own).stream().filter(each -> each == VALIDATION || each == FOLDS || List.of(own).contains(each)).toList();
    }

    /** {@return how the target is to be read by a method with the parameter for it} */
    static Target.Kind kind(final Parameters parameters) {
        return Target.Kind.valueOf(parameters.get(TARGET_KIND).toUpperCase(Locale.ROOT));
    }
}
