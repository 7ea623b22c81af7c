// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** The different values of a column as they are compared, numbered from 0 in the order in which they appear, and the value of each row. */
final class Values {

    /** The value of a row that has none. */
    static final int NONE = -1;

    private static final int LETTERS = 26;
    private static final int DIGITS = 36;
    private static final int OTHERS = Long.SIZE - DIGITS;
    private static final int HEAD = 4;
    private static final int MIX = 0x9E3779B9;

    private final Kind kind;
    private int[] rows;
    private char[] letters;
    private int[] ends;
    private int count;
    /** Which letters and digits a value has, one bit for each; others share some bits. */
    private final long[] masks;
    /** The first four characters. */
    private final long[] heads;
    private final double[] numbers;

    /** The cleaned texts of a block. */
    private record Block(char[] letters, int[] ends, int[] hashes) {
    }

    Values(final Column column, final Kind kind, final RunContext context) {
        this.kind = kind;
        final var texts = column instanceof final TextColumn known ? known : null;
        final int items = texts == null ? column.rows() : texts.dictionary().size();
        final boolean[] used = texts == null ? null : used(texts, context);
        final var blocks = new Block[Math.ceilDiv(items, Frame.BLOCK)];
        context.parallel(blocks.length, number -> blocks[number] =
                block(column, texts, used, number * Frame.BLOCK, Math.min(items, (number + 1) * Frame.BLOCK)));
        final var values = numbered(blocks, items, context);
        if (texts == null) {
            rows = values;
        } else {
            rows = new int[column.rows()];
            for (int row = 0; row < rows.length; row++) {
                if (row % Frame.BLOCK == 0) {
                    context.checkCancelled();
                }
                final int code = texts.code(row);
                rows[row] = code < 0 ? NONE : values[code];
            }
        }
        masks = new long[count];
        heads = new long[count];
        numbers = kind == Kind.NUMBER ? new double[count] : new double[0];
        context.parallel(Math.ceilDiv(count, Frame.BLOCK), number -> {
            for (int value = number * Frame.BLOCK; value < Math.min(count, (number + 1) * Frame.BLOCK); value++) {
                describe(value);
            }
        });
    }

    private static boolean[] used(final TextColumn texts, final RunContext context) {
        final var used = new boolean[texts.dictionary().size()];
        for (int row = 0; row < texts.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (texts.code(row) >= 0) {
                used[texts.code(row)] = true;
            }
        }
        return used;
    }

    private Block block(final Column column, final TextColumn texts, final boolean[] used, final int from, final int to) {
        final var text = new StringBuilder();
        final var ends = new int[to - from];
        final var hashes = new int[to - from];
        for (int item = from; item < to; item++) {
            final int before = text.length();
            if (texts == null && !column.isMissing(item)) {
                text.append(Cleaner.clean(column.text(item), kind));
            } else if (texts != null && used[item]) {
                text.append(Cleaner.clean(texts.dictionary().text(item), kind));
            }
            int hash = 0;
            for (int i = before; i < text.length(); i++) {
                hash = hash * 31 + text.charAt(i);
            }
            ends[item - from] = text.length();
            hashes[item - from] = hash;
        }
        final var letters = new char[text.length()];
        text.getChars(0, letters.length, letters, 0);
        return new Block(letters, ends, hashes);
    }

    /** {@return the value of each item}; equal texts become one value. */
    private int[] numbered(final Block[] blocks, final int items, final RunContext context) {
        long total = 0;
        for (final var block : blocks) {
            total += block.letters().length;
        }
        letters = new char[Math.toIntExact(total)];
        ends = new int[items];
        final var values = new int[items];
        final int slots = Integer.highestOneBit(Math.max(8, items)) * 4;
        final var table = new int[slots];
        final var hashes = new int[items];
        int size = 0;
        for (int number = 0; number < blocks.length; number++) {
            context.checkCancelled();
            final var block = blocks[number];
            int from = 0;
            for (int i = 0; i < block.ends().length; i++) {
                final int length = block.ends()[i] - from;
                int value = NONE;
                if (length > 0) {
                    final int hash = block.hashes()[i];
                    int slot = hash * MIX >>> Integer.numberOfLeadingZeros(slots) + 1;
                    while (table[slot] != 0 && !(hashes[table[slot] - 1] == hash && same(table[slot] - 1, block.letters(), from, length))) {
                        slot = slot + 1 & slots - 1;
                    }
                    if (table[slot] == 0) {
                        System.arraycopy(block.letters(), from, letters, size, length);
                        size += length;
                        hashes[count] = hash;
                        ends[count++] = size;
                        table[slot] = count;
                    }
                    value = table[slot] - 1;
                }
                values[number * Frame.BLOCK + i] = value;
                from = block.ends()[i];
            }
            blocks[number] = null;
        }
        letters = Arrays.copyOf(letters, size);
        ends = Arrays.copyOf(ends, count);
        return values;
    }

    private boolean same(final int value, final char[] text, final int from, final int length) {
        final int start = start(value);
        return ends[value] - start == length && Arrays.equals(letters, start, start + length, text, from, from + length);
    }

    private void describe(final int value) {
        for (int i = start(value); i < ends[value]; i++) {
            final char letter = letters[i];
            final int bit;
            if (letter >= 'a' && letter <= 'z') {
                bit = letter - 'a';
            } else if (letter >= '0' && letter <= '9') {
                bit = LETTERS + letter - '0';
            } else {
                bit = DIGITS + letter % OTHERS;
            }
            masks[value] |= 1L << bit;
            if (i < start(value) + HEAD) {
                heads[value] |= (long) letter << Character.SIZE * (i - start(value));
            }
        }
        if (kind == Kind.NUMBER) {
            numbers[value] = Double.parseDouble(text(value));
        }
    }

    /** {@return how much memory the values of a column take, while they are made} */
    static long memory(final long rows, final long items, final long lettersOfAll) {
        return rows * 4 + items * (4 * 5 + 16 + 8) + lettersOfAll * 6;
    }

    Kind kind() {
        return kind;
    }

    int count() {
        return count;
    }

    int of(final int row) {
        return rows[row];
    }

    /** Keeps some rows only. */
    void take(final int[] wanted) {
        final var taken = new int[wanted.length];
        Arrays.setAll(taken, i -> rows[wanted[i]]);
        rows = taken;
    }

    char[] letters() {
        return letters;
    }

    int start(final int value) {
        return value == 0 ? 0 : ends[value - 1];
    }

    int length(final int value) {
        return ends[value] - start(value);
    }

    long mask(final int value) {
        return masks[value];
    }

    long head(final int value) {
        return heads[value];
    }

    double number(final int value) {
        return numbers[value];
    }

    String text(final int value) {
        return new String(letters, start(value), length(value));
    }
}
