// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.UnknownChoice;
import org.kontor.model.Account;
import org.kontor.model.ImportJob;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.store.Cause;
import org.kontor.store.History;
import org.kontor.store.Intent;

/** Imports the same file once more: after success, after refusals, after a stop and after damage. */
class ImportAgainTest {

    private final Workplace place = new Workplace();

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void importsNothingTwice() {
        final var draft = place.draft("orders", "customer,date,value\nA,2024-01-01,5\nB,2024-01-01,6\n");
        final var first = place.run(draft);
        final var second = place.run(place.imports().inspect(draft.file(), "orders"));
        assertEquals(ImportState.ALREADY_IMPORTED, second.state());
        assertEquals("import.already", second.problem().orElseThrow().code());
        assertEquals(2, place.count(Order.class));
        assertEquals(ImportState.ALREADY_IMPORTED, place.imports().inspect(draft.file(), "orders").check(place.store(), Progress.NONE)
                .state());
        final var asked = place.imports().inspect(draft.file(), "orders");
        asked.choices().again = true;
        final var third = place.run(asked);
        assertEquals(2, third.report().created());
        assertEquals(4, place.count(Order.class));
        place.undo(third.operation().orElseThrow());
        place.undo(first.operation().orElseThrow());
        assertEquals(0, place.count(Order.class));
        assertEquals(0, place.count(ImportJob.class));
        assertEquals(2, place.run(place.imports().inspect(draft.file(), "orders")).report().created());
    }

