// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonParser;

import org.kontor.analytics.engine.AnalysisJson;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.Spread;
import org.kontor.analytics.engine.StoredResult;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.prepare.StepJson;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.core.problem.Problem;
import org.kontor.model.AnalysisArtifact;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.ArtifactKind;
import org.kontor.model.ModelDeployment;
import org.kontor.model.RunPurpose;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Runs as records of a store. */
final class RunRecords {

    /** So many bytes become 32,000 characters of base 64, which is what a field holds. */
    private static final int PIECE = 24_000;
    private static final int LONGEST_PROBLEM = 4_000;

    private RunRecords() {
    }

    /** Whether the bundle that did a run is there. */
    interface Presence {
        boolean there(String algorithm, String bundle);
    }

    static AnalysisRun find(final Session session, final UUID id) {
        return session.find(AnalysisRun.class, id).orElseThrow(() -> EngineProblems.of("analytics.no-run").asException());
    }

    static RecordedRun of(final AnalysisRun run, final Presence presence) {
        final var provider = Optional.ofNullable(run.getProvider());
        final var problem = Optional.ofNullable(run.getProblemCode()).map(code -> problem(code, run.getProblem()));
        return new RecordedRun(run.getId(), Optional.ofNullable(run.getAnalysis()).map(analysis -> analysis.getId()), Plan.parse(run.getPlan()),
                run.getState(), run.getStartedAt(), run.getMilliseconds() == null ? 0 : run.getMilliseconds(), provider,
                Optional.ofNullable(run.getProviderVersion()),
                provider.filter(bundle -> !presence.there(run.getAlgorithm(), bundle)).isPresent(), RunJson.texts(run.getParameters()),
                text(run.getDataFingerprint()), text(run.getResultFingerprint()), run.getRowCount() == null ? 0 : run.getRowCount(),
                RunJson.metrics(run.getMetrics()), RunJson.warnings(run.getWarnings()), problem, Optional.ofNullable(run.getChanges()),
                run.getPurpose() == null ? RunPurpose.ANALYSIS : run.getPurpose(), Optional.ofNullable(run.getModel()).map(AnalysisRun::getId));
    }

    private static String text(final String value) {
        return value == null ? "" : value;
    }

    private static Problem problem(final String code, final String text) {
        final var lines = Arrays.asList(text(text).split("\n", 3));
        return new Problem(code, lines.get(0), lines.size() > 1 ? lines.get(1) : "", lines.size() > 2 ? lines.get(2) : "");
    }

    static void fail(final AnalysisRun run, final Problem problem) {
        final var text = String.join("\n", problem.happened(), problem.meaning(), problem.nextStep());
        run.setState(AnalysisRunState.FAILED);
        run.setProblemCode(problem.code());
        run.setProblem(text.length() > LONGEST_PROBLEM ? text.substring(0, LONGEST_PROBLEM) : text);
    }

    static void complete(final Writer writer, final AnalysisRun run, final Completed completed, final int threads) {
        run.setState(AnalysisRunState.SUCCEEDED);
        run.setMilliseconds(completed.milliseconds());
        run.setProvider(completed.provider().bundle());
        run.setProviderVersion(completed.provider().bundleVersion());
        run.setAlgorithmVersion(completed.provider().descriptor().version());
        run.setParameters(RunJson.texts(completed.parameters()));
        run.setThreads(threads);
        run.setDataFingerprint(completed.fingerprint());
        run.setResultFingerprint(AnalysisJson.fingerprint(completed.result()));
        run.setRowCount((long) completed.rows());
        run.setMetrics(RunJson.metrics(completed.result().metrics()));
        run.setWarnings(RunJson.warnings(completed.warnings()));
        keep(writer, run, ArtifactKind.PREPARATION, StepJson.write(completed.preparation().steps()).toString().getBytes(StandardCharsets.UTF_8));
        keep(writer, run, ArtifactKind.RESULT, AnalysisJson.pack(completed.result()));
        completed.result().model().map(Model::state).ifPresent(state -> keep(writer, run, ArtifactKind.MODEL, AnalysisJson.pack(state)));
        completed.spread().ifPresent(spread -> keep(writer, run, ArtifactKind.SPREAD, AnalysisJson.write(spread.frame()).getBytes(StandardCharsets.UTF_8)));
    }

