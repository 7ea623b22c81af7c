// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * From the start of the process to the first data on the screen: the product on the demo company, and a workbench of the same platform with
 * one empty view, once as the platform starts it, and once by the product's own script, so with the product's archive of classes and its flags.
 * In turn, by the same Java machine, each with a workspace and a configuration of its own that were used before.
 */
final class StartTask {

    private static final int WARMING = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private final Path product;
    private final Path folder;
    private final String name;
    private final List<String> command;

    private StartTask(final Path product, final Path folder, final String name, final List<String> command) {
        this.product = product;
        this.folder = folder;
        this.name = name;
        this.command = command;
    }

    static void measure(final Path product, final Path bare, final Path folder, final int turns) throws IOException, InterruptedException {
        final var script = List.of(product.resolve("kontor").toString());
        final var ours = new StartTask(product, Files.createDirectory(folder.resolve("ours")), "Kontor", script);
        ours.configure(line -> true, List.of());
        final var plain = bare(product, bare, Files.createDirectory(folder.resolve("bare")), List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-jar", launcher(product).toString(), "-data", folder.resolve("bare/home").toString()));
        final var quick = bare(product, bare, Files.createDirectory(folder.resolve("quick")), script);
        for (int i = 0; i < WARMING; i++) {
            ours.start();
            plain.start();
            quick.start();
        }
        for (int i = 0; i < turns; i++) {
            report("start.", ours, i);
            report("start.bare.", plain, i);
            report("start.quick.", quick, i);
        }
    }

    private static void report(final String prefix, final StartTask task, final int turn) throws IOException, InterruptedException {
        for (final var step : task.start()) {
            Measured.value(prefix + step.name + '.' + turn, step.seconds);
        }
    }

    private static Path launcher(final Path product) throws IOException {
        try (var plugins = Files.newDirectoryStream(product.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            return plugins.iterator().next();
        }
    }

    private static StartTask bare(final Path product, final Path bundle, final Path folder, final List<String> start) throws IOException {
        final var command = new ArrayList<>(start);
        command.addAll(List.of("-product", "org.kontor.benchmarks.bare.product", "-application", "org.kontor.benchmarks.bare.application"));
        final var task = new StartTask(product, folder, "Bare", command);
        task.configure(line -> !line.startsWith("org.kontor.") || line.startsWith("org.kontor.logging,"),
                List.of("org.kontor.benchmarks.bare,0.1.0," + bundle.toUri() + ",4,false"));
        return task;
    }

    /** The product's configuration with some of its bundles and some others. */
    private void configure(final java.util.function.Predicate<String> kept, final List<String> added) throws IOException {
        final var configuration = folder.resolve("configuration");
        Files.createDirectories(configuration.resolve(BUNDLES).getParent());
        final var from = product.resolve("configuration");
        Files.copy(from.resolve("config.ini"), configuration.resolve("config.ini"), StandardCopyOption.REPLACE_EXISTING);
        final var bundles = Files.readAllLines(from.resolve(BUNDLES)).stream().filter(kept).collect(Collectors.toCollection(ArrayList::new));
        bundles.addAll(added);
        Files.write(configuration.resolve(BUNDLES), bundles);
    }

    private record Step(String name, double seconds) {
    }

    private List<Step> start() throws IOException, InterruptedException {
        final var report = folder.resolve("report");
        Files.deleteIfExists(report);
        final var all = new ArrayList<>(command);
        all.addAll(List.of("-configuration", folder.resolve("configuration").toString()));
        if (!command.getFirst().endsWith("kontor")) {
            all.add(1, "-Dkontor.startup.report=" + report);
        }
        final var builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("KONTOR_HOME", folder.resolve("home").toString());
        builder.environment().put("KONTOR_JAVA_OPTIONS", "-Dkontor.startup.report=" + report);
        final var before = Instant.now();
        final var process = builder.start();
        while (!Files.exists(report)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || before.plus(PATIENCE).isBefore(Instant.now())) {
                process.descendants().forEach(ProcessHandle::destroy);
                throw new IllegalStateException(name + " did not start: " + Files.readString(folder.resolve("output")));
            }
        }
        final var steps = Files.readAllLines(report).stream().map(line -> line.split(" "))
                .map(parts -> new Step(parts[0], Duration.between(before, Instant.parse(parts[1])).toNanos() / 1e9)).toList();
        TimeUnit.SECONDS.sleep(2);
        close(process);
        return steps;
    }

    /** As a person does, so that workspace and store are left in order. */
    private void close(final Process process) throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", '^' + name + " *$", "windowactivate", "--sync").start().waitFor();
            new ProcessBuilder("xdotool", "key", "alt+F4").start().waitFor();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        }
        process.descendants().forEach(ProcessHandle::destroy);
        throw new IllegalStateException(name + " did not end");
    }
}
