// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import org.kontor.analytics.Algorithm;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The providers of the running framework, for tests of bundles that bring some.
 *
 * @since 0.1
 */
public final class Providers {

    private static final long PATIENCE_MILLIS = 30_000;

    private Providers() {
    }

    /**
     * The provider that works, as it says of itself before it is made; waits for it for half a minute.
     *
     * @param test   a class of the test's bundle, which has been started
     * @param method the identifier of the method
     * @return the service
     * @throws AssertionError where nobody provides the method
     */
    public static ServiceReference<Algorithm> reference(final Class<?> test, final String method) {
        final var context = context(test);
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

    /**
     * The provider that works.
     *
     * @param test   a class of the test's bundle, which has been started
     * @param method the identifier of the method
     * @return the provider
     * @throws AssertionError where nobody provides the method
     */
    public static Algorithm provider(final Class<?> test, final String method) {
        return context(test).getService(reference(test, method));
    }

    private static BundleContext context(final Class<?> test) {
        return FrameworkUtil.getBundle(test).getBundleContext();
    }
}
