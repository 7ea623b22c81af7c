// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** Holds rows out, lets a method learn from the others and answer for these, and adds up how good the answers are. */
final class Trials {

    private static final long DEAL = 0xF01DL;

    private final AnalysisEngine engine;
    private final AnalysisEngine.Ready all;
    private final Plan plan;
    private final RunOptions options;
    private final Progress progress;
    private final Role target;
    private final List<Warning> warnings = new ArrayList<>();
    private long nanoseconds;

    Trials(final AnalysisEngine engine, final AnalysisEngine.Ready all, final Plan plan, final RunOptions options, final Progress progress) {
        this.engine = engine;
        this.all = all;
        this.plan = plan;
        this.options = options;
        this.progress = progress;
        target = all.raw().names(Role.TARGET).isEmpty() && !all.raw().names(Role.RATING).isEmpty() ? Role.RATING : Role.TARGET;
    }

    Evaluation run(final Evaluation.Trial trial, final Optional<Dataset> other) {
        if (trial instanceof final Evaluation.Folds folds && (folds.count() < 2 || folds.count() > all.raw().rows())) {
            throw EngineProblems.of("analytics.folds", folds.count(), all.raw().rows()).asException();
        }
        final boolean learns = all.provider().descriptor().can(Capability.LEARNS);
        final var whole = learns && grouping() ? Optional.of(learn(all.raw())) : Optional.<Learned>empty();
        if (!learns || whole.isPresent() && !groups(answers(whole.get(), whole.get().preparation().apply(all.raw(), false).data()))) {
            return repeat(trial, other);
        }
        final var scores = new ArrayList<Score>();
        if (trial instanceof final Evaluation.Folds folds) {
            final var deal = deal(folds.count());
            progress.begin(Messages.TEXTS.get("evaluating"), folds.count());
            for (int fold = 0; fold < folds.count(); fold++) {
                scores.add(fold(deal, fold, whole));
                progress.worked(1);
            }
        } else {
            scores.add(score(learn(all.raw()), all.raw(), other.orElseThrow(), Optional.empty()));
        }
        return evaluation(scores.size() == 1 ? scores.getFirst().metrics() : Score.together(scores), scores.stream().map(Score::metrics).toList());
    }

    private Evaluation evaluation(final Map<String, Double> metrics, final List<Map<String, Double>> folds) {
        return new Evaluation(all.provider(), all.parameters().texts(), Fingerprint.of(all.raw().frame()), all.raw().rows(), List.copyOf(plan.columns()),
                nanoseconds / 1_000_000, metrics, folds, warnings);
    }

    /** Whoever predicts nothing cannot be wrong; its figures without some rows, or for other rows, say how far they carry. */
    private Evaluation repeat(final Evaluation.Trial trial, final Optional<Dataset> other) {
        final var repetition = new Repetition();
        if (trial instanceof final Evaluation.Folds folds) {
            final var deal = deal(folds.count());
            progress.begin(Messages.TEXTS.get("evaluating"), folds.count());
            for (int fold = 0; fold < folds.count(); fold++) {
                repetition.add(figures(without(deal, fold)));
                progress.worked(1);
            }
            warn("repeated", folds.count());
        } else {
            repetition.add(figures(other.orElseThrow()));
            warn("repeated-elsewhere");
        }
        return evaluation(repetition.metrics(), repetition.runs());
    }

    private void warn(final String name, final Object... values) {
        warnings.add(new Warning("analytics." + name, Message.of(Messages.TEXTS, "warning." + name, values)));
    }

    private Map<String, Double> figures(final Dataset rows) {
        final var metrics = new LinkedHashMap<String, Double>();
        carriedOut(rows, Preparation.fit(plan.preparation(), rows)).metrics().forEach(metric -> metrics.put(metric.name(), metric.value()));
        return metrics;
    }

    private Score fold(final int[] deal, final int number, final Optional<Learned> whole) {
        final var held = taken(IntStream.range(0, deal.length).filter(row -> deal[row] == number).toArray());
        final var training = without(deal, number);
        return score(learn(training), training, held, whole);
    }

    private Dataset without(final int[] deal, final int fold) {
        return taken(IntStream.range(0, deal.length).filter(row -> deal[row] != fold).toArray());
    }

    /** {@return how good the answers for one fold are, by a model of the others} */
    Score fold(final int[] deal, final int number) {
        return fold(deal, number, Optional.empty());
    }

    private Dataset taken(final int[] rows) {
        return new Dataset(all.raw().frame().take(rows), all.raw().roles());
    }

    boolean grouping() {
        return all.raw().names(target).isEmpty() && !recommending();
    }

    private boolean recommending() {
        return all.raw().names(target).isEmpty() && all.provider().descriptor().family() == Family.RECOMMENDATION && Ranking.fits(all.raw());
    }

    /** A model with the preparation that it learned with. */
    private record Learned(Preparation preparation, Model model) {
    }

    private Learned learn(final Dataset training) {
        final var preparation = Preparation.fit(plan.preparation(), training);
        return new Learned(preparation, carriedOut(training, preparation).model()
                .orElseThrow(() -> EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException()));
    }

