// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where this user's programs keep what belongs to no document: the place each system names for it.
 *
 * @since 0.1
 */
public final class StateFolder {

    private StateFolder() {
    }

    /**
     * @return the product's folder: {@code XDG_STATE_HOME} or {@code ~/.local/state} on Linux, {@code LOCALAPPDATA} on Windows,
     *         {@code ~/Library/Application Support} on macOS; need not exist
     */
    public static Path ofUser() {
        final Path home = Path.of(System.getProperty("user.home"));
        final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return fromEnvironment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Kontor");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Kontor");
        }
        return fromEnvironment("XDG_STATE_HOME", home.resolve(".local/state")).resolve("kontor");
    }

    private static Path fromEnvironment(final String name, final Path otherwise) {
        final String value = System.getenv(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
