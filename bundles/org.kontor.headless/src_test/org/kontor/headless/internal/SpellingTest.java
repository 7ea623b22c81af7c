// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> COMMANDS = List.of("import", "export", "report", "restore", "redo", "undo", "log", "verify");

    @Test
    void countsSlipsOfTheFinger() {
        assertEquals(0, Spelling.distance("log", "log"));
        assertEquals(1, Spelling.distance("imprt", "import"));
        assertEquals(1, Spelling.distance("improt", "import"), "two neighbours swapped");
        assertEquals(3, Spelling.distance("", "log"));
    }

    @Test
    void proposesTheNearest() {
        assertEquals(Optional.of("import"), Spelling.nearest("imprt", COMMANDS));
        assertEquals(Optional.of("verify"), Spelling.nearest("VERIFI", COMMANDS));
        assertEquals(Optional.of("restore"), Spelling.nearest("restoer", COMMANDS));
        assertEquals(Optional.of("log"), Spelling.nearest("lgo", COMMANDS));
        assertEquals(Optional.of("report"), Spelling.nearest("rep", COMMANDS));
    }

    @Test
    void proposesNothingForSomethingElse() {
        assertEquals(Optional.empty(), Spelling.nearest("frobnicate", COMMANDS));
        assertEquals(Optional.empty(), Spelling.nearest("x", COMMANDS));
    }
}
