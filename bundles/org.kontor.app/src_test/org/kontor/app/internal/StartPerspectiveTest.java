// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartPerspectiveTest {

    @Test
    void isThePerspectiveThatTheExtensionDeclares() throws IOException {
        assertTrue(Files.readString(Path.of("plugin.xml")).contains("id=\"" + StartPerspective.ID + "\""));
    }
}
