// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import org.kontor.model.FieldKind;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTableModel;

/** The line below the rows: which of how many are on the screen, how many are selected, and what those add up to. */
public final class TableFoot {

    private static final int SETTLE_MILLIS = 120;
    private static final int SAID_MILLIS = 8_000;
    private static final int MOST_CURRENCIES = 3;
    private static final int BUSY_MILLIS = 400;
    private static final int BUSY_WIDTH = 90;

    private final TableParts parts;
    private final RecordGrid grid;
    private final Label left;
    private final Label right;
    private final ProgressBar busy;
    private final Runnable add = this::add;
    private final Runnable forget = this::forget;
    private final Runnable waitLonger = this::waited;
    private boolean waits;
    private Optional<String> said = Optional.empty();
    private Optional<String> sum = Optional.empty();

    /**
     * @param parent where
     * @param parts  the table
     * @param grid   its rows
     */
    public TableFoot(final Composite parent, final TableParts parts, final RecordGrid grid) {
        this.parts = parts;
        this.grid = grid;
        final var control = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_RAISED);
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 4).spacing(12, 0).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        left = WidgetKeys.named(Colours.styled(new Label(control, SWT.NONE), Colours.CSS_MUTED), "table.status");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(left);
        busy = WidgetKeys.named(new ProgressBar(control, SWT.HORIZONTAL | SWT.INDETERMINATE), "table.busy");
        GridDataFactory.swtDefaults().hint(BUSY_WIDTH, SWT.DEFAULT).exclude(true).applyTo(busy);
        busy.setVisible(false);
        right = WidgetKeys.named(Colours.styled(new Label(control, SWT.RIGHT), Colours.CSS_MUTED), "table.said");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(right);
    }

    /**
     * Says something for a moment.
     *
     * @param text what
     */
    public void say(final String text) {
        said = Optional.of(text);
        right.getDisplay().timerExec(SAID_MILLIS, forget);
        show();
    }

    private void forget() {
        said = Optional.empty();
        if (!right.isDisposed()) {
            show();
        }
    }

    /** Other records are selected: their sum is computed once the selection rests. */
    public void showSelection() {
        sum = Optional.empty();
        show();
        left.getDisplay().timerExec(-1, add);
        left.getDisplay().timerExec(SETTLE_MILLIS, add);
    }

    private void add() {
        if (left.isDisposed() || parts.selection().size() == 0) {
            return;
        }
        parts.model().columns().stream().filter(column -> column.kind() == FieldKind.MONEY).findFirst()
                .ifPresent(column -> parts.selection().sums(column, sums -> added(column, sums)));
    }

    private void added(final RecordColumn column, final Map<String, BigDecimal> sums) {
        if (!left.isDisposed() && !sums.isEmpty()) {
            final var amounts = sums.entrySet().stream().limit(MOST_CURRENCIES).map(each -> parts.format().money(each.getValue(), each.getKey()))
                    .collect(Collectors.joining(" + "));
            sum = Optional.of(Messages.TEXTS.get("foot.sum", column.label(), sums.size() > MOST_CURRENCIES ? amounts + " + \u2026" : amounts));
            show();
        }
    }

    /** Says what is true now. */
    public void show() {
        showBusy();
        set(left, status());
        set(right, said.orElse(""));
    }

    /** A short reading shows no bar; a long one is ended by asking for something else. */
    private void showBusy() {
        if (!parts.rows().isBusy()) {
            busy.getDisplay().timerExec(-1, waitLonger);
            showBar(false);
        } else if (!busy.getVisible() && !waits) {
            waits = true;
            busy.getDisplay().timerExec(BUSY_MILLIS, waitLonger);
        }
    }

    private void waited() {
        waits = false;
        if (!busy.isDisposed() && parts.rows().isBusy()) {
            showBar(true);
        }
    }

    private void showBar(final boolean shown) {
        if (!shown) {
            waits = false;
        }
        if (busy.getVisible() != shown) {
            ((GridData) busy.getLayoutData()).exclude = !shown;
            busy.setVisible(shown);
            busy.getParent().layout();
        }
    }

    private static void set(final Label label, final String text) {
        final var shown = text.replace("&", "&&");
        if (!label.getText().equals(shown)) {
            label.setText(shown);
            label.getParent().layout();
        }
    }

    private String status() {
        final var model = parts.model();
        final int rows = parts.rows().size();
        if (model.state() == RecordTableModel.State.WAITING || model.state() == RecordTableModel.State.FAILED) {
            return "";
        }
        if (rows == 0) {
            return model.state() == RecordTableModel.State.LOADING ? Messages.TEXTS.get("foot.loading") : Messages.TEXTS.get("foot.none");
        }
        final var format = parts.format();
        final var total = model.isCounted() ? format.count(rows) : "\u2026";
        final int first = Math.max(0, grid.firstOnScreen());
        final int last = Math.max(first, Math.min(rows - 1, grid.lastOnScreen()));
        final var text = new StringBuilder(Messages.TEXTS.get("foot.rows", format.count(first + 1L), format.count(last + 1L), total));
        final int selected = parts.selection().size();
        if (selected > 0) {
            text.append(" \u00b7 ").append(Messages.TEXTS.get("foot.selected", format.count(selected)));
            sum.ifPresent(amount -> text.append(" \u00b7 ").append(amount));
        }
        return text.toString();
    }
}