    private Result carriedOut(final Dataset rows, final Preparation preparation) {
        final var ready = new AnalysisEngine.Ready(all.provider(), all.parameters(), rows, preparation, preparation.apply(rows, true).data(), all.guard());
        engine.admit(ready, options);
        return timed(() -> engine.carryOut(ready, plan.seed(), options));
    }

    private <T> T timed(final Supplier<T> work) {
        final long begin = System.nanoTime();
        final var given = work.get();
        nanoseconds += System.nanoTime() - begin;
        return given;
    }

    private TablePart answers(final Learned learned, final Dataset data) {
        final var answers = timed(() -> all.guard().call(plan.seed(), AnalysisEngine.budget(options), context -> learned.model().apply(data, context)));
        if (answers == null || answers.frame().rows() != data.rows()) {
            throw EngineProblems.of("analytics.provider-nonsense", all.provider().bundle(), all.provider().id(), "apply").asException();
        }
        return answers;
    }

    private Score score(final Learned learned, final Dataset training, final Dataset held, final Optional<Learned> whole) {
        if (recommending()) {
            return new Ranking(training, held, data -> answers(learned, learned.preparation().apply(data, false).data())).score(plan.seed())
                    .orElseThrow(() -> EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException());
        }
        final var data = learned.preparation().apply(held, false).data();
        final var answers = answers(learned, data);
        if (grouping()) {
            return groups(answers, data, held, whole);
        }
        final var truth = data.frame().column(data.names(target).getFirst());
        // many methods of classification predict numbers as well, and say so by an answer without label
        final boolean classes = truth.type() == ColumnType.TEXT
                || all.provider().descriptor().family() == Family.CLASSIFICATION && answers.column(Meaning.LABEL).isPresent();
        final var judge = new Judge(answers, truth, this::unanswered);
        return (classes ? judge.classes(all.raw().frame().column(all.raw().names(target).getFirst())) : judge.numbers())
                .orElseThrow(() -> EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException());
    }

    private void unanswered(final int rows) {
        if (rows > 0) {
            warn("unanswered", rows);
        }
    }

    /** {@return whether answers put rows into groups, or say how far they are from them} */
    private static boolean groups(final TablePart answers) {
        return answers.column(Meaning.LABEL).isPresent() || distance(answers).isPresent();
    }

    private static Optional<Column> distance(final TablePart answers) {
        return answers.heads().stream().filter(head -> head.column().equals("distance")).findFirst().map(head -> answers.frame().column(head.column()));
    }

    private Score groups(final TablePart answers, final Dataset data, final Dataset held, final Optional<Learned> whole) {
        final var metrics = new LinkedHashMap<String, Double>();
        if (whole.isPresent()) {
            final var reference = answers(whole.get(), whole.get().preparation().apply(held, false).data());
            final var one = answers.column(Meaning.LABEL);
            final var two = reference.column(Meaning.LABEL);
            if (one.isPresent() && two.isPresent() && one.get().rows() == two.get().rows()) {
                metrics.put("stability", Agreement.adjustedRand(one.get(), two.get()));
            }
        }
        distance(answers).ifPresent(distance -> {
            double sum = 0;
            for (int row = 0; row < distance.rows(); row++) {
                final double value = distance.number(row);
                sum += Double.isNaN(value) ? 0 : value * value;
            }
            metrics.put("holdout-inertia", sum);
        });
        if (metrics.isEmpty()) {
            throw EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException();
        }
        return new Score.Plain(metrics, data.rows());
    }

    /** The fold of each row: rows of one identifier stay together, else classes are dealt evenly. */
    int[] deal(final int folds) {
        final var data = all.raw();
        final var group = groupOf(data);
        final int groups = Arrays.stream(group).max().orElse(-1) + 1;
        final var order = Randomness.of(plan.seed(), DEAL).permutation(groups);
        final var column = data.find(target).filter(truth -> groups == data.rows() && (truth instanceof TextColumn
                || all.provider().descriptor().family() == Family.CLASSIFICATION));
        final var foldOf = new int[groups];
        if (column.isPresent()) {
            final var byClass = new TreeMap<String, List<Integer>>();
            Arrays.stream(order).forEach(row -> byClass.computeIfAbsent(column.get().text(row), unseen -> new ArrayList<>()).add(row));
            int next = 0;
            for (final var rows : byClass.values()) {
                for (final int row : rows) {
                    foldOf[row] = next++ % folds;
                }
            }
        } else {
            for (int i = 0; i < groups; i++) {
                foldOf[order[i]] = i % folds;
            }
        }
        return Arrays.stream(group).map(each -> foldOf[each]).toArray();
    }

    private static int[] groupOf(final Dataset data) {
        // what belongs to one customer or one basket stays together
        final var id = data.find(Role.ID).or(() -> data.find(Role.BASKET));
        if (id.isPresent() && id.get().missing() == 0) {
            final Map<String, Integer> known = new HashMap<>();
            final var group = new int[data.rows()];
            for (int row = 0; row < group.length; row++) {
                group[row] = known.computeIfAbsent(id.get().text(row), unseen -> known.size());
            }
            return group;
        }
        return IntStream.range(0, data.rows()).toArray();
    }
}
