// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import org.kontor.sales.StageGuidance.State;
import org.kontor.sales.StageGuidance.Step;
import org.kontor.sales.StageValue;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** The guidance of one opportunity as widgets; made anew for each reading. */
final class GuidancePage {

    /** What the person does. */
    interface Wishes {
        /** A step is done, or shall become a task. */
        void take(Step step, boolean done);

        /** The task of a step shall be opened. */
        void openTask(UUID task);

        /** The opportunity shall move on. */
        void move(StageValue next);

        /** The opportunity shall be opened. */
        void openOpportunity();
    }

    /** A hint keeps long lines from widening the page; grabbing gives them what there is. */
    private static final int NARROW = 80;

    private final Composite area;
    private final Wishes wishes;
    private final Font bold;
    private final Font large;

    GuidancePage(final Composite parent, final GuidanceReading reading, final Wishes wishes) {
        this.wishes = wishes;
        area = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(area);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), area);
        bold = resources.create(FontDescriptor.createFrom(area.getFont()).setStyle(SWT.BOLD));
        large = resources.create(FontDescriptor.createFrom(area.getFont()).setStyle(SWT.BOLD).increaseHeight(2));
        head(reading);
        final var guidance = reading.guidance();
        if (!guidance.steps().isEmpty()) {
            heading(Messages.text("steps"));
            guidance.steps().forEach(this::step);
        }
        if (!guidance.exitCriteria().isEmpty()) {
            heading(Messages.text("exit"));
            guidance.exitCriteria().forEach(criterion -> line("•", criterion, Colours.CSS_SURFACE));
        }
        if (!guidance.missing().isEmpty()) {
            heading(Messages.text("missing", guidance.next().map(StageValue::title).orElse("")));
            guidance.missing().forEach(field -> line("•", field.label(), Colours.CSS_WARNING));
        }
        guidance.next().ifPresent(this::next);
    }

    Composite control() {
        return area;
    }

    private void head(final GuidanceReading reading) {
        final var name = WidgetKeys.named(new Link(area, SWT.WRAP), "guidance.name");
        name.setText("<a>" + reading.name().replace("&", "&&").replace("<", "‹").replace(">", "›") + "</a>");
        name.setFont(large);
        name.addListener(SWT.Selection, event -> wishes.openOpportunity());
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(name);
        if (!reading.account().isEmpty()) {
            final var account = Colours.styled(new Label(area, SWT.WRAP), Colours.CSS_MUTED);
            account.setText(reading.account().replace("&", "&&"));
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(account);
        }
        final var path = new StagePath(area, reading.path(), reading.guidance().stage());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, path.height()).indent(0, 4).applyTo(path.control());
    }

    private void heading(final String text) {
        final var label = new Label(area, SWT.WRAP);
        label.setText(text);
        label.setFont(bold);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(label);
    }

    private Composite row(final int columns) {
        final var row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void line(final String mark, final String text, final String cssClass) {
        final var row = row(2);
        final var bullet = Colours.styled(new Label(row, SWT.NONE), Colours.CSS_MUTED);
        bullet.setText(mark);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(6, 0).applyTo(bullet);
        text(row, text, cssClass);
    }

    private static Label text(final Composite row, final String text, final String cssClass) {
        final var label = Colours.styled(new Label(row, SWT.WRAP), cssClass);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void step(final Step step) {
        final var row = row(3);
        final var box = WidgetKeys.named(new Button(row, SWT.CHECK), "guidance.step." + step.text());
        box.setSelection(step.state() == State.DONE);
        box.setToolTipText(Messages.text(step.state() == State.DONE ? "step.done" : "step.toDo"));
        Availability.set(box, step.state() != State.DONE);
        box.addListener(SWT.Selection, event -> wishes.take(step, true));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(box);
        final var label = text(row, step.text(), step.state() == State.DONE ? Colours.CSS_MUTED : Colours.CSS_SURFACE);
        if (step.state() != State.DONE) {
            label.addListener(SWT.MouseUp, event -> wishes.take(step, true));
        }
        final var link = WidgetKeys.named(new Link(row, SWT.NONE), "guidance.task." + step.text());
        link.setText("<a>" + Messages.text(step.task().isPresent() ? "task.open" : "task.plan") + "</a>");
        link.addListener(SWT.Selection, event -> step.task().ifPresentOrElse(wishes::openTask, () -> wishes.take(step, false)));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
    }

    private void next(final StageValue next) {
        final var button = WidgetKeys.named(new Button(area, SWT.PUSH), "guidance.move");
        button.setText(Messages.text("move", next.title().replace("&", "&&")));
        button.setImage(Icons.STAGE.image());
        button.addListener(SWT.Selection, event -> wishes.move(next));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 10).applyTo(button);
    }
}
