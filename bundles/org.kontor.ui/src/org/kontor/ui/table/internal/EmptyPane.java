// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.RecordTableModel;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.work.Background;

/** What stands where rows would be when there are none: why, and what to do about it. */
public final class EmptyPane {

    private static final int WIDTH = 420;

    /** Something to press. */
    private record Way(String key, String label, Icons icon, Runnable action) {
    }

    /** What to say. */
    private record Message(String key, String title, String text, List<Way> ways) {
    }

    private final TableParts parts;
    private final RecordTableHost host;
    private final Composite control;
    private final LocalResourceManager resources;
    private String shown = "";

    /**
     * @param parent where
     * @param parts  the table
     * @param host   what can be done about it
     */
    public EmptyPane(final Composite parent, final TableParts parts, final RecordTableHost host) {
        this.parts = parts;
        this.host = host;
        control = WidgetKeys.named(new Composite(parent, SWT.NONE), "table.empty");
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().applyTo(control);
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
    }

    /** @return the widget */
    public Control control() {
        return control;
    }

    /** Gives the keyboard to the first way out. */
    public void setFocus() {
        control.setFocus();
    }

    /** Says what is true now. */
    public void show() {
        final var message = message();
        if (message.key.equals(shown)) {
            return;
        }
        shown = message.key;
        for (final var old : control.getChildren()) {
            old.dispose();
        }
        final var middle = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(middle);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(middle);
        final var title = new Label(middle, SWT.CENTER | SWT.WRAP);
        title.setFont(resources.create(FontDescriptor.createFrom(title.getFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        title.setText(message.title.replace("&", "&&"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(title);
        if (!message.text.isEmpty()) {
            final var text = Colours.styled(new Label(middle, SWT.CENTER | SWT.WRAP), Colours.CSS_MUTED);
            text.setText(message.text.replace("&", "&&"));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        }
        ways(middle, message.ways);
        control.layout(true, true);
    }

    private static void ways(final Composite parent, final List<Way> ways) {
        if (ways.isEmpty()) {
            return;
        }
        final var row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(ways.size()).margins(0, 6).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(row);
        for (final var way : ways) {
            final var button = WidgetKeys.named(new Button(row, SWT.PUSH), way.key);
            button.setText(way.label);
            if (way.icon != null) {
                button.setImage(way.icon.image());
            }
            button.addListener(SWT.Selection, event -> way.action.run());
        }
    }

    private Message message() {
        final var model = parts.model();
        final var many = Messages.inSentence(model.recordType().pluralLabel());
        if (model.state() == RecordTableModel.State.WAITING) {
            return new Message("waiting", text("empty.waiting"), text("empty.waiting.text"), List.of());
        }
        if (model.state() == RecordTableModel.State.FAILED) {
            final var problem = Background.problem(model.failure().orElseThrow());
            return new Message("failed " + problem.code(), problem.happened(), problem.meaning() + ' ' + problem.nextStep(),
                    List.of(new Way("empty.retry", text("empty.retry"), Icons.REFRESH, model::reload)));
        }
        if (model.view().isFiltered()) {
            return new Message("filtered", text("empty.filtered", many), text("empty.filtered.text"),
                    List.of(new Way("empty.clear", text("empty.clear"), Icons.CLEAR, this::clearFilters)));
        }
        if (model.view().mine()) {
            return new Message("mine", text("empty.mine", many), text("empty.mine.text"),
                    List.of(new Way("empty.all", text("empty.all", many), null, () -> model.setView(model.view().withMine(false).named(ListView.ALL, allName())))));
        }
        final var ways = new ArrayList<Way>();
        host.actions().stream().filter(action -> action.places().contains(TableAction.Place.EMPTY))
                .forEach(action -> ways.add(new Way("empty." + action.id(), action.label(), action.icon(), action.run())));
        return new Message("none", text("empty.none", many), ways.isEmpty() ? "" : text("empty.none.text"), ways);
    }

    private String allName() {
        return host.views().flatMap(views -> views.find(ListView.ALL)).map(ListView::name).orElse(parts.model().recordType().pluralLabel());
    }

    private void clearFilters() {
        parts.model().setView(parts.model().view().withSearch("").withFilters(List.of()));
    }

    private static String text(final String key, final Object... values) {
        return Messages.TEXTS.get(key, values);
    }
}
