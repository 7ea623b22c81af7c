// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.engine.Step;

/**
 * The usual choices of preparing columns; each applies to all features that it fits.
 *
 * @param missing  what is done with missing values
 * @param outliers what is done with values far from the others
 * @param log      whether the logarithm of 1 + value is taken
 * @param scale    how columns are made comparable
 * @param oneHot   whether texts become columns of 0 and 1
 */
record Cleaning(Missing missing, Far outliers, boolean log, Scale scale, boolean oneHot) {

    /** As the data is. */
    static final Cleaning NONE = new Cleaning(Missing.KEEP, Far.KEEP, false, Scale.NONE, false);

    private static final double TUKEY = 1.5;
    private static final double MAD = 3;

    /** What is done with missing values. */
    enum Missing {
        KEEP, DROP, MEAN, MEDIAN, MOST_FREQUENT
    }

    /** What is done with values far from the others. */
    enum Far {
        KEEP, CLIP_TUKEY, DROP_TUKEY, CLIP_MAD, DROP_MAD
    }

    /** How columns are made comparable. */
    enum Scale {
        NONE, DEVIATION, ESTIMATE
    }

    Cleaning with(final Missing choice) {
        return new Cleaning(choice, outliers, log, scale, oneHot);
    }

    Cleaning with(final Far choice) {
        return new Cleaning(missing, choice, log, scale, oneHot);
    }

    Cleaning with(final Scale choice) {
        return new Cleaning(missing, outliers, log, choice, oneHot);
    }

    Cleaning withLog(final boolean choice) {
        return new Cleaning(missing, outliers, choice, scale, oneHot);
    }

    Cleaning withOneHot(final boolean choice) {
        return new Cleaning(missing, outliers, log, scale, choice);
    }

    /** The steps in the order that makes sense: gaps, outliers, logarithm, categories, scale. */
    List<Step> steps() {
        final List<Step> steps = new ArrayList<>();
        switch (missing) {
            case KEEP -> { }
            case DROP -> steps.add(new Step.DropMissing(List.of()));
            case MEAN -> steps.add(new Step.FillMissing(List.of(), Step.Fill.MEAN, ""));
            case MEDIAN -> steps.add(new Step.FillMissing(List.of(), Step.Fill.MEDIAN, ""));
            case MOST_FREQUENT -> steps.add(new Step.FillMissing(List.of(), Step.Fill.MOST_FREQUENT, ""));
        }
        switch (outliers) {
            case KEEP -> { }
            case CLIP_TUKEY -> steps.add(new Step.Outliers(List.of(), Step.Fences.TUKEY, TUKEY, Step.Outlier.CLIP));
            case DROP_TUKEY -> steps.add(new Step.Outliers(List.of(), Step.Fences.TUKEY, TUKEY, Step.Outlier.DROP));
            case CLIP_MAD -> steps.add(new Step.Outliers(List.of(), Step.Fences.MAD, MAD, Step.Outlier.CLIP));
            case DROP_MAD -> steps.add(new Step.Outliers(List.of(), Step.Fences.MAD, MAD, Step.Outlier.DROP));
        }
        if (log) {
            steps.add(new Step.Logarithm(List.of()));
        }
        if (scale != Scale.NONE) {
            steps.add(new Step.Standardize(List.of(), scale == Scale.ESTIMATE ? 1 : 0));
        }
        if (oneHot) {
            steps.add(new Step.OneHot(List.of()));
        }
        return steps;
    }
}
