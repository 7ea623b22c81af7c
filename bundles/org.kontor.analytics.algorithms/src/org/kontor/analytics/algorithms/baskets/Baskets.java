// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.segments.Keys;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** What was bought together: different items of each basket, one basket after the other. Baskets without any item do not count. */
final class Baskets {

    /** The name of each item. */
    final List<String> names;
    /** Where the items of each basket begin; one more than there are baskets. */
    final int[] starts;
    /** The items. */
    final int[] items;
    /** Rows that say no basket. */
    final int unknown;
    /** Baskets, or rows that are baskets, without any item. */
    final int empty;

    private Baskets(final List<String> names, final int[] starts, final int[] items, final int unknown, final int empty) {
        this.names = names;
        this.starts = starts;
        this.items = items;
        this.unknown = unknown;
        this.empty = empty;
    }

    int count() {
        return starts.length - 1;
    }

    /** {@return an upper bound of the number of items in all baskets together} */
    static long occurrences(final Dataset data, final String choice) {
        final var columns = data.columns(Role.ITEM);
        final char separator = ItemTexts.separator(choice, columns, data.find(Role.BASKET).isEmpty());
        long all = 0;
        for (final var column : columns) {
            if (separator == ItemTexts.NONE || !(column instanceof final TextColumn texts)) {
                all += column.rows() - column.missing();
            } else {
                final var parts = new int[texts.dictionary().size()];
                for (int row = 0; row < texts.rows(); row++) {
                    final int code = texts.code(row);
                    if (code >= 0) {
                        parts[code] = parts[code] == 0 ? ItemTexts.parts(texts.dictionary().text(code), separator) : parts[code];
                        all += parts[code];
                    }
                }
            }
        }
        return all;
    }

    static Baskets of(final Dataset data, final String choice, final RunContext context) {
        final var columns = data.columns(Role.ITEM);
        final var basket = data.find(Role.BASKET);
        final var texts = new ItemTexts(ItemTexts.separator(choice, columns, basket.isEmpty()));
        final int rows = data.rows();
        final int[] basketOf;
        final int most;
        if (basket.isPresent()) {
            final var keys = Keys.of(basket.get(), context);
            basketOf = keys.codes();
            most = keys.count();
        } else {
            basketOf = new int[rows];
            Arrays.setAll(basketOf, row -> row);
            most = rows;
        }
        final var codes = new int[columns.size()][];
        final var items = new int[columns.size()][][];
        for (int j = 0; j < codes.length; j++) {
            final var keys = Keys.of(columns.get(j), context);
            codes[j] = keys.codes();
            items[j] = texts.of(columns.get(j), codes[j], keys.count(), context);
        }
        return new Reader(basketOf, most, codes, items, context).read(texts.names());
    }

    /** Puts the items of each basket side by side and drops those that are there twice. */
    private record Reader(int[] basketOf, int most, int[][] codes, int[][][] items, RunContext context) {

        Baskets read(final List<String> names) {
            final var ends = new int[most + 1];
            final var seen = new boolean[most];
            int unknown = 0;
            for (int row = 0; row < basketOf.length; row++) {
                pause(row);
                final int basket = basketOf[row];
                if (basket < 0) {
                    unknown++;
                } else {
                    seen[basket] = true;
                    for (int j = 0; j < codes.length; j++) {
                        ends[basket + 1] += codes[j][row] < 0 ? 0 : items[j][codes[j][row]].length;
                    }
                }
            }
            for (int basket = 0; basket < most; basket++) {
                ends[basket + 1] = Math.addExact(ends[basket], ends[basket + 1]);
            }
            final var sorted = new int[ends[most]];
            final var next = ends.clone();
            for (int row = 0; row < basketOf.length; row++) {
                pause(row);
                final int basket = basketOf[row];
                for (int j = 0; basket >= 0 && j < codes.length; j++) {
                    if (codes[j][row] >= 0) {
                        for (final int item : items[j][codes[j][row]]) {
                            sorted[next[basket]++] = item;
                        }
                    }
                }
            }
            return different(names, ends, sorted, seen, unknown);
        }

        private Baskets different(final List<String> names, final int[] ends, final int[] sorted, final boolean[] seen, final int unknown) {
            final var stamps = new int[names.size()];
            final var starts = new int[most + 1];
            int size = 0;
            int count = 0;
            int empty = 0;
            for (int basket = 0; basket < most; basket++) {
                pause(basket);
                final int from = size;
                for (int i = ends[basket]; i < ends[basket + 1]; i++) {
                    final int item = sorted[i];
                    if (stamps[item] != basket + 1) {
                        stamps[item] = basket + 1;
                        sorted[size++] = item;
                    }
                }
                if (size > from) {
                    starts[++count] = size;
                } else if (seen[basket]) {
                    empty++;
                }
            }
            return new Baskets(names, Arrays.copyOf(starts, count + 1), Arrays.copyOf(sorted, size), unknown, empty);
        }

        private void pause(final int done) {
            if (done % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
        }
    }
}
