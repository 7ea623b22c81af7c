// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.analytics.engine.Provider;
import org.kontor.ui.Colours;

/** The fourth step: the settings of the chosen method. */
final class ParametersPage implements GuidePage {

    private final GuideModel model;
    private final Runnable changed;
    private final Composite root;
    private Optional<Provider> shown = Optional.empty();
    private List<String> features = List.of();
    private int taken;

    ParametersPage(final Composite parent, final GuideModel model, final Runnable changed) {
        this.model = model;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().applyTo(root);
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        if (shown.equals(model.provider()) && features.equals(model.features()) && taken == model.taken()) {
            return;
        }
        shown = model.provider();
        features = model.features();
        taken = model.taken();
        for (final var child : root.getChildren()) {
            child.dispose();
        }
        shown.ifPresent(provider -> GridDataFactory.fillDefaults().grab(true, false)
                .applyTo(new ParameterForm(root, model, provider.descriptor(), changed).control()));
        root.layout(true, true);
    }
}
