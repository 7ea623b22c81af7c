// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.TreePart;
import org.kontor.analytics.run.RunContext;

/** Groups of equal size by the first feature: small and real, with a part of every kind in its result. */
final class SpendGroups implements Algorithm {

    static final String ID = "spend-groups";

    private static final IntegerParameter GROUPS = new IntegerParameter("groups", 2L, 2, 9);
    private static final ChoiceParameter ORDER = new ChoiceParameter("order", "rising", List.of("rising", "falling"));
    private static final FlagParameter FAIL = new FlagParameter("fail", false);
    private static final NumbersParameter LIMITS = new NumbersParameter("limits", Numbers.of(new double[][] {{2}}), 1, true);

    private final long memory;

    SpendGroups(final long memory) {
        this.memory = memory;
    }

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor(ID, "1.0.0", Family.CLUSTERING, Messages.TEXTS, List.of("The testers, 2026"), "O(n log n)",
                List.of(RoleNeed.several(Role.FEATURES, 2, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(GROUPS, ORDER, FAIL, LIMITS),
                Set.of(Capability.RANDOM));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return memory;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        if (parameters.get(FAIL)) {
            throw new IllegalStateException("told to fail");
        }
        final int count = Math.toIntExact(parameters.get(GROUPS));
        final var names = data.names(Role.FEATURES);
        final var first = data.frame().column(names.getFirst());
        final var order = IntStream.range(0, data.rows()).boxed().sorted(Comparator.comparingDouble(first::number)).mapToInt(Integer::intValue).toArray();
        final var labels = new String[data.rows()];
        for (int rank = 0; rank < order.length; rank++) {
            labels[order[rank]] = Integer.toString(rank * count / order.length);
        }
        context.checkCancelled();
        final var result = Result.builder().say(name("The customers are in " + count + " groups of equal size."))
                .metric("groups", count, name("Groups"), new Trail(List.of(new Trail.Step(name("rows"), data.rows()), new Trail.Step(name("wanted groups"), count))));
        result.warn("spend-groups.rough", name("Groups of equal size are rough."));
        parts(data, names, first, labels, count).forEach(result::part);
        return result.build();
    }

    private static Message name(final String text) {
        return Message.name(text);
    }

    private static List<Part> parts(final Dataset data, final List<String> names, final Column first, final String[] labels,
            final int count) {
        final var parts = new ArrayList<Part>();
        final var id = data.find(Role.ID).map(column -> column.named("id")).orElseGet(() -> TextColumn.of("id",
                IntStream.range(0, data.rows()).mapToObj(row -> "row " + row).toList()));
        final var label = TextColumn.of("group", Arrays.asList(labels));
        final var score = NumberColumn.of("score", IntStream.range(0, data.rows()).mapToDouble(first::number).toArray());
        parts.add(new TablePart("assignments", name("Customers by group"), Frame.of(id, label, score), List.of(head("id", Meaning.ID),
                head("group", Meaning.LABEL), head("score", Meaning.SCORE))));
        final var columns = new ArrayList<Column>(List.of(id, label));
        names.forEach(name -> columns.add(NumberColumn.of(name, IntStream.range(0, data.rows()).mapToDouble(data.frame().column(name)::number).toArray())));
        final var means = new double[count][names.size()];
        final var sizes = new double[count];
        for (int row = 0; row < labels.length; row++) {
            final int group = Integer.parseInt(labels[row]);
            sizes[group]++;
            for (int j = 0; j < names.size(); j++) {
                means[group][j] += data.frame().column(names.get(j)).number(row);
            }
        }
        final var centres = new ArrayList<Column>();
        for (int j = 0; j < names.size(); j++) {
            final int axis = j;
            centres.add(NumberColumn.of(names.get(j), IntStream.range(0, count).mapToDouble(group -> means[group][axis] / Math.max(1, sizes[group])).toArray()));
        }
        final var groups = IntStream.range(0, count).mapToObj(group -> name("Group " + group)).toList();
        centres.add(TextColumn.of("group", IntStream.range(0, count).mapToObj(Integer::toString).toList()));
        parts.add(new PointsPart("points", name("Customers in space"), names, Optional.of("id"), Optional.of("group"), Frame.of(columns), data.rows(),
                Optional.of(Frame.of(centres))));
        final var features = names.stream().map(Message::name).toList();
        parts.add(new MatrixPart("means", name("Means"), name("Group"), name("Feature"), groups, features, name("Mean"), means, false));
        parts.add(new BarsPart("sizes", name("Sizes"), groups, List.of(name("Customers")), name("Customers"), new double[][] {sizes}));
        parts.add(new SeriesPart("curve", name("Sizes as a curve"), new SeriesPart.Axis(name("Group"), SeriesPart.AxisType.NUMBER), name("Customers"),
                List.of(new SeriesPart.Line(name("Customers"), IntStream.range(0, count).asDoubleStream().toArray(), sizes, Optional.empty())),
                List.of(new SeriesPart.Mark(1, name("Second group")))));
        parts.add(new DistributionPart("spread", name("Spread"), name("Rows"), new double[] {0, 1, 2}, groups.subList(0, 1), new double[][] {{3, 5}}));
        parts.add(new TreePart("tree", name("Tree"), new int[] {-1, 0, 0}, List.of(name("all"), name("small"), name("large")), new double[] {1, 0, 0},
                name("Distance"), new double[] {2, 1, 1}));
        parts.add(new GraphPart("neighbours", name("Neighbours"), groups.stream().map(group -> new GraphPart.Node(group, 1)).toList(),
                List.of(new GraphPart.Edge(0, 1, 0.5, name("next to")))));
        return parts;
    }

    private static TablePart.Head head(final String column, final Meaning meaning) {
        return new TablePart.Head(column, name(column), name("How " + column + " came about"), meaning);
    }
}
