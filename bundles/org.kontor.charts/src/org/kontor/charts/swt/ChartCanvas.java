// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.swt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MessageBox;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartExport;
import org.kontor.charts.ChartRenderer;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.Heading;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.internal.swt.ChartAccessibility;
import org.kontor.charts.internal.swt.ChartMenu;
import org.kontor.charts.internal.swt.ControlExecutor;
import org.kontor.charts.internal.swt.ElementMarks;
import org.kontor.charts.internal.swt.ElementNavigation;
import org.kontor.charts.internal.swt.Picture;
import org.kontor.charts.internal.swt.PictureLoader;
import org.kontor.charts.internal.swt.PointChoice;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/**
 * Shows a chart in the workbench: sharp at the monitor's zoom, painted beside the user interface thread, with tooltips, a mark under the
 * mouse, and elements that mouse, keyboard and screen readers can select and open. Its context menu exports it. Belongs to the user
 * interface thread as every control.
 * <p>
 * In a {@link ScatterChart} several points are chosen: by a click, by a frame drawn with the mouse, with Ctrl or Shift in addition to those
 * before, by Shift and arrow keys, by Ctrl+A; a centre stands for its group. There a double click opens, in all other charts a click.
 *
 * @since 0.1
 */
public final class ChartCanvas extends Canvas {

    private static final Chart NOTHING = FunnelChart.of(Heading.NONE).build();

    private final PictureLoader loader;
    private final ChartAccessibility accessibility;
    private final List<Consumer<ChartElement>> openListeners = new ArrayList<>();
    private final List<Consumer<Optional<ChartElement>>> selectionListeners = new ArrayList<>();
    private Chart chart = NOTHING;
    private ChartTheme theme = ChartTheme.LIGHT;
    private Picture picture;
    private Image image;
    private ChartElement hovered;
    private ChartElement selected;
    private ChartElement pressed;
    private final PointChoice choice = new PointChoice();
    private final List<Consumer<List<ChartElement>>> choiceListeners = new ArrayList<>();
    private final ChartMenu menu;
    private Consumer<Problem> onProblem = this::showProblem;

