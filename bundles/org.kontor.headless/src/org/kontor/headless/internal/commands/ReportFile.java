// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.progress.Progress;
import org.kontor.core.value.Period;
import org.kontor.headless.internal.report.SalesPage;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/** Makes the sales report of a store and writes it into a file. */
final class ReportFile {

    /**
     * What to report.
     *
     * @param title     whose report it is; empty for the name of the store's folder
     * @param from      the first month; empty for the first one with business
     * @param until     the last month; empty for the last one with business
     * @param customers how many of the best customers to name
     */
    record Plan(Optional<String> title, Optional<YearMonth> from, Optional<YearMonth> until, int customers) {

        static final int CUSTOMERS = 10;
        static final Plan STANDARD = new Plan(Optional.empty(), Optional.empty(), Optional.empty(), CUSTOMERS);
    }

    private final SalesReport reports;
    private final PipelineBoard boards;
    private final Funnel funnels;
    private final String version;
    private final Clock clock;

    ReportFile(final SalesReport reports, final PipelineBoard boards, final Funnel funnels, final String version, final Clock clock) {
        this.reports = reports;
        this.boards = boards;
        this.funnels = funnels;
        this.version = version;
        this.clock = clock;
    }

    /**
     * Writes the report; a file of that name is replaced when the new one is complete.
     *
     * @param store    the store
     * @param plan     what to report
     * @param file     the file
     * @param progress where to report
     * @return the key figures for a program
     */
    Map<String, Object> write(final Store store, final Plan plan, final Path file, final Progress progress) {
        progress.begin(Messages.text("report.progress"), 3);
        final var period = period(store, plan);
        final var data = period.map(known -> reports.report(store, known, plan.customers(), clock));
        progress.worked(1);
        progress.checkCancelled();
        final var year = period.map(known -> {
            final var first = LocalDate.of(known.until().minusDays(1).getYear(), 1, 1);
            return reports.report(store, new Period(first, first.plusYears(1)), 1, clock).winRate();
        });
        progress.worked(1);
        progress.checkCancelled();
        final var deals = data.map(known -> deals(store, known)).orElseGet(List::of);
        final var title = plan.title().orElseGet(() -> store.info().folder().getFileName().toString());
        write(file, SalesPage.of(new SalesPage.Content(title, data, deals, year, LocalDate.now(clock), version)));
        progress.worked(1);
        return data.map(known -> values(known, deals, year.orElseThrow())).orElseGet(Map::of);
    }

    /** The pipelines that hold opportunities; the usual one where none does. */
    private List<SalesPage.Deals> deals(final Store store, final SalesReport.Data data) {
        final var pipelines = store.read(session -> session.rows(Query.of(Pipeline.class).orderBy("name", true), List.of("id")));
        final var used = pipelines.stream().map(row -> Optional.of((UUID) row[0]))
                .map(id -> new SalesPage.Deals(boards.withMedianDays(store, boards.board(store, new PipelineBoard.Scope(id, Optional.empty(), "", Optional.empty()))),
                        funnels.funnel(store, new Funnel.Scope(id, Optional.of(data.period()), Funnel.Basis.OPENED, Optional.empty()))))
                .filter(deals -> deals.board().count() > 0).toList();
        return used.isEmpty() ? List.of(new SalesPage.Deals(data.pipeline(), data.funnel())) : used;
    }

    private Optional<Period> period(final Store store, final Plan plan) {
        return reports.coveredBy(store).or(() -> thisYear(store)).map(covered -> {
            final var from = plan.from().map(month -> month.atDay(1)).orElse(covered.from());
            final var until = plan.until().map(month -> month.plusMonths(1).atDay(1)).orElse(covered.until());
            if (!from.isBefore(until)) {
                throw Messages.problem("report.period", from, until.minusDays(1)).asException();
            }
            return new Period(from, until);
        });
    }

    /** Where nothing is ordered or decided yet but something is open, the pipeline is worth a report. */
    private Optional<Period> thisYear(final Store store) {
        final var first = LocalDate.of(LocalDate.now(clock).getYear(), 1, 1);
        return store.read(session -> session.count(Query.of(Opportunity.class))) == 0 ? Optional.empty()
                : Optional.of(new Period(first, first.plusYears(1)));
    }

    private static void write(final Path file, final String page) {
        // beside the file and not made as a temporary one, whose rights would keep others from reading the report
        final var part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, page, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            discard(part, failed);
            throw Messages.problem("report.unwritable", file).asException(failed);
        }
    }

    private static void discard(final Path part, final IOException failed) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            failed.addSuppressed(stays);
        }
    }

    private static Map<String, Object> values(final SalesReport.Data data, final List<SalesPage.Deals> deals,
            final SalesReport.WinRate year) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("from", data.period().from().toString());
        values.put("until", data.period().until().minusDays(1).toString());
        values.put("currency", data.currency().getCurrencyCode());
        values.put("revenue", Plain.value(data.revenue()));
        values.put("weightedPipeline", Plain.value(deals.stream().map(one -> one.board().weightedOpen()).reduce(BigDecimal.ZERO,
                BigDecimal::add)));
        values.put("won", data.winRate().won());
        values.put("lost", data.winRate().lost());
        values.put("wonAmount", Plain.value(data.winRate().wonAmount()));
        values.put("winRate", data.winRate().byCount().isPresent() ? data.winRate().byCount().getAsDouble() : null);
        values.put("wonInYear", year.won());
        values.put("wonAmountInYear", Plain.value(year.wonAmount()));
        return values;
    }
}
