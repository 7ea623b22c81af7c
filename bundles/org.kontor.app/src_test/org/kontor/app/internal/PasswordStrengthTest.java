// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({"'',SHORT", "Kx9!fq2,SHORT", "password,WEAK", "Passwort123,WEAK", "qwertzuiop,WEAK", "12345678901234,WEAK", "aaaaaaaaaaaaaaaaaaaa,WEAK",
        "kontorkontorkontor,WEAK", "sunshine,WEAK", "abcabcabcabcabcabc,WEAK", "kettlemule42,FAIR", "kettle lantern orchard mule,STRONG",
        "Kx9!fq2#Lm7w,STRONG", "春江花月夜潮水连海平,STRONG"})
    void longAndUnforeseenIsStrong(final String password, final PasswordStrength strength) {
        assertEquals(strength, PasswordStrength.of(password.toCharArray()));
    }
}
