// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

import org.kontor.analytics.engine.KernelChoice;
import org.kontor.core.problem.ProblemException;

/** What a person may choose about analyses as such. */
public final class AnalyticsPreferences extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 400;

    private KernelChoice kernels;
    private Button use;

    @Override
    public void init(final IWorkbench workbench) {
        kernels = workbench.getService(KernelChoice.class);
    }

    @Override
    protected Control createContents(final Composite parent) {
        final var page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        use = new Button(page, SWT.CHECK);
        use.setText(Messages.text("preferences.kernels"));
        use.setSelection(kernels.usesOffered());
        final var explanation = new Label(page, SWT.WRAP);
        explanation.setText(kernels.offered().map(offered -> Messages.text("preferences.kernels.offered", offered.name()))
                .orElseGet(() -> Messages.text("preferences.kernels.none")));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(explanation);
        return page;
    }

    @Override
    protected void performDefaults() {
        use.setSelection(true);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        try {
            if (use != null && use.getSelection() != kernels.usesOffered()) {
                kernels.useOffered(use.getSelection());
            }
            setErrorMessage(null);
            return true;
        } catch (ProblemException refused) {
            setErrorMessage(refused.problem().sentence());
            return false;
        }
    }
}
