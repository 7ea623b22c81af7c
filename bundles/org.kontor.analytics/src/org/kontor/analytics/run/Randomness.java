// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.run;

/**
 * Random numbers that are the same for the same seed on every machine and in every version: SplitMix64 (Steele, Lea and Flood, Fast
 * Splittable Pseudorandom Number Generators, OOPSLA 2014). Not for secrets. For one thread.
 *
 * @since 0.1
 */
public final class Randomness {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Randomness(final long state) {
        this.state = state;
    }

    /**
     * A generator.
     *
     * @param seed   the seed of a run
     * @param stream tells generators of one run apart
     * @return the generator
     */
    public static Randomness of(final long seed, final long stream) {
        return new Randomness(mix(seed + GOLDEN) ^ mix(mix(stream) + GOLDEN));
    }

    private static long mix(final long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * 64 random bits.
     *
     * @return any number
     */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * A number between 0 and 1.
     *
     * @return 0 or more, less than 1, a multiple of 2^-53
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * One of several, each as likely as any other (Lemire, Fast Random Integer Generation in an Interval, 2019).
     *
     * @param bound how many, 1 or more
     * @return 0 to {@code bound - 1}
     */
    public int nextInt(final int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("one of " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            final long least = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < least) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * Numbers in a random order (Fisher and Yates).
     *
     * @param count how many
     * @return each of 0 to {@code count - 1} once
     */
    public int[] permutation(final int count) {
        final var order = new int[count];
        for (int i = 0; i < count; i++) {
            final int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
