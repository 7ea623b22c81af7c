// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** Shows how far work is, and a button that stops it. */
final class ProgressStrip {

    private static final int SCALE = 1000;
    private static final int LOOK_MILLIS = 100;

    private final Composite control;
    private final Label task;
    private final Label detail;
    private final ProgressBar bar;
    private final Button stop;
    private final Runnable look = this::look;
    private ShownProgress shown;

    ProgressStrip(final Composite parent, final String key) {
        control = WidgetKeys.named(new Composite(parent, SWT.NONE), key);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 4).applyTo(control);
        task = WidgetKeys.named(new Label(control, SWT.NONE), key + ".task");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.END).applyTo(task);
        stop = WidgetKeys.named(new Button(control, SWT.PUSH), key + ".stop");
        stop.setText(Messages.text("progress.stop"));
        stop.addListener(SWT.Selection, event -> stop());
        GridDataFactory.fillDefaults().span(1, 3).align(SWT.END, SWT.CENTER).applyTo(stop);
        bar = WidgetKeys.named(new ProgressBar(control, SWT.HORIZONTAL | SWT.SMOOTH), key + ".bar");
        bar.setMaximum(SCALE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(bar);
        detail = Colours.styled(new Label(control, SWT.NONE), Colours.CSS_MUTED);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(detail);
    }

    Composite control() {
        return control;
    }

    /** Follows work until {@link #end}. */
    void follow(final ShownProgress progress) {
        shown = progress;
        Availability.set(stop, true);
        bar.setSelection(0);
        control.getDisplay().timerExec(-1, look);
        look();
    }

    void end() {
        shown = null;
    }

    void stop() {
        if (shown != null) {
            shown.stop();
            Availability.set(stop, false);
            detail.setText(Messages.text("progress.stopping"));
        }
    }

    private void look() {
        if (shown == null || control.isDisposed()) {
            return;
        }
        task.setText(shown.task().replace("&", "&&"));
        final double share = shown.share();
        bar.setSelection(share < 0 ? 0 : (int) Math.round(share * SCALE));
        if (!shown.stopped()) {
            final long left = shown.secondsLeft();
            detail.setText(share < 0 ? "" : left < 0 ? Messages.text("progress.share", share)
                    : left < 90 ? Messages.text("progress.seconds", share, left)
                            : Messages.text("progress.minutes", share, Math.round(left / 60.0)));
        }
        control.getDisplay().timerExec(LOOK_MILLIS, look);
    }
}
