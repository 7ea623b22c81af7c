// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.TableFilter;
import org.kontor.ui.work.Background;

/** The small window in which a person sets the filter of a column, or one that the table offers beside those. */
final class FilterPopup {

    private final TableParts parts;
    private final String path;
    private final String label;
    private final FilterEditor editor;
    private final PopupShell popup;

    private FilterPopup(final Control owner, final TableParts parts, final String path, final String label, final FilterEditor editor) {
        this.parts = parts;
        this.path = path;
        this.label = label;
        this.editor = editor;
        popup = new PopupShell(owner, "filter");
    }

    /**
     * Opens the window.
     *
     * @param owner  the widget it belongs to
     * @param parts  the table
     * @param column the column
     * @param below  the place in the owner that it hangs from
     */
    static void open(final Control owner, final TableParts parts, final RecordColumn column, final Rectangle below) {
        new FilterPopup(owner, parts, column.path(), column.label(), FilterEditor.of(parts, column)).open(owner, below);
    }

    /**
     * Opens the window as soon as it is known what can be chosen.
     *
     * @param owner   the widget it belongs to
     * @param parts   the table
     * @param offered the filter
     * @param below   the place in the owner that it hangs from
     */
    static void open(final Control owner, final TableParts parts, final TableFilter offered, final Rectangle below) {
        parts.model().store().ifPresent(store -> Background.of(owner, Messages.TEXTS.get("filter.job", offered.label()), progress -> offered.choices(store))
                .then(choices -> new FilterPopup(owner, parts, offered.path(), offered.label(), new ChoiceFilterEditor(offered.path(), choices))
                        .open(owner, below)).otherwise(thrown -> parts.model().store().orElse(null) != store).quiet().start());
    }

    private void open(final Control owner, final Rectangle below) {
        popup.open(owner, below, create());
    }

    private Control create() {
        final var content = popup.content();
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(6, 8).applyTo(content);
        final var title = Colours.styled(new Label(content, SWT.NONE), Colours.CSS_MUTED);
        title.setForeground(Colours.TEXT_MUTED.color());
        title.setText(Messages.TEXTS.get("filter.title", label).replace("&", "&&"));
        final var before = parts.model().view().filters().stream().filter(filter -> filter.path().equals(path)).findFirst();
        final var first = editor.create(content, before);
        buttons(content, before);
        return first;
    }

    private void buttons(final Composite content, final Optional<ColumnFilter> before) {
        final var bar = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(bar);
        final var clear = button(bar, "filter.clear");
        clear.setEnabled(before.isPresent());
        clear.addListener(SWT.Selection, event -> {
            parts.model().setView(parts.model().view().without(path));
            popup.close();
        });
        final var apply = button(bar, "filter.apply");
        apply.addListener(SWT.Selection, event -> apply());
        popup.shell().setDefaultButton(apply);
    }

    private static Button button(final Composite bar, final String key) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH), key);
        button.setText(Messages.TEXTS.get(key));
        GridDataFactory.fillDefaults().hint(84, SWT.DEFAULT).applyTo(button);
        return button;
    }

    private void apply() {
        if (editor.isValid()) {
            final var view = parts.model().view();
            parts.model().setView(editor.result().map(view::with).orElseGet(() -> view.without(path)));
            popup.close();
        }
    }
}
