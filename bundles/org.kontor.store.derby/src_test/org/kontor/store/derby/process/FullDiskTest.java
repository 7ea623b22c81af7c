// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reliability goal R3 on a real disk of 40 MB: a full one loses nothing acknowledged, says so, and works on once there is room. */
class FullDiskTest {

    @TempDir
    Path home;

    @Test
    void aFullDiskLosesNothingAndIsNamed() throws Exception {
        assumeTrue(canMount(), "needs the administrator of a Linux that lets him mount");
        final Path disk = Files.createDirectory(home.resolve("disk"));
        final List<String> mounted = List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=40m none \"$0\" && exec \"$@\"", disk.toString());
        try (ChildJvm child = ChildJvm.start(FullDisk.class, mounted, disk.toString())) {
            final List<String> lines = child.awaitEnd();
            for (final String expected : List.of("filled after some: true store.disk-full", "no byte left: true", "settings: store.disk-full",
                    "settings unchanged: true", "findings: [] []", "goes on")) {
                assertTrue(lines.contains(expected), () -> expected + " is not among " + lines);
            }
            assertTrue(lines.contains("while full: store.disk-full") || lines.contains("while full: opened"), lines::toString);
        }
    }

    @Test
    void aLoadThatFillsTheDiskLeavesTheTableAsItWas() throws Exception {
        assumeTrue(canMount(), "needs the administrator of a Linux that lets him mount");
        final Path disk = Files.createDirectory(home.resolve("disk"));
        final List<String> mounted = List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=40m none \"$0\" && exec \"$@\"", disk.toString());
        try (ChildJvm child = ChildJvm.start(FullDiskLoad.class, mounted, disk.toString())) {
            final List<String> lines = child.awaitEnd();
            for (final String expected : List.of("filled after some: true store.disk-full", "loads: true", "findings: [] []", "goes on")) {
                assertTrue(lines.contains(expected), () -> expected + " is not among " + lines);
            }
        }
    }

    private static boolean canMount() throws InterruptedException {
        try {
            return System.getProperty("os.name").equals("Linux")
                    && new ProcessBuilder("unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException without) {
            return false;
        }
    }
}
