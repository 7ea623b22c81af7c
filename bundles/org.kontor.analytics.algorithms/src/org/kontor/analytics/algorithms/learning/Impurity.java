// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

/**
 * How mixed the rows on two sides of a split are, while rows move from the right side to the left one after the other. The score of a split
 * is larger where its sides are purer; that of the rows undivided is subtracted for what the split gains.
 */
abstract sealed class Impurity {

    /** Before any row moved: no row is left, all given are right. */
    abstract void start(double[] all);

    /** A row moves to the left. */
    abstract void move(int row);

    /** Rows summed up before move to the left. */
    abstract void move(double[] sums);

    /** {@return the score of the sides as they are} */
    abstract double score();

    /** {@return the sums of some rows} */
    abstract double[] sums(int[] rows, int from, int until);

    /** {@return the score of rows that are not divided} */
    abstract double whole(double[] sums);

    /** {@return the weight of rows} */
    abstract double weight(double[] sums);

    /** {@return what rows are answered: the share of each class, or the mean} */
    abstract double[] answer(double[] sums);

    /** {@return how mixed rows are, times their weight; 0 where they are all the same} */
    abstract double mixed(double[] sums);

    /** {@return the sums with those of a row added} */
    abstract void add(double[] sums, int row);

    /** {@return a number by which categories are put in order, so that the best split is between two neighbours} */
    abstract double rank(double[] sums, int order);

    /** {@return in how many orders categories are to be looked at} */
    abstract int orders();

    /** Classes by Gini or entropy. */
    static final class Classes extends Impurity {

        private final double[] codes;
        private final double[] weights;
        private final int classes;
        private final boolean entropy;
        private final double[] left;
        private final double[] right;
        private double leftWeight;
        private double rightWeight;
        private double leftPure;
        private double rightPure;

        Classes(final Examples examples, final boolean entropy) {
            codes = examples.target().values();
            weights = examples.weights();
            classes = examples.target().outputs();
            this.entropy = entropy;
            left = new double[classes];
            right = new double[classes];
        }

        private double pure(final double weight) {
            return !entropy ? weight * weight : weight > 0 ? weight * Math.log(weight) : 0;
        }

        @Override
        void start(final double[] all) {
            leftWeight = 0;
            rightWeight = 0;
            leftPure = 0;
            rightPure = 0;
            for (int k = 0; k < classes; k++) {
                left[k] = 0;
                right[k] = all[k];
                rightWeight += all[k];
                rightPure += pure(all[k]);
            }
        }

        @Override
        void move(final int row) {
            move((int) codes[row], weights == null ? 1 : weights[row]);
        }

        private void move(final int k, final double weight) {
            leftPure += pure(left[k] + weight) - pure(left[k]);
            rightPure += pure(right[k] - weight) - pure(right[k]);
            left[k] += weight;
            right[k] -= weight;
            leftWeight += weight;
            rightWeight -= weight;
        }

        @Override
        void move(final double[] sums) {
            for (int k = 0; k < classes; k++) {
                if (sums[k] != 0) {
                    move(k, sums[k]);
                }
            }
        }

        @Override
        double score() {
            return entropy ? leftPure - pure(leftWeight) + (rightPure - pure(rightWeight)) : leftPure / leftWeight + rightPure / rightWeight;
        }

        @Override
        double[] sums(final int[] rows, final int from, final int until) {
            final var sums = new double[classes];
            for (int i = from; i < until; i++) {
                add(sums, rows[i]);
            }
            return sums;
        }

        @Override
        void add(final double[] sums, final int row) {
            sums[(int) codes[row]] += weights == null ? 1 : weights[row];
        }

        @Override
        double whole(final double[] sums) {
            double pure = 0;
            for (int k = 0; k < classes; k++) {
                pure += pure(sums[k]);
            }
            final double weight = weight(sums);
            return entropy ? pure - pure(weight) : pure / weight;
        }

        @Override
        double weight(final double[] sums) {
            double weight = 0;
            for (int k = 0; k < classes; k++) {
                weight += sums[k];
            }
            return weight;
        }

        @Override
        double[] answer(final double[] sums) {
            final double weight = weight(sums);
            final var shares = new double[classes];
            for (int k = 0; k < classes; k++) {
                shares[k] = sums[k] / weight;
            }
            return shares;
        }

        @Override
        double mixed(final double[] sums) {
            int present = 0;
            for (int k = 0; k < classes; k++) {
                present += sums[k] > 0 ? 1 : 0;
            }
            return present < 2 ? 0 : entropy ? -whole(sums) : weight(sums) - whole(sums);
        }

        @Override
        double rank(final double[] sums, final int order) {
            final double weight = weight(sums);
            return weight > 0 ? sums[classes == 2 ? 1 : order] / weight : 0;
        }

        @Override
        int orders() {
            return classes == 2 ? 1 : classes;
        }
    }

    /** Numbers by their variance: sums are the weight, the sum of differences from the middle, and the sum of their squares. */
    static final class Numbers extends Impurity {

        private final double[] values;
        private final double[] weights;
        private final double middle;
        private final double scale;
        private double leftWeight;
        private double rightWeight;
        private double leftSum;
        private double rightSum;

        /**
         * @param middle is subtracted from all numbers, so that a large mean takes no digits from their differences
         * @param scale  they are divided by, so that their squares have an end
         */
        Numbers(final Examples examples, final double middle, final double scale) {
            values = examples.target().values();
            weights = examples.weights();
            this.middle = middle;
            this.scale = scale;
        }

        @Override
        void start(final double[] all) {
            leftWeight = 0;
            leftSum = 0;
            rightWeight = all[0];
            rightSum = all[1];
        }

        @Override
        void move(final int row) {
            final double weight = weights == null ? 1 : weights[row];
            final double amount = weight * ((values[row] - middle) / scale);
            leftWeight += weight;
            rightWeight -= weight;
            leftSum += amount;
            rightSum -= amount;
        }

        @Override
        void move(final double[] sums) {
            leftWeight += sums[0];
            rightWeight -= sums[0];
            leftSum += sums[1];
            rightSum -= sums[1];
        }

        @Override
        double score() {
            return leftSum / leftWeight * leftSum + rightSum / rightWeight * rightSum;
        }

        @Override
        double[] sums(final int[] rows, final int from, final int until) {
            final var sums = new double[3];
            for (int i = from; i < until; i++) {
                add(sums, rows[i]);
            }
            return sums;
        }

        @Override
        void add(final double[] sums, final int row) {
            final double weight = weights == null ? 1 : weights[row];
            final double difference = (values[row] - middle) / scale;
            sums[0] += weight;
            sums[1] += weight * difference;
            sums[2] += weight * difference * difference;
        }

        @Override
        double whole(final double[] sums) {
            return sums[1] / sums[0] * sums[1];
        }

        @Override
        double weight(final double[] sums) {
            return sums[0];
        }

        @Override
        double[] answer(final double[] sums) {
            return new double[] {middle + scale * (sums[1] / sums[0])};
        }

        @Override
        double mixed(final double[] sums) {
            final double mixed = sums[2] - whole(sums);
            return mixed > 1e-13 * sums[2] ? mixed : 0;
        }

        @Override
        double rank(final double[] sums, final int order) {
            return sums[0] > 0 ? sums[1] / sums[0] : 0;
        }

        @Override
        int orders() {
            return 1;
        }
    }
}
