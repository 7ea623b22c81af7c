// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.List;

/**
 * Random numbers that are the same on every machine and in every version of Java: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast
 * Splittable Pseudorandom Number Generators, OOPSLA 2014) with everything drawn from it written down here. Each thing that is generated
 * has dice of its own, so that more of one kind leaves the others as they are.
 */
final class Dice {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final int UNIFORMS_OF_A_NORMAL = 12;

    private long state;

    Dice(final long state) {
        this.state = state;
    }

    /** The dice of one thing: the company's seed, the kind of thing and its number. */
    static Dice of(final long seed, final String kind, final long number) {
        long hash = 0xCBF2_9CE4_8422_2325L; // FNV-1a
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * 0x100_0000_01B3L;
        }
        return new Dice(mix(mix(mix(seed + GOLDEN) ^ hash) + number * GOLDEN));
    }

    private static long mix(final long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 up to, not including, 1. */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** A whole number from 0 up to, not including, the bound. */
    int below(final int bound) {
        return (int) (unit() * bound);
    }

    /** A whole number between two, both included. */
    int between(final int least, final int most) {
        return least + below(most - least + 1);
    }

    boolean chance(final double probability) {
        return unit() < probability;
    }

    <T> T pick(final List<T> list) {
        return list.get(below(list.size()));
    }

    /** The place of one of some weights, each as likely as its share. */
    int weighted(final double... weights) {
        double sum = 0;
        for (final double weight : weights) {
            sum += weight;
        }
        double rest = unit() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Normal with mean 0 and deviation 1, as the sum of twelve uniforms: additions alone give the same bits everywhere. */
    double normal() {
        double sum = 0;
        for (int i = 0; i < UNIFORMS_OF_A_NORMAL; i++) {
            sum += unit();
        }
        return sum - UNIFORMS_OF_A_NORMAL / 2.0;
    }

    double logNormal(final double median, final double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
