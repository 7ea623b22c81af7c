// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;

/** What probabilities say when many were looked at: the more tests, the more of them are small by chance. */
final class Correction {

    private final double[] sorted;
    private final double[] adjusted;
    private final boolean upwards;

    private Correction(final double[] sorted, final double[] adjusted, final boolean upwards) {
        this.sorted = sorted;
        this.adjusted = adjusted;
        this.upwards = upwards;
    }

    /**
     * @param kind          {@code holm} (S. Holm, 1979), {@code benjamini-hochberg} (1995), {@code bonferroni} or {@code none}
     * @param probabilities of all tests; sorted here
     */
    static Correction of(final String kind, final double[] probabilities) {
        Arrays.sort(probabilities);
        final int count = probabilities.length;
        final var adjusted = new double[count];
        switch (kind) {
            case "holm" -> {
                double most = 0;
                for (int i = 0; i < count; i++) {
                    most = Math.max(most, Math.min(1, (count - i) * probabilities[i]));
                    adjusted[i] = most;
                }
            }
            case "benjamini-hochberg" -> {
                double least = 1;
                for (int i = count - 1; i >= 0; i--) {
                    least = Math.min(least, (double) count / (i + 1) * probabilities[i]);
                    adjusted[i] = least;
                }
            }
            case "bonferroni" -> Arrays.setAll(adjusted, i -> Math.min(1, count * probabilities[i]));
            default -> System.arraycopy(probabilities, 0, adjusted, 0, count);
        }
        return new Correction(probabilities, adjusted, kind.equals("benjamini-hochberg"));
    }

    /** {@return the corrected probability of a test} */
    double of(final double probability) {
        int low = 0;
        int high = sorted.length;
        // the first of those alike, or the last where corrections are carried down from the largest
        while (low < high) {
            final int middle = low + high >>> 1;
            if (upwards ? sorted[middle] <= probability : sorted[middle] < probability) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return adjusted[upwards ? low - 1 : low];
    }

    /** {@return how many tests are at most at a level after correction} */
    int within(final double level) {
        int low = 0;
        int high = adjusted.length;
        while (low < high) {
            final int middle = low + high >>> 1;
            if (adjusted[middle] <= level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
