// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Sources;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The engine of the running framework, and providers that come and go with a test. */
final class Engine implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private final BundleContext context = FrameworkUtil.getBundle(Engine.class).getBundleContext();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    Engine() {
        for (final var name : List.of("org.apache.felix.scr", "org.kontor.store.derby", "org.kontor.store", "org.kontor.analytics.engine")) {
            for (final var bundle : context.getBundles()) {
                if (bundle.getSymbolicName().equals(name)) {
                    start(bundle);
                }
            }
        }
    }

    /** Starts our own methods as well, where a test is about what a real one says. */
    Engine withOwnMethods() {
        for (final var bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("org.kontor.analytics.algorithms")) {
                start(bundle);
            }
        }
        return this;
    }

    private static void start(final Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException broken) {
            throw new IllegalStateException(bundle.getSymbolicName(), broken);
        }
    }

    <T> T service(final Class<T> type) {
        final var tracker = new ServiceTracker<T, T>(context, type, null);
        tracker.open();
        try {
            return Objects.requireNonNull(tracker.waitForService(PATIENCE_MILLIS), type::getName);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Algorithms algorithms() {
        return service(Algorithms.class);
    }

    Analyses analyses() {
        return service(Analyses.class);
    }

    AnalysisRuns runs() {
        return service(AnalysisRuns.class);
    }

    Sources sources() {
        return service(Sources.class);
    }

    ServiceRegistration<Algorithm> provide(final Algorithm algorithm, final String id, final String version, final int ranking) {
        return provide(context, algorithm, id, version, ranking);
    }

    /** Publishes in the name of another bundle, as a partner's would. */
    ServiceRegistration<Algorithm> provideAs(final String bundle, final Algorithm algorithm, final String id, final String version, final int ranking) {
        for (final var each : context.getBundles()) {
            if (each.getSymbolicName().equals(bundle)) {
                start(each);
                return provide(each.getBundleContext(), algorithm, id, version, ranking);
            }
        }
        throw new IllegalStateException(bundle);
    }

    private ServiceRegistration<Algorithm> provide(final BundleContext in, final Algorithm algorithm, final String id, final String version,
            final int ranking) {
        final Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Algorithm.ID, id);
        properties.put(Algorithm.VERSION, version);
        properties.put("service.ranking", ranking);
        final var registration = in.registerService(Algorithm.class, algorithm, properties);
        registrations.add(registration);
        return registration;
    }

    void withdraw(final ServiceRegistration<?> registration) {
        registrations.remove(registration);
        registration.unregister();
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
