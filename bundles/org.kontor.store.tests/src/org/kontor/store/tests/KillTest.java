// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.FileLocator;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

import org.kontor.core.progress.Progress;

/**
 * A process that is killed while it imports, edits and takes back loses nothing it acknowledged, and leaves a store that opens and verifies.
 * Every round goes on with the store of the round before. {@code -Dkontor.kills=100} asks for more rounds, {@code -Dkontor.seed} for the
 * same ones again.
 */
class KillTest {

    private static final System.Logger LOG = System.getLogger(KillTest.class.getName());
    private static final int ROUNDS = Integer.getInteger("kontor.kills", 6);
    private static final int MOST_STEPS = 30;
    private static final int LONGEST_MILLIS = 80;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        final long seed = Long.getLong("kontor.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "kontor.seed={0}", Long.toString(seed));
        final var random = new SplittableRandom(seed);
        long acknowledged = 0;
        long loads = 0;
        try (var fixture = new Fixture()) {
            for (int round = 0; round < ROUNDS; round++) {
                final var last = run(fixture, random);
                try (var store = fixture.open()) {
                    assertEquals(List.of(), store.verify(Progress.NONE), "round " + round + " of seed " + seed);
                    final var entries = store.history().operations(0, 1);
                    final long newest = entries.isEmpty() ? 0 : sequence(store);
                    assertTrue(newest >= last, () -> "acknowledged " + last + ", found " + newest);
                    acknowledged = Math.max(acknowledged, last);
                    for (final var operation : store.history().operations(0, Integer.MAX_VALUE)) {
                        if ("Load".equals(operation.first().description())) {
                            assertEquals(KillWorkload.LOADED, operation.changeSets(), "half a load in round " + round + " of seed " + seed);
                            loads++;
                        }
                    }
                }
            }
        }
        assertTrue(loads > 0, "no process lived to load anything");
        assertTrue(acknowledged > ROUNDS, "the processes did something before they were killed: " + acknowledged);
    }

    /** The sequence of the newest entry: one more edit tells it. */
    private static long sequence(final org.kontor.store.Store store) {
        return Fixture.edit(store, "Probe", writer -> {
            final var account = new org.kontor.model.Account();
            account.setName("Probe");
            writer.add(account);
        }).changeSet().sequence() - 1;
    }

    private static long run(final Fixture fixture, final SplittableRandom random) throws IOException, InterruptedException {
        final var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-Duser.home=" + System.getProperty("user.home"), "-cp", classPath(fixture), KillWorkload.class.getName(), fixture.path("store").toString(),
                Long.toString(random.nextLong())).redirectError(Redirect.appendTo(fixture.path("errors.log").toFile())).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", lines.readLine(), () -> errors(fixture));
            final int steps = 1 + random.nextInt(MOST_STEPS);
            final int millis = random.nextInt(LONGEST_MILLIS);
            long last = 0;
            int acknowledged = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                final var words = line.split(" ");
                if (words.length == 3 && words[2].length() == 64) {
                    last = Long.parseLong(words[1]);
                    acknowledged++;
                }
                if (acknowledged == steps) {
                    killAfter(process, millis);
                }
            }
            return last;
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /** In the midst of whatever the process does by then. */
    private static void killAfter(final Process process, final int millis) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                process.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            process.toHandle().destroyForcibly();
        });
    }

    private static String errors(final Fixture fixture) {
        try {
            return Files.readString(fixture.path("errors.log"));
        } catch (IOException unreadable) {
            return unreadable.getMessage();
        }
    }

    /** The files of all bundles, and the jars inside the engine's bundle, which no plain class path can reach. */
    private static String classPath(final Fixture fixture) throws IOException {
        final var context = FrameworkUtil.getBundle(KillTest.class);
        if (context == null) {
            return System.getProperty("java.class.path");
        }
        final List<String> parts = new ArrayList<>();
        parts.add(Path.of(java.net.URI.create(FrameworkUtil.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString());
        for (final var bundle : context.getBundleContext().getBundles()) {
            if (bundle.getBundleId() == 0) {
                continue;
            }
            final var file = FileLocator.getBundleFileLocation(bundle).orElseThrow();
            parts.add(file.getPath());
            if (file.isDirectory()) {
                for (final var output : List.of("target/classes", "target/test-classes", "bin")) {
                    parts.add(new File(file, output).getPath());
                }
            }
            if (file.isDirectory()) {
                // a bundle under test runs from its project, where the classes lie deeper
                parts.add(file.toPath().resolve("target/classes").toString());
            }
            if (bundle.getSymbolicName().equals("org.kontor.store.derby")) {
                for (final var name : List.of("derby.jar", "derbyshared.jar", "derbytools.jar")) {
                    final var copy = fixture.path(name);
                    if (Files.notExists(copy)) {
                        try (var in = bundle.getEntry("lib/" + name).openStream()) {
                            Files.copy(in, copy);
                        }
                    }
                    parts.add(copy.toString());
                }
            }
        }
        return String.join(File.pathSeparator, parts);
    }
}
