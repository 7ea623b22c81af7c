// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Locale;

/** The six steps from data to an answer. */
public enum GuideStep {
    /** Where rows come from and how they are cleaned. */
    PREPARE,
    /** Which columns play which role. */
    FEATURES,
    /** Who answers the question. */
    METHOD,
    /** With which settings. */
    PARAMETERS,
    /** Carry it out. */
    RUN,
    /** Read the answer. */
    INTERPRET;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return Messages.text("step." + key());
    }

    String hint() {
        return Messages.text("step." + key() + ".hint");
    }
}
