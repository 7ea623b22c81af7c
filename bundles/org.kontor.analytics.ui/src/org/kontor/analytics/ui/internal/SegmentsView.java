// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.event.Event;

import org.kontor.analytics.ui.internal.Segments.History;
import org.kontor.analytics.ui.internal.Segments.Segment;
import org.kontor.charts.AxisTitles;
import org.kontor.charts.BarChart;
import org.kontor.charts.ColourRole;
import org.kontor.charts.CurveChart;
import org.kontor.charts.Heading;
import org.kontor.charts.Positions;
import org.kontor.charts.Series;
import org.kontor.charts.ValueFormat;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.charts.swt.ChartThemes;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;
import org.kontor.ui.work.ProblemDialog;

/** The cockpit: how large the segments are, and how they grew and shrank. A click leads to the customers. */
public final class SegmentsView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.segments";

    private static final double DAY = Duration.ofDays(1).toMillis();

    /** What one look at the store brought. */
    private record Read(List<Segment> now, List<History> histories) {
    }

    private final EPartService parts;
    private Optional<Store> store = Optional.empty();
    private Read read = new Read(List.of(), List.of());
    private Composite root;
    private Combo scheme;
    private ChartCanvas now;
    private ChartCanvas time;

    @Inject
    SegmentsView(final EPartService parts) {
        this.parts = parts;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        store = Optional.ofNullable(opened);
        if (root != null && !root.isDisposed()) {
            root.getDisplay().asyncExec(this::read);
        }
    }

    @PostConstruct
    void create(final Composite parent) {
        root = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.ANALYTICS);
        GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(root);
        scheme = WidgetKeys.named(new Combo(root, SWT.READ_ONLY), "segments.scheme");
        scheme.setToolTipText(Messages.text("segments.scheme"));
        scheme.addListener(SWT.Selection, event -> show());
        final var sash = Colours.styled(new SashForm(root, SWT.HORIZONTAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        now = canvas(sash, "segments.now");
        time = canvas(sash, "segments.time");
        now.addOpenListener(element -> open(element.key()));
        time.addOpenListener(element -> open(element.series()));
        show();
        read();
    }

    private static ChartCanvas canvas(final Composite parent, final String key) {
        final var canvas = WidgetKeys.named(new ChartCanvas(parent, SWT.NONE), key);
        canvas.setProblemHandler(problem -> ProblemDialog.open(canvas.getShell(), problem));
        return canvas;
    }

    private void read() {
        if (store.isEmpty() || root.isDisposed()) {
            return;
        }
        final var from = store.get();
        Background.of(root, Messages.text("segments.job"), progress -> new Read(Segments.current(from), Segments.histories(from))).then(found -> {
            read = found;
            final var chosen = scheme.getText();
            scheme.setItems(found.histories().stream().map(History::scheme).toArray(String[]::new));
            scheme.select(Math.max(0, scheme.indexOf(chosen)));
            root.layout(true, true);
            show();
        }).otherwise(thrown -> store.orElse(null) != from).quiet().start();
        if (root.getData() != from) {
            root.setData(from);
            Commits.listen(root, from, Set.of("CustomerClassification"), commit -> read());
        }
    }

    private void show() {
        final var chosen = scheme.getText();
        now.setTheme(ChartThemes.matching(root));
        time.setTheme(ChartThemes.matching(root));
        now.setChart(sizes(read.now().stream().filter(segment -> segment.scheme().equals(chosen)).toList()));
        time.setChart(history(read.histories().stream().filter(history -> history.scheme().equals(chosen)).findFirst()));
    }

    static BarChart sizes(final List<Segment> segments) {
        final var chart = BarChart.of(Heading.of(Messages.text("segments.now")).whenEmpty(Messages.text("segments.empty")), ValueFormat.count(),
                BarChart.Arrangement.ROWS).titles("", Messages.text("segments.customers"));
        segments.forEach(segment -> chart.category(segment.label(), Segments.words(segment.label())));
        return chart.series(Series.of("customers", Messages.text("segments.customers"), ColourRole.AUTOMATIC,
                segments.stream().map(Segment::customers).toList())).build();
    }

    static CurveChart history(final Optional<History> history) {
        final var curves = new ArrayList<CurveChart.Curve>();
        history.ifPresent(found -> found.counts().forEach((label, counts) -> {
            final var spots = new ArrayList<CurveChart.Spot>();
            for (int index = 0; index < counts.length; index++) {
                spots.add(CurveChart.Spot.of(day(found.at().get(index)), counts[index]));
            }
            curves.add(new CurveChart.Curve(label, Segments.words(label), ColourRole.AUTOMATIC, false, spots, Double.NaN));
        }));
        return new CurveChart(Heading.of(Messages.text("segments.time")).whenEmpty(Messages.text("segments.empty")),
                new AxisTitles("", Messages.text("segments.customers")), Positions.days(), ValueFormat.count(), curves, List.of());
    }

    private static double day(final Instant at) {
        return at.toEpochMilli() / DAY;
    }

    private void open(final String label) {
        read.now().stream().filter(segment -> segment.scheme().equals(scheme.getText()) && segment.label().equals(label)).findFirst()
                .ifPresent(segment -> Customers.show(parts, segment));
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(Colours.THEME_CHANGED) final Event event) {
        if (root != null && !root.isDisposed()) {
            show();
        }
    }

    @Focus
    void focus() {
        now.setFocus();
    }
}
