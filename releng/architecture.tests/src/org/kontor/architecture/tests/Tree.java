// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out tree around this test. */
final class Tree {

    private Tree() {
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no tree with a target-platform folder around " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    static List<BundleFolder> bundles() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).sorted().map(BundleFolder::read).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
