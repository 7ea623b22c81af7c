// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;

/**
 * The user's own folder, which the start script names: the stores that are made without choosing a place, which store was open last, and
 * the language of the workbench, both as files of one line, because the script reads the language before there is a Java machine.
 */
final class KontorHome {

    private static final System.Logger LOG = System.getLogger(KontorHome.class.getName());

    private final Path folder;

    KontorHome(final Path folder) {
        this.folder = folder;
    }

    static KontorHome ofUser() {
        final var named = System.getProperty("kontor.home", "");
        return new KontorHome(named.isBlank() ? Path.of(System.getProperty("user.home"), ".kontor") : Path.of(named));
    }

    /** The store of the demo company. */
    Path demoStore() {
        return stores().resolve("demo");
    }

    /** Where stores go whose place nobody chose. */
    Path stores() {
        return folder.resolve("stores");
    }

    /** The store to open: the one that was open last, else that of the demo company. */
    Path storeToOpen() {
        return read("store").map(Path::of).orElseGet(this::demoStore);
    }

    void rememberStore(final Path store) {
        write("store", store.toAbsolutePath().toString());
    }

    /** The chosen language; empty where the system's is used. */
    Optional<Locale> language() {
        return read("language").map(tag -> Locale.forLanguageTag(tag.replace('_', '-')));
    }

    /** @param locale the language of the next start, as the platform writes locales, such as {@code zh_CN} */
    void rememberLanguage(final String locale) {
        write("language", locale);
    }

    private Optional<String> read(final String name) {
        final var file = folder.resolve(name);
        try {
            final List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
            return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "cannot read " + file, unreadable);
            return Optional.empty();
        }
    }

    private void write(final String name, final String line) {
        final var file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            DurableFiles.write(file, (line + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw FileProblems.of(failed, file).asException(failed);
        }
    }
}
