// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

/**
 * A place in a data set of JFreeChart, which wants unique, comparable keys while labels may repeat.
 *
 * @param index the place
 */
record Slot(int index) implements Comparable<Slot> {

    @Override
    public int compareTo(final Slot other) {
        return Integer.compare(index, other.index);
    }
}
