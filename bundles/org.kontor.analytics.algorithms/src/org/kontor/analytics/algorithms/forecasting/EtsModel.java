// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the models of exponential smoothing, named by its error, trend and season as in Hyndman, Koehler, Ord and Snyder, Forecasting with
 * Exponential Smoothing, 2008.
 *
 * @param error  whether the error is multiplied
 * @param trend  what the trend is
 * @param damped whether the trend fades out
 * @param season what the season is
 */
record EtsModel(boolean error, Component trend, boolean damped, Component season) {

    private static final Pattern NAME = Pattern.compile("([AMZ])([NAMZ])(d?)([NAMZ])");

    /** How a part of the model takes part. */
    enum Component {
        /** Not there. */
        NONE('N'),
        /** Added. */
        ADDED('A'),
        /** Multiplied. */
        MULTIPLIED('M');

        private final char letter;

        Component(final char letter) {
            this.letter = letter;
        }
    }

    EtsModel {
        damped &= trend != Component.NONE;
    }

    /**
     * Which models are looked at.
     *
     * @param name     three letters for error, trend and season: A, M, N, or Z for any; a d after the second for a damped trend
     * @param damped   whether only damped ({@code true}) or only undamped trends are looked at; empty for both
     * @param growth   whether a trend that is multiplied is looked at where the name leaves it open
     */
    record Choice(String name, Optional<Boolean> damped, boolean growth) {

        /** {@return whether the name can be read} */
        boolean isReadable() {
            return NAME.matcher(name).matches();
        }

        /** {@return the models; those that are known to be unstable only where they are named in full} */
        List<EtsModel> models() {
            final var read = NAME.matcher(name);
            if (!read.matches()) {
                throw new IllegalArgumentException(name);
            }
            final var found = new ArrayList<EtsModel>();
            final boolean open = name.indexOf('Z') >= 0;
            for (final boolean error : new boolean[] {false, true}) {
                for (final var trend : Component.values()) {
                    for (final boolean fading : new boolean[] {false, true}) {
                        for (final var season : Component.values()) {
                            final var model = new EtsModel(error, trend, fading, season);
                            final boolean wanted = fits(read.group(1), error ? Component.MULTIPLIED : Component.ADDED) && fits(read.group(2), trend)
                                    && fits(read.group(4), season) && model.damped == fading && fadingFits(read.group(3), trend, fading);
                            if (wanted && (!open || model.isStable()) && (growth || !read.group(2).equals("Z") || trend != Component.MULTIPLIED)) {
                                found.add(model);
                            }
                        }
                    }
                }
            }
            return List.copyOf(found);
        }

        private boolean fadingFits(final String letter, final Component trend, final boolean fading) {
            if (trend == Component.NONE) {
                return letter.isEmpty() || name.charAt(1) == 'Z';
            }
            return !letter.isEmpty() ? fading : damped.isEmpty() || damped.get() == fading;
        }

        private static boolean fits(final String letter, final Component part) {
            return letter.equals("Z") || letter.charAt(0) == part.letter;
        }
    }

    /** {@return whether its forecasts have a finite variance and its search does not run away} */
    private boolean isStable() {
        if (!error) {
            return trend != Component.MULTIPLIED && season != Component.MULTIPLIED;
        }
        return trend != Component.MULTIPLIED || season != Component.ADDED;
    }

    /** {@return whether it makes sense for values above zero alone} */
    boolean needsPositive() {
        return error || trend == Component.MULTIPLIED || season == Component.MULTIPLIED;
    }

    boolean hasTrend() {
        return trend != Component.NONE;
    }

    boolean hasSeason() {
        return season != Component.NONE;
    }

    /** {@return this without season} */
    EtsModel withoutSeason() {
        return new EtsModel(error, trend, damped, Component.NONE);
    }

    /** {@return how many numbers are learned, the variance not among them} */
    int parameters(final int cycle) {
        return 2 + (hasTrend() ? 2 : 0) + (damped ? 1 : 0) + (hasSeason() ? cycle : 0);
    }

    /** {@return such as ETS(A,Ad,N)} */
    String title() {
        return "ETS(" + (error ? 'M' : 'A') + ',' + trend.letter + (damped ? "d" : "") + ',' + season.letter + ')';
    }
}
