// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Metric;
import org.kontor.core.progress.Progress;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;

/** Opportunities in stages that a company gave names of its own. */
final class OpportunitiesTest {

    private static final String SOURCE = "opportunities";
    private static final String FORECAST = "pipeline-forecast";

    private final Engine engine = new Engine().withOwnMethods();
    private final ThrowAwayStore place = ThrowAwayStore.open();
    private final SourceInput input = new SourceInput(Optional.of(place.store()), Map.of());
    private final Pipeline pipeline = Samples.pipeline("Own");
    private final Stage talking = Samples.stage(pipeline, "talking", "In talks", 1, 50);
    private final Stage ours = Samples.stage(pipeline, "ours", "Gained", 2, 100);
    private final Stage theirs = Samples.stage(pipeline, "theirs", "Gone", 3, 0);

    @BeforeEach
    void stages() {
        place.add(pipeline, talking, ours, theirs);
    }

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private void deal(final String name, final Stage stage, final String opened, final String closed, final String since) {
        final Opportunity deal = Samples.opportunity(name, null, stage, "100", LocalDate.parse(closed));
        deal.setBaseAmount(deal.getAmount());
        deal.setOpenDate(LocalDate.parse(opened));
        deal.setStageSince(Instant.parse(since + "T10:00:00Z"));
        place.add(deal);
    }

    @Test
    void theOutcomeIsWhatAStageIsAndNotWhatItIsCalled() {
        deal("a", ours, "2026-01-01", "2026-12-31", "2026-02-01");
        deal("b", theirs, "2026-01-02", "2026-01-20", "2026-03-01");
        deal("c", talking, "2026-01-03", "2026-12-31", "2026-01-03");
        final var source = engine.sources().source(SOURCE);
        final var frame = source.load(input, source.columns(input).stream().map(SourceColumn::name).toList(), Progress.NONE);
        final var rows = IntStream.range(0, 3).boxed().collect(Collectors.toMap(row -> frame.column("outcome").text(row),
                row -> frame.column("opened").text(row) + ' ' + frame.column("closed").text(row) + ' ' + frame.column("amount").number(row),
                (one, other) -> one, TreeMap::new));
        assertEquals(Map.of("Won", "2026-01-01 2026-02-01 100.0", "Lost", "2026-01-02 2026-01-20 100.0", "talking", "2026-01-03 2026-12-31 100.0"), rows,
                "what is won was won when it came to its stage, not on the day that had been planned");
        assertEquals("In talks", source.words(input).get("outcome").get("talking").text());
    }

    @Test
    void whatTheyWillBringIsForetoldWithoutChoosingAnything() {
        for (int month = 1; month <= 6; month++) {
            for (int day = 10; day < 14; day++) {
                final var opened = LocalDate.of(2026, month, day);
                final var decided = opened.plusDays(day % 2 == 0 ? 20 : 30).toString();
                deal(month + "/" + day, day % 2 == 0 ? ours : theirs, opened.toString(), decided, decided);
            }
        }
        deal("open", talking, "2026-07-01", "2026-12-31", "2026-07-01");
        final var provider = engine.algorithms().method(FORECAST).active();
        final var plan = engine.analyses().propose(provider, engine.sources().source(SOURCE).columns(input),
                new Plan(SOURCE, Map.of(), List.of(), Map.of(), List.of(), FORECAST, Map.of(), 0));
        assertEquals(Map.of(Role.TARGET, List.of("outcome"), Role.TIME, List.of("closed", "opened"), Role.VALUE, List.of("amount"), Role.ID,
                List.of("opportunity")), plan.roles());
        final var result = engine.analyses().run(Optional.of(place.store()), plan, RunOptions.usual(), Progress.NONE).result();
        assertEquals(List.of(12.0, 12.0, 1.0, 20.0), List.of("won", "lost", "open", "days-to-win").stream().map(result::metric).toList());
        assertEquals(List.of(Meaning.SHARE), result.metrics().stream().filter(metric -> metric.name().equals("win-rate")).map(Metric::meaning).toList());
    }
}
