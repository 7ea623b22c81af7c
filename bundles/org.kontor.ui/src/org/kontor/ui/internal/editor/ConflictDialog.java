// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.kontor.ui.WidgetKeys;

/** Asks, field by field, which value to keep where two people changed the same one. Does not wait: the answer goes to a receiver. */
final class ConflictDialog extends TitleAreaDialog {

    /** Whose value to keep. */
    enum Side { MINE, THEIRS, BASE }

    /**
     * A field about which two people disagree, in words.
     *
     * @param field  the field's name
     * @param label  what people call the field
     * @param mine   what whoever edits here wants
     * @param theirs what is stored now
     * @param base   what both started from
     */
    record Dispute(String field, String label, String mine, String theirs, String base) {
    }

    /** Receives the answer. */
    interface Receiver {
        /** @param sides field name to whose value to keep, for every dispute */
        void decided(Map<String, Side> sides);
    }

    private static final int WIDTH = 660;
    private static final int HIGHEST = 480;
    private static final int ALL_MINE = IDialogConstants.CLIENT_ID + 1;
    private static final int ALL_THEIRS = IDialogConstants.CLIENT_ID + 2;

    private final String record;
    private final String who;
    private final List<Dispute> disputes;
    private final Receiver receiver;
    private final Map<String, Map<Side, Button>> choices = new LinkedHashMap<>();

    /**
     * @param parent   the window
     * @param record   what people call the record
     * @param who      who stored the other values
     * @param disputes at least one
     * @param receiver receives the answer, and nothing where the person goes back to editing
     */
    ConflictDialog(final Shell parent, final String record, final String who, final List<Dispute> disputes, final Receiver receiver) {
        super(parent);
        this.record = record;
        this.who = who;
        this.disputes = List.copyOf(disputes);
        this.receiver = receiver;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL | getDefaultOrientation());
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.TEXTS.get("conflict.title"));
        WidgetKeys.named(shell, "conflict");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.TEXTS.get("conflict.heading", record));
        setMessage(Messages.TEXTS.get("conflict.message", who));
        final var scroller = new ScrolledComposite(area, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        final var body = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(0, 12).applyTo(body);
        disputes.forEach(dispute -> createDispute(body, dispute));
        scroller.setContent(body);
        final int height = Math.min(HIGHEST, body.computeSize(WIDTH, SWT.DEFAULT).y);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, height).applyTo(scroller);
        scroller.addListener(SWT.Resize, event -> scroller.setMinHeight(body.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y));
        return area;
    }

    private void createDispute(final Composite body, final Dispute dispute) {
        final var group = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).spacing(12, 4).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        final var label = new Label(group, SWT.NONE);
        label.setText(dispute.label().replace("&", "&&"));
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().span(3, 1).applyTo(label);
        final var sides = new LinkedHashMap<Side, Button>();
        sides.put(Side.MINE, radio(group, dispute, "mine", Messages.TEXTS.get("conflict.mine"), dispute.mine()));
        sides.put(Side.THEIRS, radio(group, dispute, "theirs", Messages.TEXTS.get("conflict.theirs", who), dispute.theirs()));
        sides.put(Side.BASE, radio(group, dispute, "base", Messages.TEXTS.get("conflict.base"), dispute.base()));
        sides.get(Side.MINE).setSelection(true);
        choices.put(dispute.field(), sides);
    }

    private static Button radio(final Composite group, final Dispute dispute, final String side, final String whose, final String value) {
        // the radio buttons of a dispute must be brothers to switch each other off, so the value stands in the button itself
        final var button = WidgetKeys.named(new Button(group, SWT.RADIO | SWT.WRAP), "conflict." + dispute.field() + '.' + side);
        button.setText((whose + "\n" + (value.isEmpty() ? Messages.TEXTS.get("conflict.empty") : value)).replace("&", "&&"));
        button.setToolTipText(value);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).hint(190, SWT.DEFAULT).applyTo(button);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        if (disputes.size() > 1) {
            WidgetKeys.named(createButton(parent, ALL_MINE, Messages.TEXTS.get("conflict.allMine"), false), "conflict.allMine");
            WidgetKeys.named(createButton(parent, ALL_THEIRS, Messages.TEXTS.get("conflict.allTheirs"), false), "conflict.allTheirs");
        }
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.TEXTS.get("conflict.save"), true), "conflict.save");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.TEXTS.get("conflict.back"), false), "conflict.cancel");
    }

    @Override
    protected void buttonPressed(final int button) {
        switch (button) {
            case ALL_MINE -> chooseAll(Side.MINE);
            case ALL_THEIRS -> chooseAll(Side.THEIRS);
            default -> super.buttonPressed(button);
        }
    }

    private void chooseAll(final Side side) {
        choices.values().forEach(sides -> sides.forEach((each, button) -> button.setSelection(each == side)));
    }

    @Override
    protected void okPressed() {
        final var sides = new LinkedHashMap<String, Side>();
        choices.forEach((field, buttons) -> buttons.forEach((side, button) -> {
            if (button.getSelection()) {
                sides.put(field, side);
            }
        }));
        super.okPressed();
        receiver.decided(sides);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
