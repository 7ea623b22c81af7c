// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Turns clusters into a result. */
final class KMeansReport {

    private static final int SMALL = 30;
    private static final int MOST_SENTENCES = 20;
    /** Clusters whose sizes differ by more are not what the method is made for. */
    private static final double UNEQUAL = 20;

    private final Dataset data;
    private final Points points;
    private final List<Warning> advice;
    private final RunContext context;
    private final List<String> features;

    KMeansReport(final Dataset data, final Points points, final List<Warning> advice, final RunContext context) {
        this.data = data;
        this.points = points;
        this.advice = advice;
        this.context = context;
        features = data.names(Role.FEATURES);
    }

    /**
     * @param spread of all points, whatever they weigh
     */
    Result of(final Search.Found found, final List<Search.Found> ranges, final Spread spread, final double stability) {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        final var quality = new Quality(points, found.labels(), found.clusters(), found.means(), context);
        final double silhouette = quality.silhouette();
        final var profile = new Profile(points.weights() == null ? spread : Spread.of(points, context), features, found.centers());
        say(result, found, quality, silhouette, profile);
        metric(result, "inertia", found.inertia(), new Trail(List.of(new Trail.Step(Messages.of("clusters.inertia.step"), found.inertia()))));
        metric(result, "silhouette", silhouette, Trail.NONE);
        metric(result, "calinski-harabasz", quality.calinskiHarabasz(), Trail.NONE);
        metric(result, "davies-bouldin", quality.daviesBouldin(), Trail.NONE);
        metric(result, "iterations", found.iterations(), Trail.NONE);
        metric(result, "clusters", found.clusters(), Trail.NONE);
        new ClusterSummary(data, points, context, result).external(found.labels(), stability);
        final var labels = new long[points.count()];
        final var distances = new double[points.count()];
        context.parallel(points.blocks(), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(labels.length, (block + 1) * Frame.BLOCK); i++) {
                labels[i] = found.labels()[i] + 1;
                distances[i] = Math.sqrt(found.squared()[i]);
            }
        });
        result.part(ClusterParts.assignments(data, IntegerColumn.of("cluster", labels), NumberColumn.of("distance", distances)));
        final var parts = new ClusterParts(data, points, context);
        result.part(parts.means("centers", Messages.of("clusters.centers.title"), found.centers(), quality::count));
        if (features.size() > 1) {
            result.part(parts.scatter(i -> found.labels()[i] + 1, found.centers()));
        }
        result.part(profile.bars());
        if (!ranges.isEmpty()) {
            range(result, ranges);
        }
        return result.model(new KMeansModel(features, found.centers())).build();
    }

    private static void metric(final Result.Builder result, final String name, final double value, final Trail trail) {
        result.metric(name, value, Messages.of("clusters." + name), trail);
    }

    private void say(final Result.Builder result, final Search.Found found, final Quality quality, final double silhouette, final Profile profile) {
        result.say(Messages.of("kmeans.summary", points.count(), found.clusters(), features.size()));
        result.say(Messages.of("clusters.summary." + Quality.verdict(silhouette), silhouette));
        int small = 0;
        for (int c = 0; c < found.clusters(); c++) {
            if (c < MOST_SENTENCES) {
                result.say(profile.sentence(c, quality.count(c), points.count()));
            }
            small += quality.count(c) < SMALL ? 1 : 0;
        }
        if (small > 0 && points.count() >= SMALL * found.clusters()) {
            result.warn("clusters.small", Messages.of("clusters.small", small, SMALL));
        }
        if (Quality.verdict(silhouette).equals("weak")) {
            result.say(Messages.of("clusters.fit.cloud"));
        } else if (found.clusters() > 1 && quality.inequality() > UNEQUAL) {
            result.say(Messages.of("clusters.fit.unequal", quality.inequality()));
        }
        if (!found.converged()) {
            result.warn("kmeans.not-converged", Messages.of("kmeans.not-converged", found.iterations()));
        }
        if (quality.isSampled()) {
            result.warn("clusters.sampled", Messages.of("clusters.sampled", Quality.SAMPLE, points.count(), Quality.EXACT));
        }
    }

    /** How the number of clusters matters. The advised one has the highest silhouette, the smaller of several. */
    private void range(final Result.Builder result, final List<Search.Found> ranges) {
        final var numbers = new long[ranges.size()];
        final var positions = new double[ranges.size()];
        final var inertias = new double[ranges.size()];
        final var silhouettes = new double[ranges.size()];
        int best = 0;
        for (int i = 0; i < positions.length; i++) {
            final var each = ranges.get(i);
            numbers[i] = each.clusters();
            positions[i] = each.clusters();
            inertias[i] = each.inertia();
            silhouettes[i] = new Quality(points, each.labels(), each.clusters(), each.means(), context).silhouette();
            best = silhouettes[i] > silhouettes[best] ? i : best;
        }
        final var marks = List.of(new SeriesPart.Mark(positions[best], Messages.of("clusters.advised", numbers[best])));
        result.say(Messages.of("clusters.advice", numbers[best], silhouettes[best], numbers[0], numbers[numbers.length - 1]));
        result.part(series("elbow", "clusters.inertia", positions, inertias, marks));
        result.part(series("silhouettes", "clusters.silhouette", positions, silhouettes, marks));
        result.part(ClusterParts.table().add(IntegerColumn.of("k", numbers), Meaning.PLAIN).numbers("inertia", inertias).numbers("silhouette", silhouettes)
                .build("k-range"));
    }

    private static SeriesPart series(final String name, final String value, final double[] positions, final double[] values, final List<SeriesPart.Mark> marks) {
        return new SeriesPart(name, Messages.of("clusters." + name), new SeriesPart.Axis(Messages.of("clusters.clusters"), SeriesPart.AxisType.NUMBER),
                Messages.of(value), List.of(new SeriesPart.Line(Messages.of(value), positions, values, Optional.empty())), marks);
    }
}