    /**
     * An empty chart.
     *
     * @param parent the parent
     * @param style  SWT.NONE or SWT.BORDER
     */
    public ChartCanvas(final Composite parent, final int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED);
        loader = new PictureLoader(new ControlExecutor(this), this::show);
        accessibility = new ChartAccessibility(this);
        getAccessible().addAccessibleListener(accessibility);
        getAccessible().addAccessibleControlListener(accessibility);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> redraw());
        addListener(SWT.MouseMove, event -> hover(event.x, event.y));
        addListener(SWT.MouseExit, event -> hover(-1, -1));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, ChartCanvas::traverse);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseDoubleClick, event -> openPoint());
        addListener(SWT.Dispose, event -> dropImage());
        menu = new ChartMenu(this, this::name, (format, file) -> export(format, file, files -> { }), this::exportNumbers,
                this::copyPicture, this::copyNumbers);
    }

    /**
     * Shows a chart. What was selected stays selected where the new chart has the same element; no listener is told.
     *
     * @param newChart the chart; null for none
     */
    public void setChart(final Chart newChart) {
        checkWidget();
        chart = newChart == null ? NOTHING : newChart;
        redraw();
    }

    /**
     * The chart.
     *
     * @return what was set; an empty one where nothing was
     */
    public Chart chart() {
        checkWidget();
        return chart;
    }

    /**
     * Sets colours and type; call it again when the workbench changes its theme.
     *
     * @param newTheme the theme, for instance {@link ChartThemes#matching}
     */
    public void setTheme(final ChartTheme newTheme) {
        checkWidget();
        theme = Objects.requireNonNull(newTheme);
        redraw();
    }

    /**
     * Listens to an element being opened, by a click, by Enter or by the space bar: the way to the records behind it.
     *
     * @param listener told the element
     */
    public void addOpenListener(final Consumer<ChartElement> listener) {
        checkWidget();
        openListeners.add(Objects.requireNonNull(listener));
    }

    /**
     * Listens to the selection, by mouse or arrow keys.
     *
     * @param listener told the element that is selected now; empty for none
     */
    public void addSelectionListener(final Consumer<Optional<ChartElement>> listener) {
        checkWidget();
        selectionListeners.add(Objects.requireNonNull(listener));
    }

    /**
     * The selected element.
     *
     * @return empty where none is
     */
    public Optional<ChartElement> selection() {
        checkWidget();
        return Optional.ofNullable(selected);
    }

    /**
     * Selects an element, or nothing where none has these keys; no listener is told.
     *
     * @param key    the key of the stage, category or period; null for nothing
     * @param series the key of the series; empty where the chart has none
     */
    public void select(final String key, final String series) {
        checkWidget();
        selected = elements().stream().filter(element -> element.key().equals(key) && element.series().equals(series)).findFirst()
                .orElse(null);
        redraw();
    }

    /**
     * Listens to the points of a {@link ScatterChart} that are chosen, by mouse or keyboard.
     *
     * @param listener told all points that are chosen now; empty for none
     */
    public void addChoiceListener(final Consumer<List<ChartElement>> listener) {
        checkWidget();
        choiceListeners.add(Objects.requireNonNull(listener));
    }

    /**
     * The chosen points of a {@link ScatterChart}.
     *
     * @return in the order of the picture; empty for none and in every other chart
     */
    public List<ChartElement> chosen() {
        checkWidget();
        return choice.chosen(elements());
    }

    /**
     * Chooses points of a {@link ScatterChart}; no listener is told.
     *
     * @param keys the keys of the points; keys without a point are passed over
     */
    public void choose(final Set<String> keys) {
        checkWidget();
        choice.choose(elements(), keys);
        redraw();
    }

    /**
     * Writes the chart at its present size, light as for paper, and its numbers beside it. Works in the background; who cannot be written to
     * is told to the handler of problems.
     *
     * @param format how
     * @param file   where to
     * @param done   told the files on the user interface thread, unless this control was disposed
     */
    public void export(final ChartExport.Format format, final Path file, final Consumer<List<Path>> done) {
        checkWidget();
        final var request = request();
        background(() -> exporter(request).write(request.chart(), request.size(), format, file), done);
    }

    private void exportNumbers(final Path file) {
        final var request = request();
        background(() -> {
            exporter(request).writeNumbers(request.chart(), file);
            return List.of(file);
        }, files -> { });
    }

    private static ChartExport exporter(final Picture.Request request) {
        return new ChartExport(new ChartRenderer(ChartTheme.LIGHT.withFontSize(request.theme().fontSize()), request.locale()));
    }

    private void background(final Supplier<List<Path>> task, final Consumer<List<Path>> done) {
        final var userInterface = new ControlExecutor(this);
        loader.later(() -> {
            try {
                final var files = task.get();
                userInterface.execute(() -> done.accept(files));
            } catch (ProblemException refused) {
                userInterface.execute(() -> onProblem.accept(refused.problem()));
            }
        });
    }

    /**
     * Sets who shows what went wrong in an export; without one a plain message does.
     *
     * @param handler told the problem on the user interface thread
     */
    public void setProblemHandler(final Consumer<Problem> handler) {
        checkWidget();
        onProblem = Objects.requireNonNull(handler);
    }

    private void showProblem(final Problem problem) {
        final var box = new MessageBox(getShell(), SWT.ICON_ERROR | SWT.OK);
        box.setText(ChartMenu.problemTitle());
        box.setMessage(problem.sentence());
        box.open();
    }

    /** For a file; charts in views that have a title leave their own away. */
    private String name() {
        return chart.heading().title().isEmpty() ? chart.heading().description() : chart.heading().title();
    }

    private void copyPicture() {
        if (picture != null) {
            menu.copy(picture.data());
        }
    }

    private void copyNumbers() {
        menu.copy(chart);
    }

    /**
     * What is on the screen now, in reading order.
     *
     * @return the elements in logical pixels of this control; empty before the first picture
     */
    public List<ChartElement> elements() {
        checkWidget();
        return picture == null ? List.of() : picture.elements();
    }

    /**
     * What a click at a point would mean.
     *
     * @param x across, in logical pixels of this control
     * @param y down, in logical pixels of this control
     * @return the element; empty where there is none
     */
    public Optional<ChartElement> elementAt(final int x, final int y) {
        checkWidget();
        return picture == null ? Optional.empty() : navigation().at(x, y);
    }

    /**
     * Whether what is on the screen belongs to the present chart, theme, language, size and zoom: pictures are painted in the background.
     *
     * @return false while a newer picture is being painted
     */
    public boolean isUpToDate() {
        checkWidget();
        return picture != null && picture.request().equals(request());
    }

    @Override
    public Point computeSize(final int widthHint, final int heightHint, final boolean changed) {
        checkWidget();
        final int width = widthHint == SWT.DEFAULT ? (int) (theme.fontSize() * 40) : widthHint;
        final int height = heightHint == SWT.DEFAULT
                ? new ChartRenderer(theme).preferredSize(chart, Math.clamp(width, 1, 16_384)).height() : heightHint;
        final var trim = computeTrim(0, 0, width, height);
        return new Point(widthHint == SWT.DEFAULT ? trim.width : width, heightHint == SWT.DEFAULT ? trim.height : height);
    }

    private ElementNavigation navigation() {
        return new ElementNavigation(picture.request().chart(), picture.elements());
    }

    private Picture.Request request() {
        final var area = getClientArea();
        return new Picture.Request(chart, theme, Locale.getDefault(),
                new ChartSize(Math.clamp(area.width, 1, 16_384), Math.clamp(area.height, 1, 16_384)), getMonitor().getZoom());
    }

    private void paint(final GC gc) {
        final var area = getClientArea();
        final var marks = new ElementMarks(gc, theme);
        marks.background(area);
        if (area.width < 1 || area.height < 1) {
            return;
        }
        if (!isUpToDate()) {
            loader.load(request());
        }
        if (picture == null || !picture.request().theme().equals(theme)) {
            return;
        }
        gc.drawImage(image(), 0, 0);
        marks.chosen(chosen());
        if (hovered != null) {
            marks.hovered(hovered);
        }
        if (selected != null) {
            marks.selected(selected, isFocusControl());
        } else if (isFocusControl()) {
            marks.focused(area);
        }
        if (choice.isFraming()) {
            marks.frame(choice.frame());
        }
    }

    private Image image() {
        if (image == null) {
            final var shown = picture;
            image = new Image(getDisplay(), (ImageDataProvider) shown::at);
        }
        return image;
    }

    private void dropImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void show(final Picture painted) {
        picture = painted;
        dropImage();
        final var navigation = navigation();
        selected = navigation.same(selected).orElse(null);
        hovered = navigation.same(hovered).orElse(null);
        redraw();
    }

    private void hover(final int x, final int y) {
        if (choice.drag(x, y)) {
            redraw();
            return;
        }
        final var found = elementAt(x, y).orElse(null);
        if (found == null ? hovered == null : found.isSameAs(hovered)) {
            return;
        }
        hovered = found;
        // a lone ampersand would be taken for a mnemonic
        setToolTipText(found == null ? null : found.text().replace("&", "&&"));
        setCursor(found == null || openListeners.isEmpty() ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        redraw();
    }

    private void press(final Event event) {
        if (event.button == 1) {
            setFocus();
            pressed = elementAt(event.x, event.y).orElse(null);
            if (isScatter()) {
                choice.press(event.x, event.y, (event.stateMask & (SWT.MOD1 | SWT.MOD2)) != 0);
            }
            changeSelection(pressed);
        }
    }

    private void release(final Event event) {
        if (event.button == 1 && isScatter()) {
            choice.drag(event.x, event.y);
            tellChoice(choice.release(elements(), elementAt(event.x, event.y).orElse(null)));
            redraw();
        } else if (event.button == 1 && pressed != null && elementAt(event.x, event.y).filter(pressed::isSameAs).isPresent()) {
            open(pressed);
        }
        pressed = null;
    }

    private boolean isScatter() {
        return chart instanceof ScatterChart;
    }

    private void openPoint() {
        if (isScatter() && selected != null) {
            open(selected);
        }
    }

    private void tellChoice(final boolean changed) {
        if (changed) {
            final var all = chosen();
            redraw();
            List.copyOf(choiceListeners).forEach(listener -> listener.accept(all));
        }
    }

    private void key(final Event event) {
        final int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        final boolean added = isScatter() && modifiers == SWT.MOD2;
        if (picture != null && isScatter() && modifiers == SWT.MOD1 && event.keyCode == 'a') {
            tellChoice(choice.choose(elements(), elements().stream().map(ChartElement::key).collect(Collectors.toSet())));
        }
        if (picture == null || modifiers != 0 && !added) {
            return;
        }
        final var direction = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> ElementNavigation.Direction.LEFT;
            case SWT.ARROW_RIGHT -> ElementNavigation.Direction.RIGHT;
            case SWT.ARROW_UP -> ElementNavigation.Direction.UP;
            case SWT.ARROW_DOWN -> ElementNavigation.Direction.DOWN;
            case SWT.HOME -> ElementNavigation.Direction.FIRST;
            case SWT.END -> ElementNavigation.Direction.LAST;
            default -> null;
        };
        if (direction != null) {
            navigation().next(selected, direction).ifPresent(element -> {
                changeSelection(element);
                if (isScatter()) {
                    tellChoice(choice.choose(elements(), element, added));
                }
            });
        } else if (selected != null && (event.character == SWT.CR || event.character == ' ')) {
            open(selected);
        }
    }

    /** Tab leaves the chart and Escape closes its dialog; arrows and Enter stay here. */
    private static void traverse(final Event event) {
        event.doit = switch (event.detail) {
            case SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS, SWT.TRAVERSE_RETURN -> false;
            default -> true;
        };
    }

    private void changeSelection(final ChartElement element) {
        final boolean same = element == null ? selected == null : element.isSameAs(selected);
        selected = element;
        if (!same) {
            redraw();
            accessibility.announce(element);
            List.copyOf(selectionListeners).forEach(listener -> listener.accept(Optional.ofNullable(element)));
        }
    }

    private void open(final ChartElement element) {
        List.copyOf(openListeners).forEach(listener -> listener.accept(element));
    }
}
