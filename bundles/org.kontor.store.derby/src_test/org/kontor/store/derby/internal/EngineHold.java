// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import org.kontor.core.problem.ProblemException;

/** Lets tests in other packages run the engine with the product's settings. */
public final class EngineHold implements AutoCloseable {

    private final DerbyEngine engine;

    private EngineHold(final DerbyEngine engine) {
        this.engine = engine;
    }

    /**
     * @return a hold on the engine
     */
    public static EngineHold take() {
        return new EngineHold(DerbyEngine.acquire(Path.of("test"), Optional.empty()));
    }

    /**
     * Does what the product does before and after a start, around one that is played elsewhere.
     *
     * @param database the folder of a database
     * @param start    what starts it
     */
    public static void around(final Path database, final Runnable start) {
        new RecoveryStart(database).run(start);
    }

    /**
     * @param database the folder of a database
     * @param failure  what Derby threw instead of starting it
     * @return what the product throws then
     */
    public static ProblemException refusal(final Path database, final SQLException failure) {
        return Diagnosis.at(database).ofStart(failure).asException(failure);
    }

    @Override
    public void close() {
        engine.release();
    }
}
