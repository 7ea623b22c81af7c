// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.conversion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import org.kontor.customers.CustomerMatches.Match;
import org.kontor.customers.RecordLink;
import org.kontor.sales.LeadConversion.Choice;
import org.kontor.sales.LeadConversion.Preview;
import org.kontor.sales.LeadConversion.Result;
import org.kontor.sales.ui.internal.conversion.ConversionServices.Facts;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/**
 * Converts a lead: choices above, and below them, always up to date, what becomes of each field. Does not block; the conversion is one change
 * set that undo takes back.
 */
final class ConversionDialog extends TitleAreaDialog {

    private static final int PAUSE_MILLIS = 200;
    private static final int WIDTH = 860;
    private static final int HEIGHT = 720;

    private final ConversionServices services;
    private final Facts facts;
    private final IEclipseContext context;
    private ConversionForm form;
    private ConversionPreview preview;
    private Optional<UUID> contactsOf;
    private Optional<Job> reading = Optional.empty();
    private Optional<Job> searching = Optional.empty();
    private boolean converting;

    ConversionDialog(final Shell parent, final ConversionServices services, final Facts facts, final IEclipseContext context) {
        super(parent);
        this.services = services;
        this.facts = facts;
        this.context = context;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MAX | SWT.APPLICATION_MODAL | getDefaultOrientation());
        setBlockOnOpen(false);
    }

    /** What the store says to a choice. */
    private record Answer(Preview preview, Optional<List<Match>> contacts) {
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("window"));
        WidgetKeys.named(shell, "convert");
    }

    @Override
    protected Point getInitialSize() {
        final var wanted = super.getInitialSize();
        return new Point(Math.max(WIDTH, wanted.x), Math.max(HEIGHT, wanted.y));
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        setTitle(Messages.text("title", facts.title()));
        setMessage(Messages.text("message"));
        final var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 14).spacing(0, 16).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        form = new ConversionForm(area, facts, this::changed, this::search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        preview = new ConversionPreview(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview.control());
        contactsOf = form.chosenAccount();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        WidgetKeys.named(createButton(parent, IDialogConstants.OK_ID, Messages.text("ok"), true), "convert.ok");
        WidgetKeys.named(createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("cancel"), false), "convert.cancel");
        changed();
    }

    private void changed() {
        final var fault = form.fault();
        setErrorMessage(fault.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(fault.isEmpty() && !converting);
        if (fault.isPresent()) {
            return;
        }
        final var choice = form.choice();
        final boolean otherAccount = !form.chosenAccount().equals(contactsOf);
        final var account = form.chosenAccount();
        reading.ifPresent(Job::cancel);
        reading = Optional.of(Background.of(preview.control(), Messages.text("reading"), progress -> new Answer(services.conversion().preview(services.store(), facts.id(), choice),
                otherAccount ? Optional.of(services.conversion().contacts(services.store(), facts.id(), account)) : Optional.empty()))
                .then(answer -> show(answer, account)).quiet().start(PAUSE_MILLIS));
    }

    private void show(final Answer answer, final Optional<UUID> account) {
        preview.show(answer.preview());
        answer.contacts().ifPresent(found -> {
            contactsOf = account;
            form.setContacts(found);
        });
    }

    private void search() {
        searching.ifPresent(Job::cancel);
        final var words = form.searchedFor();
        searching = Optional.of(Background.of(preview.control(), Messages.text("searching"), progress -> services.accounts(words)).then(found -> {
            form.setAccounts(found);
            changed();
        }).quiet().start(PAUSE_MILLIS));
    }

    @Override
    protected void okPressed() {
        if (converting || form.fault().isPresent()) {
            return;
        }
        converting = true;
        reading.ifPresent(Job::cancel);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        final Choice choice = form.choice();
        Background.of(getShell(), Messages.text("job", facts.title()), progress -> services.conversion().convert(services.store(), facts.id(), choice, Clock.systemDefaultZone()))
                .then(this::converted).last(() -> {
                    converting = false;
                    if (getShell() != null && !getShell().isDisposed()) {
                        changed();
                    }
                }).start();
    }

    private void converted(final Result result) {
        setReturnCode(OK);
        close();
        final RecordLink opens = result.opportunity().or(result::account).orElse(result.contact());
        Commands.open(context, RecordRef.of(opens.type(), opens.id()));
    }
}
