// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class MethodTest {

    private static final RealParameter LOW = new RealParameter("low", 0.0, 0, 100);
    private static final RealParameter HIGH = new RealParameter("high", 10.0, 0, 100);
    private static final long MEMORY = 1_000;

    /** Adds up numbers that are not above a limit. */
    private static final class Pieces extends Method {

        private final List<Warning> told = new ArrayList<>();

        Pieces() {
            super(new AlgorithmDescriptor("pieces", "1.0.0", Family.OTHER, Messages.TEXTS, List.of("Known to everybody"), "O(n)",
                    List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS)), List.of(LOW, HIGH),
                    Set.of()));
        }

        @Override
        protected void examine(final Findings found) {
            for (final var column : found.data().columns(Role.FEATURES)) {
                if (found.exceeds(column, found.parameters().get(HIGH))) {
                    found.obstacle("pieces.large", column.name(), found.parameters().get(HIGH));
                }
            }
            if (found.isClear() && found.data().rows() > 3) {
                found.advise("pieces.many", 3);
            }
        }

        @Override
        protected void examineSettings(final Findings found) {
            if (found.parameters().get(LOW) > found.parameters().get(HIGH)) {
                found.obstacle("pieces.limits");
            }
        }

        @Override
        public long memory(final Dataset data, final Parameters parameters) {
            return MEMORY;
        }

        @Override
        public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
            told.addAll(start(data, parameters, context, 1));
            return Result.builder().build();
        }
    }

    private static Dataset numbers(final double... values) {
        return new Dataset(Frame.of(NumberColumn.of("a", values)), Map.of(Role.FEATURES, List.of("a")));
    }

    private static Dataset texts() {
        return new Dataset(Frame.of(TextColumn.of("a", List.of("x"))), Map.of(Role.FEATURES, List.of("a")));
    }

    private static Parameters given(final Map<String, String> texts) {
        return Parameters.of(List.of(LOW, HIGH), texts);
    }

    private static LocalRun context(final Progress progress, final long memory) {
        return new LocalRun(progress, 1, 1, memory, Runnable::run);
    }

    private static List<String> codes(final Applicability answer) {
        return answer.obstacles().stream().map(Problem::code).toList();
    }

    @Test
    void valuesAreLookedAtWhereTheColumnsFitAndSettingsAlways() {
        final var wrong = given(Map.of("low", "50"));
        assertEquals(List.of("pieces.large", "pieces.limits"), codes(new Pieces().applicability(numbers(1, 11), wrong)));
        assertEquals(List.of("analytics.wrong-type", "pieces.limits"), codes(new Pieces().applicability(texts(), wrong)));
        assertEquals(List.of("analytics.no-role", "pieces.limits"), codes(new Pieces().applicability(new Dataset(Frame.of(), Map.of()), wrong)));
        assertTrue(new Pieces().applicability(numbers(1, 10), given(Map.of())).possible());
    }

    @Test
    void obstaclesSpeakWithTheTextsOfTheMethod() {
        final var obstacle = new Pieces().applicability(numbers(11), given(Map.of())).obstacles().getFirst();
        assertFalse(obstacle.sentence().contains("!"), obstacle.sentence());
        assertTrue(obstacle.happened().contains("a") && obstacle.happened().contains("10"), obstacle.happened());
    }

    @Test
    void aRunBeginsWithTheSameFindings() {
        final var method = new Pieces();
        assertEquals("pieces.large", assertThrows(ProblemException.class,
                () -> method.run(numbers(11), given(Map.of()), context(Progress.NONE, MEMORY))).problem().code());
        method.run(numbers(1, 2, 3), given(Map.of()), context(Progress.NONE, MEMORY));
        assertEquals(List.of(), method.told);
        method.run(numbers(1, 2, 3, 4), given(Map.of()), context(Progress.NONE, MEMORY));
        assertEquals(List.of("pieces.many"), method.told.stream().map(Warning::code).toList());
        assertEquals("More than 3 pieces", method.told.getFirst().text().texts().get("en"));
        assertEquals(method.applicability(numbers(1, 2, 3, 4), given(Map.of())).advice(), method.told);
    }

    @Test
    void aRunThatNeedsMoreMemoryDoesNotBegin() {
        assertEquals("analytics.memory", assertThrows(ProblemException.class,
                () -> new Pieces().run(numbers(1), given(Map.of()), context(Progress.NONE, MEMORY - 1))).problem().code());
        // what cannot be used at all is told first
        assertEquals("pieces.large", assertThrows(ProblemException.class,
                () -> new Pieces().run(numbers(11), given(Map.of()), context(Progress.NONE, MEMORY - 1))).problem().code());
    }

    @Test
    void aRunStopsWhileItLooksAtValues() {
        final var stopped = new Progress() {
            @Override
            public void begin(final String task, final long total) {
                throw new AssertionError("begun");
            }

            @Override
            public void worked(final long units) {
                throw new AssertionError("worked");
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> new Pieces().run(numbers(1), given(Map.of()), context(stopped, MEMORY)));
    }

    @Test
    void modelsOfOthersAndOfMethodsThatDoNotLearnAreRefused() {
        for (final var id : List.of("others", "pieces")) {
            final var state = new ModelState(id, "1.0.0", Map.of(), Map.of());
            assertEquals("analytics.no-model", assertThrows(ProblemException.class, () -> new Pieces().restore(state)).problem().code());
        }
    }

    @Test
    void weightsAreAddedUpWhereAllAreSound() {
        final var found = new Findings(new Pieces().descriptor(), numbers(1), given(Map.of()), () -> { });
        final var weights = NumberColumn.of("w", IntStream.range(0, 2 * Frame.BLOCK).mapToDouble(row -> row % 2).toArray());
        assertEquals(Frame.BLOCK, found.weights(weights, 1, row -> true));
        assertEquals(Frame.BLOCK - 1, found.weights(weights, 1, row -> row != 1));
        assertTrue(Double.isNaN(found.weights(weights, .5, row -> true)));
        assertTrue(Double.isNaN(found.weights(NumberColumn.of("w", 1, -1), 1, row -> true)));
        assertTrue(Double.isNaN(found.weights(NumberColumn.of("w", 1, Double.NaN), 1, row -> row == 0)));
    }

    @Test
    void theLastValueOfManyIsLookedAt() {
        final var found = new Findings(new Pieces().descriptor(), numbers(1), given(Map.of()), () -> { });
        final var values = new double[2 * Frame.BLOCK + 1];
        assertFalse(found.exceeds(NumberColumn.of("a", values), 1));
        values[values.length - 1] = Double.NEGATIVE_INFINITY;
        assertTrue(found.exceeds(NumberColumn.of("a", values), Double.MAX_VALUE));
        assertFalse(found.exceeds(NumberColumn.of("a", Double.NaN), 1));
    }
}
