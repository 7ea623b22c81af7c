// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** How well clusters are told apart, whoever found them; each row counts once. */
final class Quality {

    /** Up to so many rows silhouettes are measured between all of them. */
    static final int EXACT = 5_000;
    /** So many rows are drawn where there are more. */
    static final int SAMPLE = 3_000;
    private static final long STREAM = 0x51L << 32;
    /** As Kaufman and Rousseeuw, Finding Groups in Data, 1990, read it. */
    private static final double CLEAR = .5;
    private static final double WEAK = .25;
    /** Into so many parts rows are cut where each part needs memory for every cluster. */
    private static final int PARTS = 16;
    /** So many rows are measured side by side. */
    private static final int TILE = 256;

    private final Points points;
    private final int[] labels;
    private final int clusters;
    private final RunContext context;
    private final double[] means;
    private final int[] counts;
    private final double[] spread;
    private double within;

    Quality(final Points points, final int[] labels, final int clusters, final RunContext context) {
        this(points, labels, clusters, null, context);
    }

    /**
     * @param means of the rows of each cluster, zeros for one without rows; null where they are not known
     */
    Quality(final Points points, final int[] labels, final int clusters, final double[] means, final RunContext context) {
        this.points = points;
        this.labels = labels;
        this.clusters = clusters;
        this.context = context;
        counts = new int[clusters];
        for (final int label : labels) {
            counts[label]++;
        }
        this.means = means == null ? meansOfRows() : means;
        spread = new double[clusters];
        spread();
    }

    /** The means of all clusters, one after the other; not to be changed. */
    double[] means() {
        return means;
    }

    /** {@return the name of what a silhouette says of clusters} */
    static String verdict(final double silhouette) {
        if (Double.isNaN(silhouette)) {
            return "none";
        }
        return silhouette >= CLEAR ? "clear" : silhouette >= WEAK ? "some" : "weak";
    }

