// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

/** Upper triangles, row by row. */
final class Triangles {

    private Triangles() {
    }

    /** {@return the inverse of U'U, symmetric to the last bit} */
    static double[] inverseOfProduct(final double[] upper, final int size, final Runnable pause) {
        // row i of V = the inverse of U, from the last to the first: V is upper too, and the inverse of U'U is VV'
        final var inverse = new double[size * size];
        for (int i = size - 1; i >= 0; i--) {
            pause.run();
            final int row = i * size;
            inverse[row + i] = 1;
            for (int k = i + 1; k < size; k++) {
                final double factor = upper[row + k];
                if (factor != 0) {
                    for (int j = k; j < size; j++) {
                        inverse[row + j] -= factor * inverse[k * size + j];
                    }
                }
            }
            final double pivot = upper[row + i];
            for (int j = i; j < size; j++) {
                inverse[row + j] /= pivot;
            }
        }
        final var product = new double[size * size];
        for (int i = 0; i < size; i++) {
            pause.run();
            for (int j = i; j < size; j++) {
                double sum = 0;
                for (int k = j; k < size; k++) {
                    sum += inverse[i * size + k] * inverse[j * size + k];
                }
                product[i * size + j] = sum;
                product[j * size + i] = sum;
            }
        }
        return product;
    }
}