    private static void keep(final Writer writer, final AnalysisRun run, final ArtifactKind kind, final byte[] bytes) {
        for (int from = 0, position = 0; from < bytes.length; from += PIECE, position++) {
            final var artifact = new AnalysisArtifact();
            artifact.setRun(run);
            artifact.setKind(kind);
            artifact.setPosition(position);
            artifact.setContent(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE))));
            writer.add(artifact);
        }
    }

    static StoredResult result(final Store store, final UUID run) {
        return store.read(session -> {
            find(session, run);
            final var result = bytes(session, run, ArtifactKind.RESULT);
            if (result.length == 0) {
                throw EngineProblems.of("analytics.no-result").asException();
            }
            final var model = bytes(session, run, ArtifactKind.MODEL);
            final Optional<ModelState> state = model.length == 0 ? Optional.empty() : Optional.of(AnalysisJson.unpackModel(model));
            return new StoredResult(AnalysisJson.unpack(result).result(), state);
        });
    }

    static Preparation preparation(final Store store, final UUID run) {
        final var bytes = store.read(session -> bytes(session, run, ArtifactKind.PREPARATION));
        return new Preparation(StepJson.read(JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonArray()));
    }

    /** How the rows that a run learned from were spread; empty for runs of before that was kept. */
    static Optional<Spread> spread(final Store store, final UUID run) {
        final var bytes = store.read(session -> bytes(session, run, ArtifactKind.SPREAD));
        return bytes.length == 0 ? Optional.empty() : Optional.of(Spread.read(AnalysisJson.readFrame(new String(bytes, StandardCharsets.UTF_8))));
    }

    /** Keeps what people call the groups of a run, in place of what they called them before. */
    static void keepNames(final Writer writer, final UUID run, final Map<String, String> names) {
        writer.list(Query.of(AnalysisArtifact.class).where(Filter.equal("run", run)).where(Filter.equal("kind", ArtifactKind.NAMES)))
                .forEach(old -> writer.delete(AnalysisArtifact.class, old.getId()));
        if (!names.isEmpty()) {
            keep(writer, find(writer, run), ArtifactKind.NAMES, RunJson.texts(names).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@return what people call the groups of a run, by their labels; empty where they gave no names} */
    static Map<String, String> names(final Store store, final UUID run) {
        final var bytes = store.read(session -> bytes(session, run, ArtifactKind.NAMES));
        return bytes.length == 0 ? Map.of() : RunJson.texts(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(final Session session, final UUID run, final ArtifactKind kind) {
        final var bytes = new ByteArrayOutputStream();
        session.each(Query.of(AnalysisArtifact.class).where(Filter.equal("run", run)).where(Filter.equal("kind", kind)).orderBy("position", true),
                List.of("content"), row -> {
                    bytes.writeBytes(Base64.getDecoder().decode((String) row[0]));
                    return true;
                });
        return bytes.toByteArray();
    }

    /** Whether a saved analysis scores by a model instead of learning. */
    static boolean scores(final Store store, final UUID analysis) {
        return store.read(session -> !session.list(Query.of(ModelDeployment.class).where(Filter.equal("analysis", analysis)).page(0, 1)).isEmpty());
    }

    static List<RecordedRun> list(final Store store, final Optional<UUID> analysis, final int limit, final Presence presence) {
        return store.read(session -> {
            var query = Query.of(AnalysisRun.class).orderBy("startedAt", false).page(0, limit);
            if (analysis.isPresent()) {
                query = query.where(Filter.equal("analysis", analysis.get()));
            }
            final var runs = new ArrayList<RecordedRun>();
            session.list(query).forEach(run -> runs.add(of(run, presence)));
            return runs;
        });
    }
}
