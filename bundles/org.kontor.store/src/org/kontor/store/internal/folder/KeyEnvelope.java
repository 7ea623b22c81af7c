// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.FileProblems;

/**
 * The file {@code key.properties}: the random data key of a store, wrapped once for the password and once for the recovery code. Changing
 * the password wraps the same key anew; the database is not touched. Every method fills the passwords and codes that it is given with
 * zeros before it returns. Unwrapping takes a quarter of a second or more, on purpose. Safe for several threads.
 *
 * @since 0.1
 */
public final class KeyEnvelope {

    private static final int FORMAT = 1;
    private static final String PASSWORD = "password";
    private static final String RECOVERY = "recovery";
    private static final int PATIENCE = 3;

    private final StoreFolder folder;
    private final KeyWrap.Cost cost;
    private KeyWrap forPassword;
    private KeyWrap forRecovery;
    private int failures;

    private KeyEnvelope(final StoreFolder folder, final KeyWrap.Cost cost, final KeyWrap forPassword, final KeyWrap forRecovery) {
        this.folder = folder;
        this.cost = cost;
        this.forPassword = forPassword;
        this.forRecovery = forRecovery;
    }

    /**
     * A new key.
     *
     * @param key          the key, open
     * @param recoveryCode the code that opens the store without the password; to be shown or printed now, since it is kept nowhere; the
     *                     caller wipes it
     * @since 0.1
     */
    public record NewKey(DataKey key, char[] recoveryCode) {

        /** Names neither. */
        @Override
        public String toString() {
            return "NewKey";
        }
    }

    /**
     * Makes a random key for a new store and writes its envelope.
     *
     * @param folder   the store
     * @param password at least one character; how good it must be is not decided here
     * @return the key and the recovery code
     * @throws ProblemException where the file cannot be written
     */
    public static NewKey create(final StoreFolder folder, final char[] password) {
        return create(folder, password, KeyWrap.Cost.RECOMMENDED);
    }

    static NewKey create(final StoreFolder folder, final char[] password, final KeyWrap.Cost cost) {
        final DataKey key = new DataKey(KeyWrap.random(DataKey.LENGTH));
        final char[] code = RecoveryCode.random();
        boolean created = false;
        try {
            final var forPassword = wrap(folder, key, required(password), PASSWORD, cost);
            final var forRecovery = wrapCode(folder, key, code, cost);
            new KeyEnvelope(folder, cost, forPassword, forRecovery).write();
            created = true;
            return new NewKey(key, code);
        } finally {
            Arrays.fill(password, '\0');
            if (!created) {
                key.close();
                Arrays.fill(code, '\0');
            }
        }
    }

    /**
     * Reads the envelope of a store.
     *
     * @param folder the store
     * @return the envelope, locked
     * @throws ProblemException {@code store.key-file-absent}, {@code store.key-file-damaged}, or where it cannot be read
     */
    public static KeyEnvelope read(final StoreFolder folder) {
        return read(folder, KeyWrap.Cost.RECOMMENDED);
    }

