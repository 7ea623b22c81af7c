// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.id.Ids;
import org.kontor.model.Setting;
import org.kontor.store.Intent;
import org.kontor.store.Store;

/**
 * A setting that is there while a company is being written, and tells after a kill which one it was. It belongs to the same operation as
 * the company, so that undoing one takes the other away.
 */
record LoadingMark(Store store) {

    private static final String NAME = "demo.loading";
    private static final UUID ID = Ids.derived(0x44_454D_4F01L, 0, 0);
    private static final String BETWEEN = ";";
    private static final int PARTS = 5;

    /** What was being written, and as which operation. */
    record Loading(DemoCompany.Plan plan, UUID operation) {
    }

    Optional<Loading> read() {
        return store.read(session -> session.find(Setting.class, ID)).map(setting -> loading(setting.getValue()));
    }

    private static Loading loading(final String value) {
        final var parts = value.split(BETWEEN, PARTS);
        final var plan = new DemoCompany.Plan(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), LocalDate.parse(parts[3]), Boolean.parseBoolean(parts[4]));
        return new Loading(plan, UUID.fromString(parts[0]));
    }

    void set(final Intent intent, final DemoCompany.Plan plan) {
        final var value = String.join(BETWEEN, intent.operation().toString(), String.valueOf(plan.customers()), String.valueOf(plan.seed()),
                plan.today().toString(), String.valueOf(plan.intoExisting()));
        clear(intent);
        store.write(intent, writer -> {
            final var setting = new Setting();
            setting.setId(ID);
            setting.setName(NAME);
            setting.setValue(value);
            writer.add(setting);
        });
    }

    void clear(final Intent intent) {
        if (read().isPresent()) {
            store.write(intent, writer -> writer.delete(Setting.class, ID));
        }
    }
}
