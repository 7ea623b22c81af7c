// SPDX-License-Identifier: EPL-2.0

package org.kontor.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A copy of the materialised product in a folder of its own, with a home folder of its own. */
final class Installation {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final String BRIEFLY = "-XX:TieredStopAtLevel=1";

    private final Path folder;
    private final Path home;

    private Installation(final Path folder, final Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** What a process left behind. */
    record Outcome(int code, String output, String errors) {
    }

    static Installation copyInto(final Path empty) throws IOException {
        final Path source = tree().resolve("releng/product/target/products/org.kontor.product").resolve(platformFolder());
        final Path target = empty.resolve("kontor");
        try (Stream<Path> files = Files.walk(source)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(source.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Installation(target, Files.createDirectory(empty.resolve("home")));
    }

    static String updateSite() {
        return tree().resolve("releng/repository/target/repository").toUri().toString();
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    /** Runs the start script without a display. */
    Outcome run(final String... words) throws IOException, InterruptedException {
        return run(Installation::withoutDisplay, script(words));
    }

    /** Runs the start script without a display, in a Java that starts fast and does not compile for the long run. */
    Outcome runBriefly(final String... words) throws IOException, InterruptedException {
        return run(Installation::briefly, script(words));
    }

    /** Starts the start script without a display, in a Java that starts fast and does not compile for the long run; the caller ends it. */
    Process start(final Path output, final String... words) throws IOException {
        final ProcessBuilder builder = builder(script(words)).redirectOutput(output.toFile())
            .redirectError(output.resolveSibling(output.getFileName() + ".errors").toFile());
        briefly(builder.environment());
        return builder.start();
    }

    /** Runs the director of the installation itself, as Help &gt; Install New Software does. */
    Outcome direct(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(java("java"), BRIEFLY, "-jar", launcher().toString(), "-nosplash", "-data",
            home.resolve("director").toString(), "-application", "org.eclipse.equinox.p2.director"));
        command.addAll(Arrays.asList(arguments));
        return run(environment -> { }, command);
    }

    /** Opens the workbench on the display of this test; the caller ends it. */
    Process open(final Path log, final String... arguments) throws IOException {
        return builder(script(arguments)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** {@return the stack of the process's main thread, empty where it cannot be had} */
    String mainThread(final ProcessHandle java) throws IOException, InterruptedException {
        final Outcome dump = run(environment -> { }, List.of(java("jcmd"), Long.toString(java.pid()), "Thread.print"));
        final int start = dump.output().indexOf("\"main\"");
        final int end = dump.output().indexOf("\n\n", Math.max(start, 0));
        return start < 0 ? "" : dump.output().substring(start, end < 0 ? dump.output().length() : end);
    }

    private static void briefly(final Map<String, String> environment) {
        withoutDisplay(environment);
        environment.put("KONTOR_JAVA_OPTIONS", BRIEFLY);
    }

    private static void withoutDisplay(final Map<String, String> environment) {
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
    }

    private List<String> script(final String... words) {
        final List<String> command = new ArrayList<>(List.of(folder.resolve("kontor").toString()));
        command.addAll(Arrays.asList(words));
        return command;
    }

    private ProcessBuilder builder(final List<String> command) {
        final ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("KONTOR_HOME");
        builder.environment().remove("KONTOR_JAVA_OPTIONS");
        return builder;
    }

    private Outcome run(final Consumer<Map<String, String>> change, final List<String> command) throws IOException, InterruptedException {
        final Path output = Files.createTempFile(home, "output", ".txt");
        final Path errors = Files.createTempFile(home, "errors", ".txt");
        final ProcessBuilder builder = builder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        change.accept(builder.environment());
        final Process process = builder.start();
        if (!process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within " + LONGEST_RUN);
        }
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private Path launcher() {
        try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
            return plugins.filter(path -> path.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java(final String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String platformFolder() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "macosx/cocoa/aarch64/kontor.app/Contents/Eclipse" : "linux/gtk/x86_64/kontor";
    }

    static Path tree() {
        Path candidate = Path.of("").toAbsolutePath();
        while (candidate != null && !Files.isDirectory(candidate.resolve("target-platform"))) {
            candidate = candidate.getParent();
        }
        if (candidate == null) {
            throw new IllegalStateException("no tree around " + Path.of("").toAbsolutePath());
        }
        return candidate;
    }
}
