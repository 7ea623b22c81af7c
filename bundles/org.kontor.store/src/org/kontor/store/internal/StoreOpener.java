// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Catalogue;
import org.kontor.model.Setting;
import org.kontor.store.Cause;
import org.kontor.store.Initializer;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.StoreInfo;
import org.kontor.store.Stores;
import org.kontor.store.Writer;
import org.kontor.store.database.Database;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.folder.BackupArchive;
import org.kontor.store.internal.folder.DataKey;
import org.kontor.store.internal.folder.FrontChannel;
import org.kontor.store.internal.folder.KeyEnvelope;
import org.kontor.store.internal.folder.StateFolder;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreLock;
import org.kontor.store.internal.folder.StoreOwner;
import org.kontor.store.internal.folder.StoreSettings;
import org.kontor.store.internal.records.RecordTables;
import org.kontor.store.internal.records.UuidBinding;
import org.kontor.store.internal.schema.Migrations;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Opens stores with the engines and initializers that are installed. */
@Component
public final class StoreOpener implements Stores {

    private static final String ENGINE_OF_NEW_STORES = "derby";

    private final List<Database> engines;
    private final List<Initializer> initializers;
    private final InstantSource clock = InstantSource.system();

    /** For the service registry and for tests that run without one. */
    @Activate
    public StoreOpener(@Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE) final List<Database> engines,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE) final List<Initializer> initializers) {
        this.engines = List.copyOf(engines);
        this.initializers = initializers.stream().sorted(Comparator.comparing(Initializer::id)).toList();
    }

    @Override
    public Store open(final Request request, final Progress progress) {
        progress.begin(Messages.text("progress.open"), 0);
        try {
            if (request.create() && !isStore(request.folder())) {
                return create(request, progress);
            }
            final var folder = StoreFolder.open(request.folder());
            return request.readOnly() ? read(folder, request) : write(folder, request, progress);
        } finally {
            request.password().ifPresent(password -> Arrays.fill(password, '\0'));
        }
    }

    private static boolean isStore(final Path folder) {
        try {
            StoreFolder.open(folder);
            return true;
        } catch (ProblemException none) {
            if (List.of("store.absent", "store.nowhere", "store.none", "store.unfinished").contains(none.problem().code())) {
                return false;
            }
            throw none;
        }
    }

    private Store create(final Request request, final Progress progress) {
        final var settings = new StoreSettings(UUID.randomUUID(), ENGINE_OF_NEW_STORES, request.password().isPresent(), program(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        final var folder = StoreFolder.create(request.folder(), settings);
        final var lock = StoreLock.acquire(folder, request.client());
        final var parts = new Parts(folder, Optional.of(lock));
        try {
            if (request.password().isPresent()) {
                final var made = KeyEnvelope.create(folder, request.password().get());
                parts.key = Optional.of(made.key());
                request.recoveryCode().accept(made.recoveryCode());
                Arrays.fill(made.recoveryCode(), '\0');
            }
            parts.database = Optional.of(engine(folder).open(folder.database(), options(DatabaseOptions.creating(), folder, parts.key)));
            final var store = assemble(parts, request, progress);
            folder.finish();
            return store;
        } finally {
            parts.closeUnlessUsed();
        }
    }

    private Store write(final StoreFolder folder, final Request request, final Progress progress) {
        final var parts = new Parts(folder, Optional.of(StoreLock.acquire(folder, request.client())));
        try {
            parts.key = unlock(folder, request.password());
            parts.database = Optional.of(engine(folder).open(folder.database(), options(DatabaseOptions.opening(), folder, parts.key)));
            return assemble(parts, request, progress);
        } finally {
            parts.closeUnlessUsed();
        }
    }

    /** Reads a copy: of the database where nobody holds it, of the newest backup where somebody does. */
    private Store read(final StoreFolder folder, final Request request) {
        final var parts = new Parts(folder, Optional.empty());
        try {
            parts.key = unlock(folder, request.password());
            final var holder = StoreOwner.of(folder);
            if (holder.isEmpty() || !folder.isWritable()) {
                try (var guard = StoreLock.guardCopy(folder, request.client())) {
                    parts.database = Optional.of(engine(folder).open(folder.database(), options(DatabaseOptions.reading(), folder, parts.key)));
                }
            } else {
                final var backup = folder.newestBackup().orElseThrow(() -> Messages.problem("store.held.nobackup", folder.path()).asException());
                final var copy = Files.createTempDirectory("kontor-read").resolve("store");
                BackupArchive.extract(backup, copy, parts.key, Progress.NONE);
                parts.temporary = Optional.of(copy.getParent());
                parts.database = Optional.of(engine(folder).open(StoreFolder.open(copy).database(), options(DatabaseOptions.reading(), folder, parts.key)));
            }
            return assemble(parts, request, Progress.NONE);
        } catch (IOException failed) {
            throw FileProblems.of(failed, folder.path()).asException(failed);
        } finally {
            parts.closeUnlessUsed();
        }
    }

    private Store assemble(final Parts parts, final Request request, final Progress progress) {
        final var database = parts.database.orElseThrow();
        final var folder = parts.folder;
        final var uuids = UuidBinding.of(database.dialect());
        final var log = new ChangeLog(uuids);
        final var ground = new FolderGround(folder, parts.lock, parts.key, request.client(), program());
        ground.stand();
        parts.ground = Optional.of(ground);
        migrate(database, ground, request, progress);
        final var info = new StoreInfo(folder.settings().id(), folder.path(), folder.settings().engine(), Migrations.CURRENT,
                folder.settings().encrypted(), request.readOnly(), Optional.empty(), request.userName());
        final var store = new OpenStore(ground, database, new RecordTables(Catalogue.standard(), uuids, database), log,
                PersistenceUnit.open(database.dataSource(), database.dialect()), clock, info, parts.temporary);
        parts.used = true;
        boolean ready = false;
        try {
            if (!request.readOnly()) {
                requireWhole(ground, store);
            }
            store.findUser();
            if (!request.readOnly()) {
                initialize(store);
            }
            ready = true;
            return store;
        } finally {
            if (!ready) {
                store.close();
            }
        }
    }

    /** Brings the schema up to date; a store that holds something is backed up first. */
    private void migrate(final OpenDatabase database, final FolderGround ground, final Request request, final Progress progress) {
        final var migrations = new Migrations(database.dialect());
        try (var connection = database.dataSource().getConnection()) {
            final int from = migrations.check(connection);
            if (from == Migrations.CURRENT) {
                return;
            }
            if (request.readOnly()) {
                throw Messages.problem("store.older", ground.folder().path(), from, Migrations.CURRENT).asException();
            }
            if (from > 0) {
                final var file = ground.folder().backups().resolve("schema-" + from + '-' + ground.folder().settings().id() + '-'
                        + Instant.now().getEpochSecond() + StoreFolder.BACKUP_ENDING);
                ground.backup(database, file, new ChangeLog.Head(0, ChangeLog.ORIGIN), "", progress);
            }
            migrations.migrate(connection, clock, progress);
        } catch (SQLException failed) {
            throw database.explain(failed).map(known -> known.asException(failed)).orElseGet(() -> SqlProblems.of(failed));
        }
    }

    private void initialize(final Store store) {
        for (final var initializer : initializers) {
            final var name = "initializer." + initializer.id();
            final int ran = store.read(session -> session.list(Query.of(Setting.class).where(Filter.equal("name", name)))).stream().findFirst()
                    .map(setting -> Integer.valueOf(setting.getValue())).orElse(0);
            if (ran < initializer.version()) {
                store.write(Intent.of(Cause.SETUP, Messages.text("initializer", initializer.id())), writer -> {
                    initializer.initialize(writer, ran);
                    remember(writer, name, initializer.version());
                });
            }
        }
    }

    private static void remember(final Writer writer, final String name, final int version) {
        final var known = writer.list(Query.of(Setting.class).where(Filter.equal("name", name)));
        if (known.isEmpty()) {
            final var setting = new Setting();
            setting.setId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
            setting.setName(name);
            setting.setValue(String.valueOf(version));
            writer.add(setting);
        } else {
            known.getFirst().setValue(String.valueOf(version));
        }
    }

    private Database engine(final StoreFolder folder) {
        final var kind = folder.settings().engine();
        return engines.stream().filter(engine -> engine.kind().equals(kind)).findFirst()
                .orElseThrow(() -> Messages.problem("store.engine", kind).asException());
    }

    private static DatabaseOptions options(final DatabaseOptions how, final StoreFolder folder, final Optional<DataKey> key) {
        final var logged = folder.isWritable() ? how.withLogs(folder.logs()) : how;
        return key.map(open -> logged.withKey(open.derive(DataKey.Use.DATABASE))).orElse(logged);
    }

    private static Optional<DataKey> unlock(final StoreFolder folder, final Optional<char[]> password) {
        if (!folder.settings().encrypted()) {
            return Optional.empty();
        }
        return Optional.of(KeyEnvelope.read(folder).unlockByEither(password.orElseThrow(() -> Messages.problem("store.password", folder.path()).asException())));
    }

    @Override
    public Optional<Boolean> isEncrypted(final Path folder) {
        return isStore(folder) ? Optional.of(StoreFolder.open(folder).settings().encrypted()) : Optional.empty();
    }

    @Override
    public void restore(final Path backup, final Path folder, final Progress progress) {
        final var manifest = BackupArchive.extract(backup, folder, Optional.empty(), progress);
        try {
            Files.createDirectories(StateFolder.ofUser());
            DurableFiles.write(restored(manifest.store()), manifest.created().toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw FileProblems.of(failed, StateFolder.ofUser()).asException(failed);
        }
    }

    /**
     * Says, in a folder of the user's, that a store was put back to an earlier state on purpose, so that its next opening takes the end of
     * its audit log for right.
     */
    private static Path restored(final UUID store) {
        return StateFolder.ofUser().resolve("restored-" + store);
    }

    private static void requireWhole(final FolderGround ground, final OpenStore store) {
        final var mark = restored(store.info().id());
        if (Files.exists(mark)) {
            ground.accept(store.head());
            try {
                Files.delete(mark);
            } catch (IOException stays) {
                throw FileProblems.of(stays, mark).asException(stays);
            }
        }
        ground.requireWhole(store.head());
    }

    @Override
    public void changePassword(final Path folder, final char[] password, final char[] newPassword) {
        final var store = StoreFolder.open(folder);
        if (!store.settings().encrypted()) {
            throw Messages.problem("store.plain", folder).asException();
        }
        final var envelope = KeyEnvelope.read(store);
        try (var key = envelope.unlockByEither(password)) {
            envelope.changePassword(key, newPassword);
        }
    }

    @Override
    public boolean bringToFront(final Path folder) {
        return StoreOwner.of(StoreFolder.open(folder)).filter(FrontChannel::bringToFront).isPresent();
    }

    private static String program() {
        final var bundle = FrameworkUtil.getBundle(StoreOpener.class);
        return bundle == null ? "0.1.0" : bundle.getVersion().toString();
    }

    /** What was opened so far, to be closed in the other order where the rest fails. */
    private static final class Parts {

        private final StoreFolder folder;
        private final Optional<StoreLock> lock;
        private Optional<DataKey> key = Optional.empty();
        private Optional<OpenDatabase> database = Optional.empty();
        private Optional<FolderGround> ground = Optional.empty();
        private Optional<Path> temporary = Optional.empty();
        private boolean used;

        Parts(final StoreFolder folder, final Optional<StoreLock> lock) {
            this.folder = folder;
            this.lock = lock;
        }

        void closeUnlessUsed() {
            if (used) {
                return;
            }
            database.ifPresent(OpenDatabase::close);
            if (ground.isPresent()) {
                ground.get().close();
            } else {
                lock.ifPresent(StoreLock::close);
                key.ifPresent(DataKey::close);
            }
            discard(temporary);
        }
    }

    static void discard(final Optional<Path> temporary) {
        if (temporary.isPresent()) {
            try {
                DurableFiles.deleteTree(temporary.get());
            } catch (IOException kept) {
                System.getLogger(StoreOpener.class.getName()).log(System.Logger.Level.WARNING, "a copy for reading stays at " + temporary.get(), kept);
            }
        }
    }
}
