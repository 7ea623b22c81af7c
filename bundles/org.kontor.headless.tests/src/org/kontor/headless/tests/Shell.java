// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.kontor.headless.internal.CommandLine;
import org.kontor.headless.internal.Terminal;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Types commands into the real command line of the running framework, and remembers what it said. */
final class Shell {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final Pattern STACK = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|Exception|java\\.|org\\.kontor\\.");

    /**
     * What came out.
     *
     * @param code the exit code
     * @param out  standard output
     * @param err  standard error
     */
    record Result(int code, String out, String err) {

        /** Reads standard output strictly: one JSON object in one line and nothing else. */
        JsonObject json() {
            assertEquals(1, out.lines().count(), out);
            try (var reader = new JsonReader(new StringReader(out))) {
                final var object = JsonParser.parseReader(reader).getAsJsonObject();
                assertEquals(JsonToken.END_DOCUMENT, reader.peek(), out);
                assertEquals(code, object.get("exitCode").getAsInt(), out);
                assertEquals(code == 0, object.get("ok").getAsBoolean(), out);
                return object;
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }

        /** The code of the problem that {@code --json} told. */
        String problem() {
            return json().getAsJsonObject("problem").get("code").getAsString();
        }
    }

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    Shell(final Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Shell with(final String variable, final String value) {
        environment.put(variable, value);
        return this;
    }

    Path file(final String name) {
        return directory.resolve(name);
    }

    Path write(final String name, final String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    /** Runs a command in English; whatever happens, nobody sees a stack or a class name. */
    Result run(final String... words) {
        final var out = new ByteArrayOutputStream();
        final var err = new ByteArrayOutputStream();
        final var terminal = new Terminal(new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, true,
                StandardCharsets.UTF_8), false,
                directory, environment, directory.resolve("home"), () -> false);
        final var all = new ArrayList<>(List.of(words));
        if (!all.contains("--language")) {
            all.addAll(List.of("--language", "en"));
        }
        final int code = commandLine().run(all, terminal);
        final var result = new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertFalse(STACK.matcher(result.err()).find(), result.err());
        return result;
    }

    /** Runs a command that must succeed and answer as JSON. */
    JsonObject json(final String... words) {
        final var all = new ArrayList<>(List.of(words));
        all.add("--json");
        final var result = run(all.toArray(String[]::new));
        assertEquals(0, result.code(), result.out() + result.err());
        assertTrue(result.err().isEmpty(), result.err());
        return result.json();
    }

    private static CommandLine commandLine() {
        final var tracker = new ServiceTracker<CommandLine, CommandLine>(FrameworkUtil.getBundle(Shell.class).getBundleContext(),
                CommandLine.class, null);
        tracker.open();
        try {
            final var service = tracker.waitForService(PATIENCE_MILLIS);
            assertNotNull(service, "no command line");
            return service;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
