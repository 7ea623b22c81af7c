// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.kontor.analytics.Applicability;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.DataReport;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.KernelChoice;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.Spread;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads, prepares, asks, runs, checks. */
@Component
public final class AnalysisEngine implements Analyses {

    /** This much of the memory that is left is a run's; the rest is for the workbench around it. */
    private static final double SHARE = 0.9;
    /** So many rows show how answers are spread. */
    private static final int ASKED = 20_000;
    /** Families whose features say something each by itself, also where all rows have the same: an age, an amount, an answer. */
    private static final Set<Family> MEASURING = Set.of(Family.VALUE, Family.INDICES);
    private static final System.Logger LOG = System.getLogger(AnalysisEngine.class.getName());

    private final Algorithms algorithms;
    private final Sources sources;
    private final KernelChoice kernels;

    /**
     * @param algorithms the methods
     * @param sources    the sources
     * @param kernels    the innermost loops
     */
    @Activate
    public AnalysisEngine(@Reference final Algorithms algorithms, @Reference final Sources sources, @Reference final KernelChoice kernels) {
        this.algorithms = algorithms;
        this.sources = sources;
        this.kernels = kernels;
    }

    /** What stands between a plan and its run. */
    record Ready(Provider provider, Parameters parameters, Dataset raw, Preparation preparation, Dataset data, GuardedRun guard) {
    }

    @Override
    public Plan propose(final Provider provider, final List<SourceColumn> columns, final Plan plan) {
        return RoleProposal.of(provider.descriptor(), columns, plan);
    }

    @Override
    public Dataset read(final Optional<Store> store, final Plan plan, final Progress progress) {
        return Rows.read(sources, store, plan, progress);
    }

    @Override
    public Preview preview(final Optional<Store> store, final Plan plan, final RunOptions options, final Progress progress) {
        final var ready = ready(store, plan, options, progress);
        final var obstacles = new ArrayList<>(unfit(ready));
        var answer = new Applicability(obstacles, List.of());
        long memory = 0;
        if (obstacles.isEmpty()) {
            answer = applicability(ready);
            memory = answer.possible() ? memory(ready) : 0;
        }
        return new Preview(ready.raw(), DataReport.of(ready.raw()), ready.data(), answer, memory);
    }

    @Override
    public Completed run(final Optional<Store> store, final Plan plan, final RunOptions options, final Progress progress) {
        final var started = Instant.now();
        final var ready = ready(store, plan, options, progress);
        final var applicability = admit(ready, options);
        final var report = DataReport.of(ready.raw());
        final var fingerprint = Fingerprint.of(ready.raw().frame());
        final long begin = System.nanoTime();
        final var result = carryOut(ready, plan.seed(), options);
        final long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        final var warnings = new ArrayList<Warning>();
        final int dropped = ready.raw().rows() - ready.data().rows();
        if (dropped > 0) {
            warnings.add(new Warning("analytics.rows-dropped", Message.of(Messages.TEXTS, "warning.rows-dropped", dropped, ready.raw().rows())));
        }
        warnings.addAll(applicability.advice());
        warnings.addAll(result.warnings());
        return new Completed(plan, ready.provider(), ready.parameters().texts(), fingerprint, ready.raw().rows(), List.copyOf(plan.columns()), started,
                milliseconds, report, ready.preparation(), ready.data(), result, warnings, spread(ready, plan.seed(), result, options));
    }

    /** How what a model learned from is spread, with its answers: those for rows that were held out, where the result has them. */
    private static Optional<Spread> spread(final Ready ready, final long seed, final Result result, final RunOptions options) {
        if (result.model().isEmpty()) {
            return Optional.empty();
        }
        final var features = ready.raw().names(Role.FEATURES).stream().map(ready.raw().frame()::column).toList();
        final var told = result.parts().stream().filter(TablePart.class::isInstance).map(TablePart.class::cast)
                .filter(table -> table.frame().rows() == ready.data().rows()).map(Answers::of).flatMap(answers -> answers.score().stream()).findFirst();
        return Optional.of(Spread.of(features, told.or(() -> features.isEmpty() ? Optional.empty() : asked(ready, seed, result.model().get(), options))));
    }

