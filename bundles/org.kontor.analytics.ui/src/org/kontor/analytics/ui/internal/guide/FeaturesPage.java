// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** The second step: what each column is to the analysis. */
final class FeaturesPage implements GuidePage {

    private final GuideModel model;
    private final Runnable changed;
    private final Composite root;
    private List<SourceColumn> shown = List.of();
    private final List<Combo> combos = new ArrayList<>();

    FeaturesPage(final Composite parent, final GuideModel model, final Runnable changed) {
        this.model = model;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(16, 4).applyTo(root);
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        if (!shown.equals(model.columns())) {
            build();
        }
        for (int index = 0; index < shown.size(); index++) {
            combos.get(index).select(model.role(shown.get(index).name()).map(role -> role.ordinal() + 1).orElse(0));
        }
    }

    private void build() {
        for (final var child : root.getChildren()) {
            child.dispose();
        }
        combos.clear();
        shown = model.columns();
        shown.forEach(this::row);
        root.layout(true, true);
    }

    private void row(final SourceColumn column) {
        final var name = new CLabel(root, SWT.NONE); // shows its name beside a lock
        name.setMargins(0, 0, 0, 0);
        name.setText(column.title().text().replace("&", "&&"));
        name.setToolTipText(column.name());
        final var type = Colours.styled(new Label(root, SWT.NONE), Colours.CSS_MUTED);
        type.setText(Messages.text("type." + column.type().key()));
        final var combo = WidgetKeys.named(Lists.choice(root), "guide.role." + column.name());
        combo.add(Messages.text("role.none"));
        for (final var role : Role.values()) {
            combo.add(Messages.text("role." + role.key()));
        }
        combo.addListener(SWT.Selection, event -> {
            final int index = combo.getSelectionIndex();
            model.setRole(column.name(), index == 0 ? Optional.empty() : Optional.of(Role.values()[index - 1]));
            changed.run();
        });
        combos.add(combo);
        final var note = Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_MUTED);
        note.setText((column.personal() ? Messages.text("personal") + ' ' : "") + column.note().map(found -> found.text()).orElse(""));
        if (column.personal()) {
            name.setImage(Icons.LOCK.image());
        }
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
    }
}
