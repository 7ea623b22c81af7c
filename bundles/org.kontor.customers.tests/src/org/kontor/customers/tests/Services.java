// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.tests;

import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the running framework. */
final class Services {

    private static final long PATIENCE_MILLIS = 30_000;

    private Services() {
    }

    static <T> T get(final Class<T> type) {
        final var context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        final var tracker = new ServiceTracker<T, T>(context, type, null);
        tracker.open();
        try {
            final T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new AssertionError("no service " + type.getName());
            }
            return service;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
