// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * Records that are one thing: whoever is a duplicate of a duplicate belongs to the group (transitive closure). A group whose parts hang
 * together by a single pair while all other pairs speak against it is split: two parts stay together only where the weights of all pairs
 * between them, none counting more than {@link #MOST}, are above zero on average.
 */
final class DuplicateGroups {

    /** The group of a record that is in none. */
    static final int NONE = -1;
    /** Larger groups are first cut at their weaker pairs. */
    static final int LARGE = 200;
    /** No pair counts more than this for or against. */
    static final double MOST = 20;

    private static final double STRICTER = 4;

    private final Records records;
    private final Weights weights;
    private final Pairs pairs;
    private final RunContext context;
    private final int[] parent;
    private final int[] group;
    private int count;
    private int split;

    DuplicateGroups(final Records records, final Weights weights, final Pairs pairs, final double least, final boolean check, final RunContext context) {
        this.records = records;
        this.weights = weights;
        this.pairs = pairs;
        this.context = context;
        parent = new int[records.count()];
        reset();
        for (int i = 0; i < pairs.count(); i++) {
            pause(i);
            if (pairs.weight(i) >= least) {
                join(pairs.one(i), pairs.other(i));
            }
        }
        if (check) {
            checkAll(least);
        }
        group = new int[records.count()];
        number();
    }

    private void pause(final int i) {
        if (i % 4_096 == 0) {
            context.checkCancelled();
        }
    }

    private void reset() {
        for (int i = 0; i < parent.length; i++) {
            pause(i);
            parent[i] = i;
        }
    }

    private int root(final int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The first record is the root, so that numbers do not depend on the order of pairs. */
    private void join(final int one, final int other) {
        final int first = root(one);
        final int second = root(other);
        parent[Math.max(first, second)] = Math.min(first, second);
    }

    private void checkAll(final double least) {
        final var sizes = new int[records.count()];
        for (int record = 0; record < sizes.length; record++) {
            pause(record);
            sizes[root(record)]++;
        }
        final var starts = new int[sizes.length + 1];
        for (int record = 0; record < sizes.length; record++) {
            starts[record + 1] = starts[record] + (sizes[record] > 2 ? sizes[record] : 0);
        }
        final var members = new int[starts[sizes.length]];
        final var next = Arrays.copyOf(starts, sizes.length);
        for (int record = 0; record < sizes.length; record++) {
            pause(record);
            final int root = root(record);
            if (sizes[root] > 2) {
                members[next[root]++] = record;
            }
        }
        for (int root = 0; root < sizes.length; root++) {
            pause(root);
            if (starts[root + 1] > starts[root]) {
                check(Arrays.copyOfRange(members, starts[root], starts[root + 1]), least);
            }
        }
    }

    /** Looks at one group; a large one is taken apart where its pairs are weakest until its parts are small. */
    private void check(final int[] members, final double least) {
        if (members.length <= LARGE) {
            agree(members);
            return;
        }
        for (final int member : members) {
            parent[member] = member;
        }
        final double stricter = least + STRICTER;
        boolean joined = false;
        for (final int member : members) {
            for (int i = first(member); i < pairs.count() && pairs.one(i) == member; i++) {
                pause(i);
                if (pairs.weight(i) >= stricter) {
                    join(pairs.one(i), pairs.other(i));
                    joined = true;
                }
            }
        }
        split++;
        if (!joined) {
            return;
        }
        final var roots = Arrays.stream(members).map(this::root).distinct().toArray();
        for (final int root : roots) {
            final var part = Arrays.stream(members).filter(member -> root(member) == root).toArray();
            if (part.length > 2) {
                check(part, stricter);
            }
        }
    }

    /** {@return the first pair of a record or a later one} */
    private int first(final int record) {
        int low = 0;
        int high = pairs.count();
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (pairs.one(middle) < record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Joins what agrees best on average, again and again, as long as it agrees at all. */
    private void agree(final int[] members) {
        final int size = members.length;
        final var sums = new double[size][size];
        final var sizes = new int[size];
        for (int i = 0; i < size; i++) {
            context.checkCancelled();
            sizes[i] = 1;
            for (int j = i + 1; j < size; j++) {
                sums[i][j] = Math.clamp(weights.of(records, members[i], members[j]), -MOST, MOST);
                sums[j][i] = sums[i][j];
            }
        }
        final var to = new int[size];
        Arrays.setAll(to, i -> i);
        int left = size;
        while (left > 1) {
            context.checkCancelled();
            double best = 0;
            int one = NONE;
            int other = NONE;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; sizes[i] > 0 && j < size; j++) {
                    if (sizes[j] > 0 && sums[i][j] / ((double) sizes[i] * sizes[j]) > best) {
                        best = sums[i][j] / ((double) sizes[i] * sizes[j]);
                        one = i;
                        other = j;
                    }
                }
            }
            if (one == NONE) {
                break;
            }
            for (int k = 0; k < size; k++) {
                sums[one][k] += sums[other][k];
                sums[k][one] = sums[one][k];
            }
            sizes[one] += sizes[other];
            sizes[other] = 0;
            to[other] = one;
            left--;
        }
        if (left > 1) {
            split++;
            for (final int member : members) {
                parent[member] = member;
            }
            for (int i = 0; i < size; i++) {
                int at = i;
                while (to[at] != at) {
                    at = to[at];
                }
                join(members[i], members[at]);
            }
        }
    }

    private void number() {
        final var sizes = new int[parent.length];
        for (int record = 0; record < sizes.length; record++) {
            pause(record);
            sizes[root(record)]++;
        }
        // identical rows are a group of their own where they say enough
        final var numbers = new int[parent.length];
        for (int record = 0; record < sizes.length; record++) {
            pause(record);
            final int root = root(record);
            if (root == record) {
                final boolean alone = sizes[record] == 1 && (records.copies(record) < 2 || !saysEnough(record));
                numbers[record] = alone ? NONE : count++;
            }
            group[record] = numbers[root];
        }
    }

    /** Whether rows that are the same as this one are duplicates: the same two words in one column alone do not make one. */
    private boolean saysEnough(final int record) {
        return weights.of(records, record, record) > 0;
    }

    /** {@return the group of a record, from 0 in the order of their first rows, or {@link #NONE}} */
    int of(final int record) {
        return group[record];
    }

    int count() {
        return count;
    }

    /** {@return how many groups were split} */
    int split() {
        return split;
    }

    static long memory(final long records) {
        return records * 4 * 6 + (long) LARGE * LARGE * 8;
    }
}
