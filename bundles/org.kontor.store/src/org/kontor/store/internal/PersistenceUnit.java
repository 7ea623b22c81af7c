// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.kontor.core.problem.Problem;
import org.kontor.model.StoredRecord;
import org.kontor.store.database.Dialect;

/**
 * The model on a database. Nothing is cached between sessions: whoever reads sees what is stored. Weaving happened when the model was
 * built, so no agent and no hook is needed.
 */
final class PersistenceUnit {

    private static final Map<String, Class<?>> PLATFORMS = Map.of("derby", BinaryUuidDerbyPlatform.class);

    private PersistenceUnit() {
    }

    static EntityManagerFactory open(final DataSource source, final Dialect dialect) {
        final var properties = new HashMap<String, Object>();
        properties.put(PersistenceUnitProperties.CLASSLOADER, new ModelThenStore());
        properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, source);
        properties.put(PersistenceUnitProperties.TARGET_DATABASE, PLATFORMS.get(dialect.engine()).getName());
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.put(PersistenceUnitProperties.WEAVING, "static");
        properties.put(PersistenceUnitProperties.LOGGING_LOGGER, SystemSessionLog.class.getName());
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
        properties.put(PersistenceUnitProperties.CACHE_STATEMENTS, "true");
        final var factory = new PersistenceProvider().createEntityManagerFactory("kontor", properties);
        if (factory == null) {
            throw new IllegalStateException("no persistence unit in the model");
        }
        return factory;
    }

    /** Whether the model's classes were woven when it was built. */
    static boolean woven(final Class<? extends StoredRecord> type) {
        for (final var implemented : type.getInterfaces()) {
            if (implemented.getName().equals("org.eclipse.persistence.internal.weaving.PersistenceWeaved")) {
                return true;
            }
        }
        return false;
    }

    /** Entities and persistence.xml come from the model's bundle, the engine's platform from this one. */
    private static final class ModelThenStore extends ClassLoader {

        private final ClassLoader store = PersistenceUnit.class.getClassLoader();

        ModelThenStore() {
            super(StoredRecord.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(final String name) throws ClassNotFoundException {
            return store.loadClass(name);
        }
    }

    static Problem unreadable(final Throwable cause) {
        return Messages.problem("store.failed", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().lines().findFirst().orElse(""));
    }
}
