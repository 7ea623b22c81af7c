// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.math.BigDecimal;

import org.kontor.ui.field.FieldFormat;

/** Money where there is little room: without the small units, which the tooltip and the record show. */
final class WholeMoney {

    private WholeMoney() {
    }

    static String text(final FieldFormat format, final BigDecimal amount, final String currency) {
        final var number = format.number(amount, 0, 0);
        return currency == null || currency.isBlank() ? number : number + ' ' + currency;
    }
}
