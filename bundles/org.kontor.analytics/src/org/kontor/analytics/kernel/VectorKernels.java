// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/**
 * The innermost loops of methods, which another bundle may offer made for the processor at hand: an OSGi service, of which the one with the
 * highest ranking is used. Every implementation gives the same bits, because each kernel says which operations make a number, and in which
 * order; where a number is not a number, which of those it is does not matter. Speed is all that an implementation may decide about.
 * <p>
 * Kernels check nothing that costs time: what lies outside of an array is refused as arrays do it, and what is written then is undefined.
 * They keep no state and may be called by several threads at once.
 *
 * @since 0.1
 */
public interface VectorKernels {

    /**
     * The kernels that every installation has, in plain Java.
     *
     * @return always the same ones
     */
    static VectorKernels plain() {
        return PlainKernels.ALL;
    }

    /**
     * What they are made for, in a word or two that need no translation.
     *
     * @return such as {@code Java} or {@code AVX, 512 bit}
     */
    String name();

    /**
     * Distances.
     *
     * @return always the same ones
     */
    default DistanceKernels distances() {
        return plain().distances();
    }

    /**
     * Sums of products.
     *
     * @return always the same ones
     */
    default ProductKernels products() {
        return plain().products();
    }

    /**
     * Products of matrices.
     *
     * @return always the same ones
     */
    default MatrixKernels matrices() {
        return plain().matrices();
    }
}
