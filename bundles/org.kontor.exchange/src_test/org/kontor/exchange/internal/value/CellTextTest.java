// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void guardsWhatASpreadsheetWouldRun() {
        for (final var formula : List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1+1",
                "＋1+1x", "－1a", "＠x", "=HYPERLINK(\"http://x\")")) {
            assertEquals('\'' + formula, CellText.guard(formula));
            assertEquals(formula, CellText.unguard(CellText.guard(formula)));
        }
    }

    @Test
    void leavesNumbersAndTelephoneNumbersAlone() {
        for (final var plain : List.of("-5", "+5", "-1234.56", "-12%", "+49 30 1234567", "+1 (555) 010-9999", "+86-10-12345678", "", "abc",
                "'quoted'", "a=b")) {
            assertEquals(plain, CellText.guard(plain));
            assertEquals(plain, CellText.unguard(plain));
        }
    }

    @Test
    void takesOffExactlyOneGuard() {
        assertEquals("'=1", CellText.unguard("''=1"));
        assertEquals("''=1", CellText.guard("'=1"));
        assertEquals("=1", CellText.unguard("'=1"));
    }

    @Test
    void everyTextComesBack() {
        final var random = new Random(7);
        final var alphabet = "='+-@\t\r\n＝＋－＠'a1 \"";
        for (int n = 0; n < 200_000; n++) {
            final var text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            final var guarded = CellText.guard(text.toString());
            assertEquals(text.toString(), CellText.unguard(guarded));
            if (!guarded.isEmpty() && "=@\t\r＝＋－＠".indexOf(guarded.charAt(0)) >= 0) {
                assertFalse(true, "not guarded: " + guarded);
            }
        }
    }

    @Test
    void writesValuesTheSameInEveryLanguage() {
        assertEquals("1234.5", CellText.of(new BigDecimal("1234.5000")));
        assertEquals("0", CellText.of(new BigDecimal("0.0000")));
        assertEquals("100", CellText.of(new BigDecimal("1E+2")));
        assertEquals("2017-03-01", CellText.of(LocalDate.of(2017, 3, 1)));
        assertEquals("2017-03-01T10:00:00Z", CellText.of(Instant.parse("2017-03-01T10:00:00Z")));
    }
}