    static KeyEnvelope read(final StoreFolder folder, final KeyWrap.Cost cost) {
        if (Files.notExists(folder.keys())) {
            throw Messages.problem("store.key-file-absent", folder.keys()).asException();
        }
        try {
            final Map<String, String> values = SealedText.read(folder.keys()).orElseThrow(() -> damaged(folder));
            final KeyWrap forPassword = KeyWrap.ofValues(values, PASSWORD).orElseThrow(() -> damaged(folder));
            final KeyWrap forRecovery = KeyWrap.ofValues(values, RECOVERY).orElseThrow(() -> damaged(folder));
            if (!Integer.toString(FORMAT).equals(values.get("format")) || !folder.settings().id().toString().equals(values.get("store"))) {
                throw damaged(folder);
            }
            return new KeyEnvelope(folder, cost, forPassword, forRecovery);
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.keys()).asException(failure);
        }
    }

    /**
     * Opens the envelope with the password. A wrong one changes nothing, however often it is tried.
     *
     * @param password the password; filled with zeros
     * @return the key; the caller closes it
     * @throws ProblemException {@code store.password-wrong}; from the third time on {@code store.password-wrong-again}, which points to
     *                          the recovery code
     */
    public synchronized DataKey unlock(final char[] password) {
        try {
            final Optional<DataKey> key = forPassword.unwrap(password, folder.settings().id(), PASSWORD);
            if (key.isEmpty()) {
                failures++;
                throw Messages.problem(failures < PATIENCE ? "store.password-wrong" : "store.password-wrong-again", failures).asException();
            }
            failures = 0;
            return key.get();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * Opens the envelope with whatever a person typed who was asked for the password: that, or the recovery code in its place.
     *
     * @param typed the password or the recovery code; filled with zeros
     * @return the key; the caller closes it
     * @throws ProblemException as {@link #unlock} does
     */
    public synchronized DataKey unlockByEither(final char[] typed) {
        final char[] kept = typed.clone();
        final char[] code = RecoveryCode.parse(typed);
        try {
            return unlock(typed);
        } catch (ProblemException wrong) {
            if (code.length == 0) {
                throw wrong;
            }
            return unlockByCode(kept);
        } finally {
            Arrays.fill(kept, '\0');
            Arrays.fill(code, '\0');
        }
    }

    /**
     * Opens the envelope with the recovery code.
     *
     * @param typed the code as typed, in any grouping and case; filled with zeros
     * @return the key; the caller closes it and should have a new password set
     * @throws ProblemException {@code store.code-mistyped} where it cannot be a code, {@code store.code-wrong} where it is not this store's
     */
    public synchronized DataKey unlockByCode(final char[] typed) {
        final char[] code = RecoveryCode.parse(typed);
        try {
            if (code.length == 0) {
                throw Messages.problem("store.code-mistyped").asException();
            }
            return forRecovery.unwrap(code, folder.settings().id(), RECOVERY)
                    .orElseThrow(() -> Messages.problem("store.code-wrong").asException());
        } finally {
            Arrays.fill(typed, '\0');
            Arrays.fill(code, '\0');
        }
    }

    /**
     * Sets another password. The file is exchanged as a whole: after a power cut either the old or the new one opens the store.
     *
     * @param key      the opened key
     * @param password the new password; filled with zeros
     * @throws ProblemException where the file cannot be written; the old password then still holds
     */
    public synchronized void changePassword(final DataKey key, final char[] password) {
        final KeyWrap old = forPassword;
        boolean changed = false;
        try {
            forPassword = wrap(folder, key, required(password), PASSWORD, cost);
            write();
            changed = true;
        } finally {
            Arrays.fill(password, '\0');
            if (!changed) {
                forPassword = old;
            }
        }
    }

    /**
     * Makes another recovery code; the old one no longer opens the store.
     *
     * @param key the opened key
     * @return the new code, to be shown or printed now; the caller wipes it
     * @throws ProblemException where the file cannot be written; the old code then still holds
     */
    public synchronized char[] renewCode(final DataKey key) {
        final KeyWrap old = forRecovery;
        final char[] code = RecoveryCode.random();
        boolean changed = false;
        try {
            forRecovery = wrapCode(folder, key, code, cost);
            write();
            changed = true;
            return code;
        } finally {
            if (!changed) {
                forRecovery = old;
                Arrays.fill(code, '\0');
            }
        }
    }

    private static KeyWrap wrapCode(final StoreFolder folder, final DataKey key, final char[] shown, final KeyWrap.Cost cost) {
        final char[] code = RecoveryCode.parse(shown);
        try {
            return wrap(folder, key, code, RECOVERY, cost);
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    private static KeyWrap wrap(final StoreFolder folder, final DataKey key, final char[] secret, final String purpose, final KeyWrap.Cost cost) {
        return KeyWrap.wrap(key, secret, folder.settings().id(), purpose, cost);
    }

    private void write() {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("format", Integer.toString(FORMAT));
        values.put("store", folder.settings().id().toString());
        values.putAll(forPassword.toValues(PASSWORD));
        values.putAll(forRecovery.toValues(RECOVERY));
        try {
            SealedText.write(folder.keys(), values);
        } catch (IOException failure) {
            throw FileProblems.of(failure, folder.keys()).asException(failure);
        }
    }

    private static char[] required(final char[] password) {
        if (password.length == 0) {
            throw Messages.problem("store.password-empty").asException();
        }
        return password;
    }

    private static ProblemException damaged(final StoreFolder folder) {
        return Messages.problem("store.key-file-damaged", folder.keys()).asException();
    }
}
