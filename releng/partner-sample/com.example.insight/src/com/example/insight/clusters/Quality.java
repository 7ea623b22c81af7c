// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/** How well clusters are apart, by the usual indices; {@code NaN} where an index is not defined. */
final class Quality {

    /** The silhouette looks at so many rows at most. */
    static final int SAMPLE = 4_000;
    private static final int TASK = 32;
    private static final long STREAM = -1;

    private final Points points;
    private final Search.Found found;
    private final RunContext context;
    private final int[] counts;

    Quality(final Points points, final Search.Found found, final RunContext context) {
        this.points = points;
        this.found = found;
        this.context = context;
        counts = new int[found.clusters()];
        for (final int label : found.labels()) {
            counts[label]++;
        }
    }

    int count(final int cluster) {
        return counts[cluster];
    }

    private boolean isDefined() {
        return found.clusters() > 1 && found.clusters() < points.count();
    }

    /** P. J. Rousseeuw, Silhouettes, 1987. */
    double silhouette() {
        if (!isDefined()) {
            return Double.NaN;
        }
        final var rows = new int[Math.min(points.count(), SAMPLE)];
        final var random = context.randomness(STREAM);
        Arrays.setAll(rows, i -> rows.length == points.count() ? i : random.nextInt(points.count()));
        final var sampled = new int[found.clusters()];
        for (final int row : rows) {
            sampled[found.labels()[row]]++;
        }
        final var parts = new double[Math.ceilDiv(rows.length, TASK)];
        context.parallel(parts.length, task -> {
            for (int i = task * TASK; i < Math.min(rows.length, (task + 1) * TASK); i++) {
                parts[task] += silhouette(rows, i, sampled);
            }
        });
        return Arrays.stream(parts).sum() / rows.length;
    }

    private double silhouette(final int[] rows, final int i, final int[] sampled) {
        final int width = points.width();
        final var sums = new double[found.clusters()];
        for (final int row : rows) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                final double difference = points.values()[rows[i] * width + j] - points.values()[row * width + j];
                sum += difference * difference;
            }
            sums[found.labels()[row]] += Math.sqrt(sum);
        }
        final int own = found.labels()[rows[i]];
        if (sampled[own] < 2) {
            return 0;
        }
        final double inside = sums[own] / (sampled[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            outside = c == own || sampled[c] == 0 ? outside : Math.min(outside, sums[c] / sampled[c]);
        }
        final double larger = Math.max(inside, outside);
        return larger == 0 || Double.isInfinite(larger) ? 0 : (outside - inside) / larger;
    }

    /** T. Caliński, J. Harabasz, A Dendrite Method for Cluster Analysis, 1974. */
    double calinskiHarabasz() {
        final int width = points.width();
        final int k = found.clusters();
        double between = 0;
        for (int j = 0; j < width; j++) {
            final int feature = j;
            final double mean = points.sum(context, (from, to) -> {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += points.values()[i * width + feature];
                }
                return sum;
            }) / points.count();
            for (int c = 0; c < k; c++) {
                final double difference = found.centers()[c * width + j] - mean;
                between += counts[c] * difference * difference;
            }
        }
        return isDefined() && found.inertia() > 0 ? between / (k - 1) / (found.inertia() / (points.count() - k)) : Double.NaN;
    }

    /** D. L. Davies, D. W. Bouldin, A Cluster Separation Measure, 1979. */
    double daviesBouldin() {
        if (!isDefined()) {
            return Double.NaN;
        }
        final int k = found.clusters();
        final var spread = new double[k];
        for (int c = 0; c < k; c++) {
            final int cluster = c;
            spread[c] = points.sum(context, (from, to) -> {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += found.labels()[i] == cluster ? Math.sqrt(points.squared(i, found.centers(), cluster)) : 0;
                }
                return sum;
            }) / counts[c];
        }
        final var centers = new Points(found.centers(), k, points.width());
        double sum = 0;
        for (int c = 0; c < k; c++) {
            context.checkCancelled();
            double worst = 0;
            for (int other = 0; other < k; other++) {
                worst = other == c ? worst : Math.max(worst, (spread[c] + spread[other]) / Math.sqrt(centers.squared(c, found.centers(), other)));
            }
            sum += worst;
        }
        return sum / k;
    }
}
