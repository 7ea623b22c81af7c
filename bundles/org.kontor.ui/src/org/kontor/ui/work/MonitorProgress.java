// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import org.eclipse.core.runtime.IProgressMonitor;

import org.kontor.core.progress.Progress;

/**
 * Lets work that knows no workbench report to the workbench's progress views.
 *
 * @since 0.1
 */
public final class MonitorProgress implements Progress {

    private static final int TICKS = 10_000;

    private final IProgressMonitor monitor;
    private long total;
    private long worked;
    private int shown;

    /**
     * @param monitor what the workbench shows; never null
     */
    public MonitorProgress(final IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void begin(final String task, final long units) {
        total = units;
        worked = 0;
        shown = 0;
        monitor.beginTask(task, units > 0 ? TICKS : IProgressMonitor.UNKNOWN);
    }

    @Override
    public void worked(final long amount) {
        worked += amount;
        if (total <= 0) {
            return;
        }
        final int now = (int) Math.min(TICKS, (double) worked / total * TICKS);
        if (now > shown) {
            monitor.worked(now - shown);
            shown = now;
        }
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }
}
