// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums as a database gives them: nothing where nothing was added. */
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 4;

    private Amounts() {
    }

    static BigDecimal orZero(final Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    static BigDecimal percent(final BigDecimal amount, final BigDecimal percent) {
        return amount.multiply(percent).divide(HUNDRED, DIGITS, RoundingMode.HALF_EVEN);
    }
}
