// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import org.kontor.sales.StageValue;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** The way through the pipeline as a row of arrows: what lies behind, where the opportunity is, what is ahead. */
final class StagePath {

    private static final int POINT = 9;
    private static final int GAP = 3;
    private static final int PADDING = 6;

    private final Canvas canvas;
    private final List<StageValue> stages;
    private final StageValue current;
    private final Font bold;

    /**
     * @param parent  where
     * @param stages  the open stages in their order, then the one in which the deal ends
     * @param current the stage it is in; one of them
     */
    StagePath(final Composite parent, final List<StageValue> stages, final StageValue current) {
        this.stages = List.copyOf(stages);
        this.current = current;
        canvas = WidgetKeys.named(Colours.styled(new Canvas(parent, SWT.DOUBLE_BUFFERED), Colours.CSS_SURFACE), "guidance.path");
        bold = new LocalResourceManager(JFaceResources.getResources(), canvas).create(FontDescriptor.createFrom(canvas.getFont()).setStyle(SWT.BOLD));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        canvas.setToolTipText(stages.stream().map(StageValue::title).collect(Collectors.joining(" › ")));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(final AccessibleEvent event) {
                event.result = Messages.text("path.name", current.title(), stages.indexOf(current) + 1, stages.size());
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    int height() {
        final var gc = new GC(canvas);
        try {
            gc.setFont(bold);
            return gc.getFontMetrics().getHeight() + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    private void paint(final GC gc) {
        final var area = canvas.getClientArea();
        gc.setBackground(Colours.SURFACE.color());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        final int here = stages.indexOf(current);
        // the current stage is named in full; the others share what is left
        gc.setFont(bold);
        final int wanted = gc.textExtent(current.title()).x + 2 * PADDING + 2 * POINT;
        final int rest = stages.size() == 1 ? 0 : Math.max(POINT * 3, (area.width - wanted - GAP * (stages.size() - 1)) / (stages.size() - 1));
        final int whole = Math.max(POINT * 3, area.width - (rest + GAP) * (stages.size() - 1));
        int x = 0;
        for (int index = 0; index < stages.size(); index++) {
            final int width = index == here ? whole : rest;
            arrow(gc, index, here, new Point(x, width), area.height);
            x += width + GAP;
        }
    }

    private void arrow(final GC gc, final int index, final int here, final Point span, final int height) {
        final int left = span.x;
        final int right = span.x + span.y;
        final int middle = height / 2;
        final var stage = stages.get(index);
        final boolean isHere = index == here;
        gc.setBackground((isHere ? stage.lost() ? Colours.ERROR : stage.won() ? Colours.SUCCESS : Colours.ACCENT : index < here ? Colours.INFO_SURFACE
                : Colours.SURFACE_RAISED).color());
        final boolean last = index == stages.size() - 1;
        gc.fillPolygon(index == 0
                ? new int[] {left, 0, right - POINT, 0, right, middle, right - POINT, height, left, height}
                : last ? new int[] {left - POINT, 0, right, 0, right, height, left - POINT, height, left, middle}
                        : new int[] {left - POINT, 0, right - POINT, 0, right, middle, right - POINT, height, left - POINT, height, left, middle});
        gc.setFont(isHere ? bold : canvas.getFont());
        gc.setForeground((isHere ? Colours.SURFACE : index < here ? Colours.TEXT : Colours.TEXT_MUTED).color());
        final var text = fitting(gc, stage.title(), span.y - POINT - PADDING);
        final var size = gc.textExtent(text);
        gc.drawText(text, left + (span.y - (last ? 0 : POINT) - size.x) / 2 + (index == 0 ? 0 : POINT / 2), (height - size.y) / 2, true);
    }

    private static String fitting(final GC gc, final String text, final int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        for (int length = text.length() - 1; length > 0; length--) {
            final var shorter = text.substring(0, length).strip() + "…";
            if (gc.textExtent(shorter).x <= width) {
                return shorter;
            }
        }
        return "";
    }
}
