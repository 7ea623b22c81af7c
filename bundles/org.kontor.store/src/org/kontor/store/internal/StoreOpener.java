// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.kontor.core.id.Ids;
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
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.records.RecordTables;
import org.kontor.store.internal.records.UuidBinding;
import org.kontor.store.internal.schema.Migrations;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Opens stores with the engines and initializers that are installed. */
@Component
public final class StoreOpener implements Stores {

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
        final var folder = request.folder().toAbsolutePath().normalize();
        final var databaseFolder = folder.resolve("db");
        final boolean fresh = !Files.exists(databaseFolder);
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        final var engine = engines.getFirst();
        final var database = engine.open(databaseFolder, new DatabaseOptions(fresh && request.create(), request.readOnly(), Optional.empty()));
        boolean opened = false;
        try {
            try (var connection = database.dataSource().getConnection()) {
                new Migrations(database.dialect()).migrate(connection, clock, progress);
            }
            final var uuids = UuidBinding.of(database.dialect());
            final var tables = new RecordTables(Catalogue.standard(), uuids);
            final var info = new StoreInfo(new UUID(0, 0), folder, engine.kind(), Migrations.CURRENT, false, request.readOnly(), Optional.empty(),
                    request.userName());
            final var store = new OpenStore(new FolderGround(request.client()), database, tables, new ChangeLog(uuids),
                    PersistenceUnit.open(database.dataSource(), database.dialect()), clock, info);
            opened = true;
            store.findUser();
            if (!request.readOnly()) {
                initialize(store);
            }
            return store;
        } catch (SQLException failed) {
            throw SqlProblems.of(failed);
        } finally {
            if (!opened) {
                database.close();
            }
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
            setting.setId(Ids.next());
            setting.setName(name);
            setting.setValue(String.valueOf(version));
            writer.add(setting);
        } else {
            known.getFirst().setValue(String.valueOf(version));
        }
    }

    @Override
    public Optional<Boolean> isEncrypted(final Path folder) {
        return Files.exists(folder.resolve("db")) ? Optional.of(false) : Optional.empty();
    }

    @Override
    public void restore(final Path backup, final Path folder, final Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean bringToFront(final Path folder) {
        return false;
    }
}
