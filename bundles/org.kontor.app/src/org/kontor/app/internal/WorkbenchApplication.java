// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.ui.work.StartReport;

/**
 * Opens the workbench on a store and stays until the last window is closed. The store opens beside the window; what needs a person's
 * answer (a password, a store that is in use) is asked before it.
 * <p>
 * Arguments: {@code -store DIR} opens that store; {@code -noStore} (or the system property {@code kontor.noStore}) opens none, so that
 * features can be installed or removed where a store cannot be opened.
 */
public final class WorkbenchApplication implements IApplication {

    private static final int MILLIS_FOR_REFUSAL = 250;
    /** A wrong password is told before the window opens, however slow the machine tries it. */
    private static final long MILLIS_FOR_UNLOCKING = 30_000;

    @Override
    public Object start(final IApplicationContext context) {
        StartReport.reached("application");
        final var arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        final boolean withStore = !arguments.contains("-noStore") && !Boolean.getBoolean("kontor.noStore");
        final var home = KontorHome.ofUser();
        Optional<Attempt> attempt = withStore ? Optional.of(begin(home, wanted(home, arguments), false)) : Optional.empty();
        Optional<Display> display = Optional.empty();
        try {
            display = Optional.of(PlatformUI.createDisplay());
            if (withStore) {
                attempt = settle(display.get(), home, attempt.get());
                if (attempt.isEmpty()) {
                    return EXIT_OK;
                }
            }
            final int code = PlatformUI.createAndRunWorkbench(display.get(), new KontorWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            attempt.ifPresent(open -> open.start().close());
            display.ifPresent(Display::dispose);
        }
    }

    /** One try to open a store; begun already, unless it needs a password first. */
    private record Attempt(StoreStart start, Path folder, boolean readOnly) {
    }

    private static Path wanted(final KontorHome home, final List<String> arguments) {
        final int named = arguments.indexOf("-store");
        return named >= 0 && named + 1 < arguments.size() ? Path.of(arguments.get(named + 1)).toAbsolutePath() : home.storeToOpen();
    }

    /** As early as can be: the store opens beside all that the workbench has to do. */
    private static Attempt begin(final KontorHome home, final Path folder, final boolean readOnly) {
        final var attempt = new Attempt(new StoreStart(FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext()), folder, readOnly);
        if (!attempt.start().needsPassword(folder)) {
            open(home, attempt, Optional.empty());
        }
        return attempt;
    }

    private static void open(final KontorHome home, final Attempt attempt, final Optional<char[]> password) {
        final boolean demo = attempt.folder().equals(home.demoStore());
        attempt.start().open(new Stores.Request(attempt.folder(), demo, attempt.readOnly(), password, System.getProperty("user.name", "?"), client()), demo);
    }

    /** Asks what only a person can answer, until a store opens; empty where the person chose to leave. */
    private static Optional<Attempt> settle(final Display display, final KontorHome home, final Attempt first) {
        Attempt attempt = first;
        while (true) {
            final boolean locked = !attempt.start().isBegun();
            if (locked) {
                final var dialog = new PasswordDialog(new Shell(display), attempt.folder());
                if (dialog.open() != Window.OK) {
                    return Optional.empty();
                }
                open(home, attempt, Optional.of(dialog.password()));
            }
            final var refused = attempt.start().failureWithin(locked ? MILLIS_FOR_UNLOCKING : MILLIS_FOR_REFUSAL);
            if (refused.isEmpty()) {
                attempt.start().then(store -> welcome(display, home, store));
                attempt.start().otherwise(failure -> display.asyncExec(() -> StoreProblemDialog.openInWorkbench(display, failure)));
                return Optional.of(attempt);
            }
            final var answer = new StoreProblemDialog(new Shell(display), attempt.folder(), refused.get(), attempt.start()).ask();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            attempt = begin(home, answer.get().folder(), answer.get().readOnly());
        }
    }

    private static void welcome(final Display display, final KontorHome home, final Store store) {
        if (!store.info().readOnly()) {
            home.rememberStore(store.info().folder());
        }
        store.whenWanted(() -> {
            display.asyncExec(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).findFirst().ifPresent(shell -> {
                shell.setMinimized(false);
                shell.forceActive();
            }));
            return true;
        });
    }

    private static String client() {
        final var host = System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", ""));
        return host.isBlank() ? "Kontor" : "Kontor on " + host;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            final IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
