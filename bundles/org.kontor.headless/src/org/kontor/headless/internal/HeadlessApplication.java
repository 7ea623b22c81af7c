// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.kontor.core.problem.Problem;
import org.kontor.headless.ExitCode;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The product without a display. The start script hands over the words after {@code ./kontor}, the person's own folder as
 * {@code kontor.home}, the caller's folder as {@code kontor.cwd} where it is not that of the process, and {@code kontor.terminal=true} where
 * a person watches standard error.
 */
public final class HeadlessApplication implements IApplication {

    private static final long SECONDS_TO_START = 60;
    private static final long SECONDS_TO_STOP = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean cancelled;

    @Override
    public Object start(final IApplicationContext context) throws InterruptedException {
        final var terminal = terminal();
        context.applicationRunning();
        try {
            return run(words(context), terminal);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
            finished.countDown();
        }
    }

    private static int run(final List<String> words, final Terminal terminal) throws InterruptedException {
        final var tracker = new ServiceTracker<CommandLine, CommandLine>(
                FrameworkUtil.getBundle(HeadlessApplication.class).getBundleContext(), CommandLine.class, null);
        tracker.open();
        try {
            final var commandLine = tracker.waitForService(TimeUnit.SECONDS.toMillis(SECONDS_TO_START));
            if (commandLine == null) {
                terminal.err().println(Problem.of(Messages.TEXTS, "incomplete").sentence());
                return ExitCode.FAILED.number();
            }
            return commandLine.run(words, terminal);
        } finally {
            tracker.close();
        }
    }

    /** The launcher's own arguments are gone; a leading {@code --} only ended them. */
    private static List<String> words(final IApplicationContext context) {
        final var words = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        return !words.isEmpty() && words.getFirst().equals("--") ? words.subList(1, words.size()) : words;
    }

    private Terminal terminal() {
        final var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, encoding("stdout.encoding"));
        final var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, encoding("stderr.encoding"));
        final var named = System.getProperty("kontor.home", "");
        final var home = named.isBlank() ? Path.of(System.getProperty("user.home"), ".kontor") : Path.of(named);
        LibraryOutput.redirect(home.toAbsolutePath());
        return new Terminal(out, err, Boolean.getBoolean("kontor.terminal"),
                Path.of(System.getProperty("kontor.cwd", System.getProperty("user.dir"))).toAbsolutePath(), System.getenv(),
                home.toAbsolutePath(), () -> cancelled);
    }

    /** A Windows console has its own character set; everywhere else UTF-8 is right even where the locale says nothing. */
    private static Charset encoding(final String property) {
        final boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? Charset.forName(System.getProperty(property, "UTF-8")) : StandardCharsets.UTF_8;
    }

    /** Somebody pressed Ctrl+C: what runs ends at its next safe point. */
    @Override
    public void stop() {
        cancelled = true;
        try {
            finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
