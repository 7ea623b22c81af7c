// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import org.kontor.ui.work.Background;

/** Runs short reads as jobs that no progress view shows; they belong to the family of all background work. */
public final class ReadJobs implements Executor {

    private final String name;

    /**
     * @param name what is done, in the person's language
     */
    public ReadJobs(final String name) {
        this.name = name;
    }

    @Override
    public void execute(final Runnable work) {
        final var job = new Job(name) {
            @Override
            protected IStatus run(final IProgressMonitor monitor) {
                try {
                    work.run();
                    return Status.OK_STATUS;
                } catch (CancellationException closed) { // nobody waits for what a closed store held
                    return Status.CANCEL_STATUS;
                }
            }

            @Override
            public boolean belongsTo(final Object family) {
                return Background.class.equals(family);
            }
        };
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
    }
}
