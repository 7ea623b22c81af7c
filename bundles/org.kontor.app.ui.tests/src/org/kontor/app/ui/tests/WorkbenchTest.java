// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    @Test
    void opensTheStartPerspective() throws WorkbenchException {
        final var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertNotNull(window);
        final var page = PlatformUI.getWorkbench().showPerspective("org.kontor.app.start", window);
        assertEquals("org.kontor.app.start", page.getPerspective().getId());
    }
}
