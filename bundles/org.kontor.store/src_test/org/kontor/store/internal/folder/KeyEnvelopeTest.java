// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.store.internal.folder.Stores.problemOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEnvelopeTest {

    @TempDir
    Path home;
    private StoreFolder folder;

    @BeforeEach
    void makeStore() {
        folder = Stores.create(home.resolve("store"), true);
    }

    /** From test.c of the reference implementation of Argon2 (version 1.3, "password", "somesalt"). */
    @Test
    void argon2idGivesTheKnownAnswers() {
        assertEquals("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7", stretched("password", 1 << 16, 2, 1));
        assertEquals("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe", stretched("password", 1 << 8, 2, 1));
        assertEquals("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037", stretched("password", 1 << 8, 2, 2));
    }

    @Test
    void theRecommendedCostIsTheOneWanted() {
        assertEquals(new KeyWrap.Cost(65536, 3, 4), KeyWrap.Cost.RECOMMENDED);
        final KeyEnvelope.NewKey made = KeyEnvelope.create(folder, chars("correct horse"));
        try (DataKey key = KeyEnvelope.read(folder).unlock(chars("correct horse"))) {
            assertTrue(key.isSame(made.key()));
        }
    }

    /** RFC 5869 defines the expansion; its block is HMAC-SHA256(key, label | 1), computed here by other means for a key of zeros. */
    @Test
    void derivedKeysAreKnownAndDiffer() throws Exception {
        final var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256"));
        final byte[] expected = mac.doFinal("kontor database 1\u0001".getBytes(StandardCharsets.US_ASCII));
        try (DataKey key = new DataKey(new byte[32])) {
            assertArrayEquals(expected, key.derive(DataKey.Use.DATABASE));
            assertEquals(DataKey.Use.values().length,
                    List.of(DataKey.Use.values()).stream().map(use -> HexFormat.of().formatHex(key.derive(use))).distinct().count());
        }
    }

    @Test
    void threeWrongPasswordsDoNoHarmAndPointToTheCode() throws IOException {
        create("right");
        final byte[] before = Files.readAllBytes(folder.keys());
        final KeyEnvelope envelope = KeyEnvelope.read(folder);
        assertEquals("store.password-wrong", problemOf(() -> envelope.unlock(chars("Right"))));
        assertEquals("store.password-wrong", problemOf(() -> envelope.unlock(chars(""))));
        assertEquals("store.password-wrong-again", problemOf(() -> envelope.unlock(chars("right "))));
        assertEquals("store.password-wrong-again", problemOf(() -> envelope.unlock(chars("wrong"))));
        assertArrayEquals(before, Files.readAllBytes(folder.keys()));
        envelope.unlock(chars("right")).close();
        assertEquals("store.password-wrong", problemOf(() -> envelope.unlock(chars("wrong"))));
    }

    @Test
    void theCodeOpensHoweverItIsTyped() {
        final KeyEnvelope.NewKey made = create("forgotten");
        final String code = new String(made.recoveryCode());
        final KeyEnvelope envelope = KeyEnvelope.read(folder);
        for (final String typed : List.of(code, code.toLowerCase(), code.replace("-", ""), ' ' + code.replace('-', ' ') + '\n',
                code.replace('0', 'o').replace('1', 'l'), code.replace('1', 'I'))) {
            try (DataKey key = envelope.unlockByCode(typed.toCharArray())) {
                assertTrue(key.isSame(made.key()), typed);
            }
        }
        final String otherCode = new String(RecoveryCode.random());
        assertEquals("store.code-wrong", problemOf(() -> envelope.unlockByCode(otherCode.toCharArray())));
        assertEquals("store.code-mistyped", problemOf(() -> envelope.unlockByCode(code.substring(1).toCharArray())));
        assertEquals("store.code-mistyped", problemOf(() -> envelope.unlockByCode((code + "A").toCharArray())));
        assertEquals("store.code-mistyped", problemOf(() -> envelope.unlockByCode("U".concat(code.substring(1)).toCharArray())));
    }

    @Test
    void anotherPasswordWrapsTheSameKeyAnew() {
        final KeyEnvelope.NewKey made = create("old");
        KeyEnvelope.read(folder, Stores.CHEAP).changePassword(made.key(), chars("new"));
        final KeyEnvelope envelope = KeyEnvelope.read(folder, Stores.CHEAP);
        assertEquals("store.password-wrong", problemOf(() -> envelope.unlock(chars("old"))));
        try (DataKey key = envelope.unlock(chars("new")); DataKey byCode = envelope.unlockByCode(made.recoveryCode().clone())) {
            assertTrue(key.isSame(made.key()));
            assertTrue(byCode.isSame(made.key()));
        }
        final char[] newCode = envelope.renewCode(made.key());
        final KeyEnvelope again = KeyEnvelope.read(folder, Stores.CHEAP);
        assertEquals("store.code-wrong", problemOf(() -> again.unlockByCode(made.recoveryCode())));
        again.unlockByCode(newCode).close();
        assertEquals("store.password-empty", problemOf(() -> again.changePassword(made.key(), new char[0])));
        again.unlock(chars("new")).close();
    }

    @Test
    void passwordsAreWipedWhateverHappens() {
        final char[] creating = chars("secret");
        final KeyEnvelope.NewKey made = KeyEnvelope.create(folder, creating, Stores.CHEAP);
        final char[] right = chars("secret");
        final char[] wrong = chars("guess");
        final char[] changed = chars("another");
        final char[] code = "nonsense".toCharArray();
        final KeyEnvelope envelope = KeyEnvelope.read(folder, Stores.CHEAP);
        envelope.unlock(right).close();
        problemOf(() -> envelope.unlock(wrong));
        problemOf(() -> envelope.unlockByCode(code));
        envelope.changePassword(made.key(), changed);
        for (final char[] typed : List.of(creating, right, wrong, changed, code)) {
            assertArrayEquals(new char[typed.length], typed);
        }
        made.key().close();
        assertArrayEquals(new byte[32], made.key().bytes());
    }

    @Test
    void differentlyComposedLettersAreTheSamePassword() {
        create("caf\u00e9 \ud55c\u56fd \ud83d\ude00");
        KeyEnvelope.read(folder).unlock(chars("cafe\u0301 \u1112\u1161\u11ab\u56fd \ud83d\ude00")).close();
    }

    @Test
    void neitherKeyNorSecretsStandInTheFile() throws IOException {
        final KeyEnvelope.NewKey made = create("canary-password-1");
        final String file = Files.readString(folder.keys());
        final String code = new String(made.recoveryCode());
        assertFalse(file.contains("canary-password-1"));
        assertFalse(file.contains(code) || file.contains(code.replace("-", "")));
        for (final byte[] secret : List.of(made.key().bytes(), made.key().derive(DataKey.Use.DATABASE))) {
            assertFalse(file.contains(HexFormat.of().formatHex(secret)) || file.contains(Base64.getEncoder().encodeToString(secret)));
        }
        assertFalse((made + "" + made.key()).contains(code));
    }

    @Test
    void twoEnvelopesOfOnePasswordShareNothing() throws IOException {
        create("same");
        final Map<String, String> first = SealedText.read(folder.keys()).orElseThrow();
        create("same");
        final Map<String, String> second = SealedText.read(folder.keys()).orElseThrow();
        for (final String name : List.of("password.salt", "password.nonce", "password.key", "recovery.salt", "recovery.nonce", "recovery.key")) {
            assertNotEquals(first.get(name), second.get(name), name);
        }
    }

    /** Somebody who can write the file and seal it again still gains nothing. */
    @Test
    void alteredHeadersDoNotUnlock() throws IOException {
        create("right");
        final Map<String, String> good = SealedText.read(folder.keys()).orElseThrow();
        for (final var change : Map.of("password.memory", "65", "password.iterations", "2", "password.salt", good.get("recovery.salt"),
                "password.nonce", good.get("recovery.nonce"), "password.key", good.get("recovery.key")).entrySet()) {
            final Map<String, String> bad = new LinkedHashMap<>(good);
            bad.put(change.getKey(), change.getValue());
            SealedText.write(folder.keys(), bad);
            assertEquals("store.password-wrong", problemOf(() -> KeyEnvelope.read(folder).unlock(chars("right"))), change.getKey());
        }
        final Map<String, String> swapped = new LinkedHashMap<>();
        good.forEach((name, value) -> swapped.put(name.startsWith("password.") ? "recovery." + name.substring(9)
                : name.startsWith("recovery.") ? "password." + name.substring(9) : name, value));
        SealedText.write(folder.keys(), swapped);
        assertEquals("store.password-wrong", problemOf(() -> KeyEnvelope.read(folder).unlock(chars("right"))));
    }

    @Test
    void hostileCostsAndForeignFilesAreRefusedBeforeAnyWork() throws IOException {
        create("right");
        final Map<String, String> good = SealedText.read(folder.keys()).orElseThrow();
        for (final var change : List.of(Map.entry("password.memory", "2147483647"), Map.entry("password.iterations", "1000000"),
                Map.entry("password.parallelism", "255"), Map.entry("recovery.memory", "-1"), Map.entry("password.salt", "AA=="),
                Map.entry("password.key", "no base64!"), Map.entry("password.derivation", "md5"), Map.entry("recovery.cipher", "des"),
                Map.entry("format", "2"), Map.entry("store", "00000000-0000-0000-0000-000000000000"))) {
            final Map<String, String> bad = new LinkedHashMap<>(good);
            bad.put(change.getKey(), change.getValue());
            SealedText.write(folder.keys(), bad);
            assertEquals("store.key-file-damaged", problemOf(() -> KeyEnvelope.read(folder)), change.getKey());
        }
        Files.write(folder.keys(), new byte[0]);
        assertEquals("store.key-file-damaged", problemOf(() -> KeyEnvelope.read(folder)));
        Files.delete(folder.keys());
        assertEquals("store.key-file-absent", problemOf(() -> KeyEnvelope.read(folder)));
    }

    private KeyEnvelope.NewKey create(final String password) {
        return KeyEnvelope.create(folder, chars(password), Stores.CHEAP);
    }

    private static String stretched(final String password, final int memory, final int iterations, final int parallelism) {
        return HexFormat.of().formatHex(KeyWrap.stretch(chars(password), "somesalt".getBytes(StandardCharsets.US_ASCII),
                new KeyWrap.Cost(memory, iterations, parallelism)));
    }

    private static char[] chars(final String text) {
        return text.toCharArray();
    }
}
