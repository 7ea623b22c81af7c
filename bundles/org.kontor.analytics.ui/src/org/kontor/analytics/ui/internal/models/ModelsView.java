// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.RecordsFrame;
import org.kontor.analytics.ui.internal.Wording;
import org.kontor.analytics.ui.internal.guide.GuideView;
import org.kontor.analytics.ui.internal.runs.ResultView;
import org.kontor.analytics.ui.internal.runs.RunsView;
import org.kontor.core.progress.Progress;
import org.kontor.model.Field;
import org.kontor.model.ModelVerdict;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.EmptyState;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;

/** The learned models that score records: what they last did, how far records have drifted, who decided what and why, and their challengers. */
public final class ModelsView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.models";

    private static final int MOST_RUNS = 200;
    private static final int[] DOWN = {40, 60};
    private static final Set<ModelVerdict> DOUBTFUL = Set.of(ModelVerdict.NO_BETTER, ModelVerdict.UNTESTED);
    private static final List<String> COLUMNS = List.of("name", "verdict", "scored", "drift", "challenger", "schedule", "since", "scheme", "method");

    /**
     * A model with what it last did.
     *
     * @param deployment the model
     * @param scored     the newest run by which it scored; empty where it never did
     * @param result     what came out of it, in the words of people
     * @param notes      what is to be known of it
     */
    record Shown(Deployment deployment, Optional<RecordedRun> scored, Optional<Result> result, List<String> notes) {
    }

    private final AnalyticsServices services;
    private final EPartService parts;
    private RecordsFrame<List<Shown>> frame;
    private SashForm down;
    private Table models;
    private ModelDetails details;
    private final List<Button> champions = new ArrayList<>();
    private final List<Button> challengers = new ArrayList<>();
    private Button open;
    private Button plan;
    private List<Shown> read = List.of();

    @Inject
    ModelsView(final AnalyticsServices services, final EPartService parts) {
        this.services = services;
        this.parts = parts;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        services.use(opened);
        if (frame != null) {
            frame.readSoon();
        }
    }

    @PostConstruct
    void create(final Composite parent) {
        frame = new RecordsFrame<>(parent, services, "models", Messages::text, new RecordsFrame.Reading<>(
                Set.of("Analysis", "AnalysisRun", "ModelDeployment"), this::look, this::show));
        champions.add(frame.action("score", Icons.REFRESH, this::score));
        open = frame.action("open", Icons.OPEN, this::open);
        plan = frame.action("plan", Icons.TASK, () -> chosen().flatMap(Shown::scored).ifPresent(run -> PlanTasks.ask(frame.root(), services, run)));
        champions.add(frame.action("review", Icons.DONE, this::review));
        challengers.add(frame.action("compare", Icons.MERGE, this::compare));
        challengers.add(frame.action("promote", Icons.CONVERT, this::promote));
        challengers.add(frame.action("dismiss", Icons.CLEAR, this::dismiss));
        champions.add(frame.action("end", Icons.LOCK, this::end));
        frame.whereNothingIs(new EmptyState.Way("models.empty.runs", Messages.text("empty.runs"), Icons.HISTORY,
                () -> parts.showPart(RunsView.ID, PartState.ACTIVATE)),
                new EmptyState.Way("models.empty.new", Messages.text("empty.new"), Icons.NEW, () -> parts.showPart(GuideView.ID, PartState.ACTIVATE)));
        down = Colours.styled(new SashForm(frame.place(), SWT.VERTICAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        models = WidgetKeys.named(new Table(down, SWT.SINGLE | SWT.FULL_SELECTION), "models.table");
        models.setHeaderVisible(true);
        COLUMNS.forEach(name -> new TableColumn(models, SWT.LEFT).setText(Messages.text("column." + name)));
        models.addListener(SWT.Selection, event -> selected());
        models.addListener(SWT.DefaultSelection, event -> open());
        details = new ModelDetails(down);
        down.setWeights(DOWN);
        selected();
        frame.read();
    }

    private List<Shown> look(final Store store) {
        return services.models().all(store).stream().map(model -> shown(store, model)).toList();
    }

    private Shown shown(final Store store, final Deployment model) {
        final var scored = services.runs().runs(store, Optional.of(model.id()), MOST_RUNS).stream().filter(run -> run.purpose() == RunPurpose.SCORING
                && model.champion().or(() -> model.terms().stream().findFirst()).map(Deployment.Term::run).equals(run.model())).findFirst();
        final var words = Wording.ofColumns(services.sources(), store, model.rows());
        return new Shown(model, scored, scored.filter(RecordedRun::succeeded).map(run -> words.of(services.runs().result(store, run.id()).result())),
                scored.stream().flatMap(run -> Stream.concat(run.changes().stream(), run.warnings().stream().map(warning -> warning.text(words)))).toList());
    }

    private void show(final List<Shown> found) {
        final var chosen = chosen().map(shown -> shown.deployment().id());
        read = found;
        final var format = FieldFormat.current();
        models.setRedraw(false);
        try {
            models.removeAll();
            for (final var each : found) {
                final var model = each.deployment();
                final var item = new TableItem(models, SWT.NONE);
                item.setText(new String[] {model.name(), model.champion().map(term -> Field.label(term.verdict())).orElse(Messages.text("ended")),
                    each.scored().map(run -> format.instant(run.startedAt())).orElse(""), each.result().flatMap(Drift::of).map(Drift::words).orElse(""),
                    model.challenger().map(term -> Field.label(term.verdict())).orElse(""),
                    Messages.text("schedule." + model.schedule().name().toLowerCase(Locale.ROOT)),
                    model.champion().map(term -> format.instant(term.from())).orElse(""), model.scheme(), services.algorithms().find(model.rows().algorithm())
                            .map(method -> method.active().descriptor().name().text()).orElse(model.rows().algorithm())});
                item.setImage(icon(each).image());
                if (chosen.equals(Optional.of(model.id()))) {
                    models.select(models.indexOf(item));
                }
            }
            if (models.getSelectionCount() == 0 && !found.isEmpty()) {
                models.select(0);
            }
            for (final var column : models.getColumns()) {
                column.pack();
            }
        } finally {
            models.setRedraw(true);
        }
        frame.show(!found.isEmpty(), down);
        selected();
    }

    /** A model that asks for attention says so: its last scoring failed or warned, or nobody showed that it is any good. */
    private static Icons icon(final Shown shown) {
        if (shown.deployment().champion().isEmpty()) {
            return Icons.LOCK;
        }
        final boolean doubtful = shown.deployment().champion().filter(term -> DOUBTFUL.contains(term.verdict())).isPresent();
        return shown.scored().filter(run -> run.problem().isPresent()).isPresent() ? Icons.ERROR
                : doubtful || shown.scored().filter(run -> !run.warnings().isEmpty()).isPresent() ? Icons.WARNING : Icons.DONE;
    }

    private Optional<Shown> chosen() {
        final int chosen = models.getSelectionIndex();
        return chosen < 0 || chosen >= read.size() ? Optional.empty() : Optional.of(read.get(chosen));
    }

    private void selected() {
        final var chosen = chosen();
        final var model = chosen.map(Shown::deployment);
        champions.forEach(button -> Availability.set(button, model.flatMap(Deployment::champion).isPresent()));
        challengers.forEach(button -> Availability.set(button, model.flatMap(Deployment::challenger).isPresent()));
        Availability.set(open, chosen.flatMap(Shown::result).isPresent());
        Availability.set(plan, chosen.flatMap(Shown::scored).filter(FollowUps::possible).isPresent());
        details.show(chosen);
    }

    private void score() {
        act("score.job", (store, id, progress) -> services.models().score(store, id, RunOptions.usual(), progress));
    }

    private interface Work {
        Object on(Store store, UUID id, Progress progress);
    }

    /** Changes are heard of from the store. */
    private void act(final String job, final Work work) {
        final var store = services.store();
        final var chosen = chosen();
        if (store.isPresent() && chosen.isPresent()) {
            final var id = chosen.get().deployment().id();
            Background.of(frame.root(), Messages.text(job, chosen.get().deployment().name()), progress -> work.on(store.get(), id, progress))
                    .then(done -> frame.read()).start();
        }
    }

    private void open() {
        final var store = services.store();
        final var chosen = chosen();
        if (store.isPresent() && chosen.flatMap(Shown::result).isPresent()) {
            ResultView.open(frame.root(), parts, services, chosen.get().scored().orElseThrow(), chosen.get().deployment().name());
        }
    }

    private void review() {
        final var store = services.store();
        final var chosen = chosen();
        if (store.isPresent() && chosen.isPresent()) {
            final var id = chosen.get().deployment().id();
            Background.of(frame.root(), Messages.text("review.job"), progress -> services.models().review(store.get(), id, 0, progress))
                    .then(details::review).start();
        }
    }

    private void compare() {
        compared(comparison -> details.compare(comparison));
    }

    private void compared(final Consumer<ModelComparison> then) {
        final var store = services.store();
        final var chosen = chosen();
        if (store.isPresent() && chosen.isPresent()) {
            final var id = chosen.get().deployment().id();
            Background.of(frame.root(), Messages.text("compare.job"), progress -> services.models().compare(store.get(), id, 0, progress))
                    .then(then::accept).start();
        }
    }

    /** With the comparison and what is known of the challenger in sight. */
    private void promote() {
        final var store = services.store();
        final var model = chosen().map(Shown::deployment);
        if (store.isEmpty() || model.flatMap(Deployment::challenger).isEmpty()) {
            return;
        }
        final var run = model.get().challenger().orElseThrow().run();
        Background.of(frame.root(), Messages.text("compare.job"), progress -> ModelQuality.of(services.runs().find(store.get(), run),
                services.runs().result(store.get(), run).result())).then(quality ->
                compared(comparison -> new ReasonDialog(frame.root().getShell(), Messages.text("promote.words", model.get().name(), lines(comparison.summary()),
                        quality.sentence().text(), lines(quality.figures())), true, quality.needsOverride(), said -> act("promote.job",
                                (opened, id, progress) -> services.models().promote(opened, id, 0, said.anyway(), said.reason(), progress))).open())).start();
    }

    private static String lines(final List<Message> messages) {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    private void dismiss() {
        chosen().ifPresent(shown -> new ReasonDialog(frame.root().getShell(), Messages.text("dismiss.words", shown.deployment().name()), false, false,
                said -> act("dismiss.job", (store, id, progress) -> services.models().dismiss(store, id, said.reason()))).open());
    }

    private void end() {
        chosen().ifPresent(shown -> new ReasonDialog(frame.root().getShell(), Messages.text("end.words", shown.deployment().name()), false, false,
                said -> act("end.job", (store, id, progress) -> services.models().end(store, id, said.reason()))).open());
    }

    @Focus
    void focus() {
        models.setFocus();
    }
}
