// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.SalesReport;

/**
 * The sales report as one HTML file that needs nothing else: no script, no link, no font. It follows the reader's choice of light or dark,
 * fits telephones, screens and paper, and stays as it is when it is sent around.
 */
public final class SalesPage {

    /**
     * The deals of one pipeline.
     *
     * @param board  where they stand now
     * @param funnel how far those came whose work began in the period
     */
    public record Deals(PipelineBoard.Board board, Funnel.Result funnel) {

        List<PipelineBoard.Column> open() {
            return board.columns().stream().filter(column -> !column.stage().closed()).toList();
        }

        long openCount() {
            return open().stream().mapToLong(PipelineBoard.Column::count).sum();
        }

        BigDecimal openTotal() {
            return open().stream().map(PipelineBoard.Column::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * What stands on the page.
     *
     * @param title   whose report it is
     * @param data    the numbers; empty for a store without orders and opportunities
     * @param deals   the pipelines in use; at least one where there are numbers
     * @param year    the deals that were decided in the year in which the period ends; empty together with the numbers
     * @param day     the day of the report
     * @param version the version of the product
     */
    public record Content(String title, Optional<SalesReport.Data> data, List<Deals> deals, Optional<SalesReport.WinRate> year,
            LocalDate day, String version) {

        public Content {
            deals = List.copyOf(deals);
        }
    }

    private final Content content;
    private final Locale locale;
    private final Html html = new Html();

    private SalesPage(final Content content, final Locale locale) {
        this.content = content;
        this.locale = locale;
    }

    /**
     * @param content what stands on the page
     * @return the page in the language of the moment
     */
    public static String of(final Content content) {
        return new SalesPage(content, Locale.getDefault()).page();
    }

    private String page() {
        html.markup("<!DOCTYPE html>").begin("html", "lang", locale.toLanguageTag());
        html.begin("head").single("meta", "charset", "utf-8")
                .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .single("meta", "name", "color-scheme", "content", "light dark")
                .single("meta", "name", "referrer", "content", "no-referrer")
                .single("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'")
                .element("title", Messages.text("page.title", content.title()))
                .markup("<style>\n" + style() + "</style>").end();
        html.begin("body").begin("main");
        content.data().ifPresentOrElse(this::filled, this::empty);
        html.element("footer", Messages.text("page.footer", content.version(), new Numbers(locale, null).day(content.day())));
        return html.end().end().end().toString();
    }

    private void header(final String... facts) {
        html.begin("header").element("p", Messages.text("page.kind"), "class", "kind").element("h1", content.title());
        html.begin("p", "class", "facts");
        for (final var fact : facts) {
            html.element("span", fact);
        }
        html.end().end();
    }

    private void empty() {
        header(new Numbers(locale, null).day(content.day()));
        html.begin("section").element("h2", Messages.text("empty.title")).element("p", Messages.text("empty.text")).begin("ul");
        for (final var key : new String[] {"empty.import", "empty.demo", "empty.workbench"}) {
            html.element("li", Messages.text(key));
        }
        html.end().end();
    }

    private void filled(final SalesReport.Data data) {
        final var numbers = new Numbers(locale, data.currency());
        header(numbers.months(data.period()), Messages.text("page.currency", data.currency().getCurrencyCode(),
                data.currency().getDisplayName(locale)), Messages.text("page.asOf", numbers.day(content.day())));
        keyFigures(data, numbers);
        final var sections = new Sections(html, numbers, new Pictures(locale), data);
        content.deals().forEach(deals -> {
            final var name = content.deals().size() == 1 ? "" : deals.board().pipeline().title();
            sections.pipeline(deals, name);
            sections.funnel(deals.funnel(), name);
        });
        new RevenueSection(html, numbers, new Pictures(locale), data).add();
        sections.customers();
        sections.activities();
        notes(data, numbers);
    }

    private void keyFigures(final SalesReport.Data data, final Numbers numbers) {
        final var total = content.deals().stream().map(Deals::openTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
        final var weighted = content.deals().stream().map(deals -> deals.board().weightedOpen()).reduce(BigDecimal.ZERO, BigDecimal::add);
        final long count = content.deals().stream().mapToLong(Deals::openCount).sum();
        final long orders = data.months().stream().mapToLong(SalesReport.MonthRevenue::orders).sum();
        final var year = content.year().orElseThrow();
        final int lastYear = data.period().until().minusDays(1).getYear();
        html.begin("div", "class", "figures");
        if (orders > 0 || data.revenue().signum() != 0) {
            figure(Messages.text("figure.revenue"), numbers.money(data.revenue()),
                    Messages.text("figure.revenue.of", orders));
        } else {
            figure(Messages.text("figure.allWon"), numbers.money(data.winRate().wonAmount()),
                    Messages.text("figure.won.of", data.winRate().won()));
        }
        figure(Messages.text("figure.pipeline"), numbers.money(total), Messages.text("figure.pipeline.of", numbers.count(count)));
        figure(Messages.text("figure.weighted"), numbers.money(weighted), Messages.text("figure.weighted.of"));
        figure(Messages.text("figure.won", Integer.toString(lastYear)), numbers.money(year.wonAmount()),
                Messages.text("figure.won.of", year.won()));
        figure(Messages.text("figure.winRate"), numbers.share(data.winRate().byCount()),
                Messages.text("figure.winRate.of", numbers.count(data.winRate().won()),
                numbers.count(data.winRate().won() + data.winRate().lost())));
        html.end();
    }

    private void figure(final String name, final String value, final String of) {
        html.begin("div", "class", "figure").element("p", name, "class", "label").element("p", value, "class", "value")
                .element("p", of, "class", "of").end();
    }

    private void notes(final SalesReport.Data data, final Numbers numbers) {
        html.begin("section", "class", "notes").element("h2", Messages.text("notes.title")).begin("ul");
        html.element("li", Messages.text("notes.revenue")).element("li", Messages.text("notes.won"))
                .element("li", Messages.text("notes.weighted")).element("li", Messages.text("notes.reached"));
        if (numbers.rounded()) {
            html.element("li", Messages.text("notes.rounded"));
        }
        note("notes.orders", data.ordersWithoutBase());
        note("notes.opportunities", content.deals().stream().flatMap(deals -> deals.board().columns().stream())
                .mapToLong(PipelineBoard.Column::withoutBaseAmount).sum());
        note("notes.undated", content.deals().stream().mapToLong(deals -> deals.funnel().undated()).sum());
        html.end().end();
    }

    private void note(final String key, final long count) {
        if (count > 0) {
            html.element("li", Messages.text(key, count));
        }
    }

    private static String style() {
        try (InputStream in = SalesPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
