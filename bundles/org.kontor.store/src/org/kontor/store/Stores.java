// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * Opens, makes and restores stores. An OSGi service.
 *
 * @since 0.1
 */
public interface Stores {

    /**
     * How to open a store.
     *
     * @param folder       the store's folder
     * @param create       whether to make one where the folder is absent or empty
     * @param readOnly     whether to refuse writes; a store that somebody else holds is then read from its newest backup
     * @param password     the password of an encrypted store; with {@code create}, a new store is encrypted; wiped by the call
     * @param recoveryCode receives the recovery code of a new encrypted store, which is kept nowhere; wiped after the call
     * @param userName     the login name for the audit log
     * @param client       the program and machine for the audit log
     * @since 0.1
     */
    record Request(Path folder, boolean create, boolean readOnly, Optional<char[]> password, Consumer<char[]> recoveryCode, String userName,
            String client) {

        /**
         * A request for somebody who does not make an encrypted store.
         *
         * @param folder   the store's folder
         * @param create   whether to make one where the folder is absent or empty
         * @param readOnly whether to refuse writes
         * @param password the password of an encrypted store
         * @param userName the login name for the audit log
         * @param client   the program and machine for the audit log
         */
        public Request(final Path folder, final boolean create, final boolean readOnly, final Optional<char[]> password, final String userName,
                final String client) {
            this(folder, create, readOnly, password, code -> { }, userName, client);
        }

        /**
         * The store of a person on this machine.
         *
         * @param folder the store's folder
         * @param create whether to make one where the folder is absent or empty
         * @return a request with the system's user name and no password
         */
        public static Request local(final Path folder, final boolean create) {
            return new Request(folder, create, false, Optional.empty(), System.getProperty("user.name", "?"), "Kontor");
        }

        /** Names no secret. */
        @Override
        public String toString() {
            return "Request[" + folder + ", create=" + create + ", readOnly=" + readOnly + ", user=" + userName + ']';
        }
    }

    /**
     * Opens a store, migrating it to the current schema where needed (after a backup into its own {@code backups} folder).
     *
     * @param request  how
     * @param progress reported to; a migration is not cancellable once it changes data
     * @return the open store; the caller closes it
     * @throws ProblemException where it is held by somebody else ({@code store.held}), absent, damaged, newer than this product, encrypted
     *                          with another password, or the folder cannot be used
     */
    Store open(Request request, Progress progress);

    /**
     * @param folder any folder
     * @return whether it holds a store, and whether that is encrypted; empty where it holds none
     */
    Optional<Boolean> isEncrypted(Path folder);

    /**
     * Makes a store from a backup file.
     *
     * @param backup   the file
     * @param folder   where; absent or empty
     * @param progress reported to and asked for cancellation
     * @throws ProblemException where the file is damaged or the folder holds something
     */
    void restore(Path backup, Path folder, Progress progress);

    /**
     * Makes a store's wrapped key open with another password; its data is not touched.
     *
     * @param folder      the store's folder
     * @param password    the password until now, or the recovery code where it is lost; wiped by the call
     * @param newPassword the password from now on; wiped by the call
     * @throws ProblemException where the store is not encrypted or the password is wrong
     */
    void changePassword(Path folder, char[] password, char[] newPassword);

    /**
     * Asks whoever holds a store to bring its window to the front.
     *
     * @param folder the store's folder
     * @return whether somebody answered
     */
    boolean bringToFront(Path folder);
}
