// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.ListViews;

/** Names the view that is shown and offers the others, and to save what was changed. */
final class ViewMenu {

    private static final String ARROW = "  \u25be";
    private static final String CHANGED = " *";

    private final ToolItem item;
    private final TableParts parts;
    private final ListViews views;

    ViewMenu(final ToolItem item, final TableParts parts, final ListViews views) {
        this.item = item;
        this.parts = parts;
        this.views = views;
        item.setToolTipText(Messages.TEXTS.get("view.choose"));
        item.addListener(SWT.Selection, this::open);
    }

    void show() {
        item.setText(parts.model().view().name() + (isChanged() ? CHANGED : "") + ARROW);
    }

    /** Whether other records are shown than the view says; columns and widths are not worth a mark. */
    private boolean isChanged() {
        final var now = parts.model().view();
        return views.find(now.id()).map(saved -> !saved.filters().equals(now.filters()) || !saved.search().equals(now.search())
                || saved.mine() != now.mine()).orElse(true);
    }

    private void open(final Event event) {
        final var menu = new Menu(item.getParent());
        final var now = parts.model().view();
        views.standard().forEach(view -> choice(menu, view, now));
        final var saved = views.saved();
        if (!saved.isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
            saved.forEach(view -> choice(menu, view, now));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        final boolean own = saved.stream().anyMatch(view -> view.id().equals(now.id()));
        if (own) {
            command(menu, "view.save", Icons.SAVE, () -> {
                views.save(now);
                show();
            });
        }
        command(menu, "view.saveAs", own ? null : Icons.SAVE, () -> NameDialog.open(item.getParent().getShell(), "view.saveAs", own ? now.name() : "",
                name -> saveAs(now.named(UUID.randomUUID().toString(), name))));
        if (own) {
            command(menu, "view.rename", null, () -> NameDialog.open(item.getParent().getShell(), "view.rename", now.name(),
                    name -> saveAs(now.named(now.id(), name))));
            command(menu, "view.delete", Icons.DELETE, () -> {
                views.delete(now.id());
                parts.model().setView(views.standard().get(0));
            });
        }
        menu.addListener(SWT.Hide, hidden -> menu.getDisplay().asyncExec(menu::dispose));
        final var bounds = item.getBounds();
        menu.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    private void saveAs(final ListView view) {
        views.save(view);
        parts.model().setView(view);
    }

    private void choice(final Menu menu, final ListView view, final ListView now) {
        final var choice = WidgetKeys.named(new MenuItem(menu, SWT.RADIO), "view." + view.id());
        choice.setText(view.name().replace("&", "&&"));
        choice.setSelection(view.id().equals(now.id()));
        choice.addListener(SWT.Selection, event -> {
            if (choice.getSelection()) {
                parts.model().setView(view);
            }
        });
    }

    private static void command(final Menu menu, final String key, final Icons icon, final Runnable action) {
        final var command = WidgetKeys.named(new MenuItem(menu, SWT.PUSH), key);
        command.setText(Messages.TEXTS.get(key));
        if (icon != null) {
            command.setImage(icon.image());
        }
        command.addListener(SWT.Selection, event -> action.run());
    }
}
