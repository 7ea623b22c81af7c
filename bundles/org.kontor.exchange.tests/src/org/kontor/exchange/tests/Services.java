// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.exchange.Imports;

/** The services of the running framework. */
final class Services {

    private static final long PATIENCE_MILLIS = 30_000;

    private Services() {
    }

    static Imports imports() {
        try {
            FrameworkUtil.getBundle(Imports.class).start(Bundle.START_TRANSIENT);
        } catch (BundleException broken) {
            throw new AssertionError(broken);
        }
        final var tracker = new ServiceTracker<Imports, Imports>(FrameworkUtil.getBundle(Services.class).getBundleContext(), Imports.class,
                null);
        tracker.open();
        try {
            final var service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new AssertionError("no service " + Imports.class.getName());
            }
            return service;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
