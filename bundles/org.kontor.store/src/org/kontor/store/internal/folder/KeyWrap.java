// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A data key wrapped for one secret: Argon2id (RFC 9106) makes a key of the secret, AES-256-GCM (NIST SP 800-38D) wraps the data key with
 * it. The header (store, purpose, costs, salt) is authenticated, so that a wrap cannot be moved to another store or have its costs lowered.
 *
 * @param cost    of Argon2id
 * @param salt    16 random bytes
 * @param nonce   12 random bytes, new for each wrapping
 * @param wrapped the data key and its tag, 48 bytes
 */
record KeyWrap(Cost cost, byte[] salt, byte[] nonce, byte[] wrapped) {

    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int WRAPPED_LENGTH = DataKey.LENGTH + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What a guess costs. Limits keep a forged file from asking for all memory.
     *
     * @param memory      KiB
     * @param iterations  passes
     * @param parallelism lanes
     */
    record Cost(int memory, int iterations, int parallelism) {

        /** RFC 9106, section 4, second recommendation, and reliability goal S3: 64 MiB, 3 passes, 4 lanes. */
        static final Cost RECOMMENDED = new Cost(64 << 10, 3, 4);

        Cost {
            if (memory < 8 * parallelism || memory > 1 << 20 || iterations < 1 || iterations > 32 || parallelism < 1 || parallelism > 16) {
                throw new IllegalArgumentException("memory " + memory + ", iterations " + iterations + ", parallelism " + parallelism);
            }
        }
    }

    /**
     * Wraps a key.
     *
     * @param key     the data key
     * @param secret  the password or code; left as it is
     * @param store   the store it belongs to
     * @param purpose which of the store's wraps this is
     * @param cost    of a guess
     * @return the wrap
     */
    static KeyWrap wrap(final DataKey key, final char[] secret, final UUID store, final String purpose, final Cost cost) {
        final byte[] salt = random(SALT_LENGTH);
        final byte[] nonce = random(NONCE_LENGTH);
        final byte[] wrapping = stretch(secret, salt, cost);
        try {
            final Cipher cipher = cipher(Cipher.ENCRYPT_MODE, wrapping, nonce, header(store, purpose, cost, salt));
            return new KeyWrap(cost, salt, nonce, cipher.doFinal(key.bytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    /**
     * Unwraps the key.
     *
     * @param secret  the password or code; left as it is
     * @param store   the store
     * @param purpose which wrap this is
     * @return the data key; empty where the secret is wrong or the wrap was altered, which cannot be told apart
     */
    Optional<DataKey> unwrap(final char[] secret, final UUID store, final String purpose) {
        final byte[] wrapping = stretch(secret, salt, cost);
        try {
            final Cipher cipher = cipher(Cipher.DECRYPT_MODE, wrapping, nonce, header(store, purpose, cost, salt));
            return Optional.of(new DataKey(cipher.doFinal(wrapped)));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    Map<String, String> toValues(final String purpose) {
        final var base64 = Base64.getEncoder();
        final Map<String, String> values = new LinkedHashMap<>();
        values.put(purpose + ".derivation", "argon2id-19");
        values.put(purpose + ".memory", Integer.toString(cost.memory()));
        values.put(purpose + ".iterations", Integer.toString(cost.iterations()));
        values.put(purpose + ".parallelism", Integer.toString(cost.parallelism()));
        values.put(purpose + ".salt", base64.encodeToString(salt));
        values.put(purpose + ".cipher", "aes-256-gcm");
        values.put(purpose + ".nonce", base64.encodeToString(nonce));
        values.put(purpose + ".key", base64.encodeToString(wrapped));
        return values;
    }

    /** Empty where a value is missing, malformed or out of bounds. */
    static Optional<KeyWrap> ofValues(final Map<String, String> values, final String purpose) {
        try {
            final var cost = new Cost(number(values, purpose + ".memory"), number(values, purpose + ".iterations"),
                    number(values, purpose + ".parallelism"));
            final var wrap = new KeyWrap(cost, bytes(values, purpose + ".salt", SALT_LENGTH), bytes(values, purpose + ".nonce", NONCE_LENGTH),
                    bytes(values, purpose + ".key", WRAPPED_LENGTH));
            return "argon2id-19".equals(values.get(purpose + ".derivation")) && "aes-256-gcm".equals(values.get(purpose + ".cipher"))
                    ? Optional.of(wrap) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The key that Argon2id makes of a secret; package-visible for the known answers of its reference implementation. */
    static byte[] stretch(final char[] secret, final byte[] salt, final Cost cost) {
        final byte[] utf8 = utf8(secret);
        try {
            final var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory()).withIterations(cost.iterations()).withParallelism(cost.parallelism()).withSalt(salt).build());
            final byte[] key = new byte[DataKey.LENGTH];
            generator.generateBytes(utf8, key);
            return key;
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /** Another keyboard may compose the same letters differently; only then a copy that cannot be wiped is needed. */
    private static byte[] utf8(final char[] secret) {
        final CharBuffer typed = CharBuffer.wrap(secret);
        final CharSequence composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC) ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
        final ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(composed));
        final byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static byte[] header(final UUID store, final String purpose, final Cost cost, final byte[] salt) {
        final String text = "kontor key 1\n" + store + '\n' + purpose + '\n' + cost.memory() + ' ' + cost.iterations() + ' ' + cost.parallelism()
                + '\n' + Base64.getEncoder().encodeToString(salt);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Cipher cipher(final int mode, final byte[] key, final byte[] nonce, final byte[] header) throws GeneralSecurityException {
        final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    static byte[] random(final int length) {
        final byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static int number(final Map<String, String> values, final String name) {
        return Integer.parseInt(values.getOrDefault(name, ""));
    }

    private static byte[] bytes(final Map<String, String> values, final String name, final int length) {
        final byte[] bytes = Base64.getDecoder().decode(values.getOrDefault(name, ""));
        if (bytes.length != length) {
            throw new IllegalArgumentException(name);
        }
        return bytes;
    }
}
