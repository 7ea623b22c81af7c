// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** What all methods of clustering say and measure in the same words. */
final class ClusterSummary {

    private static final int MOST_SENTENCES = 20;
    private static final int SMALL = 30;
    /** As Hennig reads stability: below this, clusters dissolve when rows are left out. */
    private static final double STABLE = .75;

    private final Dataset data;
    private final Points points;
    private final RunContext context;
    private final Result.Builder result;

    ClusterSummary(final Dataset data, final Points points, final RunContext context, final Result.Builder result) {
        this.data = data;
        this.points = points;
        this.context = context;
        this.result = result;
    }

    void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("clusters." + name), Trail.NONE);
    }

    void sentences(final Profile profile, final Quality quality, final int clusters) {
        int small = 0;
        for (int c = 0; c < clusters; c++) {
            if (c < MOST_SENTENCES) {
                result.say(profile.sentence(c, quality.count(c), points.count()));
            }
            small += quality.count(c) < SMALL ? 1 : 0;
        }
        if (small > 0 && points.count() >= SMALL * clusters) {
            result.warn("clusters.small", Messages.of("clusters.small", small, SMALL));
        }
    }

    /**
     * How clusters agree with a given label and with clusters of fewer rows.
     *
     * @param labels    the cluster of each row, negative for noise
     * @param stability NaN where it was not measured
     */
    void external(final int[] labels, final double stability) {
        if (!Double.isNaN(stability)) {
            metric("stability", stability);
            result.say(Messages.of(stability >= STABLE ? "clusters.stable" : "clusters.unstable", stability));
        }
        final var given = data.find(Role.TARGET);
        if (given.isPresent()) {
            context.checkCancelled();
            final double agreement = Agreement.adjustedRand(labels, Agreement.groups(given.get()));
            metric("adjusted-rand", agreement);
            if (!Double.isNaN(agreement)) {
                result.say(Messages.of("clusters.agreement", Message.column(given.get().name()), agreement));
            }
        }
    }
}
