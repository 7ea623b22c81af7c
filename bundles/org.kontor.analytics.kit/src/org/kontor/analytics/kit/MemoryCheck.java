// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import org.kontor.analytics.Algorithm;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/** Whether a provider says how much memory it needs, and keeps to what there is. */
final class MemoryCheck {

    private static final int ROWS = 200_000;
    /** All that a run allocates, what it drops again included, is at most so many times what it said it needs at a time. */
    private static final long TIMES = 20;
    /** What a run says it needs is at most so many times all that it allocates. */
    private static final long FAR_OFF = 10;
    private static final long SMALL = 32L << 20;

    private MemoryCheck() {
    }

    static void run(final Algorithm algorithm, final Case each) {
        final var large = Data.repeated(each, ROWS);
        final var parameters = large.parameters(algorithm);
        final long declared = algorithm.memory(large.data(), parameters);
        assertTrue(declared > 0, "it says that it needs no memory");
        assertThrows(ProblemException.class, () -> algorithm.run(large.data(), parameters, Compatibility.context(Progress.NONE, 1, declared - 1, null)),
                "it runs with less memory than it says it needs");
        final var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        algorithm.run(large.data(), parameters, Compatibility.context(Progress.NONE, 1, declared, null));
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated <= TIMES * declared + SMALL, "it said " + declared + " bytes and allocated " + allocated);
        assertTrue(declared <= FAR_OFF * allocated + SMALL, "it said " + declared + " bytes and allocated " + allocated);
    }
}
