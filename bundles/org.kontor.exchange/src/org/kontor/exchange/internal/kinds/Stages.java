// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.value.Names;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.store.query.Query;

/**
 * The stages that the rows of one run may be in: those of one pipeline, which is made from the file's own stages where no pipeline has them
 * all.
 */
final class Stages {

    /** What a usual word for a stage means: its place, probability and whether it is closed or won. */
    private record Meaning(int place, int probability, boolean closed, boolean won) {

        ForecastCategory category() {
            if (closed) {
                return won ? ForecastCategory.CLOSED : ForecastCategory.OMITTED;
            }
            return probability >= 75 ? ForecastCategory.COMMIT : probability >= 50 ? ForecastCategory.BEST_CASE : ForecastCategory.PIPELINE;
        }
    }

    private static final Meaning UNKNOWN = new Meaning(45, 40, false, false);
    private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

    static {
        mean(new Meaning(100, 0, true, false), "lost", "closedlost", "dead", "disqualified", "cancelled", "canceled", "abandoned", "notwon",
                "输单", "丢单", "失败", "流失", "已取消", "关闭");
        mean(new Meaning(90, 100, true, true), "won", "closedwon", "closed", "success", "successful", "sold", "赢单", "成交", "已成交",
                "成功");
        mean(new Meaning(10, 10, false, false), "prospecting", "prospect", "new", "open", "lead", "潜在", "潜在客户", "初步接触",
                "新建");
        mean(new Meaning(20, 20, false, false), "qualification", "qualified", "qualifying", "discovery", "资格确认", "需求确认");
        mean(new Meaning(30, 30, false, false), "engaging", "engaged", "contacted", "meeting", "demo", "接触", "跟进", "跟进中");
        mean(new Meaning(50, 50, false, false), "proposal", "quote", "quoted", "offer", "evaluation", "方案", "报价", "方案报价");
        mean(new Meaning(80, 80, false, false), "negotiation", "negotiating", "contract", "commit", "verbal", "谈判", "商务谈判",
                "合同");
    }

    private static void mean(final Meaning meaning, final String... words) {
        for (final var word : words) {
            MEANINGS.put(word, meaning);
        }
    }

    private final Map<UUID, Stage> byId = new HashMap<>();
    private final Map<String, UUID> byName = new LinkedHashMap<>();
    private Pipeline pipeline;
    private int last;

    Stages(final ImportScope scope) {
        final var pipelines = scope.store().read(session -> session.list(Query.of(Pipeline.class).orderBy("position", true)));
        final var stages = scope.store().read(session -> {
            final var all = session.list(Query.of(Stage.class).orderBy("position", true));
            all.forEach(stage -> stage.getPipeline().getName());
            return all;
        });
        final var wanted = scope.sampleValues("stage");
        final var chosen = scope.option(OpportunityImport.PIPELINE);
        if (chosen.equals(OpportunityImport.FILE)) {
            fromFile(scope, pipelines, stages, wanted);
        } else if (chosen.isEmpty() || chosen.equals(OpportunityImport.AUTO)) {
            for (final var each : pipelines) {
                if (pipeline == null && each.isActive() && holds(each, stages, wanted)) {
                    use(each, stages);
                }
            }
            if (pipeline == null) {
                fromFile(scope, pipelines, stages, wanted);
            }
        } else {
            use(pipelines.stream().filter(each -> Names.same(each.getName()).equals(Names.same(chosen)) || chosen.equals(each.getCode())
                    || Names.same(each.title()).equals(Names.same(chosen))).findFirst()
                    .orElseThrow(() -> Problem.of(Messages.TEXTS, "import.pipeline", chosen).asException()), stages);
        }
        if (byId.isEmpty()) {
            throw Problem.of(Messages.TEXTS, "import.stages", pipeline.getName()).asException();
        }
    }

    private static boolean holds(final Pipeline pipeline, final List<Stage> stages, final List<String> wanted) {
        final var names = stages.stream().filter(stage -> stage.getPipeline().equals(pipeline)).flatMap(stage -> names(stage).stream())
                .map(Names::same).toList();
        return !names.isEmpty() && wanted.stream().map(Names::same).allMatch(names::contains);
    }

    private static List<String> names(final Stage stage) {
        final var names = new ArrayList<>(List.of(stage.getName(), stage.title()));
        if (stage.getCode() != null) {
            names.add(stage.getCode());
        }
        return names;
    }

    private void use(final Pipeline chosen, final List<Stage> stages) {
        pipeline = chosen;
        stages.stream().filter(stage -> stage.getPipeline().equals(chosen)).forEach(this::know);
    }

    private void know(final Stage stage) {
        byId.put(stage.getId(), stage);
        names(stage).forEach(name -> byName.putIfAbsent(name, stage.getId()));
        last = Math.max(last, stage.getPosition());
    }

    private void fromFile(final ImportScope scope, final List<Pipeline> pipelines, final List<Stage> stages, final List<String> wanted) {
        final var name = scope.option(OpportunityImport.PIPELINE_NAME);
        final var existing = pipelines.stream().filter(each -> Names.same(each.getName()).equals(Names.same(name))).findFirst();
        if (existing.isPresent()) {
            use(existing.get(), stages);
        } else {
            pipeline = new Pipeline();
            pipeline.setName(name.isBlank() ? Messages.TEXTS.get("option.pipelineName.standard") : name);
            pipeline.setPosition(pipelines.stream().mapToInt(Pipeline::getPosition).max().orElse(0) + 1);
            pipeline.setActive(true);
            scope.add(pipeline);
        }
        final var known = byName.keySet().stream().map(Names::same).collect(java.util.stream.Collectors.toSet());
        wanted.stream().filter(value -> !value.isEmpty() && known.add(Names.same(value)))
                .sorted(Comparator.comparingInt(value -> meaning(value).place())).forEach(value -> {
            final var stage = make(value);
            scope.add(stage);
            know(stage);
        });
    }

    private static Meaning meaning(final String name) {
        return MEANINGS.getOrDefault(Names.letters(name), UNKNOWN);
    }

    /** A stage at the end of the pipeline; not known until it has its identifier. */
    Stage make(final String name) {
        final var meaning = meaning(name);
        final var stage = new Stage();
        stage.setPipeline(pipeline);
        stage.setName(name.length() > 120 ? name.substring(0, 120) : name);
        stage.setPosition(++last);
        stage.setProbability(BigDecimal.valueOf(meaning.probability()));
        stage.setClosed(meaning.closed());
        stage.setWon(meaning.won());
        stage.setForecastCategory(meaning.category());
        return stage;
    }

    /** A stage that was made while rows were read, with its identifier. */
    void add(final Stage stage) {
        byId.put(stage.getId(), stage);
    }

    Map<String, UUID> candidates() {
        return byName;
    }

    Stage get(final UUID id) {
        return byId.get(id);
    }

    /** Where opportunities without a stage start. */
    Stage first() {
        return byId.values().stream().min(Comparator.comparing(Stage::isClosed).thenComparing(Stage::getPosition)).orElseThrow();
    }
}
