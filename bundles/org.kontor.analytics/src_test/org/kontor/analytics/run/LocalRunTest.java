// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.core.progress.Progress;

@Timeout(60)
class LocalRunTest {

    private static LocalRun run(final int threads, final Progress progress, final Executor helpers) {
        return new LocalRun(progress, 1, threads, Long.MAX_VALUE, helpers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTaskIsDoneOnce(final int threads) {
        final var done = new AtomicIntegerArray(10_000);
        try (ExecutorService helpers = Executors.newCachedThreadPool()) {
            run(threads, Progress.NONE, helpers).parallel(10_000, done::incrementAndGet);
        }
        for (int i = 0; i < 10_000; i++) {
            assertEquals(1, done.get(i));
        }
    }

    @Test
    void whereNobodyHelpsTheRunnerDoesItAll() {
        final var done = new AtomicInteger();
        run(4, Progress.NONE, task -> { }).parallel(100, task -> done.incrementAndGet());
        assertEquals(100, done.get());
    }

    @Test
    void whoRefusesToHelpIsDoneWithout() {
        final var done = new AtomicInteger();
        run(4, Progress.NONE, task -> {
            throw new RejectedExecutionException("closed");
        }).parallel(100, task -> done.incrementAndGet());
        assertEquals(100, done.get());
    }

    @Test
    void nobodyIsAtWorkAnyMoreWhenAnErrorIsThrown() {
        final var error = new StackOverflowError();
        final var runner = Thread.currentThread();
        final var helping = new CountDownLatch(1);
        final var failed = new CountDownLatch(1);
        final var ended = new AtomicBoolean();
        try (ExecutorService helpers = Executors.newCachedThreadPool()) {
            assertSame(error, assertThrows(StackOverflowError.class, () -> run(2, Progress.NONE, helpers).parallel(2, task -> {
                if (Thread.currentThread() == runner) {
                    await(helping);
                    failed.countDown();
                    throw error;
                }
                helping.countDown();
                await(failed);
                ended.set(true);
            })));
            assertTrue(ended.get());
        }
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void aFailureEndsAllAndIsThrown() {
        final var failure = new IllegalStateException("task 5");
        final var done = new AtomicInteger();
        try (ExecutorService helpers = Executors.newCachedThreadPool()) {
            final var context = run(3, Progress.NONE, helpers);
            assertSame(failure, assertThrows(IllegalStateException.class, () -> context.parallel(1_000_000, task -> {
                if (task == 5) {
                    throw failure;
                }
                done.incrementAndGet();
            })));
            final int then = done.get();
            assertTrue(then < 1_000_000, then + " tasks were done after the failure");
            context.parallel(10, task -> done.incrementAndGet());
            assertEquals(then + 10, done.get(), "a task went on after the end");
        }
    }

    @Test
    void aWishToStopIsHeardBetweenTasks() {
        final var wish = new AtomicBoolean();
        final var done = new AtomicInteger();
        final var progress = new Progress() {
            @Override
            public void begin(final String task, final long total) {
                // not told
            }

            @Override
            public void worked(final long amount) {
                // not told
            }

            @Override
            public boolean isCancelled() {
                return wish.get();
            }
        };
        try (ExecutorService helpers = Executors.newCachedThreadPool()) {
            final var context = run(2, progress, helpers);
            assertThrows(CancellationException.class, () -> context.parallel(1_000_000, task -> wish.set(done.incrementAndGet() > 20)));
        }
        assertTrue(done.get() < 30, done + " tasks were done");
    }

    @Test
    void randomNumbersAreTheSameForEver() {
        final var randomness = Randomness.of(42, 0);
        final var again = Randomness.of(42, 0);
        final var first = new long[1_000];
        Arrays.setAll(first, i -> randomness.nextLong());
        final var second = new long[1_000];
        Arrays.setAll(second, i -> again.nextLong());
        assertArrayEquals(first, second);
        assertTrue(Randomness.of(42, 1).nextLong() != first[0] && Randomness.of(43, 0).nextLong() != first[0]);
    }

    @Test
    void randomNumbersAreSpreadEvenly() {
        final var randomness = Randomness.of(7, 3);
        final var counts = new int[10];
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            counts[randomness.nextInt(10)]++;
            final double number = randomness.nextDouble();
            assertTrue(number >= 0 && number < 1);
            sum += number;
        }
        for (final int count : counts) {
            assertEquals(10_000, count, 400, "four standard deviations");
        }
        assertEquals(.5, sum / 100_000, .004);
        final var permutation = randomness.permutation(1_000);
        Arrays.sort(permutation);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i, permutation[i]);
        }
    }
}
