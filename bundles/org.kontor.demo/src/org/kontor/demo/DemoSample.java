// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.core.progress.Progress;
import org.kontor.core.text.Texts;
import org.kontor.store.Sample;
import org.kontor.store.Store;

/**
 * Offers the demo company where a store is new. Its history ends with the month before this one, so that what is open there is not long
 * overdue.
 */
@Component
public final class DemoSample implements Sample {

    private static final Texts TEXTS = Texts.beside(DemoSample.class);

    private final DemoCompany company;

    /** For the service registry. */
    @Activate
    public DemoSample(@Reference final DemoCompany company) {
        this.company = company;
    }

    @Override
    public String label() {
        return TEXTS.get("sample.label");
    }

    @Override
    public boolean isInterrupted(final Store store) {
        return company.interrupted(store).isPresent();
    }

    @Override
    public void write(final Store store, final Progress progress) {
        final var lastMonth = LocalDate.now().minusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
        final var standard = DemoCompany.Plan.STANDARD;
        final var plan = new DemoCompany.Plan(standard.customers(), standard.seed(), lastMonth, standard.intoExisting());
        company.write(store, company.interrupted(store).orElse(plan), progress);
    }
}
