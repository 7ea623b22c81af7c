// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.Applicability;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.core.problem.Problem;

/** Whether K-means has what it needs beside sound features: enough different rows, and the centers that were promised. */
final class KMeansCheck {

    private final Dataset data;
    private final Parameters parameters;
    private final Runnable pause;
    private final List<Problem> obstacles = new ArrayList<>();

    /**
     * @param pause called again and again, so that a run can be stopped here as well
     */
    KMeansCheck(final Dataset data, final Parameters parameters, final Runnable pause) {
        this.data = data;
        this.parameters = parameters;
        this.pause = pause;
    }

    Applicability answer() {
        final var features = new FeatureCheck(data, pause).answer();
        obstacles.addAll(features.obstacles());
        centers();
        if (obstacles.isEmpty()) {
            different();
        }
        return new Applicability(obstacles, features.advice());
    }

    private void centers() {
        if (!parameters.get(KMeans.INIT).equals(KMeans.GIVEN)) {
            return;
        }
        final var given = parameters.get(KMeans.CENTERS);
        final int width = data.names(Role.FEATURES).size();
        boolean fits = given.rows() == parameters.get(KMeans.K);
        for (int c = 0; c < given.rows(); c++) {
            fits &= given.row(c).length == width;
        }
        if (!fits) {
            obstacles.add(Messages.problem("kmeans.centers", parameters.get(KMeans.K), width));
        }
    }

    private void different() {
        final int needed = (int) Math.max(parameters.get(KMeans.K), parameters.get(KMeans.RANGE_TO));
        final int enough = Math.min(data.rows(), 4 * needed + Frame.BLOCK);
        int found = different(KMeans.points(data.on(data.frame().take(IntStream.range(0, enough).toArray()))), needed);
        if (found < needed && enough < data.rows()) {
            found = different(KMeans.points(data), needed);
        }
        if (found < needed) {
            obstacles.add(Messages.problem("kmeans.too-few-points", needed, found));
        }
    }

    /** {@return how many different points there are, or as many as are needed} */
    private int different(final Points points, final int needed) {
        final int size = Integer.highestOneBit(Math.max(1, needed)) << 2;
        final var rows = new int[size];
        int found = 0;
        for (int i = 0; i < points.count() && found < needed; i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            if (points.weight(i) > 0) {
                int place = hash(points, i) & size - 1;
                while (rows[place] != 0 && !points.same(rows[place] - 1, i)) {
                    place = place + 1 & size - 1;
                }
                if (rows[place] == 0) {
                    rows[place] = i + 1;
                    found++;
                }
            }
        }
        return found;
    }

    private static int hash(final Points points, final int row) {
        long hash = 0;
        for (int j = 0; j < points.width(); j++) {
            // both zeros are the same point
            hash = (hash ^ Double.doubleToRawLongBits(points.values()[row * points.width() + j] + 0.0)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
