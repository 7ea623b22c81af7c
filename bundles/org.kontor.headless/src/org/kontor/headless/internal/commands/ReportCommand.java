// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.internal.Usage;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the sales report. */
@Component
public final class ReportCommand implements Command {

    private static final String NAME = "report";
    private static final String OUT = "out";
    private static final String TITLE = "title";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String CUSTOMERS = "customers";

    private final StoreAccess access;
    private final ReportFile reports;

    @Activate
    public ReportCommand(final BundleContext context, @Reference final StoreAccess access, @Reference final SalesReport reports,
            @Reference final PipelineBoard boards,
            @Reference final Funnel funnels) {
        this.access = access;
        this.reports = new ReportFile(reports, boards, funnels, context.getBundle().getVersion().toString(), Clock.systemDefaultZone());
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(NAME, Section.FIRST_STEPS, Messages.text("report.summary"))
                .detail(Messages.text("report.detail"))
                .options(access.options())
                .option(Option.path(OUT, "FILE.html", Messages.text("report.out")).needed())
                .option(Option.text(TITLE, "TEXT", Messages.text("report.title")))
                .option(Option.text(FROM, "YYYY-MM", Messages.text("report.from")))
                .option(Option.text(UNTIL, "YYYY-MM", Messages.text("report.until")))
                .option(Option.number(CUSTOMERS, Messages.text("report.customers", Integer.toString(ReportFile.Plan.CUSTOMERS)), 1, 100))
                .example("./kontor report --store company --out report.html", Messages.text("report.example"))
                .example("./kontor report --store company --out q3.html --from 2026-07 --until 2026-09 --language zh",
                        Messages.text("report.example.period"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var file = invocation.path(OUT);
        final var plan = new ReportFile.Plan(invocation.find(TITLE), month(invocation, FROM), month(invocation, UNTIL),
                (int) invocation.number(CUSTOMERS).orElse(ReportFile.Plan.CUSTOMERS));
        try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
            final var values = reports.write(store, plan, file, invocation.progress());
            return Answer.done().say(Messages.text("report.done")).line(file.toString())
                    .value("store", store.info().folder().toString()).value("file", file.toString()).values(values).build();
        }
    }

    private static Optional<YearMonth> month(final Invocation invocation, final String option) {
        return invocation.find(option).map(text -> {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException malformed) {
                throw Usage.wrong(NAME, "badPair", "--" + option, "YYYY-MM", text);
            }
        });
    }
}
