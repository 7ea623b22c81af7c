// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;

import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TreePart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartExport;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.charts.swt.ChartThemes;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.ProblemDialog;

/** A result as a page: what came out in words, its numbers, what to beware of, and its parts as charts and tables. */
public final class ResultPage {

    private static final int TWO_COLUMNS = 860;
    private static final int MARGIN = 18;
    private static final int MOST_ROWS = 14;
    /** A matrix with more columns is read across the whole page. */
    private static final int MANY_COLUMNS = 12;
    private static final String SPAN = "span";

    /**
     * What a page shows.
     *
     * @param title      what was analysed
     * @param provenance who did it, and in whose place
     * @param shown      what came out
     * @param actions    what can be done with it
     */
    public record Content(String title, String provenance, Shown shown, List<ResultAction> actions) {

        Result result() {
            return shown.result();
        }

        List<String> notes() {
            return shown.notes();
        }

        UnaryOperator<String> names() {
            return shown.names();
        }
    }

    /**
     * What came out, in the words of people.
     *
     * @param result the result
     * @param notes  more to know before it is used, such as warnings of the preparation
     * @param names  what people call a row of the data, by its identifier
     */
    public record Shown(Result result, List<String> notes, UnaryOperator<String> names) {

        public Shown {
            notes = List.copyOf(notes);
        }
    }

    /** What a page leads to. */
    @FunctionalInterface
    public interface Host {

        /**
         * Shows rows of the data.
         *
         * @param ids   their identifiers
         * @param words which ones they are
         */
        void show(List<String> ids, String words);
    }

    private final ScrolledComposite scrolled;
    private final Host host;
    private final List<ChartCanvas> charts = new ArrayList<>();
    private Composite page;
    private Composite parts;
    private Optional<Content> content = Optional.empty();

    /**
     * An empty page.
     *
     * @param parent the parent
     * @param host   what it leads to
     */
    public ResultPage(final Composite parent, final Host host) {
        this.host = host;
        scrolled = WidgetKeys.named(Colours.styled(new ScrolledComposite(parent, SWT.V_SCROLL), Colours.CSS_SURFACE), "result.page");
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        scrolled.addListener(SWT.Resize, event -> arrange());
    }

    /** The page's one control. */
    public Control control() {
        return scrolled;
    }

    /** What is shown; empty before {@link #show}. */
    public Optional<Content> content() {
        return content;
    }

    /** Takes colours from the theme of the moment. */
    public void applyTheme() {
        charts.stream().filter(chart -> !chart.isDisposed()).forEach(chart -> chart.setTheme(ChartThemes.matching(parts)));
    }

