// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.kontor.core.problem.Problem;

class TextsTest {

    private final Texts texts = Texts.beside(Messages.class);

    @Test
    void theLanguageDecidesAndEnglishIsTheRest() {
        assertEquals("2 files", texts.get(Locale.ENGLISH, "files", 2));
        assertEquals("2 个文件", texts.get(Locale.SIMPLIFIED_CHINESE, "files", 2));
        assertEquals("2 files", texts.get(Locale.GERMAN, "files", 2));
    }

    @Test
    void aMissingTextIsSeenAndNothingFails() {
        assertEquals("!nowhere!", texts.get("nowhere"));
        assertFalse(texts.has("nowhere"));
        assertTrue(texts.has("files"));
        assertEquals("!x!", Texts.beside(Problem.class).get("x"));
    }

    @Test
    void aProblemTakesItsThreeSentencesFromTheTexts() {
        final var problem = Problem.of(texts, "disk.full", "store");
        assertEquals("disk.full", problem.code());
        assertEquals("The disk of store is full. Nothing was saved. Free some space.", problem.sentence());
        assertEquals(problem, problem.asException().problem());
    }
}
