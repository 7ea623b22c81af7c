// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Turns clusters of different density into a result. */
final class HdbscanReport {

    private static final int RANGES = 20;
    private static final double TOO_MUCH = .5;

    private final Dataset data;
    private final Points points;
    private final List<Warning> advice;
    private final RunContext context;

    HdbscanReport(final Dataset data, final Points points, final List<Warning> advice, final RunContext context) {
        this.data = data;
        this.points = points;
        this.advice = advice;
        this.context = context;
    }

    Result of(final Hdbscan.Found found, final int samples, final int least, final double stability) {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        final var labels = found.labels();
        final int clusters = Arrays.stream(found.numbers()).max().orElse(-1) + 1;
        int noise = 0;
        final var groups = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            noise += labels[i] < 0 ? 1 : 0;
            groups[i] = labels[i] < 0 ? clusters : labels[i];
        }
        final var quality = new Quality(points, groups, clusters + (noise > 0 ? 1 : 0), context);
        final double silhouette = quality.silhouette();
        final double share = (double) noise / points.count();
        final var common = new ClusterSummary(data, points, context, result);
        result.say(Messages.of("dbscan.summary", points.count(), clusters, noise, share));
        if (clusters > 1) {
            result.say(Messages.of("clusters.summary." + Quality.verdict(silhouette), silhouette));
        }
        final var means = Arrays.copyOf(quality.means(), clusters * points.width());
        final var profile = new Profile(points, data.names(Role.FEATURES), means, context);
        common.sentences(profile, quality, clusters);
        common.metric("clusters", clusters);
        common.metric("noise", noise);
        common.metric("silhouette", silhouette);
        common.metric("mst-weight", found.weight());
        common.external(labels, stability);
        warn(result, clusters, share, quality, least);
        parts(result, found, quality, means, clusters, profile);
        context.progress().worked(1);
        final var model = DensityModel.of(data, found, samples, context);
        if (model.isSampled()) {
            result.warn("dbscan.model", Messages.of("dbscan.model", DensityModel.MOST));
        }
        return result.model(model).build();
    }

    private void warn(final Result.Builder result, final int clusters, final double share, final Quality quality, final int least) {
        if (clusters == 0) {
            result.warn("hdbscan.none", Messages.of("hdbscan.none", least));
        } else if (share > TOO_MUCH) {
            result.warn("hdbscan.noise", Messages.of("hdbscan.noise", share));
        }
        if (quality.isSampled()) {
            result.warn("clusters.sampled", Messages.of("clusters.sampled", Quality.SAMPLE, points.count(), Quality.EXACT));
        }
    }

    private void parts(final Result.Builder result, final Hdbscan.Found found, final Quality quality, final double[] means, final int clusters,
            final Profile profile) {
        final var labels = found.labels();
        final var tree = found.tree();
        final var greatest = tree.greatest();
        final var owners = tree.owners(found.chosen());
        final var numbers = new long[labels.length];
        final var probabilities = new double[labels.length];
        final var outliers = new double[labels.length];
        context.parallel(points.blocks(), block -> {
            for (int row = block * Frame.BLOCK; row < Math.min(labels.length, (block + 1) * Frame.BLOCK); row++) {
                final int point = found.points().of()[row];
                final double density = tree.density(point);
                final int last = tree.clusterOf(point);
                final int owner = owners[last];
                numbers[row] = number(labels[row]);
                probabilities[row] = owner < 0 ? 0 : tree.death(owner) == 0 ? 1 : Math.min(density, tree.death(owner)) / tree.death(owner);
                outliers[row] = greatest[last] == 0 ? 0 : Math.max(0, 1 - density / greatest[last]);
            }
        });
        result.part(ClusterParts.assignments(data, IntegerColumn.of("cluster", numbers), NumberColumn.of("probability", probabilities),
                NumberColumn.of("outlier", outliers)));
        final var parts = new ClusterParts(data, points, context);
        if (clusters > 0) {
            result.part(parts.means("clusters", Messages.of("clusters.means"), means, quality::count));
            result.part(stabilities(found, quality, clusters));
        }
        result.part(new CondensedTreePicture(found).part());
        if (points.width() > 1) {
            result.part(parts.scatter(i -> number(labels[i]), means));
        }
        if (clusters > 0) {
            result.part(profile.bars());
        }
        result.part(spread(outliers));
    }

    private static int number(final int label) {
        return label < 0 ? Density.NOISE : label + 1;
    }

    private static TablePart stabilities(final Hdbscan.Found found, final Quality quality, final int clusters) {
        final var numbers = new long[clusters];
        final var rows = new long[clusters];
        final var stability = new double[clusters];
        final var from = new double[clusters];
        final var to = new double[clusters];
        for (int cluster = 1; cluster < found.numbers().length; cluster++) {
            if (found.chosen()[cluster]) {
                final int number = found.numbers()[cluster];
                numbers[number] = number + 1L;
                rows[number] = quality.count(number);
                stability[number] = found.tree().stability(cluster);
                from[number] = 1 / found.tree().birth(cluster);
                to[number] = 1 / found.tree().death(cluster);
            }
        }
        return ClusterParts.table().add(IntegerColumn.of("cluster", numbers), Meaning.LABEL).counts("rows", rows).numbers("stability", stability)
                .numbers("from", from).numbers("to", to).build("stabilities", Messages.of("hdbscan.stabilities"));
    }

    private static DistributionPart spread(final double[] outliers) {
        final var edges = new double[RANGES + 1];
        Arrays.setAll(edges, i -> (double) i / RANGES);
        final var counts = new double[1][RANGES];
        for (final double outlier : outliers) {
            counts[0][Math.min(RANGES - 1, (int) (outlier * RANGES))]++;
        }
        return new DistributionPart("outliers", Messages.of("hdbscan.outliers"), Messages.of("clusters.column.outlier"), edges,
                List.of(Messages.of("hdbscan.all")), counts);
    }
}
