// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.model.ActivityKind;
import org.kontor.model.Direction;
import org.kontor.model.Field;
import org.kontor.model.Priority;
import org.kontor.sales.Activities;
import org.kontor.sales.Activities.About;
import org.kontor.sales.Activities.Draft;
import org.kontor.store.Store;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The few things one writes down right after a call, or when a meeting or a task comes up. Does not block. */
final class ActivityDialog extends TitleAreaDialog {

    private static final int WIDTH = 380;
    private static final int LINES = 4;
    private static final int MEETING_MINUTES = 60;
    private static final int MINUTES_A_SLOT = 30;

    private final Store store;
    private final Activities activities;
    private final ActivityKind kind;
    private final About about;
    private final String title;
    private final Clock clock = Clock.systemDefaultZone();
    private Text subject;
    private Combo choice;
    private Moment from;
    private Moment until;
    private Text words;

    ActivityDialog(final Shell parent, final Store store, final Activities activities, final ActivityKind kind, final About about, final String title) {
        super(parent);
        this.store = store;
        this.activities = activities;
        this.kind = kind;
        this.about = about;
        this.title = title;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("window." + kind.name()));
        WidgetKeys.named(shell, "activity");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("window." + kind.name()));
        setMessage(title.isEmpty() ? Messages.text("about.nobody") : Messages.text("about", title));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 14).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        label(area, "subject");
        subject = WidgetKeys.named(new Text(area, SWT.BORDER), "activity.subject");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(subject);
        subject.addListener(SWT.Modify, event -> check());
        final var now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        switch (kind) {
            case CALL -> {
                choice(area, "direction", Direction.values(), Direction.OUTBOUND.ordinal());
                from = moment(area, "startAt", now, true);
            }
            case MEETING -> {
                final var start = now.plusMinutes(MINUTES_A_SLOT - now.getMinute() % MINUTES_A_SLOT);
                from = moment(area, "startAt", start, true);
                until = moment(area, "endAt", start.plusMinutes(MEETING_MINUTES), true);
            }
            case TASK -> {
                choice(area, "priority", Priority.values(), Priority.NORMAL.ordinal());
                from = moment(area, "dueDate", now.plusDays(1), false);
            }
        }
        final var label = label(area, kind == ActivityKind.CALL ? "outcome" : "description");
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).indent(0, 4).applyTo(label);
        words = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL), "activity.words");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, words.getLineHeight() * LINES).applyTo(words);
        return area;
    }

    private static Label label(final Composite area, final String key) {
        final var label = new Label(area, SWT.NONE);
        label.setText(Messages.text("label." + key));
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
        return label;
    }

    private void choice(final Composite area, final String key, final Enum<?>[] values, final int first) {
        label(area, key);
        choice = WidgetKeys.named(new Combo(area, SWT.READ_ONLY), "activity." + key);
        choice.setItems(Arrays.stream(values).map(Field::label).toArray(String[]::new));
        choice.select(first);
    }

    private static Moment moment(final Composite area, final String key, final LocalDateTime start, final boolean withTime) {
        label(area, key);
        return new Moment(area, "activity." + key, start, withTime);
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("ok." + kind.name()), true), "activity.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("cancel"), false), "activity.cancel");
        check();
    }

    private void check() {
        getButton(IDialogConstants.OK_ID).setEnabled(!subject.getText().isBlank());
    }

    private Draft draft() {
        final var zone = clock.getZone();
        final var text = words.getText().strip();
        final var line = subject.getText().strip();
        return switch (kind) {
            case CALL -> Draft.call(line, about, Direction.values()[choice.getSelectionIndex()], from.instant(zone), text);
            case MEETING -> {
                final var start = from.instant(zone);
                final var end = until.instant(zone);
                yield new Draft(kind, line, about, null, start, end.isBefore(start) ? start.plus(Duration.ofMinutes(MEETING_MINUTES)) : end, null,
                        Priority.NORMAL, "", text);
            }
            case TASK -> new Draft(kind, line, about, from.day(), null, null, null, Priority.values()[choice.getSelectionIndex()], "", text);
        };
    }

    @Override
    protected void okPressed() {
        final var draft = draft();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        Background.of(getShell(), Messages.text("window." + kind.name()), progress -> kind == ActivityKind.CALL
                ? activities.log(store, draft, Optional.empty(), clock)
                : activities.plan(store, draft, Optional.empty())).then(commit -> {
                    setReturnCode(OK);
                    close();
                }).last(() -> {
                    if (getShell() != null && !getShell().isDisposed()) {
                        check();
                    }
                }).start();
    }
}
