// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.work;

import java.util.Objects;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/**
 * Tells a person what happened, what it means and what to do. Shows the problem's code to quote to an administrator and never a stack
 * trace.
 * Does not wait: {@link #open} returns at once.
 *
 * @since 0.1
 */
public final class ProblemDialog extends Dialog {

    private static final int COPY = IDialogConstants.CLIENT_ID + 1;
    private static final int WIDTH = 460;

    private final Problem problem;

    private ProblemDialog(final Shell parent, final Problem problem) {
        super(parent);
        this.problem = Objects.requireNonNull(problem);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL | getDefaultOrientation());
        setBlockOnOpen(false);
    }

    /**
     * Shows a problem.
     *
     * @param parent  the window to show it in front of
     * @param problem what to tell
     */
    public static void open(final Shell parent, final Problem problem) {
        new ProblemDialog(parent, problem).open();
    }

    /**
     * Shows what went wrong; what nobody foresaw goes to the log with its cause.
     *
     * @param parent the window to show it in front of
     * @param thrown what was thrown: a {@link ProblemException}, a conflict or anything else
     */
    public static void open(final Shell parent, final RuntimeException thrown) {
        open(parent, Background.problem(thrown));
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.TEXTS.get("ProblemDialog.title"));
        WidgetKeys.named(shell, "problem");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(14, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        final var icon = new Label(area, SWT.NONE);
        icon.setImage(parent.getDisplay().getSystemImage(SWT.ICON_WARNING));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).span(1, 3).applyTo(icon);
        final var happened = text(area, "problem.happened", problem.happened());
        final var resources = new LocalResourceManager(JFaceResources.getResources(), area);
        happened.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(1)));
        text(area, "problem.meaning", problem.meaning());
        text(area, "problem.next", problem.nextStep());
        final var code = Colours.styled(new Label(area, SWT.NONE), Colours.CSS_MUTED);
        code.setText(Messages.TEXTS.get("ProblemDialog.code", problem.code()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(code);
        return area;
    }

    private static Label text(final Composite parent, final String key, final String text) {
        final var label = WidgetKeys.named(new Label(parent, SWT.WRAP), key);
        label.setText(text.replace("&", "&&"));
        label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        ((GridData) label.getLayoutData()).widthHint = WIDTH;
        return label;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        final var copy = createButton(parent, COPY, Messages.TEXTS.get("ProblemDialog.copy"), false);
        copy.setImage(Icons.COPY.image());
        WidgetKeys.named(copy, "problem.copy");
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true), "problem.ok");
    }

    @Override
    protected void buttonPressed(final int button) {
        if (button == COPY) {
            copy();
        } else {
            super.buttonPressed(button);
        }
    }

    private void copy() {
        final var clipboard = new Clipboard(getShell().getDisplay());
        try {
            final var lines = String.join(System.lineSeparator(), problem.happened(), problem.meaning(), problem.nextStep(),
                    Messages.TEXTS.get("ProblemDialog.code", problem.code()));
            clipboard.setContents(new Object[] {lines}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
