// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.run.Randomness;

/** Some of many rows. */
final class Samples {

    private Samples() {
    }

    /** Draws different rows, each set of them as likely as any other, in increasing order (Knuth, The Art of Computer Programming 2, algorithm S). */
    static void draw(final int all, final int[] into, final Randomness randomness) {
        int chosen = 0;
        for (int row = 0; chosen < into.length; row++) {
            if ((all - row) * randomness.nextDouble() < into.length - chosen) {
                into[chosen++] = row;
            }
        }
    }
}