    /** What a model answers for some of the rows that it learned from; nothing where it cannot, because the run is good without that. */
    private static Optional<Column> asked(final Ready ready, final long seed, final Model model, final RunOptions options) {
        final var data = ready.data();
        final int step = Math.max(1, Math.ceilDiv(data.rows(), ASKED));
        final var some = data.on(data.frame().take(IntStream.range(0, Math.ceilDiv(data.rows(), step)).map(row -> row * step).toArray()));
        try {
            final var answers = ready.guard().call(seed, budget(options), context -> model.apply(some, context));
            return answers == null || answers.frame().rows() != some.rows() ? Optional.empty() : Answers.of(answers).spread();
        } catch (ProblemException unable) {
            LOG.log(Level.DEBUG, unable.problem().code(), unable);
            return Optional.empty();
        }
    }

    @Override
    public Evaluation evaluate(final Optional<Store> store, final Plan plan, final Evaluation.Trial trial, final RunOptions options,
            final Progress progress) {
        final var provider = algorithms.provider(plan.algorithm(), options.provider());
        final var unprepared = new Plan(plan.source(), plan.sourceOptions(), plan.filter(), plan.roles(), List.of(), plan.algorithm(), plan.parameters(),
                plan.seed());
        final Optional<Dataset> other = trial instanceof final Evaluation.Other held ? Optional.of(Rows.read(sources, store,
                unprepared.from(held.source(), held.options()), progress)) : Optional.empty();
        if (provider.descriptor().family() == Family.FORECAST) {
            final var forecast = new ForecastTrial(this, plan, options);
            final var given = ready(store, plan, options, progress);
            return trial instanceof final Evaluation.Folds folds ? forecast.run(given, folds.count()) : forecast.run(given, other.orElseThrow());
        }
        final var parameters = Parameters.of(provider.descriptor().parameters(), plan.parameters());
        final var data = Rows.read(sources, store, plan, progress);
        requireRows(data);
        return new Trials(this, new Ready(provider, parameters, data, new Preparation(List.of()), data, guard(provider, options, progress)),
                plan, options, progress).run(trial, other);
    }

    @Override
    public Tuning tune(final Optional<Store> store, final Plan plan, final Tuning.Search search, final RunOptions options, final Progress progress) {
        final var provider = algorithms.provider(plan.algorithm(), options.provider());
        final var parameters = Parameters.of(provider.descriptor().parameters(), plan.parameters());
        final var data = Rows.read(sources, store, plan, progress);
        requireRows(data);
        final var ready = new Ready(provider, parameters, data, new Preparation(List.of()), data, guard(provider, options, silent(progress)));
        return new Tuner(this, ready, plan, search, options, progress).run();
    }

