// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Groups rows by whether their first feature lies above its mean: small, real, and a model that can be applied. */
public final class ColumnMeans implements Algorithm {

    public static final String ID = "column-means";
    private static final RealParameter SCALE = new RealParameter("scale", 1.0, 0, 1_000);

    private final String version;

    public ColumnMeans(final String version) {
        this.version = version;
    }

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor(ID, version, Family.CLUSTERING, Messages.TEXTS, List.of(), "O(n d)",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(SCALE),
                Set.of(Capability.LEARNS));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return 8L * data.rows();
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var names = data.names(Role.FEATURES);
        final var means = new double[names.size()];
        for (int j = 0; j < means.length; j++) {
            final var column = data.frame().column(names.get(j));
            for (int row = 0; row < column.rows(); row++) {
                means[j] += column.number(row);
            }
            means[j] *= parameters.get(SCALE) / column.rows();
            context.checkCancelled();
        }
        final var model = new Means(names, means, version);
        final var result = Result.builder().say(title("means")).part(model.apply(data, context)).model(model);
        for (int j = 0; j < means.length; j++) {
            result.metric("mean-" + j, means[j], title("mean"), Trail.NONE);
        }
        return result.build();
    }

    private static Message title(final String name) {
        return Message.name(name);
    }

    @Override
    public Model restore(final ModelState state) {
        final var table = state.tables().get("means");
        final var names = new ArrayList<String>();
        final var means = new double[table.rows()];
        for (int row = 0; row < means.length; row++) {
            names.add(table.column("feature").text(row));
            means[row] = table.column("mean").number(row);
        }
        return new Means(names, means, version);
    }

    private record Means(List<String> names, double[] means, String version) implements Model {

        @Override
        public TablePart apply(final Dataset data, final RunContext context) {
            final var labels = new ArrayList<String>();
            final var distances = new double[data.rows()];
            final var first = data.frame().column(names.getFirst());
            for (int row = 0; row < data.rows(); row++) {
                labels.add(first.number(row) > means[0] ? "high" : "low");
                distances[row] = Math.abs(first.number(row) - means[0]);
            }
            final var columns = new ArrayList<Column>();
            final var heads = new ArrayList<TablePart.Head>();
            data.find(Role.ID).ifPresent(id -> {
                columns.add(id.named("id"));
                heads.add(new TablePart.Head("id", title("id"), title("id"), Meaning.ID));
            });
            columns.add(TextColumn.of("group", labels));
            heads.add(new TablePart.Head("group", title("group"), title("group"), Meaning.LABEL));
            columns.add(NumberColumn.of("distance", distances));
            heads.add(new TablePart.Head("distance", title("distance"), title("distance"), Meaning.SCORE));
            return new TablePart("groups", title("groups"), Frame.of(columns), heads);
        }

        @Override
        public List<Contribution> explain(final Dataset data, final int row) {
            return List.of();
        }

        @Override
        public ModelState state() {
            return new ModelState(ID, version, Map.of("features", Integer.toString(means.length)),
                    Map.of("means", Frame.of(TextColumn.of("feature", names), NumberColumn.of("mean", means.clone()))));
        }
    }
}
