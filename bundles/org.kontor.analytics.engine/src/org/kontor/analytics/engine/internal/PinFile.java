// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.analytics.engine.AlgorithmPins;
import org.kontor.store.database.DurableFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Choices in a file of the person's Kontor folder: a line {@code method=bundle} for each. */
@Component
public final class PinFile implements AlgorithmPins {

    private final Path file;

    /** In the folder of the person. */
    @Activate
    public PinFile() {
        this(home().resolve("algorithm-providers"));
    }

    /** In a given file. */
    public PinFile(final Path file) {
        this.file = file;
    }

    static Path home() {
        final var named = System.getProperty("kontor.home", "");
        return named.isBlank() ? Path.of(System.getProperty("user.home"), ".kontor") : Path.of(named);
    }

    @Override
    public synchronized Map<String, String> all() {
        final var choices = new TreeMap<String, String>();
        try {
            if (Files.exists(file)) {
                for (final var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    final int equals = line.indexOf('=');
                    if (equals > 0) {
                        choices.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                    }
                }
            }
        } catch (IOException unreadable) {
            // without the choices the ranking decides, which is better than no analysis at all
            System.getLogger(PinFile.class.getName()).log(System.Logger.Level.WARNING, file.toString(), unreadable);
        }
        return choices;
    }

    @Override
    public synchronized void put(final String algorithm, final Optional<String> bundle) {
        final var choices = new TreeMap<>(all());
        bundle.ifPresentOrElse(name -> choices.put(algorithm, name), () -> choices.remove(algorithm));
        final var text = new StringBuilder();
        choices.forEach((id, name) -> text.append(id).append('=').append(name).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw EngineProblems.of("analytics.pin", file.toString()).asException(failed);
        }
    }
}
