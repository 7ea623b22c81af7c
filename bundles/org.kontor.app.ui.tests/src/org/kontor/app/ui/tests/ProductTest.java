// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;

/** What the product says about itself, and the keys that the guide promises. */
class ProductTest {

    @Test
    void aboutNamesVersionLicenceAndNotices() {
        final var product = Platform.getProduct();
        final var about = product.getProperty("aboutText");
        final var version = product.getDefiningBundle().getVersion();
        assertTrue(about.contains("Kontor " + version.getMajor() + '.' + version.getMinor() + '.' + version.getMicro()), about);
        assertTrue(about.contains("Eclipse Public License 2.0") && about.contains("https://www.eclipse.org/legal/epl-2.0/"), about);
        assertTrue(about.contains("NOTICE"), about);
        assertNotNull(product.getDefiningBundle().getEntry("about.html"), "Legal Info");
    }

    @Test
    void theHelpOpensOnTheGuide() {
        assertEquals("/org.kontor.help/html/index.html", Platform.getPreferencesService().getString("org.eclipse.help.base", "help_home", "", null));
    }

    @Test
    void keysOfTheGuideAreBound() throws Exception {
        final var bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        final var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        final var promised = Map.of("M1+3", "org.eclipse.ui.window.quickAccess", "F1", "org.eclipse.ui.help.dynamicHelp",
                "M1+M2+L", "org.eclipse.ui.window.showKeyAssist", "M1+Z", "org.eclipse.ui.edit.undo", "M1+S", "org.eclipse.ui.file.save",
                "M1+M", "org.eclipse.ui.window.maximizePart");
        for (final var key : promised.entrySet()) {
            final var match = bindings.getPerfectMatch(KeySequence.getInstance(key.getKey()));
            assertNotNull(match, key.getKey() + " in the active window");
            assertEquals(key.getValue(), match.getParameterizedCommand().getId());
            assertTrue(commands.getCommand(key.getValue()).isHandled(), key.getValue() + " does something");
        }
    }
}
