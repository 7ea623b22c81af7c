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
        final Display display = PlatformUI.createDisplay();
        final var arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        Optional<StoreStart> start = Optional.empty();
        try {
            if (!arguments.contains("-noStore") && !Boolean.getBoolean("kontor.noStore")) {
                start = openStore(display, arguments);
                if (start.isEmpty()) {
                    return EXIT_OK;
                }
            }
            final int code = PlatformUI.createAndRunWorkbench(display, new KontorWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            start.ifPresent(StoreStart::close);
            display.dispose();
        }
    }

    /** Empty where the person chose to leave. */
    private static Optional<StoreStart> openStore(final Display display, final List<String> arguments) {
        final var bundles = FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext();
        final var home = KontorHome.ofUser();
        final int named = arguments.indexOf("-store");
        Path folder = named >= 0 && named + 1 < arguments.size() ? Path.of(arguments.get(named + 1)).toAbsolutePath() : home.storeToOpen();
        boolean readOnly = false;
        while (true) {
            final Optional<char[]> password;
            final var attempt = new StoreStart(bundles);
            if (attempt.needsPassword(folder)) {
                final var dialog = new PasswordDialog(new Shell(display), folder);
                if (dialog.open() != Window.OK) {
                    return Optional.empty();
                }
                password = Optional.of(dialog.password());
            } else {
                password = Optional.empty();
            }
            final boolean demo = folder.equals(home.demoStore());
            attempt.open(new Stores.Request(folder, demo, readOnly, password, System.getProperty("user.name", "?"), client()), demo);
            final var refused = attempt.failureWithin(password.isPresent() ? MILLIS_FOR_UNLOCKING : MILLIS_FOR_REFUSAL);
            if (refused.isEmpty()) {
                attempt.then(store -> welcome(display, home, store));
                attempt.otherwise(failure -> display.asyncExec(() -> StoreProblemDialog.openInWorkbench(display, failure)));
                return Optional.of(attempt);
            }
            final var dialog = new StoreProblemDialog(new Shell(display), folder, refused.get(), attempt);
            final var answer = dialog.ask();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            folder = answer.get().folder();
            readOnly = answer.get().readOnly();
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
