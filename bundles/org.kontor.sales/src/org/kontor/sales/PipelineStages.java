// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.customers.RecordLink;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * A pipeline with its stages in their order. Immutable and safe for any thread.
 *
 * @since 0.1
 */
public final class PipelineStages {

    private final RecordLink pipeline;
    private final List<StageValue> stages;

    private PipelineStages(final RecordLink pipeline, final List<StageValue> stages) {
        this.pipeline = pipeline;
        this.stages = stages;
    }

    /**
     * @param session the session
     * @return the pipelines that new opportunities may use, in their order
     */
    public static List<RecordLink> pipelines(final Session session) {
        final var query = Query.of(Pipeline.class).where(Filter.equal("active", true)).orderBy("position", true);
        return session.list(query).stream().map(PipelineStages::link).toList();
    }

    /**
     * Reads a pipeline.
     *
     * @param session  the session
     * @param pipeline the pipeline; empty for the first one that new opportunities may use
     * @return the pipeline
     * @throws ProblemException where there is none ({@code sales.pipeline.missing})
     */
    public static PipelineStages of(final Session session, final Optional<UUID> pipeline) {
        final var link = pipeline.flatMap(id -> session.find(Pipeline.class, id).map(PipelineStages::link))
                .or(() -> pipeline.isPresent() ? Optional.empty() : pipelines(session).stream().findFirst())
                .orElseThrow(() -> Messages.problem("sales.pipeline.missing"));
        final var query = Query.of(Stage.class).where(Filter.equal("pipeline", link.id())).orderBy("position", true);
        return new PipelineStages(link, session.list(query).stream().map(PipelineStages::value).toList());
    }

    private static RecordLink link(final Pipeline pipeline) {
        return new RecordLink(Pipeline.class, pipeline.getId(), pipeline.title());
    }

    /**
     * A stage, detached.
     *
     * @param stage a stage of an open session
     * @return its values
     */
    public static StageValue value(final Stage stage) {
        return new StageValue(stage.getId(), stage.getPipeline().getId(), stage.getCode() == null ? "" : stage.getCode(), stage.title(),
                stage.getPosition(), stage.getProbability(), stage.isClosed(), stage.isWon(), stage.getForecastCategory(),
                fieldNames(stage.getRequiredFields()));
    }

    private static List<String> fieldNames(final String list) {
        return list == null ? List.of() : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** @return the pipeline */
    public RecordLink pipeline() {
        return pipeline;
    }

    /** @return all stages in their order */
    public List<StageValue> stages() {
        return stages;
    }

    /** @return the stages in which a deal is not decided, in their order */
    public List<StageValue> open() {
        return stages.stream().filter(stage -> !stage.closed()).toList();
    }

    /**
     * @return where new opportunities start
     * @throws ProblemException where the pipeline has no stage that is not closed ({@code sales.pipeline.missing})
     */
    public StageValue first() {
        return open().stream().findFirst().orElseThrow(() -> Messages.problem("sales.pipeline.missing"));
    }

    /**
     * @param id a stage
     * @return the stage, or empty where it belongs to another pipeline
     */
    public Optional<StageValue> find(final UUID id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * @param stage a stage of this pipeline
     * @return the next one a deal moves to when all goes well; empty for a closed stage
     */
    public Optional<StageValue> next(final StageValue stage) {
        if (stage.closed()) {
            return Optional.empty();
        }
        return open().stream().filter(other -> other.position() > stage.position()).findFirst()
                .or(() -> stages.stream().filter(StageValue::won).findFirst());
    }
}
