// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/**
 * Collects a frame row by row, for sources. Values lie in primitive arrays from the start; identifiers cost two {@code long} for each
 * different one and four bytes a row. Not safe for several threads.
 *
 * @since 0.1
 */
public final class FrameBuilder {

    private static final int FIRST = 1 << 10;

    private final List<Filler> fillers = new ArrayList<>();

    /** One column that grows. */
    public abstract static sealed class Filler {

        private final String name;
        private long[] missing = new long[0];
        /** How many values there are. */
        protected int rows;

        Filler(final String name) {
            this.name = name;
        }

        /** Adds a row without a value. */
        public final void addMissing() {
            final int word = rows >> 6;
            if (word >= missing.length) {
                missing = Arrays.copyOf(missing, Math.max(word + 1, missing.length * 2));
            }
            missing[word] |= 1L << rows;
            skip();
        }

        abstract void skip();

        abstract Column column();

        final String name() {
            return name;
        }

        final Missing missing() {
            return Missing.of(missing);
        }

        final int grown(final int length) {
            return Math.max(FIRST, length + (length >> 1));
        }
    }

    /** Real numbers. */
    public static final class Reals extends Filler {

        private double[] values = new double[0];

        private Reals(final String name) {
            super(name);
        }

        /**
         * Adds a row.
         *
         * @param value the value, {@code NaN} where it is missing
         */
        public void add(final double value) {
            if (rows == values.length) {
                values = Arrays.copyOf(values, grown(rows));
            }
            values[rows++] = value;
        }

        @Override
        void skip() {
            add(Double.NaN);
        }

        @Override
        Column column() {
            return NumberColumn.of(name(), rows == values.length ? values : Arrays.copyOf(values, rows));
        }
    }

    /** Whole numbers, moments as microseconds, days, and yes or no as 1 or 0. */
    public static final class Wholes extends Filler {

        private final ColumnType type;
        private long[] wide = new long[0];
        private int[] narrow = new int[0];

        private Wholes(final String name, final ColumnType type) {
            super(name);
            this.type = type;
        }

        /**
         * Adds a row.
         *
         * @param value the number, the day since 1970-01-01, the microsecond since then, or 1 or 0
         */
        public void add(final long value) {
            if (type == ColumnType.INTEGER || type == ColumnType.INSTANT) {
                if (rows == wide.length) {
                    wide = Arrays.copyOf(wide, grown(rows));
                }
                wide[rows++] = value;
            } else {
                if (rows == narrow.length) {
                    narrow = Arrays.copyOf(narrow, grown(rows));
                }
                narrow[rows++] = Math.toIntExact(value);
            }
        }

        @Override
        void skip() {
            add(0);
        }

        @Override
        Column column() {
            return switch (type) {
                case INTEGER -> IntegerColumn.of(name(), Arrays.copyOf(wide, rows), missing());
                case INSTANT -> InstantColumn.of(name(), Arrays.copyOf(wide, rows), missing());
                case DATE -> DateColumn.of(name(), Arrays.copyOf(narrow, rows), missing());
                default -> {
                    final var flags = new boolean[rows];
                    for (int row = 0; row < rows; row++) {
                        flags[row] = narrow[row] != 0;
                    }
                    yield FlagColumn.of(name(), flags, missing());
                }
            };
        }
    }

    /** Texts, each different one kept once. */
    public static final class Texts extends Filler {

        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] codes = new int[0];

        private Texts(final String name) {
            super(name);
        }

        /**
         * Adds a row.
         *
         * @param text the text
         */
        public void add(final String text) {
            final int code = known.computeIfAbsent(text, unseen -> texts.size());
            if (code == texts.size()) {
                texts.add(text);
            }
            put(code);
        }

        private void put(final int code) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, grown(rows));
            }
            codes[rows++] = code;
        }

        @Override
        void skip() {
            put(TextColumn.ABSENT);
        }

        @Override
        Column column() {
            return TextColumn.of(name(), Arrays.copyOf(codes, rows), Dictionary.of(texts.toArray(String[]::new)));
        }
    }

    /** Identifiers of records as texts that are made when they are asked for. */
    public static final class Identifiers extends Filler {

        private final IdentifierDictionary known = new IdentifierDictionary();
        private int[] codes = new int[0];

        private Identifiers(final String name) {
            super(name);
        }

        /**
         * Adds a row.
         *
         * @param id the identifier
         */
        public void add(final UUID id) {
            put(known.code(id.getMostSignificantBits(), id.getLeastSignificantBits()));
        }

        private void put(final int code) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, grown(rows));
            }
            codes[rows++] = code;
        }

        @Override
        void skip() {
            put(TextColumn.ABSENT);
        }

        @Override
        Column column() {
            return TextColumn.of(name(), Arrays.copyOf(codes, rows), known.frozen());
        }
    }

    /**
     * Adds a column of real numbers.
     *
     * @param name its name
     * @return where its values go
     */
    public Reals reals(final String name) {
        return added(new Reals(name));
    }

    /**
     * Adds a column of whole numbers, days, moments or flags.
     *
     * @param name its name
     * @param type INTEGER, DATE, INSTANT or FLAG
     * @return where its values go
     */
    public Wholes wholes(final String name, final ColumnType type) {
        if (type == ColumnType.NUMBER || type == ColumnType.TEXT) {
            throw new IllegalArgumentException(name + " as " + type);
        }
        return added(new Wholes(name, type));
    }

    /**
     * Adds a column of texts.
     *
     * @param name its name
     * @return where its values go
     */
    public Texts texts(final String name) {
        return added(new Texts(name));
    }

    /**
     * Adds a column of identifiers.
     *
     * @param name its name
     * @return where its values go
     */
    public Identifiers identifiers(final String name) {
        return added(new Identifiers(name));
    }

    private <F extends Filler> F added(final F filler) {
        fillers.add(filler);
        return filler;
    }

    /**
     * Ends the collection.
     *
     * @return the frame; columns in the order in which they were added
     * @throws IllegalArgumentException where columns differ in length
     */
    public Frame build() {
        final var columns = new ArrayList<Column>();
        while (!fillers.isEmpty()) {
            // let go of what was collected column by column: together they would lie in memory twice
            columns.add(fillers.removeFirst().column());
        }
        return Frame.of(columns);
    }
}
