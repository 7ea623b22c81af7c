// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.model.ExchangeRate;
import org.kontor.model.Setting;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** The base currency and the exchange rates of a store at one moment. A rate holds from its day until the next one. */
final class Rates {

    private static final String SETTING = "baseCurrency";
    private static final String STANDARD = "USD";

    private final String base;
    private final int digits;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    private Rates(final Session session) {
        final var set = session.rows(Query.of(Setting.class).where(Filter.equal("name", SETTING)), java.util.List.of("value"));
        base = set.isEmpty() || set.get(0)[0] == null ? STANDARD : set.get(0)[0].toString().strip();
        digits = Math.max(0, Currency.getInstance(base).getDefaultFractionDigits());
        session.each(Query.of(ExchangeRate.class), java.util.List.of("currency", "day", "baseUnits"), row -> {
            rates.computeIfAbsent((String) row[0], code -> new TreeMap<>()).put((LocalDate) row[1], (BigDecimal) row[2]);
            return true;
        });
    }

    static Rates of(final Store store) {
        return store.read(Rates::new);
    }

    String base() {
        return base;
    }

    Optional<BigDecimal> inBase(final BigDecimal amount, final String code, final LocalDate day) {
        if (amount == null || day == null) {
            return Optional.empty();
        }
        if (code == null || code.equals(base)) {
            return Optional.of(amount.scale() <= digits ? amount : amount.setScale(digits, RoundingMode.HALF_EVEN));
        }
        final var days = rates.get(code);
        final var entry = days == null ? null : days.floorEntry(day);
        return entry == null ? Optional.empty() : Optional.of(amount.multiply(entry.getValue()).setScale(digits, RoundingMode.HALF_EVEN));
    }
}