    /**
     * Shows a result.
     *
     * @param wanted what to show
     */
    public void show(final Content wanted) {
        content = Optional.of(wanted);
        charts.clear();
        if (page != null) {
            page.dispose();
        }
        page = Colours.styled(new Composite(scrolled, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 10).applyTo(page);
        createHead(wanted);
        createNotes(wanted);
        if (!wanted.result().metrics().isEmpty()) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(new MetricsPane(page, wanted.result().metrics(), this::arrange).control());
        }
        parts = Colours.styled(new Composite(page, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(MARGIN, MARGIN).applyTo(parts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(parts);
        final var renderings = wanted.result().parts().stream().map(part -> PartRenderers.of(part, wanted.names())).toList();
        // pictures before tables: they answer first
        final var pictures = renderings.stream().filter(Rendering.AsChart.class::isInstance).map(Rendering.AsChart.class::cast).toList();
        boolean beside = false;
        for (int index = 0; index < pictures.size(); index++) {
            final var part = pictures.get(index).part();
            // without a neighbour, names of bars and steps of time get the room; cells would be stretched
            final boolean alone = !beside && !(part instanceof MatrixPart) && (index + 1 == pictures.size() || isWide(pictures.get(index + 1).part()));
            final boolean wide = isWide(part) || alone;
            createChart(pictures.get(index), wide ? 2 : 1, wanted);
            beside = !wide && !beside;
        }
        renderings.stream().filter(Rendering.AsTable.class::isInstance).map(Rendering.AsTable.class::cast).forEach(table -> createTable(table, wanted));
        scrolled.setContent(page);
        arrange();
        applyTheme();
    }

    private void createHead(final Content wanted) {
        final var head = Colours.styled(new Composite(page, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2 + wanted.actions().size()).spacing(8, 4).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        final var title = WidgetKeys.named(new Label(head, SWT.WRAP), "result.title");
        title.setText(escaped(wanted.title()));
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
        wanted.actions().forEach(action -> action.button(head));
        final var export = WidgetKeys.named(new Button(head, SWT.PUSH), "result.export");
        export.setText(Messages.text("export"));
        export.setImage(Icons.EXPORT.image());
        export.addListener(SWT.Selection, event -> askAndExport());
        final var provenance = WidgetKeys.named(Colours.styled(new Label(head, SWT.WRAP), Colours.CSS_MUTED), "result.provenance");
        provenance.setText(escaped(wanted.provenance()));
        GridDataFactory.fillDefaults().grab(true, false).span(2 + wanted.actions().size(), 1).applyTo(provenance);
        final var words = String.join("\n", wanted.result().summary().stream().map(Message::text).toList());
        if (!words.isEmpty()) {
            final var summary = WidgetKeys.named(new Label(page, SWT.WRAP), "result.summary");
            summary.setText(escaped(words));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        }
    }

    private void createNotes(final Content wanted) {
        final var notes = Stream.concat(wanted.result().warnings().stream().map(warning -> warning.text().text()), wanted.notes().stream()).distinct().toList();
        for (final var note : notes) {
            final var strip = Colours.styled(new Composite(page, SWT.NONE), Colours.CSS_WARNING_STRIP);
            GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 6).spacing(8, 0).applyTo(strip);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
            final var icon = new Label(strip, SWT.NONE);
            icon.setImage(Icons.WARNING.image());
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
            final var text = WidgetKeys.named(new Label(strip, SWT.WRAP), "result.warning");
            text.setText(escaped(note));
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        }
    }

    private void createChart(final Rendering.AsChart rendering, final int span, final Content wanted) {
        final var box = Colours.styled(new Composite(parts, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(box);
        box.setData(SPAN, span);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).span(span, 1).applyTo(box);
        final var points = rendering.part() instanceof final PointsPart part ? Optional.of(part) : Optional.<PointsPart>empty();
        final var bar = points.map(part -> new PointsBar(box, part, host));
        final var canvas = WidgetKeys.named(new ChartCanvas(box, SWT.NONE), "result.chart." + rendering.part().name());
        canvas.setProblemHandler(problem -> ProblemDialog.open(canvas.getShell(), problem));
        canvas.setTheme(ChartThemes.matching(parts));
        canvas.setChart(rendering.chart());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        canvas.addOpenListener(element -> drill(wanted, rendering.part(), element));
        bar.ifPresent(found -> found.serve(canvas, rendering, wanted.names()));
        charts.add(canvas);
    }

    /** Years and their forecast, clouds of points with their axes, trees with their names, and triangles of many periods need the width of the page. */
    private static boolean isWide(final Part part) {
        return switch (part) {
            case TreePart tree -> true;
            case GraphPart graph -> true;
            case PointsPart points -> true;
            case SeriesPart series when series.axis().type() == SeriesPart.AxisType.DATE -> series.lines().stream().anyMatch(line -> line.band().isPresent());
            case MatrixPart matrix -> matrix.columns().size() > MANY_COLUMNS;
            default -> false;
        };
    }

    private void drill(final Content wanted, final Part part, final ChartElement element) {
        if (part instanceof MatrixPart || part instanceof BarsPart) {
            Background.of(scrolled, Messages.text("drill.job"), progress -> DrillDown.rows(wanted.result(), part, element)).then(ids -> {
                if (!ids.isEmpty()) {
                    host.show(ids, part.title().text() + ": " + element.text());
                }
            }).quiet().start();
        }
    }

    private void createTable(final Rendering.AsTable rendering, final Content wanted) {
        final var box = Colours.styled(new Composite(parts, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(box);
        final var title = new Label(box, SWT.NONE);
        title.setText(escaped(rendering.part().title().text()));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        final var table = new PartTable(box, rendering.table(), wanted.names(), ids -> {
            if (!ids.isEmpty()) {
                host.show(ids, rendering.part().title().text());
            }
        }).control();
        final int shown = Math.clamp(rendering.table().frame().rows(), 2, MOST_ROWS);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, table.getHeaderHeight() + (shown + 1) * table.getItemHeight()).applyTo(table);
    }

    private void arrange() {
        if (page == null || page.isDisposed()) {
            return;
        }
        final int width = scrolled.getClientArea().width;
        final int columns = width >= TWO_COLUMNS ? 2 : 1;
        final var layout = (GridLayout) parts.getLayout();
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            for (final var child : parts.getChildren()) {
                final var data = (GridData) child.getLayoutData();
                data.horizontalSpan = Math.min(columns, child.getData(SPAN) instanceof final Integer span ? span : 2);
            }
        }
        page.layout(true, true);
        scrolled.setMinSize(page.computeSize(Math.max(1, width), SWT.DEFAULT));
    }

    private void askAndExport() {
        final var dialog = new DirectoryDialog(scrolled.getShell());
        dialog.setText(Messages.text("export.title"));
        dialog.setMessage(Messages.text("export.message"));
        final var chosen = dialog.open();
        if (chosen != null) {
            export(ChartExport.Format.PDF, Path.of(chosen));
        }
    }

    /**
     * Writes everything into a folder, in the background.
     *
     * @param format the format of pictures
     * @param folder where to
     */
    public void export(final ChartExport.Format format, final Path folder) {
        content.ifPresent(shown -> Background.of(scrolled, Messages.text("export.job"), progress -> ResultFiles.write(shown.result(), shown.names(), format,
                folder, progress)).start());
    }

    static String escaped(final String text) {
        return text.replace("&", "&&");
    }
}
