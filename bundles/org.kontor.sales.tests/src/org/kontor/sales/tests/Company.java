// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.core.progress.Progress;
import org.kontor.customers.ExchangeRates;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.ExchangeRate;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.model.StageHistory;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.sales.PipelineStages;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Stores;

/** A store in a fresh folder with what sales tests put into it. */
final class Company implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T08:00:00Z"), ZoneOffset.UTC);

    final Store store;
    private PipelineStages stages;

    Company(final Path folder) {
        store = Services.get(Stores.class).open(Stores.Request.local(folder.resolve("store"), true), Progress.NONE);
        stages = store.read(session -> PipelineStages.of(session, Optional.empty()));
    }

    UUID stage(final String code) {
        return stages.stages().stream().filter(stage -> stage.code().equals(code)).findFirst().orElseThrow().id();
    }

    <T extends StoredRecord> T reference(final Class<T> type, final UUID id) {
        return Catalogue.standard().type(type).reference(id);
    }

    <T extends StoredRecord> UUID add(final T record, final Consumer<T> values) {
        values.accept(record);
        store.write(Intent.of(Cause.EDIT, "Add " + record.getClass().getSimpleName()), writer -> writer.add(record));
        return record.getId();
    }

    UUID account(final String name) {
        return add(new Account(), account -> account.setName(name));
    }

    UUID user(final String name) {
        return add(new User(), user -> {
            user.setDisplayName(name);
            user.setActive(true);
        });
    }

    /** One yuan is a seventh of a dollar, one euro 1.1 dollars from 2025 and 1.2 dollars from June 2026 on. */
    void rates() {
        rate("CNY", LocalDate.of(2025, 1, 1), "0.14285714");
        rate("EUR", LocalDate.of(2025, 1, 1), "1.1");
        rate("EUR", LocalDate.of(2026, 6, 1), "1.2");
    }

    private void rate(final String currency, final LocalDate day, final String units) {
        add(new ExchangeRate(), rate -> {
            rate.setCurrency(currency);
            rate.setDay(day);
            rate.setBaseUnits(new BigDecimal(units));
        });
    }

    UUID opportunity(final String name, final String stage, final String amount, final String currency, final Consumer<Opportunity> more) {
        final var table = Services.get(ExchangeRates.class).table(store);
        return add(new Opportunity(), opportunity -> {
            opportunity.setName(name);
            opportunity.setStage(reference(Stage.class, stage(stage)));
            opportunity.setAmount(amount == null ? null : new BigDecimal(amount));
            opportunity.setCurrency(currency);
            opportunity.setOpenDate(LocalDate.of(2026, 1, 15));
            more.accept(opportunity);
            if (opportunity.getRateDate() == null) {
                table.apply(opportunity, TODAY);
            }
        });
    }

    /** Writes the stage history of an opportunity: it entered the first stage at the first day, the second one at the second, and so on. */
    void history(final UUID opportunity, final List<String> codes, final List<LocalDate> days) {
        store.write(Intent.of(Cause.EDIT, "History"), writer -> {
            for (int i = 0; i < codes.size(); i++) {
                final var entry = new StageHistory();
                entry.setOpportunity(reference(Opportunity.class, opportunity));
                entry.setFromStage(i == 0 ? null : reference(Stage.class, stage(codes.get(i - 1))));
                entry.setToStage(reference(Stage.class, stage(codes.get(i))));
                entry.setChangedAt(days.get(i).atStartOfDay(ZoneOffset.UTC).toInstant());
                writer.add(entry);
            }
        });
    }

    String hash() {
        return store.contentHash(Progress.NONE);
    }

    @Override
    public void close() {
        store.close();
    }
}
