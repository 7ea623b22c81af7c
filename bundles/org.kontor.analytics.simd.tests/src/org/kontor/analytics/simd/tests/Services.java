// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.tests;

import java.util.List;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.kernel.VectorKernels;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the running framework. */
final class Services {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(Services.class).getBundleContext();

    static {
        for (final var bundle : CONTEXT.getBundles()) {
            if (List.of("org.apache.felix.scr", "org.kontor.analytics.simd", "org.kontor.analytics.algorithms").contains(bundle.getSymbolicName())) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException broken) {
                    throw new IllegalStateException(bundle.getSymbolicName(), broken);
                }
            }
        }
    }

    private Services() {
    }

    static ServiceReference<VectorKernels> kernels() {
        return await(new ServiceTracker<>(CONTEXT, VectorKernels.class, null), "kernels");
    }

    static Algorithm algorithm(final String id) {
        try {
            return get(await(new ServiceTracker<>(CONTEXT, CONTEXT.createFilter("(" + Algorithm.ID + "=" + id + ")"), null), id));
        } catch (InvalidSyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static <T> T get(final ServiceReference<T> reference) {
        return CONTEXT.getService(reference);
    }

    private static <T> ServiceReference<T> await(final ServiceTracker<T, T> tracker, final String what) {
        tracker.open();
        try {
            if (tracker.waitForService(PATIENCE_MILLIS) == null) {
                throw new AssertionError("nobody offers " + what);
            }
            return tracker.getServiceReference();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
