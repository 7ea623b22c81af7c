// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.kontor.customers.CustomerTimeline;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.sales.Funnel;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.StageMove;
import org.kontor.sales.StageMove.Request;

/** Views read deals, their accounts and their histories, colleagues write them: whoever waits for whom, all come to their end. */
class ReadWhileWrittenTest {

    private static final int DEALS = 20;
    private static final int ROUNDS = 6;

    private final StageMove move = Services.get(StageMove.class);
    private Company company;

    /** What a view reads. */
    enum Look {

        FUNNEL {
            @Override
            boolean isComplete(final Company company, final UUID deal) {
                return Services.get(Funnel.class).funnel(company.store, Funnel.Scope.ALL).count() >= DEALS;
            }
        },
        BOARD {
            @Override
            boolean isComplete(final Company company, final UUID deal) {
                final var board = Services.get(PipelineBoard.class);
                return board.withMedianDays(company.store, board.board(company.store, PipelineBoard.Scope.ALL)).count() >= DEALS;
            }
        },
        TIMELINE {
            @Override
            boolean isComplete(final Company company, final UUID deal) {
                return !Services.get(CustomerTimeline.class).page(company.store, Opportunity.class, deal, Set.of(CustomerTimeline.Kind.values()), 0, 20)
                        .entries().isEmpty();
            }
        };

        abstract boolean isComplete(Company company, UUID deal);
    }

    @BeforeEach
    void open(@TempDir final Path folder) {
        company = new Company(folder);
        company.rates();
    }

    @AfterEach
    void close() {
        company.close();
    }

    private List<UUID> deals() {
        final var account = company.account("Acme");
        return IntStream.range(0, DEALS).mapToObj(number -> company.opportunity("Deal " + number, "prospecting", "100", "USD",
                deal -> deal.setAccount(company.reference(Account.class, account)))).toList();
    }

    @ParameterizedTest
    @EnumSource
    void viewsReadWhileDealsMove(final Look look) throws Exception {
        final var deals = deals();
        final var writing = new AtomicBoolean(true);
        try (var readers = Executors.newFixedThreadPool(2)) {
            final var reading = IntStream.range(0, 2).mapToObj(reader -> readers.submit(() -> {
                int incomplete = 0;
                int place = reader;
                do {
                    incomplete += look.isComplete(company, deals.get(place++ % DEALS)) ? 0 : 1;
                } while (writing.get());
                return incomplete;
            })).toList();
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    final var stage = company.stage(round % 2 == 0 ? "qualification" : "prospecting");
                    deals.forEach(deal -> move.move(company.store, Request.of(deal, stage), Company.CLOCK));
                    deals();
                }
            } finally {
                writing.set(false);
            }
            for (final var reader : reading) {
                assertTrue(reader.get() == 0, look + " saw all deals each time");
            }
        }
    }
}
