// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/** What is typical of each cluster: how far its center is from the mean of all, in standard deviations of all (of the population). */
final class Profile {

    private static final double HALF_OF_LAST_DECIMAL = 0.0005;
    private static final double SOME = .2;
    private static final double MUCH = .8;
    private static final double VERY_MUCH = 1.5;
    private static final int NAMED = 3;

    private final List<String> features;
    private final double[] centers;
    private final double[] means;
    private final double[] effects;
    private final int clusters;

    Profile(final Points points, final List<String> features, final double[] centers, final RunContext context) {
        this(Spread.of(points, context), features, centers);
    }

    /**
     * @param spread that of all points
     */
    Profile(final Spread spread, final List<String> features, final double[] centers) {
        this.features = features;
        this.centers = centers;
        final int width = features.size();
        clusters = centers.length / width;
        means = spread.means();
        effects = new double[centers.length];
        for (int i = 0; i < effects.length; i++) {
            final double deviation = spread.deviations()[i % width];
            effects[i] = deviation == 0 ? 0 : (centers[i] - means[i % width]) / deviation;
        }
    }

    double effect(final int cluster, final int feature) {
        return effects[cluster * features.size() + feature];
    }

    BarsPart bars() {
        final var values = new double[clusters][features.size()];
        final var groups = new ArrayList<Message>();
        for (int c = 0; c < clusters; c++) {
            groups.add(Messages.of("clusters.cluster", c + 1));
            for (int j = 0; j < features.size(); j++) {
                values[c][j] = effect(c, j);
            }
        }
        return new BarsPart("profile", Messages.of("clusters.profile"), features.stream().map(Message::column).toList(), groups,
                Messages.of("clusters.profile.value"), values);
    }

    /** A cluster in words: its size and the features in which it differs most. */
    Message sentence(final int cluster, final int count, final int all) {
        final var most = IntStream.range(0, features.size()).boxed().filter(j -> Math.abs(effect(cluster, j)) >= SOME)
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(effect(cluster, j))).thenComparing(j -> j)).limit(NAMED).toList();
        final double share = (double) count / all;
        if (most.isEmpty()) {
            return Messages.of("clusters.sentence.average", cluster + 1, count, share);
        }
        Message traits = null;
        for (final int j : most) {
            final double effect = effect(cluster, j);
            final var trait = Messages.of("clusters.trait." + degree(Math.abs(effect)) + (effect > 0 ? ".above" : ".below"), Message.column(features.get(j)),
                    shown(centers[cluster * features.size() + j]), shown(means[j]));
            traits = traits == null ? trait : Messages.of("clusters.traits", traits, trait);
        }
        return Messages.of("clusters.sentence", cluster + 1, count, share, traits);
    }

    /** What three decimals show as nothing is nothing, without a sign. */
    private static double shown(final double value) {
        return Math.abs(value) < HALF_OF_LAST_DECIMAL ? 0 : value;
    }

    private static String degree(final double effect) {
        if (effect >= VERY_MUCH) {
            return "very-much";
        }
        return effect >= MUCH ? "much" : "some";
    }
}