    /** Hears of a wish to stop and tells nothing: each of many small runs would begin its own task. */
    private static Progress silent(final Progress progress) {
        return new Progress() {
            @Override
            public void begin(final String task, final long total) {
                // told by who runs many
            }

            @Override
            public void worked(final long amount) {
                // told by who runs many
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private Ready ready(final Optional<Store> store, final Plan plan, final RunOptions options, final Progress progress) {
        final var provider = algorithms.provider(plan.algorithm(), options.provider());
        final var parameters = Parameters.of(provider.descriptor().parameters(), plan.parameters());
        requireColumns(plan, provider);
        final var raw = Rows.read(sources, store, plan, progress);
        requireRows(raw);
        final var preparation = Preparation.fit(plan.preparation(), raw);
        return new Ready(provider, parameters, raw, preparation, preparation.apply(raw, true).data(), guard(provider, options, progress));
    }

    private GuardedRun guard(final Provider provider, final RunOptions options, final Progress progress) {
        return new GuardedRun(provider, options, progress, kernels.active());
    }

    /** Nothing can be read of a table where no column has a role: what is missing then is a role. */
    private static void requireColumns(final Plan plan, final Provider provider) {
        if (plan.columns().isEmpty()) {
            final var nothing = new Dataset(Frame.of(), Map.of());
            throw nothing.against(provider.descriptor().needs()).stream().findFirst().orElseGet(() -> EngineProblems.of("analytics.no-rows")).asException();
        }
    }

    private static void requireRows(final Dataset data) {
        if (data.rows() == 0) {
            throw EngineProblems.of("analytics.no-rows").asException();
        }
    }

    /** Refuses what cannot run, with the first reason why. */
    Applicability admit(final Ready ready, final RunOptions options) {
        final var unfit = unfit(ready);
        if (!unfit.isEmpty()) {
            throw unfit.getFirst().asException();
        }
        final var applicability = applicability(ready);
        if (!applicability.possible()) {
            throw applicability.obstacles().getFirst().asException();
        }
        final long needed = memory(ready);
        final long free = budget(options);
        if (needed > free) {
            throw EngineProblems.of("analytics.memory", ready.provider().id(), Rows.megabytes(needed), Rows.megabytes(Math.max(0, free)),
                    Rows.megabytes(Runtime.getRuntime().maxMemory() + Math.max(0, needed - free) * 5 / 4)).asException();
        }
        return applicability;
    }

    /** Runs and checks what came out. */
    Result carryOut(final Ready ready, final long seed, final RunOptions options) {
        final var result = ready.guard().call(seed, budget(options),
                context -> ready.provider().algorithm().run(ready.data(), ready.parameters(), context));
        final var wrong = ResultCheck.of(result, ready.data());
        if (wrong.isPresent()) {
            throw EngineProblems.of("analytics.provider-nonsense", ready.provider().bundle(), ready.provider().id(), wrong.get()).asException();
        }
        return result;
    }

    private static Applicability applicability(final Ready ready) {
        final var answer = ready.guard().call(0, 0, context -> ready.provider().algorithm().applicability(ready.data(), ready.parameters()));
        if (answer == null) {
            throw EngineProblems.of("analytics.provider-nonsense", ready.provider().bundle(), ready.provider().id(), "applicability = null").asException();
        }
        return answer;
    }

    private static long memory(final Ready ready) {
        return ready.guard().call(0, 0, context -> ready.provider().algorithm().memory(ready.data(), ready.parameters()));
    }

    static long budget(final RunOptions options) {
        if (options.memory() > 0) {
            return options.memory();
        }
        final var machine = Runtime.getRuntime();
        return (long) ((machine.maxMemory() - (machine.totalMemory() - machine.freeMemory())) * SHARE);
    }

    /** What no method can work with: features without values, or with one value only where rows are to be told apart. */
    private static List<Problem> unfit(final Ready ready) {
        final var found = new ArrayList<>(ready.data().against(ready.provider().descriptor().needs()));
        if (!found.isEmpty()) {
            // a column without values has no type that could be wrong
            final var empty = Stream.of(Role.values()).flatMap(role -> ready.data().names(role).stream()).distinct()
                    .filter(name -> ready.data().frame().find(name).filter(column -> column.rows() > 0 && column.missing() == column.rows()).isPresent())
                    .map(name -> EngineProblems.of("analytics.column-empty", name)).toList();
            return empty.isEmpty() ? found : empty;
        }
        for (final var name : ready.data().names(Role.FEATURES)) {
            final var column = ready.data().frame().column(name);
            if (column.missing() == column.rows()) {
                found.add(EngineProblems.of("analytics.column-empty", name));
            } else if (column.missing() > 0 && !ready.provider().descriptor().can(Capability.MISSING_VALUES)) {
                found.add(EngineProblems.of("analytics.missing", name, column.missing(), ready.provider().id()));
            } else if (column.rows() > 1 && !MEASURING.contains(ready.provider().descriptor().family()) && constant(column)) {
                found.add(EngineProblems.of("analytics.constant", name, column.text(0)));
            }
        }
        return found;
    }

    private static boolean constant(final Column column) {
        final var first = column.text(0);
        for (int row = 1; row < column.rows(); row++) {
            if (column.type().isNumeric() ? Double.compare(column.number(row), column.number(0)) != 0 : !column.text(row).equals(first)) {
                return false;
            }
        }
        return true;
    }
}
