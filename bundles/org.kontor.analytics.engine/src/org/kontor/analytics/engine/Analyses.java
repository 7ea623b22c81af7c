// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.kontor.analytics.Applicability;
import org.kontor.analytics.frame.Dataset;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;

/**
 * Carries out plans, recording nothing; see {@link AnalysisRuns} for that. An OSGi service, safe for any thread; calls take long.
 *
 * @since 0.1
 */
public interface Analyses {

    /**
     * What a plan would run on.
     *
     * @param raw           the rows that the filter leaves, with their roles
     * @param report        how clean they are
     * @param prepared      the same rows prepared
     * @param applicability whether the method can run on them
     * @param memory        how many bytes the method says that it needs
     */
    record Preview(Dataset raw, DataReport report, Dataset prepared, Applicability applicability, long memory) {
    }

    /**
     * Proposes roles for the columns of a source: those that a method needs, and of these only where there is no doubt. All numbers that are
     * no name, no personal data and not in another role are features.
     *
     * @param provider who would run
     * @param columns  the columns there are
     * @param plan     roles given so far are kept
     * @return the plan with roles added
     */
    Plan propose(Provider provider, List<SourceColumn> columns, Plan plan);

    /**
     * Reads the rows of a plan as they are.
     *
     * @param store    the open store; empty where the source needs none
     * @param plan     which source, which of its columns, and a filter; its method may be missing
     * @param progress reported to and asked for cancellation
     * @return the rows that the filter leaves; there may be none
     * @throws ProblemException      where rows cannot be read, or a condition cannot be compared with its column
     * @throws CancellationException where somebody asked to stop
     */
    Dataset read(Optional<Store> store, Plan plan, Progress progress);

    /**
     * Reads and prepares the rows of a plan and asks the method what it thinks of them.
     *
     * @param store    the open store; empty where the source needs none
     * @param plan     what would be run
     * @param options  how
     * @param progress reported to and asked for cancellation
     * @return what it would run on; obstacles stand in the applicability
     * @throws ProblemException      where rows cannot be read or prepared
     * @throws CancellationException where somebody asked to stop
     */
    Preview preview(Optional<Store> store, Plan plan, RunOptions options, Progress progress);

    /**
     * Runs.
     *
     * @param store    the open store; empty where the source needs none
     * @param plan     what to run
     * @param options  how
     * @param progress reported to and asked for cancellation
     * @return the result, checked
     * @throws ProblemException      where it cannot be done: unknown method, column or parameter, unfit data, too little memory, or a
     *                               provider that failed
     * @throws CancellationException where somebody asked to stop and the provider stopped
     */
    Completed run(Optional<Store> store, Plan plan, RunOptions options, Progress progress);

    /**
     * Finds out how good a method is on rows that it did not learn from. Every step of preparation learns within each fold. For a method
     * with a target or ratings: how well it predicts; for one that groups: how alike the groups of each fold's training are to those of all
     * rows, and how close rows that were held out lie to their group.
     *
     * @param store    the open store; empty where the source needs none
     * @param plan     what to evaluate
     * @param trial    how rows are held out
     * @param options  how it is run
     * @param progress reported to and asked for cancellation
     * @return the metrics
     * @throws ProblemException      as for {@link #run}, and where answers do not fit the question ({@code analytics.cannot-evaluate})
     * @throws CancellationException where somebody asked to stop
     */
    Evaluation evaluate(Optional<Store> store, Plan plan, Evaluation.Trial trial, RunOptions options, Progress progress);

    /**
     * Searches for better settings of a method that learns: settings are drawn from the ranges that its descriptor gives, by a seed, and each is
     * tried on rows that were held out, all on the same folds. Every step of preparation learns within each fold.
     *
     * @param store    the open store; empty where the source needs none
     * @param plan     what to run; its own settings are the first trial
     * @param search   how to search
     * @param options  how it is run
     * @param progress reported to and asked for cancellation
     * @return every trial
     * @throws ProblemException      as for {@link #evaluate}, and where the method gives no ranges ({@code analytics.no-search}) or no trial succeeded
     * @throws CancellationException where somebody asked to stop
     */
    Tuning tune(Optional<Store> store, Plan plan, Tuning.Search search, RunOptions options, Progress progress);
}
