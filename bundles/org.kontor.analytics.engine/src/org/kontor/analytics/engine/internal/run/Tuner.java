// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.DataReport;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/** Tries settings that are drawn at random, all on the same folds (Bergstra and Bengio, Random Search for Hyper-Parameter Optimization, 2012). */
final class Tuner {

    private static final long STREAM = 0x7A11L;
    private static final int REDRAWS = 20;
    /** What is usual, the first that there is. */
    private static final List<String> USUAL = List.of("auc", "log-loss", "accuracy", "rmse", "ndcg");
    private static final Set<String> LESS_IS_BETTER = Set.of("log-loss", "brier", "rmse", "mae", "mape");

    private final AnalysisEngine engine;
    private final AnalysisEngine.Ready all;
    private final Plan plan;
    private final Tuning.Search search;
    private final RunOptions options;
    private final Progress progress;
    private final List<SearchRange> ranges;
    private final Map<String, Parameter<?>> declared = new LinkedHashMap<>();
    private String measure = "";

    Tuner(final AnalysisEngine engine, final AnalysisEngine.Ready all, final Plan plan, final Tuning.Search search, final RunOptions options,
            final Progress progress) {
        this.engine = engine;
        this.all = all;
        this.plan = plan;
        this.search = search;
        this.options = options;
        this.progress = progress;
        final var descriptor = all.provider().descriptor();
        descriptor.parameters().forEach(parameter -> declared.put(parameter.name(), parameter));
        ranges = search.ranges().isEmpty() ? descriptor.search() : search.ranges();
        if (ranges.isEmpty()) {
            throw EngineProblems.of("analytics.no-search", all.provider().id()).asException();
        }
        for (final var range : ranges) {
            if (!(declared.get(range.parameter()) instanceof IntegerParameter || declared.get(range.parameter()) instanceof RealParameter)) {
                throw EngineProblems.of("analytics.search-range", range.parameter(), String.join(", ", declared.keySet())).asException();
            }
        }
    }

    /** One that is still in the race. */
    private static final class Runner {

        private final int number;
        private final Map<String, String> settings;
        private final Trials trials;
        private final List<Score> scores = new ArrayList<>();
        private Optional<ProblemException> failure = Optional.empty();

        private Runner(final int number, final Map<String, String> settings, final Trials trials) {
            this.number = number;
            this.settings = settings;
            this.trials = trials;
        }
    }

    Tuning run() {
        final var started = Instant.now();
        final long begin = System.nanoTime();
        final var runners = runners();
        final var first = runners.getFirst().trials;
        if (first.grouping()) {
            throw EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException();
        }
        if (search.folds() > all.raw().rows()) {
            throw EngineProblems.of("analytics.folds", search.folds(), all.raw().rows()).asException();
        }
        final var deal = first.deal(search.folds());
        progress.begin(Messages.TEXTS.get("tuning"), fits(runners.size()));
        var racing = List.copyOf(runners);
        for (int fold = 0; fold < search.folds(); fold++) {
            for (final var runner : racing) {
                progress.checkCancelled();
                run(runner, deal, fold);
                progress.worked(1);
            }
            racing = fold < search.folds() - 1 ? left(racing) : racing;
        }
        final var failure = runners.stream().map(runner -> runner.failure).flatMap(Optional::stream).findFirst();
        final var trials = runners.stream().map(this::trial).sorted(order()).toList();
        if (Double.isNaN(trials.getFirst().score())) {
            throw failure.orElseThrow(() -> EngineProblems.of("analytics.cannot-evaluate", all.provider().id()).asException());
        }
        final var result = new TuningReport(all.provider().descriptor(), search, ranges, measure, trials).result();
        final var best = Tuning.best(plan, result);
        final var completed = new Completed(plan, all.provider(), texts(), Fingerprint.of(all.raw().frame()), all.raw().rows(), List.copyOf(plan.columns()),
                started, (System.nanoTime() - begin) / 1_000_000, DataReport.of(all.raw()), new Preparation(List.of()), all.raw(), result,
                result.warnings(), Optional.empty());
        return new Tuning(completed, measure, trials, best);
    }

    private List<Runner> runners() {
        final var runners = new ArrayList<Runner>();
        final var own = new TreeMap<String, String>();
        ranges.forEach(range -> own.put(range.parameter(), all.parameters().texts().get(range.parameter())));
        final Set<Map<String, String>> known = new HashSet<>(List.of(own));
        runners.add(runner(0, own));
        final var randomness = Randomness.of(search.seed(), STREAM);
        for (int number = 1; number <= search.trials(); number++) {
            for (int draw = 0; draw < REDRAWS; draw++) {
                final var settings = new TreeMap<String, String>();
                ranges.forEach(range -> settings.put(range.parameter(), range.at(declared.get(range.parameter()), randomness.nextDouble())));
                if (known.add(settings)) {
                    runners.add(runner(number, settings));
                    break;
                }
            }
        }
        return runners;
    }

