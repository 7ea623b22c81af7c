// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Locale;

/** What a measuring process tells the one that started it: a name and a value on each line. */
final class Measured {

    private Measured() {
    }

    static void value(final String name, final Object value) {
        System.out.println("measured " + name + '=' + value);
    }

    /** What was asked for is done, and all of it was told. */
    static void done() {
        System.out.println("done");
        System.out.flush();
    }

    static void seconds(final String name, final long since) {
        value(name, String.format(Locale.ROOT, "%.4f", (System.nanoTime() - since) / 1e9));
    }

    /** Processor time of all threads so far, the collector's and the compiler's included; less at the mercy of a busy machine than the clock. */
    static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    static String plain(final Object number) {
        return ((BigDecimal) number).stripTrailingZeros().toPlainString();
    }
}
