// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.nio.file.Path;
import java.util.List;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Store;

/**
 * How commands get at the store that {@code --store} names, with the password that {@code --password-file} or the environment variable
 * {@code KONTOR_PASSWORD} holds. An OSGi service.
 *
 * @since 0.1
 */
public interface StoreAccess {

    /** What a command wants of the store. */
    enum Purpose {
        /** To look; the store must be there. One that may not be written is read as it is. */
        READ,
        /** To look for damage; one that has lost changes, so that it opens for nothing else, is read as it is. */
        CHECK,
        /** To change; the store must be there. */
        WRITE,
        /** To change; an absent store is made. */
        CREATE
    }

    /** @return {@code --store} and {@code --password-file}, for a command's description */
    List<Option> options();

    /**
     * Opens the store that was named.
     *
     * @param invocation what was typed; its command declares {@link #options()}
     * @param purpose    what for
     * @return the open store; the caller closes it
     * @throws ProblemException where there is none, it is held by somebody else, or the password is missing or wrong
     */
    default Store open(final Invocation invocation, final Purpose purpose) {
        return open(invocation, invocation.path("store"), purpose);
    }

    /**
     * Opens another store than the one that {@code --store} names, with the same password.
     *
     * @param invocation what was typed
     * @param folder     the store's folder
     * @param purpose    what for
     * @return the open store; the caller closes it
     * @throws ProblemException where there is none, it is held by somebody else, or the password is missing or wrong
     */
    Store open(Invocation invocation, Path folder, Purpose purpose);
}
