// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

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

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.RecordsFrame;
import org.kontor.analytics.ui.internal.CustomerNames;
import org.kontor.analytics.ui.internal.guide.GuideView;
import org.kontor.analytics.ui.internal.models.ModelsView;
import org.kontor.analytics.ui.internal.models.UseModel;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.EmptyState;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** Saved analyses and their runs: opened, repeated, compared. A run that failed says why. */
public final class RunsView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.runs";

    private static final int MOST = 500;
    private static final int[] ACROSS = {26, 74};
    private static final int[] DOWN = {60, 40};

    /** What one look at the store brought, with the analyses that are models in use. */
    private record Read(List<SavedAnalysis> saved, Set<UUID> used, List<RecordedRun> runs) {
    }

    private final AnalyticsServices services;
    private final EPartService parts;
    private RecordsFrame<Read> frame;
    private SashForm across;
    private Table analyses;
    private RunsTable runs;
    private Button open;
    private Button again;
    private Button compare;
    private Button apply;
    private Button use;
    private RunDetails details;
    private Read read = new Read(List.of(), Set.of(), List.of());

    @Inject
    RunsView(final AnalyticsServices services, final EPartService parts) {
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
        frame = new RecordsFrame<>(parent, services, "runs", Messages::text, new RecordsFrame.Reading<>(
                Set.of("Analysis", "AnalysisRun", "ModelDeployment"), this::look, this::show));
        frame.action("new", Icons.NEW, this::newAnalysis);
        open = frame.action("open", Icons.OPEN, this::open);
        again = frame.action("again", Icons.REFRESH, this::repeat);
        compare = frame.action("compare", Icons.MERGE, this::compare);
        apply = frame.action("apply", Icons.ACCOUNT, this::apply);
        use = frame.action("use", Icons.DONE, this::use);
        frame.whereNothingIs(new EmptyState.Way("runs.empty.new", Messages.text("action.new"), Icons.NEW, this::newAnalysis));
        across = Colours.styled(new SashForm(frame.place(), SWT.HORIZONTAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        analyses = WidgetKeys.named(new Table(across, SWT.SINGLE | SWT.FULL_SELECTION), "runs.analyses");
        analyses.setHeaderVisible(true);
        new TableColumn(analyses, SWT.LEFT).setText(Messages.text("column.analysis"));
        analyses.addListener(SWT.Selection, event -> showRuns());
        final var down = Colours.styled(new SashForm(across, SWT.VERTICAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        runs = new RunsTable(down, services.algorithms(), this::selected, this::open);
        details = new RunDetails(down, parts);
        across.setWeights(ACROSS);
        down.setWeights(DOWN);
        selected();
        frame.read();
    }

    private void newAnalysis() {
        parts.showPart(GuideView.ID, PartState.ACTIVATE);
    }

    private Read look(final Store store) {
        return new Read(services.runs().saved(store), services.models().all(store).stream().map(Deployment::id).collect(Collectors.toSet()),
                services.runs().runs(store, Optional.empty(), MOST));
    }

    private void show(final Read found) {
        read = found;
        final int chosen = Math.max(0, analyses.getSelectionIndex());
        analyses.removeAll();
        final var all = new TableItem(analyses, SWT.NONE);
        all.setText(Messages.text("all", found.runs().size()));
        all.setImage(Icons.HISTORY.image());
        for (final var saved : found.saved()) {
            final var item = new TableItem(analyses, SWT.NONE);
            item.setText(saved.name());
            item.setImage((found.used().contains(saved.id()) ? Icons.DONE : Icons.CHART).image());
            item.setData(saved);
        }
        analyses.select(Math.min(chosen, found.saved().size()));
        analyses.getColumn(0).pack();
        frame.show(!found.runs().isEmpty() || !found.saved().isEmpty(), across);
        showRuns();
    }

    private Optional<SavedAnalysis> analysis() {
        return analyses.getSelectionCount() == 0 ? Optional.empty() : Optional.ofNullable((SavedAnalysis) analyses.getSelection()[0].getData());
    }

    private void showRuns() {
        final var wanted = analysis();
        runs.show(read.runs().stream().filter(run -> wanted.isEmpty() || isRunOf(wanted.get(), run)).toList());
        enable();
    }

    /** Runs of its own, and runs of the same plan that were carried out before it was saved. */
    private static boolean isRunOf(final SavedAnalysis analysis, final RecordedRun run) {
        return run.analysis().filter(analysis.id()::equals).isPresent() || run.analysis().isEmpty() && run.plan().equals(analysis.plan());
    }

    private Optional<AlgorithmDescriptor> descriptor(final RecordedRun run) {
        return services.algorithms().find(run.plan().algorithm()).map(method -> method.active().descriptor());
    }

    private List<RecordedRun> runs() {
        return runs.selected();
    }

    private void selected() {
        enable();
        if (runs().size() == 1) {
            final var run = runs().getFirst();
            final var method = descriptor(run);
            details.show(run, method);
            services.store().filter(store -> run.succeeded()).ifPresent(store -> Background.of(frame.root(), Messages.text("open.job"),
                    progress -> ResultView.Opened.read(services, store, run, runs.name(run))).then(opened -> details.show(opened, method)).quiet().start());
        }
    }

    /** Without touching what is shown below: a comparison stays while the list is read anew. */
    private void enable() {
        final var chosen = runs();
        Availability.set(open, chosen.size() == 1 && chosen.getFirst().succeeded());
        Availability.set(again, chosen.size() == 1 && chosen.getFirst().purpose() == RunPurpose.ANALYSIS);
        Availability.set(apply, open.isEnabled() && again.isEnabled());
        Availability.set(use, chosen.size() == 1 && UseModel.possible(services, chosen.getFirst()));
        Availability.set(compare, chosen.size() == 2 && chosen.stream().allMatch(RecordedRun::succeeded));
    }

    private void open() {
        final var store = services.store();
        if (store.isEmpty() || runs().size() != 1 || !runs().getFirst().succeeded()) {
            return;
        }
        ResultView.open(frame.root(), parts, services, runs().getFirst(), runs.name(runs().getFirst()));
    }

    /** From a run to a model in use; the person then sees it among the others. */
    private void use() {
        if (runs().size() == 1) {
            UseModel.ask(frame.root(), services, runs().getFirst(), analysis().map(SavedAnalysis::name).orElseGet(() -> runs.name(runs().getFirst())),
                    deployment -> parts.showPart(ModelsView.ID, PartState.ACTIVATE));
        }
    }

    private void open(final ResultView.Opened opened) {
        final var part = parts.showPart(ResultView.ID, PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof final ResultView view) {
            view.show(opened);
        }
    }

    private void repeat() {
        final var store = services.store();
        if (store.isEmpty() || runs().size() != 1) {
            return;
        }
        final var run = runs().getFirst();
        Background.of(frame.root(), Messages.text("again.job", runs.name(run)), progress -> {
            final var repetition = services.runs().repeat(store.get(), run.id(), RunOptions.usual(), progress);
            return new RunDetails.Compared(repetition.run(), repetition.comparison(), CustomerNames.read(store.get()));
        }).then(details::show).start();
    }

    /** Gives every row of the source its answer by what the run learned, rows that came since then too, without learning again. */
    private void apply() {
        final var store = services.store();
        if (store.isEmpty() || runs().size() != 1) {
            return;
        }
        final var run = runs().getFirst();
        final var title = Messages.text("apply.title", runs.name(run));
        Background.of(frame.root(), Messages.text("apply.job"), progress -> {
            final var table = services.runs().apply(store.get(), run.id(), run.plan(), RunOptions.usual(), progress);
            return ResultView.Opened.of(services, store.get(), run, title, Result.builder().part(table).build());
        }).then(this::open).start();
    }

    private void compare() {
        final var store = services.store();
        final var chosen = runs().stream().sorted(Comparator.comparing(RecordedRun::startedAt)).toList();
        if (store.isEmpty() || chosen.size() != 2) {
            return;
        }
        Background.of(frame.root(), Messages.text("compare.job"), progress -> new RunDetails.Compared(chosen.get(1),
                Optional.of(services.runs().compare(store.get(), chosen.get(0).id(), chosen.get(1).id())), CustomerNames.read(store.get())))
                .then(details::show).start();
    }

    @Focus
    void focus() {
        runs.setFocus();
    }
}
