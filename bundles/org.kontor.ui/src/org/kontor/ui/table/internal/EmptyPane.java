// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.ui.EmptyState;
import org.kontor.ui.EmptyState.Way;
import org.kontor.ui.Icons;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.RecordTableModel;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.work.Background;

/** What stands where rows would be when there are none: why, and what to do about it. */
public final class EmptyPane {

    /** What to say. */
    private record Message(String key, String title, String text, List<Way> ways) {
    }

    private final TableParts parts;
    private final RecordTableHost host;
    private final EmptyState state;
    private String shown = "";

    /**
     * @param parent where
     * @param parts  the table
     * @param host   what can be done about it
     */
    public EmptyPane(final Composite parent, final TableParts parts, final RecordTableHost host) {
        this.parts = parts;
        this.host = host;
        state = new EmptyState(parent, "table.empty");
    }

    /** @return the widget */
    public Control control() {
        return state.control();
    }

    /** Gives the keyboard to the first way out. */
    public void setFocus() {
        state.control().setFocus();
    }

    /** Says what is true now. */
    public void show() {
        final var message = message();
        if (message.key.equals(shown)) {
            return;
        }
        shown = message.key;
        state.say(message.title, message.text, message.ways);
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
