// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle as it lies in the tree: its manifest, its compiled classes and its sources.
 *
 * @param room   the symbolic name without the common prefix, for example {@code sales.ui}
 */
record BundleFolder(String room, Path folder, Attributes manifest, List<ClassFile> classes) {

    static final String PREFIX = "org.kontor.";

    static BundleFolder read(final Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            final List<ClassFile> classes = new ArrayList<>();
            for (final Path path : files(folder.resolve("target/classes"), name -> name.endsWith(".class"))) {
                classes.add(ClassFile.read(Files.readAllBytes(path)));
            }
            return new BundleFolder(folder.getFileName().toString().substring(PREFIX.length()), folder, new Manifest(in).getMainAttributes(), classes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTest() {
        return room.endsWith(".tests") || room.equals("testkit");
    }

    List<Path> sources() {
        return Stream.of("src", "src_test").flatMap(name -> files(folder.resolve(name), file -> file.endsWith(".java")).stream()).toList();
    }

    static List<Path> files(final Path folder, final Predicate<String> name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).filter(path -> name.test(path.getFileName().toString())).sorted().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
