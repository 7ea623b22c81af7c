// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.store.Cause;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.internal.StoreOpener;
import org.kontor.store.query.Query;

/**
 * What a process does until it is killed: imports in batches, loads, edits, takes back and does again, and says after each step which change set
 * was acknowledged.
 */
final class KillWorkload {

    /** How many change sets a load has. */
    static final int LOADED = 3;

    private static final int BATCH = 400;

    private KillWorkload() {
    }

    /** Arguments: the store's folder, a seed. */
    public static void main(final String[] arguments) {
        final var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        final var random = new SplittableRandom(Long.parseLong(arguments[1]));
        final var stores = new StoreOpener(List.of(new DerbyDatabase()), List.of());
        final var request = new Stores.Request(Path.of(arguments[0]), true, false, Optional.empty(), "li", "kill");
        try (Store store = stores.open(request, Progress.NONE)) {
            store.subscribe(commit -> out.println("ack " + commit.changeSet().sequence() + ' ' + commit.changeSet().hash()));
            out.println("open");
            while (true) {
                step(store, random);
            }
        }
    }

    private static void step(final Store store, final SplittableRandom random) {
        switch (random.nextInt(5)) {
            case 4 -> load(store, random);
            case 0 -> importBatches(store, 1 + random.nextInt(4));
            case 1 -> edit(store, random);
            case 2 -> store.history().undoable().map(History.Operation::id).ifPresent(operation -> takeBack(store, operation));
            default -> store.history().redoable().map(History.Operation::id).ifPresent(operation -> takeBack(store, operation));
        }
    }

    private static void takeBack(final Store store, final UUID operation) {
        store.history().undo(operation, History.Mode.SAFE_PART, Progress.NONE);
    }

    private static void importBatches(final Store store, final int batches) {
        final var operation = Ids.next();
        for (int batch = 0; batch < batches; batch++) {
            store.write(new Intent(Cause.IMPORT, "Import", operation), writer -> {
                for (int i = 0; i < BATCH; i++) {
                    final var account = new Account();
                    account.setName("Account " + i);
                    writer.add(account);
                }
            });
        }
    }

    /** All of its change sets or none. */
    private static void load(final Store store, final SplittableRandom random) {
        final var left = new AtomicInteger(LOADED);
        store.load(new Intent(Cause.IMPORT, "Load", Ids.next()), Contact.class, Long.MAX_VALUE, writer -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            final var account = new Account();
            account.setName("Loaded " + random.nextInt());
            writer.add(account);
            for (int i = 0; i < BATCH; i++) {
                final var contact = new Contact();
                contact.setLastName("Contact " + i);
                contact.setAccount(account);
                writer.add(contact);
            }
            return true;
        }, Progress.NONE);
    }

    private static void edit(final Store store, final SplittableRandom random) {
        final var some = store.read(session -> session.rows(Query.of(Account.class).page(random.nextInt(50), 3), List.of("id")));
        store.write(Intent.of(Cause.EDIT, "Edit"), writer -> {
            for (final var row : some) {
                writer.find(Account.class, (UUID) row[0]).ifPresent(account -> account.setEmployees(random.nextInt(1_000_000)));
            }
        });
    }
}
