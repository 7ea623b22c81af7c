// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void codesAreSevenReadableGroupsAndNeverRepeat() {
        final Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            final String code = new String(RecoveryCode.random());
            assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}"), code);
            assertTrue(seen.add(code));
            assertEquals(28, RecoveryCode.parse(code.toCharArray()).length);
        }
    }

    @Test
    void everyWrongCharacterAndEverySwapIsNoticed() {
        final char[] code = new String(RecoveryCode.random()).replace("-", "").toCharArray();
        for (int i = 0; i < code.length; i++) {
            for (final char letter : LETTERS.toCharArray()) {
                final char[] typed = code.clone();
                typed[i] = letter;
                assertEquals(letter == code[i] ? 28 : 0, RecoveryCode.parse(typed).length);
            }
            for (int j = i + 1; j < code.length - 1; j++) {
                final char[] typed = code.clone();
                typed[i] = code[j];
                typed[j] = code[i];
                assertEquals(code[i] == code[j] ? 28 : 0, RecoveryCode.parse(typed).length);
            }
        }
    }
}
