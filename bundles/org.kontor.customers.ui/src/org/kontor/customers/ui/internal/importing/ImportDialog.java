// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import org.kontor.ui.WidgetKeys;

/** The window of the import wizard when it is opened by itself: large enough for its tables, and its buttons say what they do. */
public final class ImportDialog extends WizardDialog {

    private static final int WIDTH = 940;
    private static final int HEIGHT = 720;
    private static final int MARGIN = 40;

    private final ImportWizard wizard;

    /**
     * @param parent the window to open in front of
     * @param wizard the wizard
     */
    public ImportDialog(final Shell parent, final ImportWizard wizard) {
        super(parent, wizard);
        this.wizard = wizard;
        setBlockOnOpen(false);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        WidgetKeys.named(shell, "import");
    }

    @Override
    protected Point getInitialSize() {
        final var wanted = super.getInitialSize();
        final var screen = getParentShell() == null ? getShell().getMonitor().getClientArea() : getParentShell().getMonitor()
                .getClientArea();
        return new Point(Math.min(Math.max(wanted.x, WIDTH), screen.width - MARGIN), Math.min(Math.max(wanted.y, HEIGHT),
                screen.height - MARGIN));
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        super.createButtonsForButtonBar(parent);
        name(IDialogConstants.BACK_ID, "import.back");
        name(IDialogConstants.NEXT_ID, "import.next");
        name(IDialogConstants.FINISH_ID, "import.finish");
        name(IDialogConstants.CANCEL_ID, "import.cancel");
        getButton(IDialogConstants.FINISH_ID).setText(Messages.text("wizard.import"));
    }

    private void name(final int button, final String key) {
        WidgetKeys.named(getButton(button), key);
    }

    @Override
    public void updateButtons() {
        super.updateButtons();
        final var finish = getButton(IDialogConstants.FINISH_ID);
        if (finish != null) {
            finish.setText(Messages.text(wizard.done() ? "wizard.close" : "wizard.import"));
            getButton(IDialogConstants.CANCEL_ID).setVisible(!wizard.done());
        }
    }
}
