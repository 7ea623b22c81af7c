// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.ExchangeRate;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.ReturnOrder;
import org.kontor.model.Setting;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Rates and base currency as the store's records keep them. */
@Component
public final class StoredExchangeRates implements ExchangeRates {

    private static final Currency DEFAULT_BASE = Currency.getInstance("USD");

    /** Used by the service registry. */
    public StoredExchangeRates() {
        // nothing to keep
    }

    @Override
    public RateTable table(final Store store) {
        return store.read(this::table);
    }

    @Override
    public RateTable table(final Session session) {
        final var rates = new HashMap<String, Map<LocalDate, BigDecimal>>();
        for (final var rate : session.list(Query.of(ExchangeRate.class))) {
            rates.computeIfAbsent(rate.getCurrency(), code -> new HashMap<>()).put(rate.getDay(), rate.getBaseUnits());
        }
        return new RateTable(base(session), rates);
    }

    private static Currency base(final Session session) {
        return setting(session).map(setting -> Currency.getInstance(setting.getValue())).orElse(DEFAULT_BASE);
    }

    private static Optional<Setting> setting(final Session session) {
        return session.list(Query.of(Setting.class).where(Filter.equal("name", BASE_CURRENCY_SETTING))).stream()
                .filter(setting -> setting.getValue() != null).findFirst();
    }

    @Override
    public Commit setRate(final Store store, final Currency currency, final LocalDate day, final BigDecimal baseUnits) {
        if (baseUnits.signum() <= 0) {
            throw Messages.problem("customers.rate.notPositive", currency.getCurrencyCode(), baseUnits.toPlainString());
        }
        final var code = currency.getCurrencyCode();
        return store.write(Intent.of(Cause.EDIT, Messages.get("intent.rate", code, day.toString())), writer -> {
            if (base(writer).equals(currency)) {
                throw Messages.problem("customers.rate.ofBase", code);
            }
            final var query = Query.of(ExchangeRate.class).where(Filter.equal("currency", code)).where(Filter.equal("day", day));
            final var rate = writer.list(query).stream().findFirst().orElseGet(() -> {
                final var added = new ExchangeRate();
                added.setCurrency(code);
                added.setDay(day);
                return added;
            });
            rate.setBaseUnits(baseUnits);
            if (rate.getVersion() == 0) {
                writer.add(rate);
            }
        });
    }

    @Override
    public Commit setBaseCurrency(final Store store, final Currency currency) {
        final var code = currency.getCurrencyCode();
        return store.write(Intent.of(Cause.EDIT, Messages.get("intent.baseCurrency", code)), writer -> {
            final var before = base(writer);
            if (before.equals(currency)) {
                return;
            }
            if (writer.count(Query.of(ExchangeRate.class)) > 0 || hasValue(writer, Opportunity.class, "baseAmount")
                    || hasValue(writer, Order.class, "baseTotal") || hasValue(writer, ReturnOrder.class, "baseAmount")) {
                throw Messages.problem("customers.baseCurrency.inUse", before.getCurrencyCode(), code);
            }
            setting(writer).ifPresentOrElse(setting -> setting.setValue(code), () -> {
                final var setting = new Setting();
                setting.setName(BASE_CURRENCY_SETTING);
                setting.setValue(code);
                writer.add(setting);
            });
        });
    }

    private static <T extends StoredRecord> boolean hasValue(final Session session, final Class<T> type, final String path) {
        final var query = Query.of(type).where(new Filter.Not(new Filter.Missing(path))).page(0, 1);
        return !session.rows(query, java.util.List.of("id")).isEmpty();
    }
}
