// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.engine.FollowUps;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.TakeBack;

/** Asks which tasks are planned from a list of scores, with who would get how many in sight; then says what was planned, and offers the way back. */
final class PlanTasksDialog extends Dialog {

    private static final int WIDTH = 460;
    private static final int LINES = 6;
    private static final int STEP = 5;
    private static final int PAUSE_MILLIS = 150;
    private static final int OWNER = 340;
    private static final int TASKS = 80;

    private final Store store;
    private final FollowUps followUps;
    private final FollowUps.Listed listed;
    private Text subject;
    private Spinner top;
    private Spinner days;
    private Label due;
    private Table shares;
    private Label words;
    private Optional<Job> looking = Optional.empty();
    private Optional<FollowUps.Planned> preview = Optional.empty();
    private Optional<FollowUps.Planned> planned = Optional.empty();

    PlanTasksDialog(final Shell parent, final Store store, final FollowUps followUps, final FollowUps.Listed listed) {
        super(parent);
        this.store = store;
        this.followUps = followUps;
        this.listed = listed;
        setBlockOnOpen(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("plan.title"));
        WidgetKeys.named(shell, "plan");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = HelpContext.of((Composite) super.createDialogArea(parent), HelpContext.ANALYTICS);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 12).spacing(12, 8).applyTo(area);
        final var strip = Colours.styled(new Composite(area, SWT.NONE), Colours.CSS_INFO_STRIP);
        GridLayoutFactory.fillDefaults().margins(10, 8).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(strip);
        final var list = WidgetKeys.named(Colours.styled(new Label(strip, SWT.WRAP), Colours.CSS_INFO_STRIP), "plan.list");
        list.setText(list().replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(list);
        label(area, "subject");
        subject = WidgetKeys.named(new Text(area, SWT.BORDER), "plan.subject");
        subject.setTextLimit(FollowUps.LONGEST_SUBJECT);
        subject.setText(followUps.usualSubject());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(subject);
        label(area, "top");
        top = spinner(area, "top", listed.rows().size(), 1, Math.max(1, listed.rows().size()));
        label(area, "days");
        final var when = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(when);
        days = spinner(when, "days", FollowUps.USUAL_DAYS, 0, FollowUps.MOST_DAYS);
        due = WidgetKeys.named(Colours.styled(new Label(when, SWT.NONE), Colours.CSS_MUTED), "plan.due");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(due);
        shares = WidgetKeys.named(new Table(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "plan.shares");
        shares.setHeaderVisible(true);
        column("owner", SWT.LEFT, OWNER);
        column("tasks", SWT.RIGHT, TASKS);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, shares.getHeaderHeight() + LINES * shares.getItemHeight()).applyTo(shares);
        words = WidgetKeys.named(new Label(area, SWT.WRAP), "plan.words");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, words.getFont().getFontData()[0].getHeight() * LINES).applyTo(words);
        subject.addListener(SWT.Modify, event -> changed());
        for (final var number : List.of(top, days)) {
            number.addListener(SWT.Selection, event -> changed());
            number.addListener(SWT.Modify, event -> changed());
        }
        return area;
    }

    private String list() {
        final var when = FieldFormat.current().instant(listed.at());
        return listed.sought().map(sought -> Messages.text("plan.list", listed.rows().size(), sought, when))
                .orElseGet(() -> Messages.text("plan.list.numbers", listed.rows().size(), when));
    }

    private static void label(final Composite area, final String key) {
        final var label = new Label(area, SWT.NONE);
        label.setText(Messages.text("plan." + key));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private static Spinner spinner(final Composite area, final String key, final int value, final int least, final int most) {
        final var spinner = WidgetKeys.named(new Spinner(area, SWT.BORDER), "plan." + key);
        spinner.setValues(value, least, most, 0, 1, STEP);
        GridDataFactory.swtDefaults().applyTo(spinner);
        return spinner;
    }

    private void column(final String key, final int style, final int width) {
        final var column = new TableColumn(shares, style);
        column.setText(Messages.text("plan." + key));
        column.setWidth(width);
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("plan.ok"), true), "plan.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false), "plan.cancel");
        changed();
    }

    private FollowUps.Choice choice() {
        return new FollowUps.Choice(subject.getText().strip(), top.getSelection(), days.getSelection());
    }

    private void changed() {
        final var wanted = choice();
        looking.ifPresent(Job::cancel);
        due.setText(Messages.text("plan.due", FieldFormat.current().date(LocalDate.now().plusDays(wanted.days()))));
        due.requestLayout();
        if (wanted.subject().isEmpty()) {
            words.setText(Messages.text("plan.blank"));
        } else {
            looking = Optional.of(Background.of(shares, Messages.text("plan.look"), progress -> followUps.preview(store, listed, wanted)).then(found -> {
                if (wanted.equals(choice()) && planned.isEmpty()) {
                    preview = Optional.of(found);
                    show(found, "plan.will");
                }
            }).quiet().start(PAUSE_MILLIS));
        }
        check();
    }

    private void show(final FollowUps.Planned found, final String headline) {
        shares.removeAll();
        for (final var share : found.shares()) {
            new TableItem(shares, SWT.NONE).setText(new String[] {share.owner().isEmpty() ? Messages.text("plan.nobody") : share.name(),
                Integer.toString(share.tasks())});
        }
        final var lines = new ArrayList<String>();
        lines.add(Messages.text(headline, found.tasks()));
        if (found.doubled() > 0) {
            lines.add(Messages.text("plan.doubled", found.doubled()));
        }
        if (found.gone() > 0) {
            lines.add(Messages.text("plan.gone", found.gone()));
        }
        words.setText(String.join("\n", lines));
        check();
    }

    private void check() {
        final var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            Availability.set(ok, planned.isPresent() ? planned.flatMap(FollowUps.Planned::operation).isPresent()
                    : !subject.getText().isBlank() && preview.filter(found -> found.tasks() > 0).isPresent());
        }
    }

    @Override
    protected void okPressed() {
        if (planned.isPresent()) {
            takeBack(planned.get());
            return;
        }
        final var wanted = choice();
        looking.ifPresent(Job::cancel);
        Availability.set(getButton(IDialogConstants.OK_ID), false);
        Background.of(shares, Messages.text("plan.run"), progress -> followUps.plan(store, listed, wanted)).then(this::done).last(this::check).start();
    }

    /** What was asked for stands; the way back is no longer the button that Return presses. */
    private void done(final FollowUps.Planned made) {
        planned = Optional.of(made);
        for (final var field : List.of(subject, top, days)) {
            field.setEnabled(false);
        }
        final var close = getButton(IDialogConstants.CANCEL_ID);
        getButton(IDialogConstants.OK_ID).setText(Messages.text("plan.undo"));
        close.setText(Messages.text("plan.close"));
        getShell().setDefaultButton(close);
        close.setFocus();
        show(made, "plan.done");
    }

    private void takeBack(final FollowUps.Planned made) {
        made.operation().ifPresent(operation -> new TakeBack(getShell(), store, outcome -> {
            planned = Optional.of(new FollowUps.Planned(Optional.empty(), 0, 0, 0, List.of()));
            shares.removeAll();
            words.setText(Messages.text("plan.undone", outcome.records()));
            check();
        }).run(operation, Messages.text("plan.title")));
    }

    @Override
    public boolean close() {
        looking.ifPresent(Job::cancel);
        return super.close();
    }
}