    @Test
    void otherChoicesGiveRefusedRowsAnotherChance() {
        final var text = "name,account,stage,close date,amount\nDeal 1,Acme,Won,2024-01-01,5\nDeal 2,Acmee,Won,2024-01-02,6\n"
                + "Deal 3,Acme,Won,someday,7\nDeal 4,Acme,Won,2024-01-04,8\n";
        place.run(place.draft("accounts", "name\nAcme\n"));
        final var before = place.contentHash();
        final var file = place.file(text);
        final var first = place.run(place.imports().inspect(file, "opportunities"));
        assertEquals(2, first.report().created());
        assertEquals(2, first.report().refused());
        final var edited = place.rows(Opportunity.class, "name", "id", "name");
        place.store().write(Intent.of(Cause.EDIT, "by hand"),
                writer -> writer.find(Opportunity.class, (UUID) edited.get(0)[0]).orElseThrow().setName("Deal 1 by hand"));
        assertEquals(ImportState.ALREADY_IMPORTED, place.run(place.imports().inspect(file, "opportunities")).state());

        final var better = place.imports().inspect(file, "opportunities");
        better.choices().replace("account", "Acmee", "Acme");
        final var second = place.run(better);
        assertEquals(ImportState.DONE, second.state());
        assertEquals(first.operation(), second.operation());
        assertEquals(1, second.report().created());
        assertEquals(1, second.report().refused());
        assertEquals(2, second.report().alreadyThere());
        assertEquals(List.of("Deal 1 by hand", "Deal 2", "Deal 4"),
                place.rows(Opportunity.class, "name", "name").stream().map(row -> (String) row[0]).toList());
        assertEquals(ImportState.ALREADY_IMPORTED, place.run(better).state());

        final var best = place.imports().inspect(file, "opportunities");
        best.choices().replace("account", "Acmee", "Acme");
        best.choices().fixes().put(3L, new HashMap<>(Map.of(3, "2024-01-03")));
        assertEquals(1, place.run(best).report().created());
        final var more = place.imports().inspect(file, "opportunities");
        assertEquals(ImportState.ALREADY_IMPORTED, place.run(more).state(), "nothing is refused any more");
        assertEquals(4, place.count(Opportunity.class));
        final var job = place.rows(ImportJob.class, "startedAt", "rowsRead", "rowsCreated", "rowsRefused", "finishedAt").getLast();
        assertEquals(4L, job[0]);
        assertEquals(4L, job[1]);
        assertEquals(0L, job[2]);
        assertTrue(job[3] != null);

        place.store().write(Intent.of(Cause.EDIT, "back again"),
                writer -> writer.find(Opportunity.class, (UUID) edited.get(0)[0]).orElseThrow().setName("Deal 1"));
        place.store().history().undo(first.operation().orElseThrow(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(before, place.contentHash());
    }

    @Test
    void anotherChanceContinuesWhereItWasStopped() {
        final var text = new StringBuilder("customer,date,value\n");
        for (int i = 0; i < 35_000; i++) {
            text.append("A,").append(i % 2 == 0 || i >= 34_000 ? "2024-01-05" : "someday").append(',').append(i).append('\n');
        }
        // every other row up to 34,000 is refused: 17,000 ranges are too many to be kept
        final var scattered = place.file(text.toString());
        assertEquals(17_000, place.run(place.imports().inspect(scattered, "orders")).report().refused());
        final var other = place.imports().inspect(scattered, "orders");
        other.choices().defaults().put("currency", "EUR");
        assertEquals(ImportState.ALREADY_IMPORTED, place.run(other).state());

        final var file = place.file("customer,date,value\n" + "A,2024-01-01,5\n".repeat(5) + "B,2024-01-01,6\n".repeat(25_000)
                + "A,2024-01-01,7\n".repeat(3));
        final var strict = place.imports().inspect(file, "orders");
        strict.choices().unknown().put("account", UnknownChoice.REFUSE);
        assertEquals(25_000, place.run(strict).report().refused());
        final long before = place.count(Order.class);
        final var lenient = place.imports().inspect(file, "orders");
        var result = lenient.run(place.store(), new StopAfter(1));
        assertEquals(ImportState.CANCELLED, result.state());
        assertEquals(before + 4_995, place.count(Order.class));
        result = place.run(place.imports().inspect(file, "orders"));
        assertEquals(ImportState.DONE, result.state());
        assertEquals(before + 25_000, place.count(Order.class));
        Workplace.addsUp(result.report());
        assertEquals(25_008, result.report().rows());
        place.undo(result.operation().orElseThrow());
        assertEquals(before - 8, place.count(Order.class));
    }

    /** Says stop after some batches. */
    private static final class StopAfter implements Progress {

        private final int batches;
        private int worked;
        private long total;
        private long done;

        StopAfter(final int batches) {
            this.batches = batches;
        }

        @Override
        public void begin(final String task, final long bytes) {
            total = bytes;
            done = 0;
        }

        @Override
        public void worked(final long amount) {
            worked++;
            done += amount;
        }

        @Override
        public boolean isCancelled() {
            return worked >= batches;
        }
    }

    @Test
    void continuesWhereItWasStopped() {
        final var text = new StringBuilder("customer,date,value\n");
        final var random = new Random(4);
        for (int i = 0; i < 28_000; i++) {
            text.append('C').append(random.nextInt(3_000)).append(",2024-01-").append(10 + random.nextInt(20)).append(',')
                    .append(random.nextInt(900)).append(".5\n");
        }
        final Path file = place.file(text.toString());
        final List<Object[]> whole;
        try (var other = new Workplace()) {
            other.run(other.imports().inspect(file, "orders"));
            whole = other.rows(Order.class, "id", "id", "account", "total", "orderDate");
        }
        int stops = 1;
        var result = place.imports().inspect(file, "orders").run(place.store(), new StopAfter(stops));
        while (result.state() == ImportState.CANCELLED && place.count(Order.class) < 28_000) {
            Workplace.addsUp(result.report());
            assertEquals(stops * 5_000L, place.count(Order.class), "whole batches stay");
            stops++;
            result = place.imports().inspect(file, "orders").run(place.store(), new StopAfter(stops));
        }
        result = place.imports().inspect(file, "orders").run(place.store(), Progress.NONE);
        assertEquals(ImportState.DONE, result.state());
        assertTrue(stops > 4 && result.report().alreadyThere() > 0, stops + " stops");
        assertEquals(28_000, result.report().rows());
        final var pieces = place.rows(Order.class, "id", "id", "account", "total", "orderDate");
        assertEquals(whole.size(), pieces.size());
        for (int i = 0; i < whole.size(); i++) {
            assertArrayEquals(whole.get(i), pieces.get(i));
        }
        place.undo(result.operation().orElseThrow());
        assertEquals(0, place.count(Order.class) + place.count(Account.class) + place.count(ImportJob.class));
    }

    @Test
    void refusesToContinueWithAnotherMapping() {
        final var text = "customer,date,value\n" + "A,2024-01-01,5\n".repeat(9_000);
        final var file = place.file(text);
        assertEquals(ImportState.CANCELLED, place.imports().inspect(file, "orders").run(place.store(), new StopAfter(1)).state());
        final var other = place.imports().inspect(file, "orders");
        other.choices().defaults().put("channel", "shop");
        assertEquals("import.unfinished", assertThrows(ProblemException.class, () -> place.run(other)).problem().code());
        assertEquals(5_000, place.count(Order.class));
    }

    @Test
    void reportsProgressInBytes() {
        final var progress = new StopAfter(Integer.MAX_VALUE);
        final var draft = place.draft("orders", "customer,date,value\n" + "A,2024-01-01,5\n".repeat(12_000));
        draft.run(place.store(), progress);
        assertEquals(progress.total, progress.done);
    }

    @Test
    void stopsAtAQuoteThatNeverEndsAndKeepsNothingOfASmallFile() {
        final var before = place.contentHash();
        final var thrown = assertThrows(ProblemException.class, () -> place.draft("accounts", "name,city\nAcme,\"Berlin\nBeta,Rome\n"));
        assertEquals("csv.quote", thrown.problem().code());
        assertEquals(before, place.contentHash());
    }

    @Test
    void keepsWholeBatchesBeforeADamagedEnd() {
        final var text = "name,city\n" + rows(30_000) + "Zeta,\"Berlin\n";
        final var draft = place.draft("accounts", text);
        final var result = place.run(draft);
        assertEquals(ImportState.STOPPED, result.state());
        assertEquals("csv.quote", result.problem().orElseThrow().code());
        assertEquals(place.count(Account.class), result.report().created());
        assertTrue(result.report().created() > 0 && result.report().created() <= 30_000);
        place.undo(result.operation().orElseThrow());
        assertEquals(0, place.count(Account.class));
    }

    private static String rows(final int count) {
        final var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("Name").append(i).append(",City\n");
        }
        return rows.toString();
    }
}
