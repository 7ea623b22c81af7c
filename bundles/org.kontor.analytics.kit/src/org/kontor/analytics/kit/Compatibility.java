// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Capability;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * What every provider of an algorithm is held to, as a list of checks. {@link CompatibilityTest} runs them as tests.
 *
 * @since 0.1
 */
public final class Compatibility {

    private static final long SEED = 20_241_231;
    private static final long MEMORY = 4L << 30;

    private final Algorithm algorithm;

    private Compatibility(final Algorithm algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * All checks of a provider.
     *
     * @param algorithm the provider
     * @param cases     data that suits its method, at least one
     * @return the checks; those with known answers where the kit knows the method
     */
    public static List<Check> checks(final Algorithm algorithm, final List<Case> cases) {
        final var kit = new Compatibility(algorithm);
        final var checks = new ArrayList<>(DescriptorChecks.of(algorithm));
        for (final var known : KnownAnswers.of(algorithm.descriptor().id())) {
            checks.add(new Check("known answer: " + known.question().name(), () -> known.answer().accept(kit.run(known.question()))));
        }
        for (final var each : cases) {
            checks.add(new Check("repeat: " + each.name(), () -> kit.repeat(each)));
            checks.add(new Check("threads: " + each.name(), () -> kit.threads(each)));
            checks.add(new Check("kernels: " + each.name(), () -> kit.kernels(each)));
            checks.add(new Check("language: " + each.name(), () -> kit.language(each)));
            checks.add(new Check("input: " + each.name(), () -> kit.input(each)));
            checks.add(new Check("cancel: " + each.name(), () -> kit.cancel(each)));
            checks.add(new Check("memory: " + each.name(), () -> MemoryCheck.run(algorithm, each)));
            checks.add(new Check("odd data: " + each.name(), () -> kit.odd(each)));
            checks.add(new Check("wrong columns: " + each.name(), () -> kit.wrongColumns(each)));
            checks.add(new Check("result: " + each.name(), () -> ResultChecks.complete(kit.run(each))));
            checks.add(new Check("names: " + each.name(), () -> NamingCheck.run(kit.run(NamingCheck.strange(each, algorithm)))));
            if (algorithm.descriptor().can(Capability.LEARNS)) {
                checks.add(new Check("model: " + each.name(), () -> ModelCheck.run(algorithm, each, kit.run(each))));
            }
        }
        return List.copyOf(checks);
    }

    static LocalRun context(final Progress progress, final int threads, final long memory, final ExecutorService helpers) {
        return context(progress, threads, memory, helpers, OfferedKernels.best());
    }

    private static LocalRun context(final Progress progress, final int threads, final long memory, final ExecutorService helpers,
            final VectorKernels kernels) {
        return new LocalRun(progress, SEED, threads, memory, helpers == null ? Runnable::run : helpers, kernels);
    }

    private Result run(final Case each) {
        return run(each, Progress.NONE);
    }

    private Result run(final Case each, final Progress progress) {
        return algorithm.run(each.data(), each.parameters(algorithm), context(progress, 1, MEMORY, null));
    }

    private void repeat(final Case each) {
        final var first = ResultPrint.of(run(each));
        for (int again = 0; again < 3; again++) {
            assertEquals(first, ResultPrint.of(run(each)), "the same run gave another result");
        }
    }

    private void threads(final Case each) {
        final var large = Data.repeated(each, 20_000);
        final var first = ResultPrint.of(run(large));
        try (var helpers = Executors.newCachedThreadPool()) {
            for (final int threads : new int[] {2, 7, 7}) {
                final var result = algorithm.run(large.data(), large.parameters(algorithm), context(Progress.NONE, threads, MEMORY, helpers));
                assertEquals(first, ResultPrint.of(result), threads + " threads gave another result than one");
            }
        }
    }

    /** Where no bundle offers kernels, there are only the plain ones to run with. */
    private void kernels(final Case each) {
        final var large = Data.repeated(each, 5_000);
        final var parameters = large.parameters(algorithm);
        final var plain = ResultPrint.of(algorithm.run(large.data(), parameters, context(Progress.NONE, 1, MEMORY, null, VectorKernels.plain())));
        for (final var offered : OfferedKernels.all()) {
            final var result = algorithm.run(large.data(), parameters, context(Progress.NONE, 1, MEMORY, null, offered));
            assertEquals(plain, ResultPrint.of(result), "another result with the kernels of " + offered.name());
        }
    }

    private void language(final Case each) {
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            final var english = ResultPrint.of(run(each));
            for (final var other : List.of(Locale.SIMPLIFIED_CHINESE, Locale.GERMANY, Locale.of("tr", "TR"), Locale.of("ar", "EG"))) {
                Locale.setDefault(other);
                assertEquals(english, ResultPrint.of(run(each)), "the result is another one in the language " + other.toLanguageTag());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private void input(final Case each) {
        final var before = Fingerprint.of(each.data().frame());
        run(each);
        assertEquals(before, Fingerprint.of(each.data().frame()), "the data was changed");
        algorithm.applicability(each.data(), each.parameters(algorithm));
        algorithm.memory(each.data(), each.parameters(algorithm));
        assertEquals(before, Fingerprint.of(each.data().frame()), "the data was changed before the run");
    }

    /** With one thread, the time between two questions is the longest that a wish to stop can wait; processor time, so that others do not matter. */
    private void cancel(final Case each) {
        final var watch = new CancelWatch();
        Case large = each;
        for (int rows = 20_000; rows <= 1_300_000; rows *= 4) {
            large = Data.repeated(each, rows);
            watch.start(Long.MAX_VALUE);
            run(large, watch);
            watch.end();
            if (watch.spent() >= 600) {
                break;
            }
        }
        final var asked = large;
        final long longest = CancelWatch.least(watch.longest(), () -> {
            watch.start(Long.MAX_VALUE);
            run(asked, watch);
            watch.end();
            return watch.longest();
        });
        assertTrue(longest <= CancelWatch.MOST, "nobody asked whether to stop for " + longest + " ms with " + asked.data().rows() + " rows");
        final long questions = watch.asked();
        for (final long wish : new long[] {0, questions / 2, questions - 1}) {
            final long stopping = CancelWatch.least(Long.MAX_VALUE, () -> {
                watch.start(Math.max(0, wish));
                assertThrows(CancellationException.class, () -> run(asked, watch), "a wish to stop was not followed");
                watch.end();
                return watch.sinceWish();
            });
            assertTrue(stopping <= CancelWatch.MOST, "stopping took " + stopping + " ms");
        }
    }

    private void odd(final Case each) {
        for (final var odd : List.of(Data.rows(each, "no rows", 0), Data.rows(each, "one row", 1), Data.rows(each, "two rows", 2), Data.constant(each),
                Data.holes(each, 7), Data.holes(each, 1), Data.extreme(each, Double.POSITIVE_INFINITY), Data.extreme(each, 1e300), Data.extreme(each, -1e-300))) {
            final var parameters = odd.parameters(algorithm);
            final var answer = algorithm.applicability(odd.data(), parameters);
            assertTrue(algorithm.memory(odd.data(), parameters) >= 0, odd.name());
            try {
                final var result = run(odd);
                assertTrue(answer.possible(), odd.name() + ": it ran, though it said that it could not");
                assertEquals(ResultPrint.of(result), ResultPrint.of(run(odd)), odd.name() + ": the same run gave another result");
            } catch (ProblemException refused) {
                assertFalse(refused.problem().sentence().contains("!"), odd.name() + ": " + refused.problem().sentence());
            } catch (RuntimeException failed) {
                fail(odd.name() + ": " + failed, failed);
            }
            answer.obstacles().forEach(obstacle -> assertFalse(obstacle.sentence().contains("!"), obstacle.sentence()));
        }
    }

    private void wrongColumns(final Case each) {
        final var parameters = each.parameters(algorithm);
        final var nowhere = new HashMap<Role, List<String>>();
        each.data().roles().forEach((role, names) -> nowhere.put(role, List.of("no such column")));
        for (final Map<Role, List<String>> roles : List.of(nowhere, Map.<Role, List<String>>of())) {
            if (roles.isEmpty() && algorithm.descriptor().needs().stream().allMatch(need -> need.least() == 0)) {
                continue;
            }
            final var data = new Dataset(each.data().frame(), roles);
            assertFalse(algorithm.applicability(data, parameters).possible(), "it said that it could run without its columns");
            assertThrows(ProblemException.class, () -> algorithm.run(data, parameters, context(Progress.NONE, 1, MEMORY, null)));
        }
    }
}
