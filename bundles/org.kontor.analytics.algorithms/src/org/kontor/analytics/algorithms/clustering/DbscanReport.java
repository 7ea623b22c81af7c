// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Turns clusters of density into a result. */
final class DbscanReport {

    private static final int MOST_SENTENCES = 20;
    /** So many rows show how far neighbours are. */
    private static final int SAMPLE = 1_000;
    private static final long STREAM = 0x52L << 32;
    private static final double TOO_MUCH = .5;

    private final Dataset data;
    private final Points points;
    private final List<Warning> advice;
    private final RunContext context;
    private final Result.Builder result = Result.builder();

    DbscanReport(final Dataset data, final Points points, final List<Warning> advice, final RunContext context) {
        this.data = data;
        this.points = points;
        this.advice = advice;
        this.context = context;
    }

    Result of(final int[] labels, final boolean[] cores, final Density density, final double eps, final int enough, final double stability) {
        advice.forEach(each -> result.warn(each.code(), each.text()));
        int clusters = 0;
        int noise = 0;
        for (final int label : labels) {
            clusters = Math.max(clusters, label + 1);
            noise += label == Density.NOISE ? 1 : 0;
        }
        final var groups = new int[labels.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = labels[i] == Density.NOISE ? clusters : labels[i];
        }
        final var quality = new Quality(points, groups, clusters + (noise > 0 ? 1 : 0), context);
        final double silhouette = quality.silhouette();
        say(clusters, noise, silhouette);
        metric("clusters", clusters);
        metric("noise", noise);
        metric("silhouette", silhouette);
        new ClusterSummary(data, points, context, result).external(labels, stability);
        if (quality.isSampled()) {
            result.warn("clusters.sampled", Messages.of("clusters.sampled", Quality.SAMPLE, points.count(), Quality.EXACT));
        }
        final var numbers = new long[labels.length];
        Arrays.setAll(numbers, i -> number(labels[i]));
        result.part(ClusterParts.assignments(data, IntegerColumn.of("cluster", numbers), FlagColumn.of("core", cores, Missing.NONE)));
        final var means = Arrays.copyOf(quality.means(), clusters * points.width());
        final var parts = new ClusterParts(data, points, context);
        if (clusters > 0) {
            result.part(parts.means("clusters", Messages.of("clusters.means"), means, quality::count));
            final var profile = new Profile(points, data.names(Role.FEATURES), means, context);
            for (int c = 0; c < Math.min(clusters, MOST_SENTENCES); c++) {
                result.say(profile.sentence(c, quality.count(c), points.count()));
            }
            result.part(profile.bars());
        }
        if (points.width() > 1) {
            result.part(parts.scatter(i -> number(labels[i]), means));
        }
        result.part(reaches(density, eps, enough));
        final var model = DensityModel.ofCores(data, cores, labels, eps, context);
        context.progress().worked(1);
        if (model.isSampled()) {
            result.warn("dbscan.model", Messages.of("dbscan.model", DensityModel.MOST));
        }
        return result.model(model).build();
    }

    /** The number of a cluster as people see it. */
    private static int number(final int label) {
        return label == Density.NOISE ? Density.NOISE : label + 1;
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("clusters." + name), Trail.NONE);
    }

    private void say(final int clusters, final int noise, final double silhouette) {
        final double share = (double) noise / points.count();
        result.say(Messages.of("dbscan.summary", points.count(), clusters, noise, share));
        if (clusters > 1) {
            result.say(Messages.of("clusters.summary." + Quality.verdict(silhouette), silhouette));
        }
        if (clusters == 0) {
            result.warn("dbscan.none", Messages.of("dbscan.none"));
        } else if (share > TOO_MUCH) {
            result.warn("dbscan.noise", Messages.of("dbscan.noise", share));
        } else if (clusters == 1) {
            result.warn("dbscan.one", Messages.of("dbscan.one"));
        }
    }

    /** How far the farthest of the neighbours that make a core is, from the nearest to the farthest; a good reach is where the line turns up. */
    private SeriesPart reaches(final Density density, final double eps, final int enough) {
        final var sample = new int[Math.min(points.count(), SAMPLE)];
        Samples.draw(points.count(), sample, context.randomness(STREAM));
        final int needed = Math.min(enough, points.count());
        final var reaches = density.reaches(sample, needed);
        Arrays.sort(reaches);
        final var shares = new double[reaches.length];
        int below = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (i + 1.0) / shares.length;
            below += reaches[i] <= eps ? 1 : 0;
        }
        final var title = Messages.of("dbscan.reach", needed);
        final var axis = new SeriesPart.Axis(Messages.of("dbscan.share"), SeriesPart.AxisType.NUMBER, Meaning.SHARE);
        return new SeriesPart("reaches", Messages.of("dbscan.reaches"), axis, title,
                List.of(new SeriesPart.Line(title, shares, reaches, Optional.empty())),
                List.of(new SeriesPart.Mark((double) below / Math.max(1, shares.length), Messages.of("dbscan.eps", eps))));
    }
}
