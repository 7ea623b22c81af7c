// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.ui.tests;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ColourRole;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.Heading;
import org.kontor.charts.swt.ChartCanvas;

/** A window with one chart, driven as a person would: the event loop runs until the window shows what was asked for. */
final class ChartShell implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shell shell;
    private final ChartCanvas canvas;

    ChartShell() {
        final var display = Display.getCurrent();
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(640, 420);
        canvas = new ChartCanvas(shell, SWT.NONE);
        shell.open();
    }

    static FunnelChart funnel() {
        return FunnelChart.of(Heading.of("Funnel"))
                .stage("lead", "Leads & prospects", 400, null, ColourRole.AUTOMATIC)
                .stage("offer", "Offers", 200, null, ColourRole.AUTOMATIC)
                .stage("won", "Won", 50, null, ColourRole.POSITIVE).build();
    }

    ChartCanvas canvas() {
        return canvas;
    }

    Shell shell() {
        return shell;
    }

    ChartShell show(final Chart chart) {
        canvas.setChart(chart);
        return await(canvas::isUpToDate);
    }

    ChartShell await(final BooleanSupplier condition) {
        final var display = shell.getDisplay();
        final long end = System.nanoTime() + PATIENCE.toNanos();
        final Runnable wake = () -> { };
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited " + PATIENCE);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(50, wake);
                display.sleep();
            }
        }
        return this;
    }

    /** All that is due now. */
    ChartShell settle() {
        while (shell.getDisplay().readAndDispatch()) {
            continue;
        }
        return this;
    }

    void mouse(final int type, final ChartElement element) {
        mouse(type, (int) element.mark().centreX(), (int) element.mark().centreY());
    }

    void mouse(final int type, final int x, final int y) {
        final var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas.notifyListeners(type, event);
    }

    void click(final ChartElement element) {
        mouse(SWT.MouseDown, element);
        mouse(SWT.MouseUp, element);
    }

    void key(final int keyCode, final char character) {
        final var event = new Event();
        event.keyCode = keyCode;
        event.character = character;
        canvas.notifyListeners(SWT.KeyDown, event);
    }

    /** What a person sees at a point of the chart. */
    RGB pixel(final int x, final int y) {
        final var bounds = canvas.getClientArea();
        final var image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        final var gc = new GC(image);
        try {
            canvas.print(gc);
            final var data = image.getImageData(100);
            return data.palette.getRGB(data.getPixel(x, y));
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    RGB pixel(final ChartElement element) {
        return pixel((int) element.mark().centreX(), (int) element.mark().centreY());
    }

    @Override
    public void close() {
        shell.dispose();
    }
}
