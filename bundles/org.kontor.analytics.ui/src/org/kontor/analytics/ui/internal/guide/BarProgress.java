// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import org.kontor.core.progress.Progress;

/** Shows progress in the page as well as where the platform shows it. */
final class BarProgress implements Progress {

    private static final int FULL = 1_000;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Progress inner;
    private final ProgressBar bar;
    private final Label label;
    private final Display display;
    private long total;
    private long done;
    private long shown;

    BarProgress(final Progress inner, final ProgressBar bar, final Label label) {
        this.inner = inner;
        this.bar = bar;
        this.label = label;
        this.display = bar.getDisplay();
    }

    @Override
    public void begin(final String task, final long units) {
        inner.begin(task, units);
        total = units;
        done = 0;
        show(task);
    }

    @Override
    public void worked(final long amount) {
        inner.worked(amount);
        done += amount;
        if (System.nanoTime() - shown > PAUSE_NANOS) {
            show(null);
        }
    }

    private void show(final String task) {
        shown = System.nanoTime();
        final int share = total <= 0 ? 0 : (int) (FULL * Math.min(done, total) / total);
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!bar.isDisposed()) {
                    bar.setMaximum(FULL);
                    bar.setSelection(share);
                    if (task != null) {
                        label.setText(task.replace("&", "&&"));
                    }
                }
            });
        }
    }

    @Override
    public boolean isCancelled() {
        return inner.isCancelled();
    }
}
