// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Puts clusters into words, numbers, tables and charts, under the names that the method's results have with every provider. */
final class ClusterReport {

    private static final long STREAM = -2;

    private final Dataset data;
    private final List<String> features;
    private final Points points;
    private final RunContext context;

    ClusterReport(final Dataset data, final Points points, final RunContext context) {
        this.data = data;
        this.features = data.names(Role.FEATURES);
        this.points = points;
        this.context = context;
    }

    Result of(final Search.Found found, final List<Search.Found> range) {
        final var quality = new Quality(points, found, context);
        final double silhouette = quality.silhouette();
        final var result = Result.builder().say(Messages.of("kmeans.summary", points.count(), found.clusters(), features.size()));
        if (!Double.isNaN(silhouette)) {
            result.say(Messages.of(silhouette >= .5 ? "kmeans.clear" : silhouette >= .25 ? "kmeans.some" : "kmeans.weak", silhouette));
        }
        if (!found.converged()) {
            result.warn("kmeans.not-converged", Messages.of("kmeans.not-converged", found.iterations()));
        }
        if (points.count() > Quality.SAMPLE) {
            result.warn("kmeans.sampled", Messages.of("kmeans.sampled", Quality.SAMPLE));
        }
        metric(result, "inertia", found.inertia(), new Trail(List.of(new Trail.Step(Messages.of("kmeans.trail.tree"), points.count()),
                new Trail.Step(Messages.of("kmeans.trail.inertia"), found.inertia()))));
        metric(result, "silhouette", silhouette, Trail.NONE);
        metric(result, "calinski-harabasz", quality.calinskiHarabasz(), Trail.NONE);
        metric(result, "davies-bouldin", quality.daviesBouldin(), Trail.NONE);
        metric(result, "iterations", found.iterations(), Trail.NONE);
        metric(result, "clusters", found.clusters(), Trail.NONE);
        final var labels = new long[points.count()];
        final var distances = new double[points.count()];
        context.parallel(points.blocks(), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(labels.length, (block + 1) * Frame.BLOCK); i++) {
                labels[i] = found.labels()[i] + 1;
                distances[i] = Math.sqrt(points.squared(i, found.centers(), found.labels()[i]));
            }
        });
        result.part(assignments(data, IntegerColumn.of("cluster", labels), NumberColumn.of("distance", distances)));
        result.part(centers(found, quality)).part(profile(found));
        if (features.size() > 1) {
            result.part(scatter(found));
        }
        if (!range.isEmpty()) {
            elbow(result, range);
        }
        return result.model(new CenterModel(features, found.centers())).build();
    }

    private static void metric(final Result.Builder result, final String name, final double value, final Trail trail) {
        result.metric(name, value, Messages.of("kmeans." + name), trail);
    }

    static TablePart assignments(final Dataset data, final Column clusters, final Column distances) {
        final var id = data.find(Role.ID).orElseGet(() -> TableBuilder.numbers(data.rows()));
        return table().add(id.named("id"), Meaning.ID).add(clusters, Meaning.LABEL).add(distances, Meaning.PLAIN).build("assignments");
    }

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, TreeKMeans.NAME);
    }

    static double[] coordinates(final double[] centers, final int width, final int feature) {
        final var values = new double[centers.length / width];
        Arrays.setAll(values, c -> centers[c * width + feature]);
        return values;
    }

    /** A name that no feature has. */
    private String free(final String wanted) {
        return features.contains(wanted) ? free(wanted + '#') : wanted;
    }

    private static IntegerColumn numbers(final String name, final int count) {
        final var numbers = new long[count];
        Arrays.setAll(numbers, c -> c + 1);
        return IntegerColumn.of(name, numbers);
    }

    private TablePart centers(final Search.Found found, final Quality quality) {
        final var counts = new long[found.clusters()];
        Arrays.setAll(counts, quality::count);
        final var table = table();
        table.add(numbers(free("cluster"), counts.length), Messages.of("kmeans.column.cluster"), Messages.of("kmeans.column.cluster.help"), Meaning.LABEL);
        table.add(IntegerColumn.of(free("rows"), counts), Messages.of("kmeans.column.rows"), Messages.of("kmeans.column.rows.help"), Meaning.COUNT);
        for (int j = 0; j < features.size(); j++) {
            table.add(NumberColumn.of(features.get(j), coordinates(found.centers(), features.size(), j)), Message.column(features.get(j)),
                    Messages.of("kmeans.column.mean.help", Message.column(features.get(j))), Meaning.PLAIN);
        }
        return table.build("centers", Messages.of("kmeans.centers.title"));
    }

    /** How far each center is from the mean of all rows, in standard deviations of all rows. */
    private BarsPart profile(final Search.Found found) {
        final int width = features.size();
        final var values = new double[found.clusters()][width];
        for (int j = 0; j < width; j++) {
            final int feature = j;
            final double mean = points.sum(context, (from, to) -> moment(feature, from, to, 0, 1)) / points.count();
            final double deviation = Math.sqrt(points.sum(context, (from, to) -> moment(feature, from, to, mean, 2)) / points.count());
            for (int c = 0; c < found.clusters(); c++) {
                values[c][j] = deviation == 0 ? 0 : (found.centers()[c * width + j] - mean) / deviation;
            }
        }
        final var groups = new ArrayList<Message>();
        for (int c = 1; c <= found.clusters(); c++) {
            groups.add(Messages.of("kmeans.cluster", c));
        }
        return new BarsPart("profile", Messages.of("kmeans.profile"), features.stream().map(Message::column).toList(), groups, Messages.of("kmeans.profile.value"), values);
    }

    private double moment(final int feature, final int from, final int to, final double mean, final int power) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            final double value = points.values()[i * points.width() + feature] - mean;
            sum += power == 1 ? value : value * value;
        }
        return sum;
    }

    private PointsPart scatter(final Search.Found found) {
        final var rows = new int[Math.min(points.count(), PointsPart.MOST)];
        final var random = context.randomness(STREAM);
        Arrays.setAll(rows, i -> rows.length == points.count() ? i : random.nextInt(points.count()));
        final var labels = new long[rows.length];
        Arrays.setAll(labels, i -> found.labels()[rows[i]] + 1);
        final var columns = new ArrayList<Column>();
        final var middle = new ArrayList<Column>();
        for (int j = 0; j < features.size(); j++) {
            columns.add(data.frame().column(features.get(j)).take(rows));
            middle.add(NumberColumn.of(features.get(j), coordinates(found.centers(), features.size(), j)));
        }
        final var label = free("cluster");
        columns.add(IntegerColumn.of(label, labels));
        middle.add(numbers(label, found.clusters()));
        final var id = data.find(Role.ID).map(column -> column.take(rows).named(free("id")));
        id.ifPresent(columns::add);
        return new PointsPart("points", Messages.of("kmeans.points"), features, id.map(Column::name), Optional.of(label), Frame.of(columns), points.count(),
                Optional.of(Frame.of(middle)));
    }

    /** How the number of clusters matters; the advised one has the highest silhouette, the smaller of several. */
    private void elbow(final Result.Builder result, final List<Search.Found> range) {
        final var positions = range.stream().mapToDouble(Search.Found::clusters).toArray();
        final var inertias = range.stream().mapToDouble(Search.Found::inertia).toArray();
        final var silhouettes = range.stream().mapToDouble(each -> new Quality(points, each, context).silhouette()).toArray();
        int best = 0;
        for (int i = 1; i < silhouettes.length; i++) {
            best = silhouettes[i] > silhouettes[best] ? i : best;
        }
        final var mark = List.of(new SeriesPart.Mark(positions[best], Messages.of("kmeans.advised", range.get(best).clusters())));
        result.part(series("elbow", "kmeans.inertia", positions, inertias, mark));
        result.part(series("silhouettes", "kmeans.silhouette", positions, silhouettes, mark));
    }

    private static SeriesPart series(final String name, final String value, final double[] positions, final double[] values, final List<SeriesPart.Mark> marks) {
        return new SeriesPart(name, Messages.of("kmeans." + name), new SeriesPart.Axis(Messages.of("kmeans.clusters"), SeriesPart.AxisType.NUMBER),
                Messages.of(value), List.of(new SeriesPart.Line(Messages.of(value), positions, values, Optional.empty())), marks);
    }
}
