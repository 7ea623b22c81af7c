// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.charts.BarChart;
import org.kontor.charts.Chart;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.ColourRole;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.Heading;
import org.kontor.charts.Rgb;
import org.kontor.charts.Series;
import org.kontor.charts.ValueFormat;
import org.kontor.charts.swt.ChartThemes;

class ChartCanvasTest {

    private final List<String> opened = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();
    private ChartShell window;

    @BeforeEach
    void open() {
        window = new ChartShell();
        window.canvas().setTheme(ChartTheme.LIGHT);
        window.canvas().addOpenListener(element -> opened.add(element.key()));
        window.canvas().addSelectionListener(element -> selected.add(element.map(found -> found.key()).orElse("-")));
        window.show(ChartShell.funnel());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static RGB rgb(final Rgb colour) {
        return new RGB(colour.red(), colour.green(), colour.blue());
    }

    @Test
    void showsTheBarsInTheColoursOfTheTheme() {
        final var stages = window.canvas().elements();
        assertEquals(3, stages.size());
        assertEquals(rgb(ChartTheme.LIGHT.palette().getFirst()), window.pixel(stages.get(0)));
        assertEquals(rgb(ChartTheme.LIGHT.positive()), window.pixel(stages.get(2)));
        assertEquals(rgb(Rgb.WHITE), window.pixel(1, 1));
    }

    @Test
    void followsTheThemeOfTheWorkbench() {
        window.canvas().setTheme(ChartTheme.DARK);
        assertFalse(window.canvas().isUpToDate());
        window.await(window.canvas()::isUpToDate);
        assertEquals(rgb(ChartTheme.DARK.background()), window.pixel(1, 1));
        assertEquals(rgb(ChartTheme.DARK.palette().getFirst()), window.pixel(window.canvas().elements().getFirst()));
    }

    @Test
    void matchesItsSurroundings() {
        window.shell().setBackground(window.shell().getDisplay().getSystemColor(SWT.COLOR_BLACK));
        final var theme = ChartThemes.matching(window.shell());
        assertTrue(theme.isDark());
        assertEquals(Rgb.BLACK, theme.background());
        assertTrue(theme.fontSize() >= 9 && theme.fontSize() <= 24);
    }

    @Test
    void paintsTheLastOfManySizes() {
        for (int width = 300; width <= 900; width += 20) {
            window.shell().setSize(width, 500);
            window.settle();
        }
        window.await(window.canvas()::isUpToDate);
        final int right = (int) window.canvas().elements().getFirst().hitArea().right();
        final int width = window.canvas().getClientArea().width;
        assertTrue(right > width - 40 && right <= width, () -> right + " of " + width);
    }

    @Test
    void aClickSelectsAndOpens() {
        window.click(window.canvas().elements().get(1));
        assertEquals(List.of("offer"), selected);
        assertEquals(List.of("offer"), opened);
        assertEquals("offer", window.canvas().selection().orElseThrow().key());
    }

    @Test
    void aPressThatEndsElsewhereOpensNothing() {
        window.mouse(SWT.MouseDown, window.canvas().elements().get(1));
        window.mouse(SWT.MouseUp, window.canvas().elements().get(2));
        assertTrue(opened.isEmpty());
    }

    @Test
    void aClickBesideEverythingSelectsNothing() {
        window.click(window.canvas().elements().get(1));
        window.mouse(SWT.MouseDown, 1, 1);
        window.mouse(SWT.MouseUp, 1, 1);
        assertEquals(List.of("offer", "-"), selected);
        assertEquals(List.of("offer"), opened);
    }

    @Test
    void theKeyboardDoesAllThatTheMouseDoes() {
        window.key(SWT.CR, SWT.CR);
        assertTrue(opened.isEmpty(), "nothing is selected yet");
        window.key(SWT.ARROW_DOWN, '\0');
        window.key(SWT.ARROW_DOWN, '\0');
        window.key(SWT.CR, SWT.CR);
        window.key(SWT.END, '\0');
        window.key(SWT.ARROW_DOWN, '\0');
        window.key(' ', ' ');
        assertEquals(List.of("lead", "offer", "won"), selected);
        assertEquals(List.of("offer", "won"), opened);
    }

    @Test
    void theSelectedElementHasARing() {
        final var mark = window.canvas().elements().get(1).mark();
        final int x = (int) mark.centreX();
        final int y = (int) Math.floor(mark.y()) - 3;
        final var before = window.pixel(x, y);
        window.canvas().select("offer", "");
        window.settle();
        assertNotEquals(before, window.pixel(x, y));
        assertTrue(selected.isEmpty(), "who selects by program knows it already");
    }

    @Test
    void theMouseLeavesItsMarkWithoutANewPicture() {
        final var stage = window.canvas().elements().get(1);
        final int x = (int) stage.hitArea().right() - 3;
        final int y = (int) stage.hitArea().y() + 3;
        final var before = window.pixel(x, y);
        window.mouse(SWT.MouseMove, stage);
        assertTrue(window.canvas().isUpToDate());
        window.settle();
        assertNotEquals(before, window.pixel(x, y));
        window.mouse(SWT.MouseExit, -1, -1);
        window.settle();
        assertEquals(before, window.pixel(x, y));
    }

    @Test
    void theTooltipHasTheExactNumbers() {
        window.mouse(SWT.MouseMove, window.canvas().elements().getFirst());
        assertEquals("Leads && prospects: 400", window.canvas().getToolTipText(), "a lone ampersand would be a mnemonic");
        window.mouse(SWT.MouseMove, 1, 1);
        assertNull(window.canvas().getToolTipText());
    }

    @Test
    void theSelectionSurvivesNewNumbers() {
        window.click(window.canvas().elements().get(1));
        window.show(FunnelChart.of(Heading.of("Funnel")).stage("offer", "Offers", 7, null, ColourRole.AUTOMATIC)
                .stage("won", "Won", 3, null, ColourRole.POSITIVE).build());
        assertEquals("Offers: 7", window.canvas().selection().orElseThrow().text());
        window.show(FunnelChart.of(Heading.of("Funnel")).stage("won", "Won", 3, null, ColourRole.POSITIVE).build());
        assertTrue(window.canvas().selection().isEmpty());
    }

    @Test
    void withoutDataThereIsASentenceAndNothingToSelect() {
        window.show(FunnelChart.of(Heading.of("Funnel").whenEmpty("No opportunity matches the filter.")).build());
        assertTrue(window.canvas().elements().isEmpty());
        window.key(SWT.ARROW_DOWN, '\0');
        window.mouse(SWT.MouseDown, 200, 200);
        window.mouse(SWT.MouseUp, 200, 200);
        assertTrue(opened.isEmpty());
        window.show(null);
        assertTrue(window.canvas().elements().isEmpty());
    }

    @Test
    void seriesHaveTheirOwnKeys() {
        final Chart bars = BarChart.of(Heading.of("Bars"), ValueFormat.count(), BarChart.Arrangement.COLUMNS)
                .category("a", "A").category("b", "B")
                .series(Series.of("x", "X", ColourRole.AUTOMATIC, List.of(5, 6)))
                .series(Series.of("y", "Y", ColourRole.AUTOMATIC, List.of(7, 8))).build();
        window.show(bars);
        window.canvas().select("b", "y");
        assertEquals("B, Y: 8", window.canvas().selection().orElseThrow().text());
        window.canvas().select("b", "z");
        assertTrue(window.canvas().selection().isEmpty());
    }

    @Test
    void closingTheWindowWhileAPictureIsPaintedHarmsNothing() {
        window.canvas().setTheme(ChartTheme.DARK.withFontSize(20));
        window.canvas().redraw();
        window.canvas().update();
        window.close();
        final var other = new ChartShell();
        other.show(ChartShell.funnel());
        assertEquals(3, other.canvas().elements().size());
        other.close();
    }

    @Test
    void asksForTheHeightThatItsStagesNeed() {
        final int three = window.canvas().computeSize(500, SWT.DEFAULT).y;
        window.show(FunnelChart.of(Heading.of("Funnel")).stage("won", "Won", 3, null, ColourRole.POSITIVE).build());
        final int one = window.canvas().computeSize(500, SWT.DEFAULT).y;
        assertTrue(three > one && one > 50, () -> three + " and " + one);
        assertEquals(500, window.canvas().computeSize(500, SWT.DEFAULT).x);
    }

    @Test
    void awtOpensNoDisplayOfItsOwn() {
        assertTrue(GraphicsEnvironment.isHeadless());
    }
}
