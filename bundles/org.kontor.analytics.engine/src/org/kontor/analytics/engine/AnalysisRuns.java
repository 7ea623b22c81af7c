// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.kontor.analytics.result.TablePart;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisSchedule;
import org.kontor.store.Store;

/**
 * Saved analyses and what became of their runs, in a store. Everything is written as change sets and can be taken back. An OSGi service, safe
 * for any thread; calls take long. Labels are written to customers by one call at a time; others wait, and can be cancelled while they do.
 *
 * @since 0.1
 */
public interface AnalysisRuns {

    /**
     * What a repetition gave.
     *
     * @param run        the new run
     * @param comparison what is different from the run that was repeated; empty where the new one has no result
     */
    record Repetition(RecordedRun run, Optional<Comparison> comparison) {
    }

    /**
     * What was written to customers.
     *
     * @param operation  takes it back: {@code store.history().undo(operation, ...)}
     * @param classified how many customers have a label now
     * @param closed     how many labels of the scheme ended
     * @param unknown    how many rows of the result name no customer of the store
     */
    record WrittenBack(UUID operation, int classified, int closed, int unknown) {
    }

    /**
     * Saves an analysis.
     *
     * @param store    the open store
     * @param id       the analysis to change; empty for a new one
     * @param name     what people call it
     * @param plan     what is analysed, and how
     * @param schedule when it runs by itself
     * @param scheme   the scheme under which runs by themselves write their labels to customers; empty where they do not
     * @return the analysis
     * @throws ProblemException where there is no such analysis ({@code analytics.no-analysis}), or the store refuses it
     */
    SavedAnalysis save(Store store, Optional<UUID> id, String name, Plan plan, AnalysisSchedule schedule, Optional<String> scheme);

    /**
     * All saved analyses.
     *
     * @param store the open store
     * @return in the order of their names
     */
    List<SavedAnalysis> saved(Store store);

    /**
     * A saved analysis.
     *
     * @param store the open store
     * @param id    which
     * @return the analysis
     * @throws ProblemException where there is none ({@code analytics.no-analysis})
     */
    SavedAnalysis analysis(Store store, UUID id);

    /**
     * Runs a plan and records the run, whatever comes of it.
     *
     * @param store    the open store
     * @param analysis the saved analysis that it is a run of; empty for a single run
     * @param plan     what to run
     * @param options  how
     * @param progress reported to and asked for cancellation
     * @return the run: succeeded, failed with a problem, or cancelled
     * @throws ProblemException where the run cannot be recorded, or the analysis scores by a model in use ({@code analytics.repeat})
     */
    RecordedRun run(Store store, Optional<UUID> analysis, Plan plan, RunOptions options, Progress progress);

    /**
     * Records a run that was carried out without recording it, such as one that a person looked at first.
     *
     * @param store     the open store
     * @param analysis  the saved analysis that it is a run of; empty for a single run
     * @param completed what was run, and what came out
     * @return the run
     */
    RecordedRun record(Store store, Optional<UUID> analysis, Completed completed);

    /**
     * Keeps a search for better settings that was carried out already.
     *
     * @param store    the open store
     * @param analysis the saved analysis whose settings were searched; empty for a single one
     * @param tuning   what the search found
     * @return the record
     */
    RecordedRun record(Store store, Optional<UUID> analysis, Tuning tuning);

    /**
     * Searches for better settings and keeps every trial; what went wrong stands in the record.
     *
     * @param store    the open store
     * @param analysis the saved analysis whose settings are searched; empty for a single one
     * @param plan     what to run, with the settings that the first trial has
     * @param search   how to search
     * @param options  how it is run
     * @param progress reported to and asked for cancellation
     * @return the record; its result has the trials ({@link Tuning#best(Plan, org.kontor.analytics.result.Result)})
     */
    RecordedRun tune(Store store, Optional<UUID> analysis, Plan plan, Tuning.Search search, RunOptions options, Progress progress);

