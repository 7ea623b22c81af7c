// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Numbers, days and moments as texts that are the same in every language. */
final class Shown {

    private static final MathContext DIGITS = new MathContext(6);
    private static final double LARGE = 1e15;

    private Shown() {
    }

    /** {@return up to six digits} */
    static String number(final double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        final var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > 15 ? rounded.toString() : rounded.toPlainString();
    }

    /** {@return a day from its number; between two days the first} */
    static String day(final double value) {
        return Math.abs(value) < LARGE / 1e6 ? LocalDate.ofEpochDay((long) Math.floor(value)).toString() : number(value);
    }

    /** {@return a moment from its microseconds} */
    static String moment(final double value) {
        return Math.abs(value) < LARGE * 1e3 ? Instant.EPOCH.plus((long) Math.floor(value), ChronoUnit.MICROS).toString() : number(value);
    }
}
