// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Message;

/**
 * What is to be predicted: one of several classes, or a number.
 *
 * @param name    the name of its column
 * @param classes the classes in the order of their texts, of two the second being the one that is looked for; empty for numbers
 * @param values  for each row the code of its class, or the number
 */
record Target(String name, List<String> classes, double[] values) {

    /** How a target is to be read. */
    enum Kind {
        /** By its type: texts, flags, and numbers of 0 and 1 alone are classes. */
        AUTO,
        /** Every different value is a class. */
        CLASSES,
        /** A number. */
        NUMBERS
    }

    static Target none(final String name, final List<String> classes) {
        return new Target(name, List.copyOf(classes), new double[0]);
    }

    /** {@return whether a column is read as classes} */
    static boolean isClasses(final Column column, final Kind kind, final Runnable pause) {
        return switch (kind) {
            case CLASSES -> true;
            case NUMBERS -> false;
            case AUTO -> column.type() == ColumnType.TEXT || column.type() == ColumnType.FLAG || isBinary(column, pause);
        };
    }

    private static boolean isBinary(final Column column, final Runnable pause) {
        boolean zero = false;
        boolean one = false;
        for (int row = 0; row < column.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            final double value = column.number(row);
            zero |= value == 0;
            one |= value == 1;
            if (value != 0 && value != 1 && !Double.isNaN(value)) {
                return false;
            }
        }
        return zero && one;
    }

    /** {@return the target of some rows, none of which lacks it} */
    static Target of(final Column column, final int[] rows, final boolean classes, final Runnable pause) {
        final var values = new double[rows.length];
        if (!classes) {
            for (int i = 0; i < rows.length; i++) {
                values[i] = column.number(rows[i]);
            }
            return new Target(column.name(), List.of(), values);
        }
        final var texts = new ArrayList<String>();
        final var known = new HashMap<Double, Integer>();
        // the last value and the one before it, because most targets have two
        double last = Double.NaN;
        double before = Double.NaN;
        int number = -1;
        int other = -1;
        for (int i = 0; i < rows.length; i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            final double value = column instanceof final TextColumn coded ? coded.code(rows[i]) : column.number(rows[i]);
            if (value != last) {
                final int unseen = known.size();
                final int found = value == before ? other : known.computeIfAbsent(value, any -> unseen);
                if (found == texts.size()) {
                    texts.add(column.text(rows[i]));
                }
                before = last;
                other = number;
                last = value;
                number = found;
            }
            values[i] = number;
        }
        final var names = List.copyOf(new TreeSet<>(texts));
        final int[] codes = texts.stream().mapToInt(names::indexOf).toArray();
        Arrays.setAll(values, i -> codes[(int) values[i]]);
        return new Target(column.name(), names, values);
    }

    boolean isClasses() {
        return !classes.isEmpty();
    }

    boolean isBinary() {
        return classes.size() == 2;
    }

    /** {@return how many numbers answer for a row: a probability for each class, or one number} */
    int outputs() {
        return Math.max(1, classes.size());
    }

    int code(final int row) {
        return (int) values[row];
    }

    /** {@return the class that is looked for, of two} */
    String positive() {
        return classes.get(1);
    }

    /** {@return its column} */
    Message title() {
        return Message.column(name);
    }

    /** {@return the classes, which people may call otherwise} */
    List<Message> said() {
        return classes.stream().map(each -> Message.value(name, each)).toList();
    }

    /** {@return one class, which people may call otherwise} */
    Message said(final int code) {
        return Message.value(name, classes.get(code));
    }
}
