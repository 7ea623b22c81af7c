// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.apache.commons.numbers.gamma.LogGamma;

import org.kontor.analytics.algorithms.numerics.Digamma;
import org.kontor.analytics.algorithms.numerics.QuasiNewton;
import org.kontor.analytics.run.RunContext;

/**
 * How unlikely groups of customers are under a process, and the derivatives by the logarithms of its four parameters: the mean over
 * customers. Times are scaled so that the longest is 1, which keeps the four of one size. Parts are added up in the order of the groups, so
 * that threads do not matter.
 */
abstract class Likelihood implements QuasiNewton.Objective {

    static final int SIZE = 4;
    private static final int BLOCK = 2_048;

    /** How many customers there are. */
    final double customers;
    /** The longest time, which is 1 here. */
    final double scale;
    final int groups;
    final double[] x;
    final double[] tx;
    final double[] age;
    final double[] weight;
    /** The numbers of purchases that occur, increasing. */
    final double[] numbers;
    /** Which of them each group has. */
    final int[] number;
    private final RunContext context;
    private final double[][] parts;
    private double shift;

    Likelihood(final Groups given, final double scale, final RunContext context) {
        this.context = context;
        this.scale = scale;
        groups = given.size();
        x = given.x();
        weight = given.weight();
        tx = new double[groups];
        age = new double[groups];
        numbers = Arrays.stream(x).distinct().sorted().toArray();
        number = new int[groups];
        parts = new double[Math.ceilDiv(groups, BLOCK)][SIZE + 1];
        double all = 0;
        for (int g = 0; g < groups; g++) {
            if (g % BLOCK == 0) {
                context.checkCancelled();
            }
            tx[g] = given.tx()[g] / scale;
            age[g] = given.age()[g] / scale;
            number[g] = Arrays.binarySearch(numbers, x[g]);
            all += weight[g];
            shift -= weight[g] * x[g] * Math.log(scale);
        }
        customers = all;
    }

    /** Takes parameters, each above 0, for the groups that follow. */
    abstract void prepare(double[] values);

    /**
     * Adds up the logarithm of the likelihood of some groups, and its derivatives by the parameters, each times the parameter.
     *
     * @param into four derivatives and the value
     */
    abstract void add(int from, int to, double[] into);

    /** {@return the process with scaled parameters in the unit of the data} */
    abstract PurchaseProcess process(double[] values);

    @Override
    public double value(final double[] point, final double[] gradient) {
        prepare(Arrays.stream(point).map(Math::exp).toArray());
        context.parallel(parts.length, block -> {
            Arrays.fill(parts[block], 0);
            add(block * BLOCK, Math.min(groups, (block + 1) * BLOCK), parts[block]);
        });
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (final double[] part : parts) {
            for (int j = 0; j < SIZE; j++) {
                gradient[j] -= part[j] / customers;
            }
            sum += part[SIZE];
        }
        return -sum / customers;
    }

    /** {@return the logarithm of the likelihood of all customers, in the unit of the data} */
    double logarithm(final double[] point) {
        return shift - customers * value(point, new double[SIZE]);
    }

    /** The logarithm of Γ(c + n) / Γ(c) and its slope for each number n of purchases. */
    static void rising(final double c, final double[] numbers, final double[] logarithms, final double[] slopes) {
        final double logarithm = LogGamma.value(c);
        final double slope = Digamma.of(c);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == 0) {
                logarithms[i] = 0;
                slopes[i] = 0;
            } else {
                logarithms[i] = LogGamma.value(c + numbers[i]) - logarithm;
                slopes[i] = Digamma.of(c + numbers[i]) - slope;
            }
        }
    }
}
