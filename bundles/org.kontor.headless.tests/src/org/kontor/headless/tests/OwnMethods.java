// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Starts the bundle with our own methods, which nothing but the product does. */
final class OwnMethods {

    private OwnMethods() {
    }

    static void start() {
        for (final var bundle : FrameworkUtil.getBundle(OwnMethods.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.kontor.analytics.algorithms")) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        }
    }
}
