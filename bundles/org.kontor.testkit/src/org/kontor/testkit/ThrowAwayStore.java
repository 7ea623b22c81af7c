// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.core.progress.Progress;
import org.kontor.model.Catalogue;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.FieldChange;
import org.kontor.store.Intent;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.Writer;

/**
 * A real store on Derby in a fresh folder that is deleted in the end; for tests that run in OSGi. It can stand in the service registry, as
 * the product's own store does, so that views and editors find it.
 *
 * @since 0.1
 */
public final class ThrowAwayStore implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private static Path empty;

    private final Path folder;
    private final BundleContext bundles;
    private final WatchedStore.Calls calls = new WatchedStore.Calls();
    private Store store;
    private boolean shut;
    private ServiceRegistration<Store> registration;
    private Optional<LoggedErrors> errors = Optional.empty();

    private ThrowAwayStore(final BundleContext bundles, final Path folder, final Optional<String> password) {
        this.bundles = bundles;
        this.folder = folder;
        if (password.isEmpty()) {
            Folders.copy(empty(bundles), folder.resolve("store"));
        }
        store = opener(bundles).open(request(folder.resolve("store"), true, password), Progress.NONE);
    }

    /** A new store that nobody wrote to: making one takes longer than most tests do with it. */
    private static synchronized Path empty(final BundleContext bundles) {
        if (empty == null) {
            final var folder = temporary();
            final var made = folder.resolve("store");
            opener(bundles).open(request(made, true, Optional.empty()), Progress.NONE).close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            empty = made;
        }
        return empty;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("kontor-test");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Stores.Request request(final Path folder, final boolean create, final Optional<String> password) {
        return new Stores.Request(folder, create, false, password.map(String::toCharArray), System.getProperty("user.name", "?"), "Kontor");
    }

    /** @return an empty store that no view knows of */
    public static ThrowAwayStore open() {
        return open(Optional.empty());
    }

    private static ThrowAwayStore open(final Optional<String> password) {
        return new ThrowAwayStore(FrameworkUtil.getBundle(ThrowAwayStore.class).getBundleContext(), temporary(), password);
    }

    /** @return an empty store that the workbench works on until it is closed; closing it fails where an exception ended in the log
     *         meanwhile, or the user interface waited for the database */
    public static ThrowAwayStore inWorkbench() {
        return inWorkbench(open());
    }

    /**
     * @param password what opens it
     * @return an empty encrypted store that the workbench works on until it is closed
     */
    public static ThrowAwayStore encryptedInWorkbench(final String password) {
        return inWorkbench(open(Optional.of(password)));
    }

    private static ThrowAwayStore inWorkbench(final ThrowAwayStore opened) {
        opened.errors = Optional.of(new LoggedErrors(opened.bundles));
        opened.register();
        return opened;
    }

    /**
     * Which work of the database the workbench did on the user-interface thread, where it lets the person wait; {@link #close()} fails where
     * there was any.
     *
     * @return one line for each call; live
     */
    public List<String> onUserInterfaceThread() {
        return calls.onUserInterfaceThread();
    }

    /** @return how often the workbench worked with the database on other threads */
    public int elsewhere() {
        return calls.elsewhere().get();
    }

    /** The test itself makes something fail that ends in the log. */
    public void expectLoggedErrors() {
        errors.ifPresent(LoggedErrors::forget);
        errors = Optional.empty();
    }

    private void register() {
        registration = bundles.registerService(Store.class, WatchedStore.of(store, calls), null);
    }

    private static Stores opener(final BundleContext context) {
        // a bundle's components come with the bundle, and nothing else starts these in a test
        for (final var name : List.of("org.apache.felix.scr", "org.kontor.store.derby", "org.kontor.store", "org.kontor.customers",
                "org.kontor.sales")) {
            for (final var bundle : context.getBundles()) {
                if (bundle.getSymbolicName().equals(name)) {
                    start(bundle);
                }
            }
        }
        final var tracker = new ServiceTracker<Stores, Stores>(context, Stores.class, null);
        tracker.open();
        try {
            return Objects.requireNonNull(tracker.waitForService(PATIENCE_MILLIS), "no Stores service: is org.kontor.store.derby there?");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            tracker.close();
        }
    }

    private static void start(final Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException broken) {
            throw new IllegalStateException(bundle.getSymbolicName(), broken);
        }
    }

    /** @return the open store */
    public Store store() {
        return store;
    }

    /** @return the folder of the store, which is gone after {@link #close()} */
    public Path folder() {
        return folder.resolve("store");
    }

    /** Closes the store and opens it again, as a restart of the product does. */
    public void reopen() {
        reopen(Optional.empty());
    }

    /**
     * Closes the store and opens it again.
     *
     * @param password what opens it; where it does not, that is thrown and the store stays closed
     */
    public void reopen(final Optional<String> password) {
        final boolean registered = registration != null;
        unregister();
        shut();
        store = opener(bundles).open(request(folder(), false, password), Progress.NONE);
        shut = false;
        if (registered) {
            register();
        }
    }

    /**
     * Adds records in one change set.
     *
     * @param records new records; those that others refer to come first
     * @return the change set
     */
    public Commit add(final StoredRecord... records) {
        return write("Test data", writer -> List.of(records).forEach(writer::add));
    }

    /**
     * @param description what is done
     * @param work        does it
     * @return the change set
     */
    public Commit write(final String description, final Consumer<Writer> work) {
        return store.write(Intent.of(Cause.EDIT, description), work);
    }

    /**
     * Changes one field as somebody else would.
     *
     * @param record a stored record
     * @param field  a field's name
     * @param before its plain value now
     * @param after  the plain value wanted
     * @return the change set
     */
    public Commit change(final StoredRecord record, final String field, final Object before, final Object after) {
        final var type = Catalogue.standard().type(record.getClass());
        return write("Change " + field,
                writer -> writer.apply(new RecordPatch(type.name(), record.getId(), Map.of(field, new FieldChange(before, after)))));
    }

    /**
     * @param type  the record's type
     * @param id    the record
     * @param field a field's name
     * @return its value in the store: for a reference the identifier of the record that it names
     */
    public Object value(final Class<? extends StoredRecord> type, final UUID id, final String field) {
        return store.read(session -> {
            final var value = Catalogue.standard().type(type).field(field).get(session.find(type, id).orElseThrow());
            return value instanceof final StoredRecord reference ? reference.getId() : value;
        });
    }

    /** A store that could not be opened again is closed already. */
    private void shut() {
        if (!shut) {
            shut = true;
            store.close();
        }
    }

    private void unregister() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    @Override
    public void close() {
        unregister();
        shut();
        Folders.delete(folder);
        errors.ifPresent(LoggedErrors::close);
        if (!onUserInterfaceThread().isEmpty()) {
            throw new AssertionError("The user interface waited for the database: " + String.join("; ", onUserInterfaceThread()));
        }
    }
}
