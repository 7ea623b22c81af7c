// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.kontor.core.progress.Progress;

/**
 * How far work is, written by the worker and read by whoever shows it. Stopping it lets the work end in its own way, so that what was done
 * up to there is known.
 */
final class ShownProgress implements Progress {

    private final Progress job;
    private volatile String task = "";
    private volatile long total;
    private volatile long worked;
    private volatile boolean stopped;
    private volatile long begun = System.nanoTime();

    ShownProgress(final Progress job) {
        this.job = job;
    }

    @Override
    public void begin(final String name, final long units) {
        task = name;
        worked = 0;
        total = units;
        begun = System.nanoTime();
        job.begin(name, units);
    }

    @Override
    public void worked(final long amount) {
        // one worker writes, others only read
        worked = worked + amount;
        job.worked(amount);
    }

    @Override
    public boolean isCancelled() {
        return stopped || job.isCancelled();
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    String task() {
        return task;
    }

    /** The share that is done, from 0 to 1; negative where it is not known. */
    double share() {
        final long all = total;
        return all <= 0 ? -1 : Math.min(1, (double) worked / all);
    }

    /** How many seconds it will take, judged by what was done so far; negative where it is too early to say. */
    long secondsLeft() {
        final double share = share();
        final double seconds = (System.nanoTime() - begun) / 1e9;
        return share < 0.02 || seconds < 2 ? -1 : Math.round(seconds / share * (1 - share));
    }
}
