// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** Collects exceptions that end in the log, where no test would see them: in event handlers, listeners and the event loop. */
final class LoggedErrors implements LogListener, AutoCloseable {

    private final BundleContext bundles;
    private final ServiceReference<LogReaderService> service;
    private final LogReaderService reader;
    private final List<LogEntry> seen = new CopyOnWriteArrayList<>();

    LoggedErrors(final BundleContext bundles) {
        this.bundles = bundles;
        service = bundles.getServiceReference(LogReaderService.class);
        reader = bundles.getService(service);
        reader.addLogListener(this);
    }

    @Override
    public void logged(final LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR && entry.getException() != null) {
            seen.add(entry);
        }
    }

    /** Listens no longer. */
    void forget() {
        reader.removeLogListener(this);
        bundles.ungetService(service);
    }

    /** @throws AssertionError with the exceptions that were logged, where there were any */
    @Override
    public void close() {
        forget();
        if (!seen.isEmpty()) {
            final var first = seen.get(0);
            throw new AssertionError("%d exceptions ended in the log, the first from %s: %s".formatted(seen.size(), first.getLoggerName(), first.getMessage()),
                    first.getException());
        }
    }
}