    /**
     * What was run.
     *
     * @param store    the open store
     * @param analysis of which analysis; empty for all
     * @param limit    how many at most
     * @return the newest first
     */
    List<RecordedRun> runs(Store store, Optional<UUID> analysis, int limit);

    /**
     * A run.
     *
     * @param store the open store
     * @param run   which
     * @return the run
     * @throws ProblemException where there is none ({@code analytics.no-run})
     */
    RecordedRun find(Store store, UUID run);

    /**
     * The result of a run, readable without the bundle that made it.
     *
     * @param store the open store
     * @param run   which
     * @return the result and what its model knows
     * @throws ProblemException where there is no such run or it has no result ({@code analytics.no-result})
     */
    StoredResult result(Store store, UUID run);

    /**
     * Runs the same again, by the same provider where it is there, and says what is different.
     *
     * @param store    the open store
     * @param run      which
     * @param options  how
     * @param progress reported to and asked for cancellation
     * @return the new run and the comparison
     * @throws ProblemException where there is no such run, or it was no analysis but a search or a scoring ({@code analytics.repeat})
     */
    Repetition repeat(Store store, UUID run, RunOptions options, Progress progress);

    /**
     * Compares two runs.
     *
     * @param store  the open store
     * @param before the earlier run
     * @param after  the later run
     * @return what they have not in common
     * @throws ProblemException where one is not there or has no result
     */
    Comparison compare(Store store, UUID before, UUID after);

    /**
     * Applies what a run learned to other rows, without learning again.
     *
     * @param store    the open store
     * @param run      which
     * @param rows     the plan of the run, from another source or with another filter: {@link Plan#from}
     * @param options  how
     * @param progress reported to and asked for cancellation
     * @return an answer for each row
     * @throws ProblemException      where the run has no result ({@code analytics.no-result}) or learned nothing ({@code analytics.no-model}),
     *                               nobody provides its method any more ({@code analytics.provider-missing}), or rows cannot be read
     * @throws CancellationException where somebody asked to stop
     */
    TablePart apply(Store store, UUID run, Plan rows, RunOptions options, Progress progress);

    /**
     * Writes the labels and scores of a run to customers, as classifications that are valid from now on. Those of the same scheme end now;
     * customers themselves are not touched. One operation, which can be taken back.
     *
     * @param store    the open store
     * @param run      which; its rows are customers
     * @param scheme   under which name, such as {@code RFM}
     * @param progress reported to and asked for cancellation before the first change
     * @return what was written
     * @throws ProblemException where the result has no labels of customers ({@code analytics.nothing-to-write})
     */
    default WrittenBack writeBack(final Store store, final UUID run, final String scheme, final Progress progress) {
        return writeBack(store, run, scheme, Map.of(), progress);
    }

    /**
     * As {@link #writeBack(Store, UUID, String, Progress)}, with names that people gave to labels. The run itself keeps its own.
     *
     * @param store    the open store
     * @param run      which; its rows are customers
     * @param scheme   under which name, such as {@code RFM}
     * @param names    the name that is written for a label of the run, in the language in which the labels are written; labels that are
     *                 not named are written as they are
     * @param progress reported to and asked for cancellation before the first change
     * @return what was written
     * @throws ProblemException where the result has no labels of customers ({@code analytics.nothing-to-write})
     */
    WrittenBack writeBack(Store store, UUID run, String scheme, Map<String, String> names, Progress progress);

    /**
     * Says that a run is one of a saved analysis, and what its groups are called. Runs of the analysis by themselves write these names to
     * customers as well: a label in words keeps its name; a group with a number is known again by most of its members.
     *
     * @param store    the open store
     * @param analysis the saved analysis
     * @param run      a run with a result
     * @param names    the name of a label of the run, in the language in which the labels are written; empty where they have none
     * @throws ProblemException where there is no such analysis or run
     */
    void name(Store store, UUID analysis, UUID run, Map<String, String> names);
}
