// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The nearest known row answers: the smallest learner there is, of a class with a probability of 1, or of a number. */
public final class NearestNeighbour implements Algorithm {

    public static final String ID = "nearest-neighbour";

    private final Family family;

    public NearestNeighbour(final Family family) {
        this.family = family;
    }

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor(ID, "1.0.0", family, Messages.TEXTS, List.of(), "O(n^2 d)",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.one(Role.TARGET, RoleNeed.ANY),
                RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(), Set.of(Capability.LEARNS));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return 8L * data.rows() * data.names(Role.FEATURES).size();
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        return Result.builder().model(new Neighbours(data, family == Family.CLASSIFICATION)).build();
    }

    private record Neighbours(Dataset known, boolean classes) implements Model {

        @Override
        public TablePart apply(final Dataset data, final RunContext context) {
            final var names = known.names(Role.FEATURES);
            final var mine = known.frame().matrix(names);
            final var theirs = data.frame().matrix(names);
            final var truth = known.column(Role.TARGET);
            final var nearest = IntStream.range(0, data.rows()).map(row -> nearest(mine, theirs, row, names.size())).toArray();
            final var title = Message.name("answer");
            if (!classes) {
                final var values = IntStream.of(nearest).mapToDouble(truth::number).toArray();
                return new TablePart("answers", title, Frame.of(NumberColumn.of("answer", values)),
                        List.of(new TablePart.Head("answer", title, title, Meaning.SCORE)));
            }
            final var labels = IntStream.of(nearest).mapToObj(truth::text).toList();
            final var columns = new ArrayList<Column>(List.of(TextColumn.of("answer", labels)));
            final var heads = new ArrayList<>(List.of(new TablePart.Head("answer", title, title, Meaning.LABEL)));
            IntStream.range(0, truth.rows()).mapToObj(truth::text).distinct().sorted().forEach(name -> {
                columns.add(NumberColumn.of("probability-" + name, labels.stream().mapToDouble(label -> label.equals(name) ? 1 : 0).toArray()));
                heads.add(new TablePart.Head("probability-" + name, title, title, Meaning.PROBABILITY));
            });
            return new TablePart("answers", title, Frame.of(columns), heads);
        }

        private static int nearest(final double[] mine, final double[] theirs, final int row, final int width) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int other = 0; other < mine.length / width; other++) {
                double distance = 0;
                for (int j = 0; j < width; j++) {
                    final double difference = mine[other * width + j] - theirs[row * width + j];
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    best = other;
                }
            }
            return best;
        }

        @Override
        public List<Contribution> explain(final Dataset data, final int row) {
            return List.of();
        }

        @Override
        public ModelState state() {
            return new ModelState(ID, "1.0.0", Map.of(), Map.of("known", known.frame()));
        }
    }
}
