// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportState;
import org.kontor.model.Account;
import org.kontor.model.ImportJob;
import org.kontor.model.Order;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/** A file so large that it is loaded in one transaction: all of it or nothing, and else as small ones are. */
class LargeImportTest {

    private static final int ROWS = 60_000;
    private static final int CUSTOMERS = 500;

    private Workplace place;

    @BeforeEach
    void open() {
        place = new Workplace();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private static String lines(final int rows) {
        final var text = new StringBuilder("customer,date,value\n");
        for (int i = 0; i < rows; i++) {
            text.append('C').append(i % CUSTOMERS).append(",2024-01-").append(10 + i % 20).append(',').append(i % 900).append(".5\n");
        }
        return text.toString();
    }

    /** Says yes to the wish to stop once so much of a task is done. */
    private static final class StopIn implements Progress {

        private final int task;
        private final double part;
        private final List<String> tasks = new ArrayList<>();
        private long total;
        private long done;

        StopIn(final int task, final double part) {
            this.task = task;
            this.part = part;
        }

        @Override
        public void begin(final String name, final long all) {
            tasks.add(name);
            total = all;
            done = 0;
        }

        @Override
        public void worked(final long amount) {
            done += amount;
        }

        @Override
        public boolean isCancelled() {
            return tasks.size() == task && done >= part * total;
        }
    }

    private long everything() {
        return place.count(Order.class) + place.count(Account.class) + place.count(ImportJob.class);
    }

    @Test
    void aLargeFileIsImportedAndTakenBackAsAWhole() {
        final var before = place.contentHash();
        final Path file = place.file(lines(ROWS));
        final var progress = new StopIn(-1, 0);
        final var result = place.imports().inspect(file, "orders").run(place.store(), progress);
        assertEquals(ImportState.DONE, result.state());
        assertEquals(ROWS, result.report().created());
        assertEquals(ROWS, result.report().rows());
        assertEquals(ROWS, place.count(Order.class));
        assertEquals(CUSTOMERS, place.count(Account.class));
        final BigDecimal sum = (BigDecimal) place.store().read(session -> session.groups(Query.of(Order.class), List.of(), List.of(Aggregate.sum("total"))))
                .getFirst()[0];
        assertEquals(0, result.report().sums().get("total").compareTo(sum));
        assertEquals(progress.total, progress.done);
        final var job = place.rows(ImportJob.class, "id", "rowsRead", "rowsCreated", "rowsRefused", "finishedAt").getFirst();
        assertEquals(List.of((long) ROWS, (long) ROWS, 0L), List.of(job[0], job[1], job[2]));
        assertTrue(job[3] != null);
        assertEquals(List.of(), place.store().verify(Progress.NONE));
        final var operation = place.store().history().operation(result.operation().orElseThrow()).orElseThrow();
        assertEquals(ROWS / 5_000 + 1, operation.changeSets());
        assertEquals(ImportState.ALREADY_IMPORTED, place.run(place.imports().inspect(file, "orders")).state());
        place.undo(operation.id());
        assertEquals(before, place.contentHash());
        assertEquals(ImportState.DONE, place.run(place.imports().inspect(file, "orders")).state());
    }

    @Test
    void stoppingLeavesNothingWhereverItIs() {
        final var before = place.contentHash();
        final Path file = place.file(lines(ROWS));
        final var whole = new StopIn(-1, 0);
        for (int task = 3; task <= 4; task++) {
            final var progress = new StopIn(task, 0.4);
            final var result = place.imports().inspect(file, "orders").run(place.store(), progress);
            assertEquals(ImportState.CANCELLED, result.state());
            assertEquals(task, progress.tasks.size(), progress.tasks::toString);
            assertEquals(Optional.empty(), result.operation());
            assertEquals(0, result.report().rows());
            assertEquals(0, everything());
            assertEquals(before, place.contentHash());
        }
        assertEquals(List.of(), place.store().verify(Progress.NONE));
        assertEquals(ImportState.DONE, place.imports().inspect(file, "orders").run(place.store(), whole).state());
        assertEquals(4, whole.tasks.size());
        assertEquals(ROWS, place.count(Order.class));
    }

    /** The rest goes on in batches, in the same operation. */
    @Test
    void aRowThatChangesARecordThatWasThereEndsTheLoad() {
        place.run(place.draft("accounts", "external id,name,city\nN59999,Before,Berlin\n"));
        final var before = place.contentHash();
        final var text = new StringBuilder("external id,name,city\n");
        for (int i = 0; i < ROWS; i++) {
            text.append('N').append(i).append(",Name ").append(i).append(",Rome\n");
        }
        final var result = place.run(place.draft("accounts", text.toString()));
        assertEquals(ImportState.DONE, result.state());
        assertEquals(ROWS - 1, result.report().created());
        assertEquals(1, result.report().updated());
        assertEquals(ROWS, place.count(Account.class));
        assertEquals(List.of((long) ROWS, ROWS - 1L, 1L),
                List.of(place.rows(ImportJob.class, "startedAt", "rowsRead", "rowsCreated", "rowsUpdated").getLast()));
        assertEquals(List.of(), place.store().verify(Progress.NONE));
        place.undo(result.operation().orElseThrow());
        assertEquals(before, place.contentHash());
    }

    @Test
    void aDamagedEndKeepsWholeBatchesAndSaysSo() {
        final var result = place.run(place.draft("orders", lines(ROWS) + "C1,2024-01-01,\"5\n"));
        assertEquals(ImportState.STOPPED, result.state());
        assertEquals("csv.quote", result.problem().orElseThrow().code());
        assertEquals(place.count(Order.class), result.report().created());
        assertTrue(result.report().created() >= ROWS - 5_000);
        place.undo(result.operation().orElseThrow());
        assertEquals(0, everything());
    }
}
