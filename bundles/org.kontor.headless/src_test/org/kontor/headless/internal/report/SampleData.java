// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.model.Account;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Pipeline;
import org.kontor.model.User;
import org.kontor.sales.Activities.PersonCounts;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;
import org.kontor.sales.StageValue;

/** Numbers of a company whose customers have every name that could break a page. */
final class SampleData {

    static final List<String> NAMES = List.of("Hartmann & Söhne GmbH", "<script>alert('owned')</script>", "\"><img src=x onerror=alert(1)>",
            "Vereinigte Norddeutsche Maschinenbau- und Anlagentechnik-Beteiligungsgesellschaft mit beschränkter Haftung & Co. Kommanditgesellschaft",
            "上海浦东新区国际贸易信息技术服务有限责任公司第二分公司", "Reversed \u202Egnp.exe", "</style></svg><b>bold", "Bell\u0007 and\u0000 null", "Acme\nInc.",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");

    private SampleData() {
    }

    static SalesReport.Data company(final int months) {
        final var stages = List.of(stage("Prospecting", 1, 10, false, false), stage("Qualification <b>", 2, 25, false, false),
                stage("Proposal", 3, 60, false, false), stage("Negotiation", 4, 80, false, false), stage("Won", 5, 100, true, true),
                stage("Lost", 6, 0, true, false));
        final var columns = new ArrayList<PipelineBoard.Column>();
        final var steps = new ArrayList<Funnel.Step>();
        final var lost = new ArrayList<Funnel.Step>();
        long reached = 600;
        for (final var stage : stages) {
            final var total = BigDecimal.valueOf(1_734_250L / stage.position()).setScale(4);
            columns.add(new PipelineBoard.Column(stage, 120 / stage.position(), total,
                    total.multiply(stage.probability()).movePointLeft(2), stage.position() == 2 ? 3 : 0,
                    stage.closed() ? OptionalDouble.empty() : OptionalDouble.of(7.5 * stage.position())));
            final var step = new Funnel.Step(stage, reached, BigDecimal.valueOf(reached * 9_431), 120 / stage.position(), total,
                    stage.closed() ? OptionalDouble.empty() : OptionalDouble.of(.7), OptionalDouble.of(7.5 * stage.position()));
            (stage.lost() ? lost : steps).add(step);
            reached = reached * 7 / 10;
        }
        final var eur = Currency.getInstance("EUR");
        final var pipeline = new RecordLink(Pipeline.class, UUID.randomUUID(), "Standard");
        final var first = YearMonth.of(2024, 7);
        final var revenue = new ArrayList<SalesReport.MonthRevenue>();
        for (int month = 0; month < months; month++) {
            final long orders = 310 + month * 17L % 83;
            revenue.add(new SalesReport.MonthRevenue(first.plusMonths(month), orders,
                    new BigDecimal(orders * 402 + month * 1_313L).add(new BigDecimal("0.4500")),
                    BigDecimal.valueOf(month % 5 * 771L), month % 7, BigDecimal.valueOf(month % 7 * 10_440L)));
        }
        final var customers = new ArrayList<SalesReport.CustomerRevenue>();
        for (int rank = 0; rank < NAMES.size(); rank++) {
            customers.add(new SalesReport.CustomerRevenue(Optional.of(new RecordLink(Account.class, UUID.randomUUID(), NAMES.get(rank))),
                    90 - rank * 4L,
                    BigDecimal.valueOf(98_412 - rank * 6_231L), BigDecimal.valueOf(rank % 3 * 410L)));
        }
        customers.add(new SalesReport.CustomerRevenue(Optional.empty(), 12, BigDecimal.valueOf(9_120), BigDecimal.ZERO));
        final var people = List.of(new PersonCounts(Optional.of(new RecordLink(User.class, UUID.randomUUID(), "王芳")), 120, 40, 88, 31, 12,
                3),
                new PersonCounts(Optional.of(new RecordLink(User.class, UUID.randomUUID(), "Nadia O'Brien")), 145, 31, 61, 40, 9, 0),
                new PersonCounts(Optional.empty(), 0, 0, 0, 2, 4, 4));
        return new SalesReport.Data(new Period(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 1).plusMonths(months)), eur,
                new PipelineBoard.Board(pipeline, eur, columns),
                new Funnel.Result(pipeline, eur, steps, lost, 600, BigDecimal.valueOf(5_658_600), 3, 7), revenue, customers,
                new SalesReport.WinRate(143, 89, BigDecimal.valueOf(1_448_120), BigDecimal.valueOf(903_000)), people, 2);
    }

    /** The same company before it took orders: deals alone, and none of the open ones has an amount. */
    static SalesReport.Data dealsOnly() {
        final var data = company(18);
        final var months = data.months().stream().map(month -> new SalesReport.MonthRevenue(month.month(), 0, BigDecimal.ZERO,
                BigDecimal.ZERO,
                month.deals(), month.wonAmount())).toList();
        final var columns = data.pipeline().columns().stream().map(column -> new PipelineBoard.Column(column.stage(), column.count(),
                BigDecimal.ZERO,
                BigDecimal.ZERO, 0, column.medianDays())).toList();
        return new SalesReport.Data(data.period(), data.currency(),
                new PipelineBoard.Board(data.pipeline().pipeline(), data.currency(), columns), data.funnel(), months, List.of(),
                data.winRate(), List.of(), 0);
    }

    private static StageValue stage(final String title, final int position, final int probability, final boolean closed,
            final boolean won) {
        return new StageValue(UUID.randomUUID(), UUID.randomUUID(), "", title, position, BigDecimal.valueOf(probability), closed, won,
                ForecastCategory.values()[0], List.of());
    }

    static SalesPage.Content content(final int months) {
        return content("Nordwind & Partner <AG>", company(months), 1);
    }

    static SalesPage.Content content(final String title, final SalesReport.Data data, final int pipelines) {
        return new SalesPage.Content(title, Optional.of(data), Collections.nCopies(pipelines, new SalesPage.Deals(data.pipeline(),
                data.funnel())),
                Optional.of(new SalesReport.WinRate(61, 33, BigDecimal.valueOf(612_450), BigDecimal.valueOf(311_000))), LocalDate.of(2026,
                7, 3), "0.1.0");
    }

    static SalesPage.Content nothing() {
        return new SalesPage.Content("company", Optional.empty(), List.of(), Optional.empty(), LocalDate.of(2026, 7, 3), "0.1.0");
    }
}
