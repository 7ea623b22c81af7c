// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.store.FirstLook;
import org.kontor.store.Sample;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.query.Query;
import org.kontor.ui.work.MonitorProgress;
import org.kontor.ui.work.StartReport;

/**
 * Opens the store beside the workbench, so that the window need not wait for the database, and makes it the service that every part waits
 * for. Long steps (a new store, a migration, the demo company) show as a job.
 */
final class StoreStart {

    private static final System.Logger LOG = System.getLogger(StoreStart.class.getName());
    private static final long SECONDS_FOR_SERVICES = 30;

    private final BundleContext bundles;
    private final CompletableFuture<Store> opening = new CompletableFuture<>();
    private Optional<ServiceRegistration<Store>> registration = Optional.empty();
    private OptionalLong begun = OptionalLong.empty();
    private Optional<Job> running = Optional.empty();

    StoreStart(final BundleContext bundles) {
        this.bundles = bundles;
    }

    /**
     * Starts to open a store.
     *
     * @param request    how
     * @param withSample whether to fill it with the demo company where it holds no accounts
     */
    void open(final Stores.Request request, final boolean withSample) {
        begun = OptionalLong.of(System.nanoTime());
        final var job = Job.create(Messages.text("store.opening", request.folder().getFileName()), monitor -> {
            final var progress = new MonitorProgress(monitor);
            try {
                StartReport.reached("opening");
                final var store = service(Stores.class).open(request, progress);
                if (withSample && isEmpty(store)) {
                    fill(store, progress);
                }
                StartReport.reached("store");
                publish(store);
                opening.complete(store);
                lookFirst(store);
                if (withSample) {
                    goOn(store, progress);
                }
            } catch (RuntimeException failed) {
                LOG.log(Level.INFO, "opening " + request.folder(), failed);
                opening.completeExceptionally(failed);
            }
        });
        job.setUser(false);
        job.schedule();
        running = Optional.of(job);
    }

    /** While the window is still being made: the first views then find their statements known to the database. */
    private void lookFirst(final Store store) {
        final var looks = new ServiceTracker<FirstLook, FirstLook>(bundles, FirstLook.class, null);
        looks.open();
        try {
            for (final var look : looks.getServices(new FirstLook[0])) {
                look.at(store);
            }
        } catch (RuntimeException untold) {
            LOG.log(Level.DEBUG, "the view itself says what is wrong", untold);
        } finally {
            looks.close();
        }
    }

    private static boolean isEmpty(final Store store) {
        return !store.info().readOnly() && store.read(session -> session.count(Query.of(Account.class))) == 0;
    }

    /** A product without the demo company opens an empty store. */
    private void fill(final Store store, final Progress progress) {
        try {
            final var sample = bundles.getServiceReference(Sample.class);
            if (sample != null) {
                bundles.getService(sample).write(store, progress);
            }
        } catch (CancellationException cancelled) {
            LOG.log(Level.INFO, "the demo company is not complete, because loading it was cancelled");
        }
    }

    /** The demo company is completed beside the work, where the program was killed while it was loaded. */
    private void goOn(final Store store, final Progress progress) {
        final var sample = bundles.getServiceReference(Sample.class);
        if (sample != null && !store.info().readOnly() && bundles.getService(sample).isInterrupted(store)) {
            fill(store, progress);
        }
    }

    private void publish(final Store store) {
        synchronized (this) {
            registration = Optional.of(bundles.registerService(Store.class, store, null));
        }
    }

    /** {@return whether {@link #open} was called} */
    boolean isBegun() {
        return begun.isPresent();
    }

    /**
     * What went wrong while opening, if it went wrong soon.
     *
     * @param millis how long to wait, counted from when opening began
     * @return the failure; empty where the store is open or still being opened
     */
    Optional<RuntimeException> failureWithin(final long millis) {
        try {
            final long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun.orElseThrow());
            opening.get(Math.max(0, millis - spent), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException stillOpening) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(failed.getCause() instanceof final RuntimeException known ? known : new IllegalStateException(failed.getCause()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Tells what went wrong, whenever it does, on any thread. */
    void otherwise(final Consumer<RuntimeException> handler) {
        opening.whenComplete((store, failure) -> {
            if (failure instanceof final RuntimeException known) {
                handler.accept(known);
            }
        });
    }

    /** Gives the store once it is open, on any thread. */
    void then(final Consumer<Store> handler) {
        opening.thenAccept(handler);
    }

    /** Closes the store, waiting for what is being written; what is still being loaded is cancelled. */
    void close() {
        running.ifPresent(StoreStart::end);
        synchronized (this) {
            registration.ifPresent(ServiceRegistration::unregister);
            registration = Optional.empty();
        }
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            opening.join().close();
        }
    }

    private static void end(final Job job) {
        job.cancel();
        try {
            job.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks whoever holds a store to show its window. */
    boolean bringToFront(final Path folder) {
        return service(Stores.class).bringToFront(folder);
    }

    /** Whether a folder holds an encrypted store. */
    boolean needsPassword(final Path folder) {
        try {
            return service(Stores.class).isEncrypted(folder).orElse(false);
        } catch (ProblemException told) {
            LOG.log(Level.DEBUG, "opening it will say the same", told);
            return false;
        }
    }

    private <S> S service(final Class<S> type) {
        final var tracker = new ServiceTracker<S, S>(bundles, type, null);
        tracker.open();
        try {
            final var found = tracker.waitForService(TimeUnit.SECONDS.toMillis(SECONDS_FOR_SERVICES));
            if (found == null) {
                throw new IllegalStateException("no service " + type.getName());
            }
            return found;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } finally {
            tracker.close();
        }
    }
}
