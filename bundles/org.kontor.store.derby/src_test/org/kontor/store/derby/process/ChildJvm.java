// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.derby.io.StorageFile;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.apache.derby.shared.common.error.StandardException;
import org.kontor.core.problem.Problem;
import org.kontor.store.database.Database;
import org.kontor.store.derby.internal.DerbyDatabase;

/** Another virtual machine with the class path of this one, talked to by lines and ended the hard way. */
final class ChildJvm implements AutoCloseable {

    private static final String END = "\u0000end";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ChildJvm(final Process process) {
        this.process = process;
        final Thread reader = new Thread(this::read, "child " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a main class of the tests.
     *
     * @param main      the class
     * @param prefix    a command that starts the machine, such as {@code unshare}; may be empty
     * @param arguments of the class
     * @return the process
     */
    static ChildJvm start(final Class<?> main, final List<String> prefix, final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Where the classes of the product, of Derby and of the tests are, whatever the runner put into {@code java.class.path}. */
    static String classPath() {
        return Stream.of(ChildJvm.class, DerbyDatabase.class, Database.class, Problem.class, EmbeddedDriver.class, StorageFile.class,
                StandardException.class).map(ChildJvm::place).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    /** The next line that starts with a word; fails where the process ends or stays silent. */
    String await(final String start) throws InterruptedException {
        while (true) {
            final String line = lines.poll(120, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError((line == null ? "silent" : "ended") + " before \"" + start + "\": " + seen);
            }
            seen.add(line);
            if (line.startsWith(start)) {
                return line;
            }
        }
    }

    /** All lines until the process has ended. */
    List<String> awaitEnd() throws InterruptedException {
        final List<String> rest = new ArrayList<>();
        for (String line = lines.poll(120, TimeUnit.SECONDS); line != null && !line.equals(END); line = lines.poll(120, TimeUnit.SECONDS)) {
            rest.add(line);
        }
        process.waitFor();
        return rest;
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process without giving it a chance, and keeps what it has printed: closing the pipe as well would lose that. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed: " + closed.getMessage());
        } finally {
            lines.add(END);
        }
    }

    private static String place(final Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
