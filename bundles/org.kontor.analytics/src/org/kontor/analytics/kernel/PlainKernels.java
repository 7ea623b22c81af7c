// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/** The kernels in plain Java, in loops that its compiler turns into instructions for several numbers where it can. */
final class PlainKernels implements VectorKernels {

    static final VectorKernels ALL = new PlainKernels();

    private static final DistanceKernels DISTANCES = new PlainDistances();
    private static final ProductKernels PRODUCTS = new PlainProducts();
    private static final MatrixKernels MATRICES = new PlainMatrices();

    private PlainKernels() {
    }

    @Override
    public String name() {
        return "Java";
    }

    @Override
    public DistanceKernels distances() {
        return DISTANCES;
    }

    @Override
    public ProductKernels products() {
        return PRODUCTS;
    }

    @Override
    public MatrixKernels matrices() {
        return MATRICES;
    }
}
