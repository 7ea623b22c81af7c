// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;

/**
 * How fast this machine is at what cannot be avoided.
 *
 * @param one what it does with one thread: 10⁹ operations, and 10⁹ bytes read, in a second
 * @param two the same with two
 */
record Speed(double[] one, double[] two) {

    static Speed measured(final Contest contest) throws IOException {
        final var speeds = new double[2][];
        for (int threads = 1; threads <= 2; threads++) {
            try (var side = contest.peer(AnalyticsCase.Peer.of("machine.py"), threads)) {
                side.tell(true);
                speeds[threads - 1] = new double[] {side.number("operations"), side.number("bytes")};
            }
        }
        return new Speed(speeds[0], speeds[1]);
    }

    double operations(final int threads) {
        return (threads == 1 ? one : two)[0];
    }

    double bytes(final int threads) {
        return (threads == 1 ? one : two)[1];
    }
}
