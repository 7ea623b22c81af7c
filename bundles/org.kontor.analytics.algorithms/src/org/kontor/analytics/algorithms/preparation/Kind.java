// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the values of a column are, as far as comparing goes. Two values are the same, close, alike or different; each kind knows how often
 * that is so for two records of one thing and for two records of different things, as far as one can know before looking at the data.
 */
enum Kind {

    /** One word that is written in different ways. */
    NAME(new double[] {.80, .09, .05, .06}, new double[] {.004, .004, .012, .98}),
    /** Several words, such as an address or the name of a company. */
    TEXT(new double[] {.65, .15, .08, .12}, new double[] {.002, .003, .015, .98}),
    /** Letters and digits that mean nothing by themselves. */
    CODE(new double[] {.85, .09, .02, .04}, new double[] {.001, .003, .016, .98}),
    /** A code of places. */
    POSTCODE(new double[] {.84, .09, .03, .04}, new double[] {.002, .01, .04, .948}),
    /** A number to call; its last digits count. */
    PHONE(new double[] {.75, .09, .02, .14}, new double[] {.0005, .0005, .002, .997}),
    /** An address of electronic mail. */
    MAIL(new double[] {.70, .08, .07, .15}, new double[] {.0005, .0005, .004, .995}),
    /** A day. */
    DATE(new double[] {.87, .08, .01, .04}, new double[] {.0005, .004, .025, .9705}),
    /** An amount. */
    NUMBER(new double[] {.70, .10, .10, .10}, new double[] {.02, .03, .10, .85}),
    /** One of few values. */
    CATEGORY(new double[] {.92, .005, .005, .07}, new double[] {.3, .005, .005, .69});

    /** How many answers there are beside a missing one. */
    static final int LEVELS = 4;
    static final int SAME = 0;
    static final int CLOSE = 1;
    static final int ALIKE = 2;
    static final int DIFFERENT = 3;

    private final double[] among;
    private final double[] between;

    /**
     * @param among   how often values of two records of one thing are the same, close, alike, different
     * @param between the same for two records of different things
     */
    Kind(final double[] among, final double[] between) {
        this.among = among;
        this.between = between;
    }

    double among(final int level) {
        return among[level];
    }

    double between(final int level) {
        return between[level];
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Kind::key).toList();
    }

    static Optional<Kind> of(final String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
