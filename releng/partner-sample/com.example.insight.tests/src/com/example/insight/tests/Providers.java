// SPDX-License-Identifier: EPL-2.0

package com.example.insight.tests;

import org.kontor.analytics.Algorithm;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The providers that this bundle brings, as the running framework knows them. */
final class Providers {

    private static final long PATIENCE_MILLIS = 30_000;

    private Providers() {
    }

    static ServiceReference<Algorithm> reference(final String method) {
        final var context = FrameworkUtil.getBundle(Providers.class).getBundleContext();
        try {
            final var tracker = new ServiceTracker<Algorithm, Algorithm>(context, context.createFilter("(" + Algorithm.ID + "=" + method + ")"), null);
            tracker.open();
            if (tracker.waitForService(PATIENCE_MILLIS) == null) {
                throw new AssertionError("nobody provides " + method);
            }
            return tracker.getServiceReference();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (InvalidSyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Algorithm provider(final String method) {
        return FrameworkUtil.getBundle(Providers.class).getBundleContext().getService(reference(method));
    }
}
