// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256-bit key of an encrypted store while it is open. Each use has a key of its own, derived by HKDF-Expand with SHA-256 (RFC 5869,
 * section 2.3; the data key is uniformly random and serves as the pseudorandom key). {@link #close} wipes it.
 *
 * @since 0.1
 */
public final class DataKey implements AutoCloseable {

    /** What a derived key is for. The names are part of the format and never change. */
    public enum Use {
        /** The engine's encryption of its files. */
        DATABASE("kontor database 1"),
        /** The authentication of backups, see {@link BackupArchive}. */
        BACKUP("kontor backup 1"),
        /** The encryption of single fields. */
        FIELDS("kontor fields 1"),
        /** The chain of the audit log. */
        AUDIT("kontor audit 1");

        private final byte[] label;

        Use(final String label) {
            this.label = label.getBytes(StandardCharsets.US_ASCII);
        }
    }

    static final int LENGTH = 32;

    private final byte[] key;
    private boolean closed;

    /**
     * @param key 32 bytes, which this object owns from now on
     */
    DataKey(final byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("key of " + key.length + " bytes");
        }
        this.key = key;
    }

    /**
     * The key for one use.
     *
     * @param use what for
     * @return 32 bytes, which the caller wipes
     */
    public synchronized byte[] derive(final Use use) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        try {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(use.label);
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param other another key
     * @return whether both are the same, found out in constant time
     */
    public boolean isSame(final DataKey other) {
        return MessageDigest.isEqual(key, other.key);
    }

    byte[] bytes() {
        return key;
    }

    /** Fills the key with zeros. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "DataKey";
    }
}
