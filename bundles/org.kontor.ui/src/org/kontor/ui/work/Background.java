// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.core.text.Texts;
import org.kontor.store.ConflictException;

/**
 * Work that must not keep the user interface waiting: what reads or writes a store, a file or the network, or computes for long. It runs as
 * a cancellable job with progress; its result comes back on the user-interface thread, and only while the widget that asked still exists.
 * What goes wrong is shown to the person as a {@link Problem}, unless the caller deals with it.
 *
 * <pre>
 * Background.of(table, "Read accounts", progress -&gt; store.read(session -&gt; session.count(query)))
 *         .then(count -&gt; label.setText(format(count)))
 *         .start();
 * </pre>
 *
 * @param <T> what the work returns
 * @since 0.1
 */
public final class Background<T> {

    private static final Texts TEXTS = Messages.TEXTS;

    /**
     * What to do away from the user interface.
     *
     * @param <T> what it returns
     * @since 0.1
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @param progress reported to and asked for cancellation
         * @return the result; null allowed
         */
        T run(Progress progress);
    }

    private final Control control;
    private final Display display;
    private final String name;
    private final Work<T> work;
    private Consumer<? super T> done = result -> { };
    private Predicate<RuntimeException> failed = problem -> false;
    private Runnable finished = () -> { };
    private boolean quiet;
    private Object family;

    private Background(final Control control, final String name, final Work<T> work) {
        this.control = Objects.requireNonNull(control);
        this.display = control.getDisplay();
        this.name = Objects.requireNonNull(name);
        this.work = Objects.requireNonNull(work);
    }

    /**
     * @param control who asks; the result is dropped once it is disposed of
     * @param name    what is done, in the person's language; shown with the progress
     * @param work    the work; runs on another thread
     * @param <T>     what it returns
     * @return the work, not yet started
     */
    public static <T> Background<T> of(final Control control, final String name, final Work<T> work) {
        return new Background<>(control, name, work);
    }

    /**
     * @param receiver receives the result on the user-interface thread
     * @return this
     */
    public Background<T> then(final Consumer<? super T> receiver) {
        done = receiver;
        return this;
    }

    /**
     * @param handler asked on the user-interface thread what goes wrong, before the person is told; returns whether that is settled
     * @return this
     */
    public Background<T> otherwise(final Predicate<RuntimeException> handler) {
        failed = handler;
        return this;
    }

    /**
     * @param action runs on the user-interface thread after the result, the problem or the cancellation
     * @return this
     */
    public Background<T> last(final Runnable action) {
        finished = action;
        return this;
    }

    /** @return this, shown nowhere in progress views: for short reads that a person did not ask for by name */
    public Background<T> quiet() {
        quiet = true;
        return this;
    }

    /**
     * @param member what {@code Job.getJobManager().find(...)} finds it by
     * @return this
     */
    public Background<T> family(final Object member) {
        family = member;
        return this;
    }

    /**
     * Starts the work.
     *
     * @return the job, to cancel it or to join it in a test
     */
    public Job start() {
        return start(0);
    }

    /**
     * Starts the work after a while, for work that typing asks for: cancel the job and start another one with the next key.
     *
     * @param delayMillis how long to wait
     * @return the job
     */
    public Job start(final long delayMillis) {
        final var job = new WorkJob();
        job.setSystem(quiet);
        job.setUser(!quiet);
        job.schedule(delayMillis);
        return job;
    }

    private void work(final IProgressMonitor monitor) {
        Consumer<Background<T>> outcome;
        try {
            final T result = work.run(new MonitorProgress(monitor));
            outcome = monitor.isCanceled() ? nothing -> { } : self -> self.done.accept(result);
        } catch (CancellationException stopped) {
            outcome = nothing -> { };
        } catch (RuntimeException problem) {
            outcome = self -> self.fail(problem);
        }
        final var delivery = outcome;
        if (!display.isDisposed()) {
            display.asyncExec(() -> deliver(delivery));
        }
    }

    private void deliver(final Consumer<Background<T>> delivery) {
        if (control.isDisposed()) {
            return;
        }
        try {
            delivery.accept(this);
        } finally {
            finished.run();
        }
    }

    private void fail(final RuntimeException thrown) {
        if (!failed.test(thrown)) {
            ProblemDialog.open(control.getShell(), problem(thrown));
        }
    }

    /**
     * Puts into words what went wrong; what nobody foresaw goes to the log with its cause.
     *
     * @param thrown what was thrown
     * @return the problem to show
     */
    public static Problem problem(final RuntimeException thrown) {
        return switch (thrown) {
            case final ProblemException known -> known.problem();
            case final ConflictException conflict -> conflict.problem();
            default -> {
                ILog.of(Background.class).error(String.valueOf(thrown.getMessage()), thrown);
                yield Problem.of(TEXTS, "unexpected");
            }
        };
    }

    /** A job that belongs to the family that its starter named. */
    private final class WorkJob extends Job {

        WorkJob() {
            super(name);
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            work(monitor);
            return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(final Object member) {
            return Background.class.equals(member) || member.equals(family);
        }
    }
}
