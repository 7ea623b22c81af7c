// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.util.List;

import org.kontor.analytics.kernel.VectorKernels;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The innermost loops that bundles offer where the kit runs; none outside of a framework. */
final class OfferedKernels {

    private OfferedKernels() {
    }

    /** {@return what the engine would use: the highest ranking of those offered, else the plain ones} */
    static VectorKernels best() {
        final var all = all();
        return all.isEmpty() ? VectorKernels.plain() : all.getFirst();
    }

    /** {@return those offered, the highest ranking first} */
    static List<VectorKernels> all() {
        final var bundle = FrameworkUtil.getBundle(OfferedKernels.class);
        if (bundle == null) {
            return List.of();
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
            final var context = bundle.getBundleContext();
            final var references = context.getServiceReferences(VectorKernels.class, null);
            return references.stream().sorted(ServiceReference::compareTo).map(context::getService).toList().reversed();
        } catch (BundleException | InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
