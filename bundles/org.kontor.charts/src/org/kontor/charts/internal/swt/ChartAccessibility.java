// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleControlListener;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;

import org.kontor.charts.ChartElement;
import org.kontor.charts.internal.ChartSummary;
import org.kontor.charts.swt.ChartCanvas;

/** Shows a chart to screen readers as a list of its elements, each with its name and its exact value. */
public final class ChartAccessibility implements AccessibleListener, AccessibleControlListener {

    private final ChartCanvas canvas;

    /**
     * @param canvas the chart on the screen
     */
    public ChartAccessibility(final ChartCanvas canvas) {
        this.canvas = canvas;
    }

    private ChartElement element(final int child) {
        final var elements = canvas.elements();
        return child >= 0 && child < elements.size() ? elements.get(child) : null;
    }

    private int childOf(final ChartElement element) {
        final var elements = canvas.elements();
        return IntStream.range(0, elements.size()).filter(index -> elements.get(index).isSameAs(element)).findFirst()
                .orElse(ACC.CHILDID_SELF);
    }

    private String name() {
        final var title = canvas.chart().heading().title();
        return title.isEmpty() ? Messages.TEXTS.get("name.untitled") : title;
    }

    /**
     * Tells the screen reader that the keyboard points at something else now.
     *
     * @param selected the element; null for none
     */
    public void announce(final ChartElement selected) {
        canvas.getAccessible().selectionChanged();
        canvas.getAccessible().setFocus(selected == null ? ACC.CHILDID_SELF : childOf(selected));
    }

    @Override
    public void getName(final AccessibleEvent event) {
        final var element = element(event.childID);
        event.result = element == null ? name() : element.label();
    }

    @Override
    public void getDescription(final AccessibleEvent event) {
        if (element(event.childID) == null) {
            event.result = ChartSummary.of(canvas.chart(), Locale.getDefault());
        }
    }

    @Override
    public void getHelp(final AccessibleEvent event) {
        final var element = element(event.childID);
        event.result = element == null ? null : element.text();
    }

    @Override
    public void getKeyboardShortcut(final AccessibleEvent event) {
        event.result = null;
    }

    @Override
    public void getRole(final AccessibleControlEvent event) {
        event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
    }

    @Override
    public void getValue(final AccessibleControlEvent event) {
        final var element = event.childID == ACC.CHILDID_SELF ? canvas.selection().orElse(null) : element(event.childID);
        event.result = element == null ? null : event.childID == ACC.CHILDID_SELF ? element.text() : element.value();
    }

    @Override
    public void getState(final AccessibleControlEvent event) {
        event.detail = ACC.STATE_FOCUSABLE;
        if (event.childID == ACC.CHILDID_SELF) {
            event.detail |= canvas.isFocusControl() ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL;
            return;
        }
        event.detail |= ACC.STATE_SELECTABLE;
        if (canvas.selection().filter(selected -> selected.isSameAs(element(event.childID))).isPresent()) {
            event.detail |= ACC.STATE_SELECTED | (canvas.isFocusControl() ? ACC.STATE_FOCUSED : ACC.STATE_NORMAL);
        }
    }

    @Override
    public void getChildCount(final AccessibleControlEvent event) {
        event.detail = canvas.elements().size();
    }

    @Override
    public void getChild(final AccessibleControlEvent event) {
        // the elements are known by their numbers alone
        event.accessible = null;
    }

    @Override
    public void getChildren(final AccessibleControlEvent event) {
        event.children = IntStream.range(0, canvas.elements().size()).boxed().toArray();
    }

    @Override
    public void getChildAtPoint(final AccessibleControlEvent event) {
        final var point = canvas.toControl(event.x, event.y);
        event.childID = canvas.getClientArea().contains(point)
                ? canvas.elementAt(point.x, point.y).map(this::childOf).orElse(ACC.CHILDID_SELF)
                : ACC.CHILDID_NONE;
    }

    @Override
    public void getLocation(final AccessibleControlEvent event) {
        final var element = element(event.childID);
        final var area = canvas.getClientArea();
        if (element != null) {
            final var hit = element.hitArea();
            area.x = (int) Math.floor(hit.x());
            area.y = (int) Math.floor(hit.y());
            area.width = (int) Math.ceil(hit.width());
            area.height = (int) Math.ceil(hit.height());
        }
        final var corner = canvas.toDisplay(area.x, area.y);
        event.x = corner.x;
        event.y = corner.y;
        event.width = area.width;
        event.height = area.height;
    }

    @Override
    public void getFocus(final AccessibleControlEvent event) {
        event.childID = canvas.isFocusControl() ? canvas.selection().map(this::childOf).orElse(ACC.CHILDID_SELF) : ACC.CHILDID_NONE;
    }

    @Override
    public void getSelection(final AccessibleControlEvent event) {
        event.childID = canvas.selection().map(this::childOf).orElse(ACC.CHILDID_NONE);
    }

    @Override
    public void getDefaultAction(final AccessibleControlEvent event) {
        event.result = event.childID == ACC.CHILDID_SELF ? null : Messages.TEXTS.get("action.open");
    }
}
