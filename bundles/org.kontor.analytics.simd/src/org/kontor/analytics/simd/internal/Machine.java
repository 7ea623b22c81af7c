// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import java.lang.System.Logger.Level;
import java.util.Locale;

import jdk.incubator.vector.VectorShape;

/** What this Java machine can do. */
public final class Machine {

    private static final String MODULE = "jdk.incubator.vector";
    /** With fewer bits the compiler's own vectors are as good. */
    private static final int LEAST_BITS = 256;

    private Machine() {
    }

    /** {@return whether it was started with the module of vectors} */
    public static boolean hasModule() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /**
     * To be asked where there is the module.
     *
     * @return whether the compiler makes wide instructions of vectors; without it, each of them would be an object
     */
    public static boolean isFast() {
        try {
            return optimizes() && VectorShape.preferredShape().vectorBitSize() >= LEAST_BITS;
        } catch (LinkageError unwired) {
            System.getLogger(Machine.class.getName()).log(Level.WARNING, MODULE, unwired);
            return false;
        }
    }

    /** The optimizing compiler can be switched off; the first compiler and the interpreter know no vectors. */
    private static boolean optimizes() {
        final var mode = System.getProperty("java.vm.info", "").toLowerCase(Locale.ROOT);
        return mode.contains("mixed") && !mode.contains("emulated-client");
    }
}
