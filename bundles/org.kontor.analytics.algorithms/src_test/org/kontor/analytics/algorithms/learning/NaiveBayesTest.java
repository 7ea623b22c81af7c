// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Classes by how usual values are. */
class NaiveBayesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 3, 1, 1L << 32, Runnable::run);

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var method = new NaiveBayes();
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    private static Dataset mixed() {
        final var kinds = new ArrayList<String>();
        final var classes = new ArrayList<String>();
        final var amounts = new double[40];
        final var flags = new boolean[40];
        for (int i = 0; i < 40; i++) {
            kinds.add(i % 2 == 0 ? "a" : i % 3 == 0 ? "b" : "c");
            classes.add(i < 25 ? "no" : "yes");
            amounts[i] = i * i % 17 + (i < 25 ? 0 : 4);
            flags[i] = i % 5 == 0;
        }
        return new Dataset(Frame.of(TextColumn.of("kind", kinds), NumberColumn.of("amount", amounts), FlagColumn.of("flag", flags, Missing.NONE),
                TextColumn.of("class", classes)), Map.of(Role.FEATURES, List.of("kind", "amount", "flag"), Role.TARGET, List.of("class")));
    }

    /** The same worked out row by row from the definition. */
    @Test
    void probabilitiesAreThoseOfTheDefinition() {
        final var data = mixed();
        final var model = run(data, Map.of()).model().orElseThrow();
        final var found = model.apply(data, RUN).frame().column("probability-yes");
        for (int row = 0; row < 40; row++) {
            final double[] joint = {25 / 40.0, 15 / 40.0};
            for (int k = 0; k < 2; k++) {
                final int from = k == 0 ? 0 : 25;
                final int to = k == 0 ? 25 : 40;
                final double[] amounts = Arrays.copyOfRange(((NumberColumn) data.frame().column("amount")).values(), from, to);
                final double mean = Arrays.stream(amounts).average().orElseThrow();
                final double variance = Arrays.stream(amounts).map(each -> (each - mean) * (each - mean)).average().orElseThrow();
                final double off = data.frame().column("amount").number(row) - mean;
                joint[k] *= Math.exp(-off * off / 2 / variance) / Math.sqrt(variance);
                for (final var name : List.of("kind", "flag")) {
                    int same = 0;
                    for (int i = from; i < to; i++) {
                        same += data.frame().column(name).text(i).equals(data.frame().column(name).text(row)) ? 1 : 0;
                    }
                    joint[k] *= (same + 1.0) / (to - from + (name.equals("kind") ? 3 : 2));
                }
            }
            assertEquals(joint[1] / (joint[0] + joint[1]), found.number(row), 1e-12);
        }
    }

    /** A number that never differs in a class says that others are unusual there, but does not rule the class out. */
    @Test
    void aNumberThatIsTheSameInAClassDoesNotDecideAlone() {
        final var still = new double[60];
        final var other = new double[60];
        final var classes = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            still[i] = i < 30 ? 0 : i % 2 * 16;
            other[i] = (i < 30 ? 0 : 9) + i % 4;
            classes.add(i < 30 ? "no" : "yes");
        }
        final var data = new Dataset(Frame.of(NumberColumn.of("still", still), NumberColumn.of("other", other), TextColumn.of("class", classes)),
                Map.of(Role.FEATURES, List.of("still", "other"), Role.TARGET, List.of("class")));
        final var near = new Dataset(Frame.of(NumberColumn.of("still", .2), NumberColumn.of("other", 1)), Map.of(Role.FEATURES, List.of("still", "other")));
        assertTrue(run(data, Map.of()).model().orElseThrow().apply(near, RUN).frame().column("probability-yes").number(0) < .1);
    }

    @Test
    void reasonsSumUpToTheScore() {
        final var data = mixed();
        final var model = new NaiveBayes().restore(run(data, Map.of()).model().orElseThrow().state());
        final var scores = model.apply(data, RUN).frame().column("score");
        for (int row = 0; row < 40; row++) {
            assertEquals(scores.number(row), model.explain(data, row).stream().mapToDouble(each -> each.amount()).sum(), 1e-12);
        }
    }

    @Test
    void whatIsMissingOrUnknownSaysNothing() {
        final var data = mixed();
        final var model = run(data, Map.of()).model().orElseThrow();
        final var odd = new Dataset(Frame.of(TextColumn.of("kind", Arrays.asList(null, "new")), NumberColumn.of("amount", Double.NaN, Double.NaN),
                FlagColumn.of("flag", new boolean[2], Missing.of(new long[] {3}))), Map.of(Role.FEATURES, List.of("kind", "amount", "flag")));
        final var found = model.apply(odd, RUN).frame().column("probability-yes");
        assertEquals(15 / 40.0, found.number(0), 1e-12);
        assertEquals(15 / 40.0, found.number(1), 1e-12);
    }

    @Test
    void probabilitiesThatAreTooSureAreToldAndCanBeMadeTrue() throws IOException {
        final var plain = run(Telco.customers(), Map.of());
        assertTrue(plain.metric("auc") > .80 && plain.metric("auc") < .85, "auc " + plain.metric("auc"));
        assertTrue(plain.warnings().stream().anyMatch(each -> each.code().equals("bayes.untrue")));
        final var calibrated = run(Telco.customers(), Map.of("calibration", "isotonic"));
        assertTrue(calibrated.metric("ece") < .02, "ece " + calibrated.metric("ece"));
        assertTrue(calibrated.warnings().stream().noneMatch(each -> each.code().equals("bayes.untrue")));
    }
}
