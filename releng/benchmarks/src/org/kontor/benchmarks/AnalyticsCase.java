// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One case: what both sides do with which data, how it is seen that they found the same, and how fast ours is to be.
 *
 * @param name    what it is chosen by; several cases may have one name
 * @param what    what it is called in the table, with what is compared
 * @param data    makes the data
 * @param ours    our task and its parameters, without the folder of the data
 * @param peer    who it is compared with; null where nobody at hand can do it
 * @param threads how many threads both sides take, one after the other
 * @param goal    how fast it is to be
 * @param limit   what nothing on this machine could be faster than, roughly
 * @param same    what is not the same in what ours and the peer (null without one) found, or null
 * @param heap    the largest heap of our virtual machine in GB
 */
record AnalyticsCase(String name, String what, Data data, List<String> ours, Peer peer, int[] threads, Goal goal, Limit limit,
        BiFunction<Side, Side, String> same, int heap) {

    /** Makes files in a folder, the same ones always. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * Data of one or several cases in turn.
     *
     * @param key what they are; the same key is the same data
     */
    record Data(String key, Maker maker) {
    }

    /**
     * A program that somebody else's method runs in.
     *
     * @param program its file among the peers
     * @param parameters what it gets after the folder of the data
     * @param times how often it would have to do what it does to do the whole: more than 1 where all of it would take hours
     */
    record Peer(String program, List<String> parameters, double times) {

        static Peer of(final String program, final String... parameters) {
            return new Peer(program, List.of(parameters), 1);
        }

        /** The same, which takes only one of so many. */
        Peer oneOf(final double all) {
            return new Peer(program, parameters, all);
        }

        boolean isR() {
            return program.endsWith(".R");
        }
    }

    /**
     * How fast ours is to be.
     *
     * @param relative whether the figures say how many times as fast as the peer, else how many seconds at most
     * @param floor    the least
     * @param aim      where it should end; NaN where nobody said
     */
    record Goal(boolean relative, double floor, double aim) {

        static Goal times(final double floor, final double aim) {
            return new Goal(true, floor, aim);
        }

        static Goal seconds(final double floor, final double aim) {
            return new Goal(false, floor, aim);
        }

        boolean reached(final double goal, final double seconds, final double ratio) {
            return relative ? ratio >= goal : seconds <= goal;
        }
    }

    /**
     * What nothing could be faster than: arithmetic at the rate of matrix products, memory at the rate of one pass, and what else is counted.
     *
     * @param operations additions and multiplications in 10⁹
     * @param bytes      read once or more, in 10⁹
     * @param other      seconds of one thread with whatever is neither, such as logarithms, hashing or scattered memory
     */
    record Limit(double operations, double bytes, double other) {

        double seconds(final Speed speed, final int threads) {
            return operations / speed.operations(threads) + bytes / speed.bytes(threads) + other / threads;
        }
    }

    AnalyticsCase with(final int gigabytes) {
        return new AnalyticsCase(name, what, data, ours, peer, threads, goal, limit, same, gigabytes);
    }
}
