// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.kontor.demo.DemoCompany;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.model.Account;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.kontor.store.query.Query;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a newcomer gets without a display: the demo company and its report. */
@Component
public final class StartCommand implements Command {

    private static final String HEADLESS = "headless";
    private static final String OUT = "out";

    private final StoreAccess access;
    private final DemoCompany company;
    private final ReportFile reports;

    @Activate
    public StartCommand(final BundleContext context, @Reference final StoreAccess access, @Reference final DemoCompany company,
            @Reference final SalesReport reports, @Reference final PipelineBoard boards,
            @Reference final Funnel funnels) {
        this.access = access;
        this.company = company;
        this.reports = new ReportFile(reports, boards, funnels, context.getBundle().getVersion().toString(), Clock.systemDefaultZone());
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("start", Section.FIRST_STEPS, Messages.text("start.summary"))
                .detail(Messages.text("start.detail"))
                .option(Option.flag(HEADLESS, Messages.text("start.headless")))
                .option(Option.path(NamedStore.STORE, "DIR", Messages.text("start.store")))
                .option(NamedStore.passwordFile())
                .option(Option.path(OUT, "FILE.html", Messages.text("start.out")))
                .example("./kontor start --headless", Messages.text("start.example"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var chosen = invocation.findPath(NamedStore.STORE);
        final var folder = chosen.orElseGet(() -> invocation.home().resolve("stores").resolve("demo"));
        final var file = invocation.findPath(OUT).orElseGet(() -> ownFile(invocation.home()));
        try (var store = access.open(invocation, folder, StoreAccess.Purpose.CREATE)) {
            final var interrupted = company.interrupted(store);
            final boolean empty = interrupted.isPresent() || store.read(session -> session.count(Query.of(Account.class))) == 0;
            final Map<String, Long> written =
                    empty ? company.write(store, interrupted.orElse(DemoCompany.Plan.STANDARD), invocation.progress()).records() : Map.of();
            final var title = chosen.isEmpty() ? Optional.of(Messages.text("start.title")) : Optional.<String>empty();
            final var plan = ReportFile.Plan.STANDARD;
            final var values = reports.write(store, new ReportFile.Plan(title, plan.from(), plan.until(), plan.customers()), file,
                    invocation.progress());
            final var answer = Answer.done().say(Messages.text(empty ? "start.made" : "start.found", folder));
            if (empty) {
                answer.facts(Plain.counts(written));
            }
            return answer.say(Messages.text("start.report")).line(file.toString()).say(Messages.text("start.next", folder))
                    .value("store", folder.toString()).value("newCompany", empty).value("records", written).value("file", file.toString())
                    .values(values).build();
        }
    }

    private static Path ownFile(final Path home) {
        final var folder = home.resolve("reports");
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw Messages.problem("report.unwritable", folder).asException(failed);
        }
        return folder.resolve("sales-report.html");
    }
}