    private Runner runner(final int number, final Map<String, String> settings) {
        final var texts = new TreeMap<>(plan.parameters());
        texts.putAll(settings);
        withoutOwnTest(texts);
        final var tried = plan.with(texts);
        final var ready = new AnalysisEngine.Ready(all.provider(), Parameters.of(all.provider().descriptor().parameters(), texts), all.raw(),
                all.preparation(), all.data(), all.guard());
        return new Runner(number, settings, new Trials(engine, ready, tried, options, progress));
    }

    /** A method that tests itself as well would learn many times over; where answers are corrected by such a test, it has to. */
    private void withoutOwnTest(final Map<String, String> texts) {
        if (!texts.getOrDefault("calibration", "none").equals("none")) {
            return;
        }
        if (declared.get("validation") instanceof final ChoiceParameter choice && choice.choices().contains("none")) {
            texts.put("validation", "none");
        } else if (declared.get("folds") instanceof final IntegerParameter folds && folds.least() == 0) {
            texts.put("folds", "0");
        }
        if (declared.get("holdout") instanceof final RealParameter share && share.least() == 0) {
            texts.put("holdout", "0");
        }
    }

    private void run(final Runner runner, final int[] deal, final int fold) {
        if (runner.failure.isEmpty()) {
            try {
                runner.scores.add(runner.trials.fold(deal, fold));
            } catch (ProblemException unfit) {
                runner.failure = Optional.of(unfit);
            }
        }
    }

    private long fits(final int runners) {
        long fits = 0;
        int racing = runners;
        for (int fold = 0; fold < search.folds(); fold++) {
            fits += racing;
            racing = search.halving() ? kept(racing) : racing;
        }
        return fits;
    }

    private static int kept(final int racing) {
        return Math.min(racing, Math.max(2, (racing + 1) / 2));
    }

    /** The better half; the settings of the plan stay in any case, so that what is won is told on the same rows. */
    private List<Runner> left(final List<Runner> racing) {
        if (!search.halving()) {
            return racing;
        }
        final var order = order();
        final var sorted = racing.stream().filter(runner -> runner.number != 0).sorted((one, other) -> order.compare(trial(one), trial(other)))
                .limit(kept(racing.size()) - 1L).sorted(Comparator.comparingInt(runner -> runner.number));
        final var left = new ArrayList<>(List.of(racing.getFirst()));
        sorted.forEach(left::add);
        return left;
    }

    private Tuning.Trial trial(final Runner runner) {
        if (runner.failure.isPresent() || runner.scores.isEmpty()) {
            return new Tuning.Trial(runner.number, runner.settings, Double.NaN, Double.NaN, runner.scores.size());
        }
        final var together = runner.scores.size() == 1 ? runner.scores.getFirst().metrics() : Score.together(runner.scores);
        if (measure.isEmpty()) {
            measure = search.measure().orElseGet(() -> USUAL.stream().filter(name -> Double.isFinite(together.getOrDefault(name, Double.NaN))).findFirst()
                    .orElseGet(() -> together.keySet().iterator().next()));
        }
        if (!together.containsKey(measure)) {
            throw EngineProblems.of("analytics.search-measure", measure, String.join(", ", together.keySet())).asException();
        }
        final var single = runner.scores.stream().mapToDouble(score -> score.metrics().getOrDefault(measure, Double.NaN)).filter(Double::isFinite).toArray();
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < single.length; i++) {
            final double difference = single[i] - mean;
            mean += difference / (i + 1);
            squares += difference * (single[i] - mean);
        }
        final double deviation = single.length < 2 ? Double.NaN : Math.sqrt(squares / (single.length - 1));
        return new Tuning.Trial(runner.number, runner.settings, together.get(measure), deviation, runner.scores.size());
    }

    /** Trials that went further first, then the better, then the earlier. */
    private Comparator<Tuning.Trial> order() {
        final Comparator<Tuning.Trial> score = Comparator.comparingDouble(trial -> {
            final double worth = LESS_IS_BETTER.contains(measure) ? -trial.score() : trial.score();
            return Double.isNaN(worth) ? Double.POSITIVE_INFINITY : -worth;
        });
        return Comparator.<Tuning.Trial, Boolean>comparing(trial -> Double.isNaN(trial.score()))
                .thenComparing(Comparator.comparingInt(Tuning.Trial::folds).reversed()).thenComparing(score).thenComparing(Tuning.Trial::number);
    }

    private Map<String, String> texts() {
        final var texts = new LinkedHashMap<>(all.parameters().texts());
        texts.put("search-trials", Integer.toString(search.trials()));
        texts.put("search-folds", Integer.toString(search.folds()));
        texts.put("search-seed", Long.toString(search.seed()));
        texts.put("search-halving", Boolean.toString(search.halving()));
        texts.put("search-measure", measure);
        ranges.forEach(range -> texts.put("search-" + range.parameter(), range.least() + ".." + range.most() + (range.logarithmic() ? " log" : "")));
        return texts;
    }
}
