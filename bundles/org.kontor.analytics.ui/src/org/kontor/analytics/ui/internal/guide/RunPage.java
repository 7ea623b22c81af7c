// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.Settings;
import org.kontor.analytics.ui.internal.Wording;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The fifth step: everything chosen in words, the run with its progress, and what went wrong where it did. */
final class RunPage implements GuidePage {

    /** Finds the job of a run. */
    static final Object FAMILY = RunPage.class;

    /**
     * A run that ended.
     *
     * @param run    what was recorded
     * @param result what came out; empty where the run failed or was stopped
     * @param shown  what is shown of it
     */
    record Ended(RecordedRun run, Optional<Result> result, Optional<ResultPage.Shown> shown) {
    }

    private final GuideModel model;
    private final AnalyticsServices services;
    private final Consumer<Ended> ended;
    private final Composite root;
    private final Composite lines;
    private final Button start;
    private final Button stop;
    private final ProgressBar bar;
    private final Label task;
    private final SearchBar search;
    private final Composite failure;
    private Optional<Job> running = Optional.empty();
    private boolean stopped;

    RunPage(final Composite parent, final GuideModel model, final AnalyticsServices services, final Consumer<Ended> ended) {
        this.model = model;
        this.services = services;
        this.ended = ended;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 10).applyTo(root);
        lines = WidgetKeys.named(Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE), "guide.plan");
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 4).extendedMargins(0, 0, 6, 0).applyTo(lines);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(lines);
        start = WidgetKeys.named(new Button(root, SWT.PUSH), "guide.run");
        start.setText(Messages.text("run.start"));
        start.setImage(Icons.CHART.image());
        start.addListener(SWT.Selection, event -> start());
        stop = WidgetKeys.named(new Button(root, SWT.PUSH), "guide.cancel");
        stop.setText(Messages.text("run.stop"));
        Availability.set(stop, false);
        stop.addListener(SWT.Selection, event -> {
            stopped = running.isPresent();
            Availability.set(stop, false);
            running.ifPresent(Job::cancel);
        });
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(stop);
        bar = WidgetKeys.named(new ProgressBar(root, SWT.NONE), "guide.progress");
        task = WidgetKeys.named(Colours.styled(new Label(root, SWT.NONE), Colours.CSS_MUTED), "guide.task");
        show(false);
        search = new SearchBar(root, model, services, this::enter, this::fit);
        failure = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_ERROR_STRIP);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 4).applyTo(failure);
        showFailure(Optional.empty());
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        final var plan = model.plan();
        final var method = model.provider().map(Provider::descriptor);
        for (final var line : lines.getChildren()) {
            line.dispose();
        }
        line("source", Messages.text("run.plan.source"), rows(plan));
        plan.roles().forEach((role, names) -> line(role.key(), Messages.text("role." + role.key()),
                names.stream().map(model::title).collect(Collectors.joining(", "))));
        line("preparation", Messages.text("run.plan.preparation"), Messages.text("run.plan.steps", plan.preparation().size()));
        line("method", Messages.text("run.plan.method"), method.map(found -> found.name().text()).orElse(""));
        line("settings", Messages.text("run.plan.settings"), plan.parameters().isEmpty() ? Messages.text("run.presets")
                : plan.parameters().entrySet().stream().map(entry -> setting(method, entry.getKey(), entry.getValue())).collect(Collectors.joining(", ")));
        line("seed", Messages.text("run.plan.seed"), Long.toString(plan.seed()));
        search.enter();
        fit();
    }

    private void line(final String key, final String name, final String value) {
        final var caption = Colours.styled(new Label(lines, SWT.NONE), Colours.CSS_MUTED);
        caption.setText(Character.toUpperCase(name.charAt(0)) + name.substring(1).replace("&", "&&"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(caption);
        final var words = WidgetKeys.named(new Label(lines, SWT.WRAP), "guide.plan." + key);
        words.setText(value.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
    }

    /** Where rows come from, and which of them. */
    private String rows(final Plan plan) {
        final var source = services.title(plan.source(), plan.sourceOptions());
        return plan.filter().isEmpty() ? source : Messages.text("run.filter", source,
                plan.filter().stream().map(this::words).collect(Collectors.joining(", ")));
    }

    private String words(final Condition condition) {
        return Messages.text("run.condition", model.title(condition.column()),
                Messages.text("filter." + condition.comparison().name().toLowerCase(Locale.ROOT)), condition.value()).strip();
    }

    /** A setting as it is called on its page; of a table, that it is one of the person's own. */
    static String setting(final Optional<AlgorithmDescriptor> method, final String name, final String value) {
        final var label = Settings.label(method, name);
        return Settings.isTable(method, name) ? Messages.text("run.table", label) : Messages.text("run.setting", label, Settings.value(method, name, value));
    }

    private void start() {
        final var store = services.store();
        if (store.isEmpty() || running.isPresent()) {
            return;
        }
        final var plan = model.plan();
        Availability.set(start, false);
        Availability.set(stop, true);
        bar.setSelection(0);
        task.setText("");
        show(true);
        showFailure(Optional.empty());
        running = Optional.of(Background.of(root, Messages.text("run.job", model.provider().map(provider -> provider.descriptor().name().text()).orElse("")),
                progress -> run(store.get(), plan, progress)).family(FAMILY).then(this::show).otherwise(thrown -> {
                    showFailure(Optional.of(Background.problem(thrown)));
                    return true;
                }).last(this::rest).start());
    }

    private Ended run(final Store store, final Plan plan, final Progress progress) {
        final var run = services.runs().run(store, Optional.empty(), plan, model.options(), new BarProgress(progress, bar, task));
        if (!run.succeeded()) {
            return new Ended(run, Optional.empty(), Optional.empty());
        }
        final var result = services.runs().result(store, run.id()).result();
        return new Ended(run, Optional.of(result), Optional.of(Wording.of(services.sources(), store, plan, result).of(result, run.warnings())));
    }

    private void rest() {
        running = Optional.empty();
        Availability.set(start, true);
        Availability.set(stop, false);
        task.setText(stopped ? Messages.text("run.stopped") : "");
        show(false);
        stopped = false;
    }

    /** What has nothing to say takes no room. */
    private void show(final boolean working) {
        bar.setVisible(working);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(!working).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(!working && task.getText().isEmpty()).applyTo(task);
        fit();
    }

    private void fit() {
        root.layout(true, true);
        if (root.getParent() instanceof final ScrolledComposite frame) {
            GuideView.fit(frame);
        }
    }

    private void show(final Ended run) {
        showFailure(run.run().problem());
        ended.accept(run);
    }

    private void showFailure(final Optional<Problem> problem) {
        for (final var child : failure.getChildren()) {
            child.dispose();
        }
        problem.ifPresent(found -> {
            for (final var sentence : new String[] {found.happened(), found.meaning(), found.nextStep()}) {
                final var line = WidgetKeys.named(Colours.styled(new Label(failure, SWT.WRAP), Colours.CSS_ERROR_STRIP), "guide.problem");
                line.setText(sentence.replace("&", "&&"));
                GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
            }
        });
        failure.setVisible(problem.isPresent());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(problem.isEmpty()).applyTo(failure);
        fit();
    }
}
