// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Applicability;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.Problem;

/** A sound provider of a simple method; the broken ones are made of it, each with one fault. */
class Sample implements Algorithm {

    static final RealParameter UNIT = new RealParameter("unit", 1.0, 1e-9, 1e9);

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor("sample", "1.0.0", Family.OTHER, Messages.TEXTS, List.of("Known to everybody"), "O(n)",
                List.of(RoleNeed.one(Role.FEATURES, RoleNeed.NUMERIC)), List.of(UNIT), Set.of(Capability.LEARNS, Capability.EXPLAINS));
    }

    @Override
    public Applicability applicability(final Dataset data, final Parameters parameters) {
        final var problems = new ArrayList<>(data.against(descriptor().needs()));
        if (problems.isEmpty() && data.find(Role.FEATURES).orElseThrow().missing() == data.rows()) {
            problems.add(Problem.of(Messages.TEXTS, "sample.nothing"));
        }
        return Applicability.no(problems);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return 100_000 + data.rows() * 32L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var answer = applicability(data, parameters);
        if (!answer.possible()) {
            throw answer.obstacles().getFirst().asException();
        }
        refuse(memory(data, parameters), context);
        final double mean = mean(data, parameters, context);
        final var model = model(mean);
        return Result.builder().say(Message.of(Messages.TEXTS, "sample.summary", data.rows(), mean))
                .metric("mean", mean, Message.of(Messages.TEXTS, "sample.mean"), Trail.NONE).part(model.apply(data, context)).model(model).build();
    }

    void refuse(final long memory, final RunContext context) {
        context.requireMemory(memory);
    }

    double mean(final Dataset data, final Parameters parameters, final RunContext context) {
        final var column = data.column(Role.FEATURES);
        final var sums = new double[Math.ceilDiv(data.rows(), Frame.BLOCK)];
        final var counts = new int[sums.length];
        context.parallel(sums.length, block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(data.rows(), (block + 1) * Frame.BLOCK); i++) {
                if (!column.isMissing(i)) {
                    sums[block] += column.number(i) / parameters.get(UNIT);
                    counts[block]++;
                }
            }
        });
        return Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
    }

    Model model(final double mean) {
        return new Mean(mean);
    }

    @Override
    public Model restore(final ModelState state) {
        final var mean = state.facts().get("mean");
        if (!state.algorithm().equals("sample") || mean == null) {
            throw Problem.of(Messages.TEXTS, "sample.nothing").asException();
        }
        return model(Double.parseDouble(mean));
    }

    private record Mean(double mean) implements Model {

        @Override
        public TablePart apply(final Dataset data, final RunContext context) {
            final var scores = new double[data.rows()];
            final var column = data.column(Role.FEATURES);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = column.number(i) - mean;
                if (i % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
            }
            return new TablePart("scores", Message.of(Messages.TEXTS, "sample.scores"), Frame.of(NumberColumn.of("score", scores)), List.of(new TablePart.Head("score",
                    Message.of(Messages.TEXTS, "sample.score"), Message.of(Messages.TEXTS, "sample.score.help"), Meaning.SCORE)));
        }

        @Override
        public List<Contribution> explain(final Dataset data, final int row) {
            return List.of(new Contribution("", -mean, Message.of(Messages.TEXTS, "sample.mean")));
        }

        @Override
        public ModelState state() {
            return new ModelState("sample", "1.0.0", Map.of("mean", Double.toString(mean)), Map.of());
        }
    }
}
