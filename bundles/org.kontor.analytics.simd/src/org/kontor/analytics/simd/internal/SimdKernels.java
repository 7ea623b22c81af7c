// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import jdk.incubator.vector.VectorShape;
import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.kernel.MatrixKernels;
import org.kontor.analytics.kernel.ProductKernels;
import org.kontor.analytics.kernel.VectorKernels;

/** The kernels with vectors of the widest registers. */
public final class SimdKernels implements VectorKernels {

    /** The classes of vectors are many, and start with the first analysis instead of the workbench. */
    private static final class Distances {

        private static final DistanceKernels ALL = new SimdDistances();
    }

    private static final class Products {

        private static final ProductKernels ALL = new SimdProducts();
    }

    private static final class Matrices {

        private static final MatrixKernels ALL = new SimdMatrices();
    }

    @Override
    public String name() {
        return "Java Vector API, " + VectorShape.preferredShape().vectorBitSize() + " bit";
    }

    @Override
    public DistanceKernels distances() {
        return Distances.ALL;
    }

    @Override
    public ProductKernels products() {
        return Products.ALL;
    }

    @Override
    public MatrixKernels matrices() {
        return Matrices.ALL;
    }
}
