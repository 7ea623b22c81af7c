// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.SQLTransactionRollbackException;
import java.util.function.BooleanSupplier;

/**
 * What to do where transactions wait for each other: the engine ends one of them so that the others go on, and the one that was ended is run again. A
 * reader holds a record while it looks for another one, and a writer has them in the opposite order; either of them may be ended.
 */
final class Deadlock {

    /** So often work is run that is in the way of others. */
    private static final int ATTEMPTS = 10;
    /** The state of SQL's standard for a transaction that was ended because others waited for it. */
    private static final String STATE = "40001";

    private Deadlock() {
    }

    /**
     * Reads or writes something, all or nothing.
     *
     * @param <R> what it returns
     * @param <E> what it throws
     */
    @FunctionalInterface
    interface Work<R, E extends Exception> {
        R run() throws E;
    }

    /** As {@link #outlive(Work, BooleanSupplier)}, for work that can always be run again. */
    static <R, E extends Exception> R outlive(final Work<R, E> work) throws E {
        return outlive(work, () -> true);
    }

    /**
     * Runs something until it is not in the way of others.
     *
     * @param work  what to run; it left nothing behind where it was ended
     * @param again whether it may be run again, asked each time
     * @return what the work returned
     */
    static <R, E extends Exception> R outlive(final Work<R, E> work, final BooleanSupplier again) throws E {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.run();
            } catch (Exception failed) { // rethrown as what it is
                if (!isVictim(failed) || !again.getAsBoolean()) {
                    throw failed;
                }
            }
        }
        return work.run();
    }

    /** {@return whether the engine ended a statement because it and others waited for each other} */
    static boolean isVictim(final Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof final SQLTransactionRollbackException rolledBack) {
                return STATE.equals(rolledBack.getSQLState());
            }
        }
        return false;
    }
}
