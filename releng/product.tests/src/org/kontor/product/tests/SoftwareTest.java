// SPDX-License-Identifier: EPL-2.0

package org.kontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Features come and go in the product as it is handed out, and what is left starts. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SoftwareTest {

    private static final String SALES = "org.kontor.sales.feature.feature.group";
    private static final String SDK = "org.kontor.sdk.feature.feature.group";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Installation installation;

    @BeforeAll
    static void unpack() throws IOException {
        installation = Installation.copyInto(folder);
    }

    @Test
    void aFeatureComesFromTheUpdateSiteAndIsTakenBack() throws IOException, InterruptedException {
        final var installed = installation.direct("-repository", Installation.updateSite(), "-installIU", SDK, "-tag", "with sources");
        assertEquals(0, installed.code(), installed.output() + installed.errors());
        assertTrue(roots().contains(SDK));
        final var removed = installation.direct("-uninstallIU", SDK);
        assertEquals(0, removed.code(), removed.output() + removed.errors());
        assertFalse(roots().contains(SDK));
    }

    @Test
    void theWorkbenchStartsWithoutErrorsWithAndWithoutSales() throws IOException, InterruptedException {
        assertTrue(roots().contains(SALES));
        assertEquals(List.of(), errorsOfAStart("with"));
        final var removed = installation.direct("-uninstallIU", SALES);
        assertEquals(0, removed.code(), removed.output() + removed.errors());
        assertFalse(roots().contains(SALES));
        assertEquals(List.of(), errorsOfAStart("without"));
        final var back = installation.direct("-repository", Installation.updateSite(), "-installIU", SALES);
        assertEquals(0, back.code(), back.output() + back.errors());
        assertTrue(roots().contains(SALES));
    }

    private static String roots() throws IOException, InterruptedException {
        final var roots = installation.direct("-listInstalledRoots");
        assertEquals(0, roots.code(), roots.output() + roots.errors());
        return roots.output();
    }

    /** Starts the workbench in a new workspace, waits until its event loop idles, and ends it. */
    private static List<String> errorsOfAStart(final String name) throws IOException, InterruptedException {
        final Path workspace = folder.resolve("workspace-" + name);
        final Path output = folder.resolve("start-" + name + ".txt");
        final Process script = installation.open(output, "-data", workspace.toString(), "-noStore");
        try {
            final Instant end = Instant.now().plus(LONGEST_START);
            while (!idles(script)) {
                assertTrue(script.isAlive(), () -> "the workbench ended by itself: " + text(output));
                assertTrue(Instant.now().isBefore(end), () -> "the workbench did not come to rest: " + text(output));
                script.waitFor(500, TimeUnit.MILLISECONDS);
            }
        } finally {
            script.descendants().forEach(ProcessHandle::destroy);
            script.waitFor(30, TimeUnit.SECONDS);
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
        final Path log = workspace.resolve(".metadata/.log");
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.matches("!ENTRY \\S+ 4 .*")).toList() : List.of();
    }

    private static boolean idles(final Process script) throws IOException, InterruptedException {
        try (Stream<ProcessHandle> started = script.descendants()) {
            for (final ProcessHandle process : started.filter(handle -> handle.info().command().orElse("").endsWith("java")).toList()) {
                final String stack = installation.mainThread(process);
                if (stack.contains("Display.sleep") && stack.contains("createAndRunWorkbench")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.getMessage();
        }
    }
}
