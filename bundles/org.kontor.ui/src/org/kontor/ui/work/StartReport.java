// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;

/**
 * When the steps of a start were reached, up to the first data on the screen. Written where the system property {@value #PROPERTY} names a
 * file, once, as lines of a step and an instant; for measuring and for reports of a slow start. Does nothing without the property.
 *
 * @since 0.1
 */
public final class StartReport {

    /** The system property that names the file to write. */
    public static final String PROPERTY = "kontor.startup.report";

    private static final System.Logger LOG = System.getLogger(StartReport.class.getName());
    private static final StartReport INSTANCE = new StartReport(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));

    private final List<String> steps = new ArrayList<>();
    private Optional<Path> file;

    StartReport(final Optional<Path> file) {
        this.file = file;
    }

    /**
     * Notes that a step was reached, on any thread.
     *
     * @param step its name, one word
     */
    public static void reached(final String step) {
        INSTANCE.note(step);
    }

    /**
     * Says that a control has its data now. Once these are painted, the report is complete and is written; later calls do nothing. On the
     * user-interface thread.
     *
     * @param control the control
     * @param step    what it shows, one word
     */
    public static void shown(final Control control, final String step) {
        INSTANCE.completeWhenPainted(control, step);
    }

    void note(final String step) {
        synchronized (steps) {
            if (file.isPresent()) {
                steps.add(step + ' ' + Instant.now());
            }
        }
    }

    void completeWhenPainted(final Control control, final String step) {
        if (file.isEmpty()) {
            return;
        }
        final var painted = new Listener[1];
        painted[0] = event -> {
            control.removeListener(SWT.Paint, painted[0]);
            control.getDisplay().asyncExec(() -> complete(step));
        };
        control.addListener(SWT.Paint, painted[0]);
        control.redraw();
    }

    private void complete(final String step) {
        note(step);
        synchronized (steps) {
            final var written = file;
            file = Optional.empty();
            written.ifPresent(this::write);
        }
    }

    private void write(final Path report) {
        try {
            final var whole = report.resolveSibling(report.getFileName() + ".part");
            Files.write(whole, steps);
            Files.move(whole, report);
        } catch (IOException unwritten) {
            LOG.log(Level.WARNING, "no start report at " + report, unwritten);
        }
    }
}
