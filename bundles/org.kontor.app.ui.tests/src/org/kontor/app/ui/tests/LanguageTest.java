// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Commands;

/** The choice of the language, which the start script takes from the user's folder. */
class LanguageTest {

    private static final String COMMAND = "org.kontor.app.language";
    private static final String LOCALE = "org.kontor.app.language.locale";

    private final Ui ui = Ui.here();
    private final Path file = Path.of(System.getProperty("kontor.home", Path.of(System.getProperty("user.home"), ".kontor")
            .toString()), "language");

    @BeforeEach
    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void choose(final String locale) {
        final var context = PlatformUI.getWorkbench().getService(IEclipseContext.class).getActiveLeaf();
        assertTrue(Commands.run(context, COMMAND, Map.of(LOCALE, locale)));
    }

    private void later() {
        ui.find(Shell.class, "language");
        ui.click("language.no");
        ui.until("the question is answered", () -> ui.look(Shell.class, "language").isEmpty());
    }

    @Test
    void isKeptForTheNextStart() throws IOException {
        choose("zh_CN");
        later();
        assertEquals("zh_CN", Files.readString(file).strip());
        choose("en");
        later();
        assertEquals("en", Files.readString(file).strip());
    }

    @Test
    void standsInTheMenuUnderItsOwnName() throws IOException {
        final var bar = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getMenuBar();
        final var english = Locale.getDefault().getLanguage().equals("en");
        final var window = submenu(bar, english ? "Window" : "\u7a97\u53e3");
        final var languages = submenu(window, english ? "Language" : "\u8bed\u8a00");
        item(languages, "\u7b80\u4f53\u4e2d\u6587").notifyListeners(SWT.Selection, new Event());
        later();
        assertEquals("zh_CN", Files.readString(file).strip());
    }

    private static Menu submenu(final Menu parent, final String text) {
        final var menu = item(parent, text).getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return menu;
    }

    private static MenuItem item(final Menu menu, final String text) {
        for (final var item : menu.getItems()) {
            if (item.getText().replace("&", "").split("\t")[0].replaceAll("\\(.\\)$", "").equals(text)) {
                return item;
            }
        }
        throw new AssertionError("no " + text);
    }
}
