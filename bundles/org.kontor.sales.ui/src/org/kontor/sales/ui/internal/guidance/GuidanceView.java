// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.Contact;
import org.kontor.model.Opportunity;
import org.kontor.sales.StageGuidance;
import org.kontor.sales.StageGuidance.Step;
import org.kontor.sales.StageMove;
import org.kontor.sales.StageValue;
import org.kontor.sales.ui.internal.StoreWatch;
import org.kontor.sales.ui.internal.board.StageMoving;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.HelpContext;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/**
 * What to do in the stage of the selected opportunity, what must be true before it moves on, and the button that moves it; for a customer,
 * where each of its opportunities stands.
 */
public final class GuidanceView implements GuidancePage.Wishes, AccountPage.Wishes {

    private static final Set<String> SHOWN = Set.of("Opportunity", "Activity", "Stage", "Pipeline", "Account", "Contact");
    private static final int PAUSE_MILLIS = 120;

    private final IEclipseContext context;
    private final StageGuidance service;
    private final StageMoving moving;
    private final StoreWatch watch;
    private final Clock clock = Clock.systemDefaultZone();
    private Optional<RecordRef> selected = Optional.empty();
    private Optional<Reading> shown = Optional.empty();
    private Optional<Job> reading = Optional.empty();
    private ScrolledComposite scroller;

    @Inject
    GuidanceView(final IEclipseContext context, final Display display, @Service final StageGuidance service, @Service final StageMove stageMove) {
        this.context = context;
        this.service = service;
        moving = new StageMoving(stageMove, clock);
        watch = new StoreWatch(display, SHOWN, this::read);
    }

    @PostConstruct
    void create(final Composite parent) {
        scroller = WidgetKeys.named(Colours.styled(new ScrolledComposite(parent, SWT.V_SCROLL), Colours.CSS_SURFACE), "guidance");
        HelpContext.of(scroller, HelpContext.BOARD);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.addListener(SWT.Resize, event -> fit());
        show(Optional.empty());
        read();
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        watch.use(opened);
    }

    @Inject
    void setSelection(@org.eclipse.e4.core.di.annotations.Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        final var records = RecordRef.selected(selection);
        if (records.isEmpty()) {
            return;
        }
        select(records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty());
    }

    private void select(final Optional<RecordRef> now) {
        if (!now.equals(selected)) {
            selected = now;
            read();
        }
    }

    private void read() {
        if (scroller == null || scroller.isDisposed()) {
            return;
        }
        reading.ifPresent(Job::cancel);
        if (selected.isEmpty() || watch.store().isEmpty()) {
            show(Optional.empty());
            return;
        }
        final var from = watch.store().get();
        final var ref = selected.get();
        reading = Optional.of(Background.of(scroller, Messages.text("reading"), progress -> read(from, ref)).then(this::show)
                .otherwise(thrown -> watch.store().orElse(null) != from).quiet().start(PAUSE_MILLIS));
    }

    private Optional<? extends Reading> read(final Store from, final RecordRef ref) {
        return switch (ref.recordType()) {
            case "Opportunity" -> GuidanceReading.of(from, service, ref.id());
            case "Account" -> AccountReading.of(from, service, ref.id());
            case "Contact" -> from.read(session -> session.find(Contact.class, ref.id()).map(Contact::getAccount).map(Account::getId))
                    .flatMap(account -> AccountReading.of(from, service, account));
            default -> Optional.empty();
        };
    }

    private void show(final Optional<? extends Reading> found) {
        if (found.isPresent() && found.equals(shown)) {
            return;
        }
        shown = found.map(reading -> reading);
        final var before = scroller.getContent();
        final int top = scroller.getOrigin().y;
        final Control page = found.map(this::page).orElseGet(this::nothing);
        scroller.setContent(page);
        if (before != null) {
            before.dispose();
        }
        fit();
        scroller.setOrigin(0, top);
    }

    private Control page(final Reading reading) {
        return switch (reading) {
            case GuidanceReading deal -> new GuidancePage(scroller, deal, this).control();
            case AccountReading account -> new AccountPage(scroller, account, this).control();
        };
    }

    private GuidanceReading deal() {
        return (GuidanceReading) shown.orElseThrow();
    }

    private Control nothing() {
        final var area = WidgetKeys.named(Colours.styled(new Composite(scroller, SWT.NONE), Colours.CSS_SURFACE), "guidance.nothing");
        GridLayoutFactory.fillDefaults().margins(16, 24).spacing(0, 8).applyTo(area);
        final var icon = new Label(area, SWT.NONE);
        icon.setImage(Icons.STAGE.image());
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, false).applyTo(icon);
        final var text = Colours.styled(new Label(area, SWT.WRAP | SWT.CENTER), Colours.CSS_MUTED);
        text.setText(Messages.text("nothing"));
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(text);
        return area;
    }

    private void fit() {
        final var page = scroller.getContent();
        if (page != null) {
            scroller.setMinSize(0, page.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
        }
    }

    @Override
    public void take(final Step step, final boolean done) {
        final var on = deal().opportunity();
        final var store = watch.store().orElseThrow();
        Background.of(scroller, step.text(), progress -> service.take(store, on, step.text(), done, clock)).start();
    }

    @Override
    public void openTask(final UUID task) {
        Commands.open(context, RecordRef.of(Activity.class, task));
    }

    @Override
    public void openOpportunity() {
        Commands.open(context, RecordRef.of(Opportunity.class, deal().opportunity()));
    }

    @Override
    public void move(final StageValue next) {
        final var on = deal();
        moving.move(scroller, watch.store().orElseThrow(),
                new StageMove.Request(on.opportunity(), next.id(), Optional.of(on.guidance().stage().id()), Map.of()), on.name(), next.title());
    }

    @Override
    public void openAccount(final UUID account) {
        Commands.open(context, RecordRef.of(Account.class, account));
    }

    @Override
    public void guide(final UUID opportunity) {
        select(Optional.of(RecordRef.of(Opportunity.class, opportunity)));
    }

    @Override
    public void newOpportunity(final UUID account) {
        Commands.run(context, Commands.NEW_RECORD, Map.of(Commands.NEW_RECORD_TYPE, Opportunity.class.getSimpleName(), Commands.NEW_RECORD_VALUES, "account=" + account));
    }

    @PreDestroy
    void close() {
        watch.close();
        reading.ifPresent(Job::cancel);
    }

    @Focus
    void focus() {
        scroller.setFocus();
    }
}
