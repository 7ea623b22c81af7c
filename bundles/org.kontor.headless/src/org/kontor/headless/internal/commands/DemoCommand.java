// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.LinkedHashMap;

import org.kontor.demo.DemoCompany;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills a store with the demo company. */
@Component
public final class DemoCommand implements Command {

    private static final String CUSTOMERS = "customers";
    private static final String SEED = "seed";
    private static final String INTO_EXISTING = "into-existing";

    private final StoreAccess access;
    private final DemoCompany company;

    @Activate
    public DemoCommand(@Reference final StoreAccess access, @Reference final DemoCompany company) {
        this.access = access;
        this.company = company;
    }

    @Override
    public CommandDescription description() {
        final var standard = DemoCompany.Plan.STANDARD;
        return CommandDescription.of("demo", Section.FIRST_STEPS, Messages.text("demo.summary"))
                .detail(Messages.text("demo.detail"))
                .options(access.options())
                .option(Option.number(CUSTOMERS, Messages.text("demo.customers", Integer.toString(standard.customers())), 10, 1_000_000))
                .option(Option.number(SEED, Messages.text("demo.seed", Long.toString(standard.seed())), Long.MIN_VALUE, Long.MAX_VALUE))
                .option(Option.flag(INTO_EXISTING, Messages.text("demo.intoExisting")))
                .example("./kontor demo --store company", Messages.text("demo.example"))
                .example("./kontor demo --store large --customers 20000 --seed 7", Messages.text("demo.example.large"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var standard = DemoCompany.Plan.STANDARD;
        final var plan = new DemoCompany.Plan((int) invocation.number(CUSTOMERS).orElse(standard.customers()),
                invocation.number(SEED).orElse(standard.seed()), standard.today(), invocation.has(INTO_EXISTING));
        try (var store = access.open(invocation, StoreAccess.Purpose.CREATE)) {
            final var result = company.write(store, plan, invocation.progress());
            final var facts = new LinkedHashMap<String, String>();
            facts.put(Messages.text("fact.store"), store.info().folder().toString());
            facts.putAll(Plain.counts(result.records()));
            return Answer.done().say(Messages.text("demo.done")).facts(facts)
                    .value("store", store.info().folder().toString()).value("operation", result.operation().toString())
                    .value("customers", plan.customers()).value("seed", plan.seed()).value("records", result.records()).build();
        }
    }
}
