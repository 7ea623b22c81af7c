// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;

/** Gives a record with an amount the base currency where the file names none. */
final class CurrencyDefault implements RowHandler {

    private final ImportScope scope;
    private final Field amount;
    private final Field currency;

    CurrencyDefault(final ImportScope scope, final RecordType<?> type, final String amount) {
        this.scope = scope;
        this.amount = type.field(amount);
        this.currency = type.field("currency");
    }

    @Override
    public void created(final RowScope row, final StoredRecord record) {
        if (amount.get(record) != null && currency.get(record) == null) {
            currency.set(record, scope.baseCurrency());
        }
    }
}