    private double[] meansOfRows() {
        final int width = points.width();
        final var sums = new double[clusters * width];
        final int parts = Math.min(points.blocks(), PARTS);
        final var partial = new double[parts][];
        final int each = Math.ceilDiv(points.blocks(), Math.max(1, parts)) * Frame.BLOCK;
        context.parallel(parts, part -> partial[part] = sums(part * each, Math.min(points.count(), (part + 1) * each)));
        for (final double[] part : partial) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i / width]);
        }
        return sums;
    }

    private double[] sums(final int from, final int to) {
        final int width = points.width();
        final var sums = new double[clusters * width];
        for (int i = from; i < to; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int into = labels[i] * width;
            for (int j = 0; j < width; j++) {
                sums[into + j] += points.values()[i * width + j];
            }
        }
        return sums;
    }

    /** The squares of the distances of all rows to the means of their clusters, added up, and the distances, by cluster. */
    private void spread() {
        final var parts = new double[points.blocks()][];
        within = points.sum(context, (from, to) -> {
            final var sums = new double[clusters];
            final var squared = new double[to - from];
            points.squared(from, to, labels, means, squared);
            final double sum = Points.total(squared);
            roots(squared);
            for (int i = from; i < to; i++) {
                sums[labels[i]] += squared[i - from];
            }
            parts[from / Frame.BLOCK] = sums;
            return sum;
        });
        for (final double[] part : parts) {
            for (int c = 0; c < clusters; c++) {
                spread[c] += part[c];
            }
        }
    }

    private static void roots(final double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(values[i]);
        }
    }

    int count(final int cluster) {
        return counts[cluster];
    }

    /** {@return how many times as many rows the largest cluster has as the smallest} */
    double inequality() {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (final int count : counts) {
            least = count > 0 ? Math.min(least, count) : least;
            most = Math.max(most, count);
        }
        return (double) most / least;
    }

    private int filled() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** {@return the ratio of the spread between clusters to that within them (Calinski and Harabasz, 1974); NaN where it is not defined} */
    double calinskiHarabasz() {
        final int filled = filled();
        if (filled < 2 || filled >= points.count()) {
            return Double.NaN;
        }
        final int width = points.width();
        final var middle = new double[width];
        for (int c = 0; c < clusters; c++) {
            for (int j = 0; j < width; j++) {
                middle[j] += means[c * width + j] * counts[c] / points.count();
            }
        }
        final var all = new Points(means, null, clusters, width);
        double between = 0;
        for (int c = 0; c < clusters; c++) {
            between += counts[c] * all.squared(c, middle, 0);
        }
        return within == 0 ? 1 : between / (filled - 1) / (within / (points.count() - filled));
    }

    /** {@return how similar each cluster is to its most similar one, on average (Davies and Bouldin, 1979); NaN where it is not defined} */
    double daviesBouldin() {
        final int filled = filled();
        if (filled < 2) {
            return Double.NaN;
        }
        final var all = new Points(means, null, clusters, points.width());
        double sum = 0;
        for (int c = 0; c < clusters; c++) {
            double worst = 0;
            for (int other = 0; other < clusters; other++) {
                if (other != c && counts[c] > 0 && counts[other] > 0) {
                    final double apart = Math.sqrt(all.squared(c, means, other));
                    worst = Math.max(worst, (spread[c] / counts[c] + spread[other] / counts[other]) / apart);
                }
            }
            sum += worst;
            context.checkCancelled();
        }
        return sum / filled;
    }

    boolean isSampled() {
        return points.count() > EXACT;
    }

    /**
     * How much nearer rows are to their own cluster than to the next one (Rousseeuw, 1987).
     *
     * @return the mean over all rows, or over those drawn, between which distances are rounded to seven digits; NaN where it is not defined
     */
    double silhouette() {
        final var rows = rows();
        final var sizes = new int[clusters];
        for (final int row : rows) {
            sizes[labels[row]]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return Double.NaN;
        }
        final var rounded = isSampled() ? RoundedSample.of(points, rows, labels, clusters, closest(), context.kernels().distances()) : null;
        final var values = new double[rows.length];
        final int tile = Math.max(8, Math.min(Math.min(TILE, TILE * 512 / clusters), points.rowsPerTask(rows.length)));
        context.parallel(Math.ceilDiv(rows.length, tile), task -> {
            final var own = Arrays.copyOfRange(rows, task * tile, Math.min(rows.length, (task + 1) * tile));
            final var sums = rounded == null ? sums(own, rows) : rounded.sums(task * tile, own.length);
            final var single = new double[clusters];
            for (int a = 0; a < own.length; a++) {
                for (int c = 0; c < clusters; c++) {
                    single[c] = sums[c] == null ? 0 : sums[c][a];
                }
                values[task * tile + a] = silhouette(labels[own[a]], single, sizes);
            }
        });
        return Points.total(values) / rows.length;
    }

    /** {@return the least mean distance of the rows of a cluster from its mean} */
    private double closest() {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < clusters; c++) {
            least = counts[c] > 1 ? Math.min(least, spread[c] / counts[c]) : least;
        }
        return least;
    }

    /** The distances from some rows to all of each cluster, added up; {@code sums[cluster][row]}, null for a cluster without rows. */
    private double[][] sums(final int[] some, final int[] all) {
        final var near = gathered(some);
        final var sums = new double[clusters][];
        for (final int other : all) {
            if (sums[labels[other]] == null) {
                sums[labels[other]] = new double[some.length];
            }
            near.addTo(context.kernels().distances(), points, other, 1, some.length, sums[labels[other]]);
        }
        return sums;
    }

    private static double silhouette(final int own, final double[] sums, final int[] sizes) {
        if (sizes[own] < 2) {
            return 0;
        }
        double next = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            if (c != own && sizes[c] > 0) {
                next = Math.min(next, sums[c] / sizes[c]);
            }
        }
        final double inside = sums[own] / (sizes[own] - 1);
        final double larger = Math.max(inside, next);
        return larger == 0 ? 0 : (next - inside) / larger;
    }

    private int[] rows() {
        final var rows = new int[isSampled() ? SAMPLE : points.count()];
        if (isSampled()) {
            Samples.draw(points.count(), rows, context.randomness(STREAM));
        } else {
            Arrays.setAll(rows, i -> i);
        }
        return rows;
    }

    private Distances gathered(final int[] rows) {
        final var all = new Distances(points.width(), rows.length);
        all.gather(points, rows, rows.length);
        return all;
    }

    static long memory(final long points, final long width, final long threads) {
        return Math.min(points, EXACT) * (8 * width + 32) + threads * TILE * (8 * width + 8 * 512);
    }
}
