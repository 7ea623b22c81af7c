// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.concurrent.TimeUnit;

import org.kontor.core.progress.Progress;

/** One line on standard error that is written over and over, and is gone at the end. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Terminal terminal;
    private String task = "";
    private long total;
    private long done;
    private long lastShown = System.nanoTime() - PAUSE;
    private int shownColumns;

    TerminalProgress(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(final String newTask, final long newTotal) {
        task = Layout.clean(newTask);
        total = newTotal;
        done = 0;
        show(true);
    }

    @Override
    public void worked(final long amount) {
        done += amount;
        show(false);
    }

    @Override
    public boolean isCancelled() {
        return terminal.cancelled().getAsBoolean();
    }

    private void show(final boolean atOnce) {
        final long now = System.nanoTime();
        if (!terminal.showsProgress() || !atOnce && now - lastShown < PAUSE) {
            return;
        }
        lastShown = now;
        final var line = total > 0 ? Messages.TEXTS.get("progress.share", task, Long.toString(Math.min(100, done * 100 / total)))
                : done > 0 ? Messages.TEXTS.get("progress.count", task, Long.toString(done)) : task;
        final int columns = Layout.width(line);
        terminal.err().print('\r' + Layout.pad(line, shownColumns, false));
        terminal.err().flush();
        shownColumns = columns;
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (shownColumns > 0) {
            terminal.err().print('\r' + " ".repeat(shownColumns) + '\r');
            terminal.err().flush();
            shownColumns = 0;
        }
    }
}
