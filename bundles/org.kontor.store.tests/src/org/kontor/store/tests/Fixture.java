// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.History;
import org.kontor.store.Initializer;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.internal.StoreOpener;

/** A folder of its own with stores on a real Derby in it. */
final class Fixture implements AutoCloseable {

    private final Path folder;
    private final String homeBefore = System.getProperty("user.home");
    private final Stores stores;

    Fixture(final Initializer... initializers) {
        try {
            folder = Files.createTempDirectory("kontor-store");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        System.setProperty("user.home", folder.resolve("home").toString());
        stores = new StoreOpener(List.of(new DerbyDatabase()), List.of(initializers));
    }

    Path path(final String name) {
        return folder.resolve(name);
    }

    Stores stores() {
        return stores;
    }

    Store open() {
        return open("store");
    }

    Store open(final String name) {
        return stores.open(new Stores.Request(path(name), true, false, Optional.empty(), "li", "tests"), Progress.NONE);
    }

    Store openEncrypted(final String name, final String password) {
        return stores.open(new Stores.Request(path(name), true, false, Optional.of(password.toCharArray()), "li", "tests"), Progress.NONE);
    }

    /** The database under a store that is closed, to do what nobody should. */
    OpenDatabase database() {
        return new DerbyDatabase().open(path("store").resolve("db"), DatabaseOptions.opening());
    }

    static UUID account(final Store store, final String name) {
        final var account = new Account();
        account.setName(name);
        edit(store, "New " + name, writer -> writer.add(account));
        return account.getId();
    }

    static Commit edit(final Store store, final String what, final java.util.function.Consumer<org.kontor.store.Writer> work) {
        return store.write(Intent.of(Cause.EDIT, what), work);
    }

    static UUID stage(final Store store) {
        final var pipeline = new Pipeline();
        pipeline.setName("Sales");
        pipeline.setPosition(1);
        final var stage = new Stage();
        stage.setPipeline(pipeline);
        stage.setName("Prospecting");
        stage.setPosition(1);
        stage.setProbability(BigDecimal.TEN);
        stage.setForecastCategory(ForecastCategory.PIPELINE);
        edit(store, "Pipeline", writer -> {
            writer.add(stage);
            writer.add(pipeline);
        });
        return stage.getId();
    }

    static Opportunity opportunity(final String name, final UUID account, final UUID stage) {
        final var deal = new Opportunity();
        deal.setName(name);
        deal.setAccount(org.kontor.model.Catalogue.standard().type(Account.class).reference(account));
        deal.setStage(org.kontor.model.Catalogue.standard().type(Stage.class).reference(stage));
        deal.setAmount(new BigDecimal("1234.50"));
        deal.setCurrency("EUR");
        deal.setCloseDate(LocalDate.of(2026, 3, 29));
        return deal;
    }

    static History.Outcome undo(final Store store) {
        return store.history().undo(store.history().undoable().orElseThrow().id(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
    }

    static History.Outcome redo(final Store store) {
        return store.history().undo(store.history().redoable().orElseThrow().id(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
    }

    static String hash(final Store store) {
        return store.contentHash(Progress.NONE);
    }

    static String codeOf(final Runnable work) {
        try {
            work.run();
            return "";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    @Override
    public void close() throws IOException {
        System.setProperty("user.home", homeBefore);
        DurableFiles.deleteTree(folder);
    }
}
