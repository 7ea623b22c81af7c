// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.analytics.engine.AnalysisRuns.WrittenBack;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisSchedule;
import org.kontor.store.Store;

/**
 * Learned models that score the records of a store, now and by a schedule. A deployment is a saved analysis whose runs score instead of learning;
 * who chose which model, when and why is kept as records of its own. Everything is written as change sets and can be taken back. An OSGi service,
 * safe for any thread; calls take long.
 *
 * @since 0.1
 */
public interface ModelDeployments {

    /** The name of the table of scores in the result of a run that scored. */
    String SCORES = "scores";
    /** The name of the table of the highest scores with their reasons in such a result. */
    String REASONS = "reasons";
    /** The name of the table of changes since the model learned in such a result. */
    String DRIFT = "drift";
    /** After so many days it is usually known what became of a record. */
    int REVIEW_DAYS = 60;
    /** The column of the scores that says of which class they are the probability. */
    String SOUGHT = "sought";
    /** The column of the scores that says what was known already of what is to be found out. */
    String KNOWN = "known";

    /**
     * What is to be done with a model.
     *
     * @param name     what people will call it
     * @param rows     which records are scored: the source, its settings and the filter of this plan count
     * @param schedule when they are scored by themselves
     * @param scheme   the scheme under which scores are written to customers
     * @param anyway   whether the model is used although it was not shown to be better than a naive baseline
     * @param reason   why it is used; not blank where it is used anyway
     */
    record Choice(String name, Plan rows, AnalysisSchedule schedule, String scheme, boolean anyway, String reason) {
    }

    /**
     * What a scoring did.
     *
     * @param run        the run that scored; it has a problem where it could not
     * @param written    what was written to customers; empty where the run has no result
     * @param challenger the run by which the challenger scored the same records; empty where there is none
     */
    record Scored(RecordedRun run, Optional<WrittenBack> written, Optional<RecordedRun> challenger) {
    }

    /**
     * Uses the model of a run.
     *
     * @param store  the open store
     * @param run    the run that learned it
     * @param choice what is to be done with it
     * @return the deployment
     * @throws ProblemException where the run has no model ({@code analytics.no-model}); where the model was found no better than a naive baseline
     *                          ({@code analytics.deploy-no-better}) or was not tested ({@code analytics.deploy-untested}) and nobody said to use it
     *                          anyway; where no reason was given for that ({@code analytics.deploy-reason}); where its rows name no records
     *                          ({@code analytics.deploy-no-id}), do not come from the store ({@code analytics.deploy-source}) or lack a column
     *                          that the model asks for ({@code analytics.no-column})
     */
    Deployment deploy(Store store, UUID run, Choice choice);

    /**
     * All deployments, those that ended too.
     *
     * @param store the open store
     * @return in the order of their names
     */
    List<Deployment> all(Store store);

    /**
     * A deployment.
     *
     * @param store the open store
     * @param id    which
     * @return the deployment
     * @throws ProblemException where there is none ({@code analytics.no-deployment})
     */
    Deployment find(Store store, UUID id);

    /**
     * Scores the records as they are now, and writes the scores to customers as dated rows. A challenger scores the same records, and its scores are
     * kept with its run alone.
     *
     * @param store      the open store
     * @param deployment which
     * @param options    how it is run
     * @param progress   reported to and asked for cancellation
     * @return what it did
     * @throws ProblemException where its use was ended ({@code analytics.no-champion}), or where no row names a customer
     *                          ({@code analytics.nothing-to-write})
     */
    Scored score(Store store, UUID deployment, RunOptions options, Progress progress);

    /**
     * Sets another model beside the one in use; one that was there before ends.
     *
     * @param store      the open store
     * @param deployment where
     * @param run        the run that learned the challenger
     * @param reason     why; may be empty
     * @return the deployment as it is then
     * @throws ProblemException where that run has no model, answers another question ({@code analytics.challenger}), or somebody else changed the
     *                          models in the meantime ({@code analytics.deployment-changed})
     */
    Deployment challenge(Store store, UUID deployment, UUID run, String reason);

    /**
     * Compares both models by the records whose outcome came to be known since both scored them: those that had none then, or all one and the same.
     *
     * @param store      the open store
     * @param deployment which
     * @param days       how many days must have passed since the scoring, 0 or more
     * @param progress   reported to and asked for cancellation
     * @return how good both were
     * @throws ProblemException where there is no challenger ({@code analytics.no-challenger}), or the source has no column with the outcome
     *                          ({@code analytics.no-outcome})
     */
    ModelComparison compare(Store store, UUID deployment, int days, Progress progress);

    /**
     * Compares what the model in use said with what came true: by the records whose outcome came to be known since it scored them. A scoring by a schedule
     * does so by itself for its newest scores of {@link #REVIEW_DAYS} days ago or earlier, and warns where the model should learn again.
     *
     * @param store      the open store
     * @param deployment which
     * @param days       how many days must have passed since the scoring, 0 or more
     * @param progress   reported to and asked for cancellation
     * @return how good it turned out
     * @throws ProblemException where its use was ended ({@code analytics.no-champion}), or the source has no column with the outcome
     *                          ({@code analytics.no-outcome})
     */
    ModelReview review(Store store, UUID deployment, int days, Progress progress);

    /**
     * Puts the challenger in the place of the model in use.
     *
     * @param store      the open store
     * @param deployment which
     * @param days       as for {@link #compare}: the comparison is kept with the decision
     * @param anyway     whether it is used although it was not shown to be better than a naive baseline
     * @param reason     why; never blank
     * @param progress   reported to and asked for cancellation
     * @return the deployment as it is then
     * @throws ProblemException as for {@link #deploy}, where there is no challenger ({@code analytics.no-challenger}), and where somebody else changed
     *                          the models while they were compared ({@code analytics.deployment-changed})
     */
    Deployment promote(Store store, UUID deployment, int days, boolean anyway, String reason, Progress progress);

    /**
     * Ends the challenger.
     *
     * @param store      the open store
     * @param deployment which
     * @param reason     why; may be empty
     * @return the deployment as it is then
     * @throws ProblemException where there is none ({@code analytics.no-challenger}), or it is another one by now
     *                          ({@code analytics.deployment-changed})
     */
    Deployment dismiss(Store store, UUID deployment, String reason);

    /**
     * Ends the use of the model: nothing is scored any more. Scores that were written stay as they are.
     *
     * @param store      the open store
     * @param deployment which
     * @param reason     why; may be empty
     * @return the deployment as it is then
     * @throws ProblemException where it was ended already ({@code analytics.no-champion}), or its models are others by now
     *                          ({@code analytics.deployment-changed})
     */
    Deployment end(Store store, UUID deployment, String reason);
}
