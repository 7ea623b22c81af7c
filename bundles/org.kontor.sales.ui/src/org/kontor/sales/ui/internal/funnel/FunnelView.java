// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.funnel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;

import org.kontor.charts.ColourRole;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.Heading;
import org.kontor.charts.ValueFormat;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.charts.swt.ChartThemes;
import org.kontor.customers.RecordLink;
import org.kontor.sales.Funnel;
import org.kontor.sales.Funnel.Basis;
import org.kontor.sales.Funnel.Result;
import org.kontor.sales.Funnel.Scope;
import org.kontor.sales.Funnel.Step;
import org.kontor.sales.PipelineStages;
import org.kontor.sales.ui.internal.OpportunitiesView;
import org.kontor.sales.ui.internal.StoreWatch;
import org.kontor.sales.ui.internal.funnel.FunnelNumbers.Which;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.FittingText;
import org.kontor.ui.HelpContext;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.ProblemDialog;

/** How many opportunities get how far: a chart, the numbers below it, and the way to the records behind each of them. */
public final class FunnelView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.sales.ui.funnel";

    private static final Set<String> SHOWN = Set.of("Opportunity", "Stage", "Pipeline", "StageHistory");
    private static final int[] WEIGHTS = {62, 38};

    private final EPartService parts;
    private final Funnel service;
    private final StoreWatch watch;
    private final Clock clock = Clock.systemDefaultZone();
    private Optional<Job> reading = Optional.empty();
    private List<RecordLink> pipelines = List.of();
    private Optional<Result> shown = Optional.empty();
    private Scope shownScope = Scope.ALL;
    private Combo pipeline;
    private Combo period;
    private Combo basis;
    private Combo owner;
    private Label summary;
    private Composite root;
    private ChartCanvas chart;
    private FunnelNumbers numbers;

    @Inject
    FunnelView(final EPartService parts, final Display display, @Service final Funnel service) {
        this.parts = parts;
        this.service = service;
        watch = new StoreWatch(display, SHOWN, this::read);
    }

    @PostConstruct
    void create(final Composite parent) {
        root = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.FUNNEL);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        createBar();
        final var sash = Colours.styled(new SashForm(root, SWT.VERTICAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        chart = WidgetKeys.named(new ChartCanvas(sash, SWT.NONE), "funnel.chart");
        chart.setProblemHandler(problem -> ProblemDialog.open(chart.getShell(), problem));
        chart.addOpenListener(element -> step(element.key()).ifPresent(step -> open(step, Which.REACHED)));
        numbers = new FunnelNumbers(sash, this::open);
        sash.setWeights(WEIGHTS);
        read();
    }

    private void createBar() {
        final var bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 6).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        pipeline = combo(bar, "funnel.pipeline", Stream.empty());
        GridDataFactory.swtDefaults().exclude(true).applyTo(pipeline);
        pipeline.setVisible(false);
        period = combo(bar, "funnel.period", Arrays.stream(FunnelPeriod.values()).map(FunnelPeriod::label));
        basis = combo(bar, "funnel.basis", Arrays.stream(Basis.values()).map(value -> Messages.text("basis." + value.name())));
        basis.setEnabled(false);
        owner = combo(bar, "funnel.owner", Stream.of("everyone", "mine").map(key -> Messages.text("owner." + key)));
        summary = WidgetKeys.named(Colours.styled(new Label(bar, SWT.RIGHT), Colours.CSS_MUTED), "funnel.summary");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
    }

    private Combo combo(final Composite bar, final String key, final Stream<String> items) {
        final var combo = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), key);
        combo.setItems(items.toArray(String[]::new));
        combo.select(0);
        combo.addListener(SWT.Selection, event -> read());
        return combo;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        watch.use(opened);
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(Colours.THEME_CHANGED) final Event event) {
        if (chart != null && !chart.isDisposed()) {
            chart.setTheme(ChartThemes.matching(root));
        }
    }

    private Scope scope() {
        final var when = FunnelPeriod.values()[period.getSelectionIndex()];
        final int chosen = pipeline.getSelectionIndex();
        final Optional<UUID> mine = owner.getSelectionIndex() == 1 ? watch.store().flatMap(open -> open.info().userId()) : Optional.empty();
        return new Scope(chosen < 0 || chosen >= pipelines.size() ? Optional.empty() : Optional.of(pipelines.get(chosen).id()),
                when.on(LocalDate.now(clock)), Basis.values()[basis.getSelectionIndex()], mine);
    }

    /** What one look at the store brought. */
    private record Read(List<RecordLink> pipelines, Result result) {
    }

    private void read() {
        if (chart == null || chart.isDisposed()) {
            return;
        }
        basis.setEnabled(period.getSelectionIndex() > 0);
        reading.ifPresent(Job::cancel);
        if (watch.store().isEmpty()) {
            shown = Optional.empty();
            FittingText.longest(summary, List.of(Messages.text("opening"), ""), null);
            chart.setChart(null);
            numbers.show(shown);
            return;
        }
        final var from = watch.store().get();
        final var scope = scope();
        reading = Optional.of(Background.of(chart, Messages.text("job"), progress -> new Read(from.read(session -> PipelineStages.pipelines(session)),
                service.funnel(from, scope))).then(read -> show(scope, read)).otherwise(thrown -> watch.store().orElse(null) != from).quiet().start());
    }

    private void show(final Scope scope, final Read read) {
        shownScope = scope;
        shown = Optional.of(read.result());
        showPipelines(read.pipelines());
        final var result = read.result();
        final var whole = NumberFormat.getIntegerInstance();
        final var money = FieldFormat.current().money(result.amount(), result.currency().getCurrencyCode());
        final var parts = Stream.of(
                Optional.of(Messages.text("summary", result.count(), money)),
                result.withoutBaseAmount() == 0 ? Optional.<String>empty() : Optional.of(Messages.text("summary.withoutRate", whole.format(result.withoutBaseAmount()))),
                result.undated() == 0 ? Optional.<String>empty() : Optional.of(Messages.text("summary.undated", whole.format(result.undated()))));
        final var told = parts.flatMap(Optional::stream).toList();
        FittingText.longest(summary, List.of(String.join(" · ", told), told.getFirst(), money, ""), null);
        chart.setTheme(ChartThemes.matching(root));
        chart.setChart(chartOf(result));
        numbers.show(shown);
    }

    private static FunnelChart chartOf(final Result result) {
        final var chart = FunnelChart.of(Heading.NONE.whenEmpty(Messages.text("empty")).describedAs(Messages.text("name")), ValueFormat.money(result.currency()));
        if (result.count() > 0) {
            result.steps().forEach(step -> chart.stage(new FunnelChart.Stage(step.stage().id().toString(), step.stage().title(), step.reached(),
                    step.reachedAmount(), step.conversion().isPresent() ? BigDecimal.valueOf(step.conversion().getAsDouble()) : null,
                    step.stage().won() ? ColourRole.POSITIVE : ColourRole.AUTOMATIC)));
        }
        return chart.build();
    }

    private void showPipelines(final List<RecordLink> found) {
        if (found.equals(pipelines)) {
            return;
        }
        final var chosen = shownScope.pipeline();
        pipelines = found;
        pipeline.setItems(found.stream().map(RecordLink::title).toArray(String[]::new));
        pipeline.select(Math.max(0, found.stream().map(link -> Optional.of(link.id())).toList().indexOf(chosen)));
        final boolean several = found.size() > 1;
        GridDataFactory.swtDefaults().exclude(!several).applyTo(pipeline);
        pipeline.setVisible(several);
        pipeline.getParent().layout();
    }

    private Optional<Step> step(final String key) {
        return shown.stream().flatMap(result -> result.steps().stream()).filter(step -> step.stage().id().toString().equals(key)).findFirst();
    }

    /** Shows exactly the records that a number counts, in the table of opportunities. */
    private void open(final Step step, final Which which) {
        final var from = watch.store();
        if (from.isEmpty()) {
            return;
        }
        final var scope = shownScope;
        final var title = title(step, which);
        Background.of(chart, Messages.text("job"), progress -> which == Which.CURRENT ? service.current(from.get(), scope, step.stage().id())
                : service.reached(from.get(), scope, step.stage().id())).then(query -> {
                    final var part = parts.showPart(OpportunitiesView.ID, PartState.ACTIVATE);
                    if (part != null && part.getObject() instanceof final OpportunitiesView view) {
                        view.show(title, query.filter().orElseThrow(), () -> parts.showPart(ID, PartState.ACTIVATE));
                    }
                }).quiet().start();
    }

    private String title(final Step step, final Which which) {
        final var words = Stream.of(Optional.of(Messages.text("title." + which.name(), step.stage().title())),
                shownScope.period().map(chosen -> Messages.text("title.period", basis.getText(), period.getText())),
                shownScope.owner().map(person -> owner.getText()));
        return words.flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    @PreDestroy
    void close() {
        watch.close();
        reading.ifPresent(Job::cancel);
    }

    @Focus
    void focus() {
        chart.setFocus();
    }
}
