// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks.bare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** Nothing; says when that was painted, as Kontor's own report of a start does. */
public final class BareView extends ViewPart {

    private Composite empty;

    @Override
    public void createPartControl(final Composite parent) {
        empty = new Composite(parent, SWT.NONE);
        final boolean[] painted = new boolean[1];
        empty.addListener(SWT.Paint, event -> {
            if (!painted[0]) {
                painted[0] = true;
                empty.getDisplay().asyncExec(BareView::report);
            }
        });
    }

    private static void report() {
        try {
            final var report = Path.of(System.getProperty("kontor.startup.report"));
            final var whole = report.resolveSibling(report.getFileName() + ".part");
            Files.writeString(whole, "view " + Instant.now() + "\n");
            Files.move(whole, report);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void setFocus() {
        empty.setFocus();
    }
}
