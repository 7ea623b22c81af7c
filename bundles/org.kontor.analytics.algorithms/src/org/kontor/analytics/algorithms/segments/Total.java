// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

/**
 * A sum that keeps what each addition rounds off, so that amounts of cents add up to cents (Neumaier, Rundungsfehleranalyse einiger Verfahren
 * zur Summation endlicher Summen, 1974).
 *
 * @since 0.1
 */
public final class Total {

    private double sum;
    private double rest;

    /**
     * Adds an amount.
     *
     * @param amount finite
     */
    public void add(final double amount) {
        final double next = sum + amount;
        rest += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
        sum = next;
    }

    /**
     * The sum of all amounts.
     *
     * @return 0 without any
     */
    public double value() {
        return Double.isNaN(rest) ? sum : sum + rest; // an infinite amount leaves no rest
    }
}
