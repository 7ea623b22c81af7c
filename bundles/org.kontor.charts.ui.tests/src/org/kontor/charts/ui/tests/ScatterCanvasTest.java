// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.charts.AxisTitles;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartExport;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.ScatterChart;
import org.kontor.charts.ValueFormat;
import org.kontor.core.problem.Problem;

class ScatterCanvasTest {

    private final List<String> chosen = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private ChartShell window;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        window = new ChartShell();
        window.canvas().addChoiceListener(points -> chosen.add(String.join(" ", points.stream().map(ChartElement::key).toList())));
        window.canvas().addOpenListener(element -> opened.add(element.key()));
        window.show(scatter());
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Two groups of two points, at the left below and at the right above. */
    private static ScatterChart scatter() {
        return new ScatterChart(Heading.of("Clusters"), new AxisTitles("x", "y"), ValueFormat.number(0), ValueFormat.number(0), List.of(
                new ScatterChart.Group("low", "Low", ColourRole.AUTOMATIC, List.of(new ScatterChart.Point("a", "Acme", 1, 1),
                        new ScatterChart.Point("b", "Bell", 3, 2)), Optional.of(new ScatterChart.Point("m", "", 2, 3))),
                new ScatterChart.Group("high", "High", ColourRole.AUTOMATIC, List.of(new ScatterChart.Point("c", "Cork", 8, 8),
                        new ScatterChart.Point("d", "Dell", 10, 10)), Optional.empty())));
    }

    private ChartElement element(final String key) {
        return window.canvas().elements().stream().filter(element -> element.key().equals(key)).findFirst().orElseThrow();
    }

    private void mouse(final int type, final int x, final int y, final int modifiers) {
        final var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        event.stateMask = modifiers;
        window.canvas().notifyListeners(type, event);
    }

    private void frame(final ChartElement from, final ChartElement to, final int modifiers) {
        final int grow = 8;
        mouse(SWT.MouseDown, (int) from.mark().x() - grow, (int) from.mark().bottom() + grow, modifiers);
        mouse(SWT.MouseMove, (int) to.mark().right() + grow, (int) to.mark().y() - grow, modifiers);
        mouse(SWT.MouseUp, (int) to.mark().right() + grow, (int) to.mark().y() - grow, modifiers);
    }

    private void key(final int keyCode, final int modifiers) {
        final var event = new Event();
        event.keyCode = keyCode;
        event.stateMask = modifiers;
        window.canvas().notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void aFrameChoosesWhatLiesInIt() {
        frame(element("c"), element("d"), SWT.NONE);
        assertEquals(List.of("c d"), chosen);
        frame(element("a"), element("a"), SWT.MOD1);
        assertEquals(List.of("c d", "a c d"), chosen);
        assertEquals(3, window.canvas().chosen().size());
        assertTrue(opened.isEmpty(), "choosing opens nothing");
    }

    @Test
    void aClickChoosesAPointAndADoubleClickOpensIt() {
        window.click(element("b"));
        assertEquals(List.of("b"), chosen);
        mouse(SWT.MouseDoubleClick, (int) element("b").mark().centreX(), (int) element("b").mark().centreY(), SWT.NONE);
        assertEquals(List.of("b"), opened);
        window.click(element("low"));
        assertEquals(List.of("b", "a b"), chosen, "a centre stands for its group");
        mouse(SWT.MouseDown, 3, 3, SWT.NONE);
        mouse(SWT.MouseUp, 3, 3, SWT.NONE);
        assertEquals("", chosen.getLast());
    }

    @Test
    void theKeyboardChoosesToo() {
        window.canvas().setFocus();
        key(SWT.HOME, SWT.NONE);
        assertEquals(List.of("a b"), chosen, "the first element is the centre of the first group");
        key(SWT.ARROW_DOWN, SWT.NONE);
        assertEquals("b", chosen.getLast());
        key(SWT.END, SWT.NONE);
        assertEquals("d", chosen.getLast());
        key(SWT.ARROW_LEFT, SWT.MOD2);
        assertEquals("c d", chosen.getLast());
        key('a', SWT.MOD1);
        assertEquals("a b c d", chosen.getLast());
        window.key(SWT.CR, SWT.CR);
        assertEquals(List.of("c"), opened);
    }

    @Test
    void chosenPointsAreSeen() {
        final var mark = element("d").mark();
        final int x = (int) mark.centreX();
        final int y = (int) mark.y() - 2;
        final var before = window.pixel(x, y);
        window.canvas().choose(Set.of("d"));
        window.settle();
        assertNotEquals(before, window.pixel(x, y));
        assertTrue(chosen.isEmpty(), "who chooses by program knows it already");
    }

    @Test
    void theContextMenuOffersEveryFile() {
        final var keys = Arrays.stream(window.canvas().getMenu().getItems()).map(item -> item.getData("org.kontor.key")).filter(Objects::nonNull).toList();
        assertEquals(List.of("chart.export.png", "chart.export.svg", "chart.export.pdf", "chart.export.csv", "chart.copy.picture", "chart.copy.numbers"), keys);
    }

    @Test
    void anExportWritesThePictureAndItsNumbers() throws IOException {
        final var written = new ArrayList<Path>();
        window.canvas().export(ChartExport.Format.PDF, folder.resolve("clusters.pdf"), written::addAll);
        window.await(() -> !written.isEmpty());
        assertEquals(List.of(folder.resolve("clusters.pdf"), folder.resolve("clusters.csv")), written);
        assertEquals("Low,Acme,1,1", Files.readAllLines(written.getLast()).get(2));
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        final var problems = new ArrayList<Problem>();
        window.canvas().setProblemHandler(problems::add);
        window.canvas().export(ChartExport.Format.PNG, folder.resolve("none/clusters.png"), files -> problems.clear());
        window.await(() -> !problems.isEmpty());
        assertEquals("charts.not-written", problems.getFirst().code());
    }
}
