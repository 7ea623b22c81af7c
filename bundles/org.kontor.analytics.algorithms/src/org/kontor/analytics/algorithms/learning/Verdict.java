// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

/**
 * Whether answers are better than those that look at no feature, and surely so: by more than chance does in one of a hundred cases. Of two
 * classes the order counts (the test of Mann, Whitney and Wilcoxon), or the squared errors of probabilities; of several classes and of
 * numbers the squared errors, row by row against those of the baseline.
 *
 * @param better whether they are
 * @param z      by how many standard errors
 */
record Verdict(boolean better, double z) {

    private static final double SURE = 2.326;

    static Verdict of(final Target target, final Quality answers, final Quality baseline) {
        double z = paired(answers, baseline);
        if (target.isBinary()) {
            double positives = 0;
            for (final double truth : answers.truths()) {
                positives += truth;
            }
            final double negatives = answers.rows() - positives;
            final double area = answers.ranking().area();
            if (positives > 0 && negatives > 0 && Double.isFinite(area)) {
                z = Math.max(z, (area - .5) / Math.sqrt((positives + negatives + 1) / (12 * positives * negatives)));
            }
        }
        return new Verdict(z > SURE, z);
    }

    private static double paired(final Quality answers, final Quality baseline) {
        final int rows = answers.rows();
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            final double gain = answers.weights()[row] * (baseline.squared(row) - answers.squared(row));
            final double difference = gain - mean;
            mean += difference / (row + 1);
            squares += difference * (gain - mean);
        }
        if (rows < 2 || !(mean > 0) || !Double.isFinite(squares)) {
            return 0;
        }
        final double error = Math.sqrt(squares / (rows - 1) / rows);
        return error > 0 ? Math.min(1e6, mean / error) : 1e6;
    }
}
