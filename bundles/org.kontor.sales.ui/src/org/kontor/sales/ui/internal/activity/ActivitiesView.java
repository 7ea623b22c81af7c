// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

import org.kontor.model.Activity;
import org.kontor.sales.Activities;
import org.kontor.sales.ui.internal.SalesCommands;
import org.kontor.sales.ui.internal.SalesListViews;
import org.kontor.sales.ui.internal.StoreWatch;
import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.table.RecordTableModel;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.table.TableAction.Place;
import org.kontor.ui.work.Background;

/** All activities as a table, and below it what each person did in a period. */
public final class ActivitiesView {

    private static final int[] WEIGHTS = {72, 28};
    private static final int LEAST_HEIGHT = 380;

    private final IEclipseContext context;
    private final RecordTableView table;
    private final Activities activities;
    private final StoreWatch watch;
    private final Clock clock = Clock.systemDefaultZone();
    private CountsPane counts;
    private Composite root;

    @Inject
    ActivitiesView(final IEclipseContext context, final RecordTableView table, final Display display, @Service final Activities activities) {
        this.context = context;
        this.table = table;
        this.activities = activities;
        watch = new StoreWatch(display, Set.of("Activity", "Opportunity", "User"), this::read);
    }

    @PostConstruct
    void create(final Composite parent) {
        root = parent;
        final var sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        table.with(quick("logCall", SalesCommands.LOG_CALL, Icons.CALL), quick("planMeeting", SalesCommands.PLAN_MEETING, Icons.MEETING),
                quick("newTask", SalesCommands.NEW_TASK, Icons.TASK),
                new TableAction("done", Messages.text("complete.done"), Icons.DONE, Set.of(Place.ROWS), () -> complete(true, "")),
                new TableAction("doneWith", Messages.text("complete.doneWith"), Icons.DONE, Set.of(Place.ROW),
                        () -> new OutcomeDialog(root.getShell(), outcome -> complete(true, outcome)).open()),
                new TableAction("cancelled", Messages.text("complete.cancelled"), Icons.CLEAR, Set.of(Place.ROWS), () -> complete(false, "")));
        table.withViews(SalesListViews.activities()).create(sash, Activity.class);
        counts = new CountsPane(sash, activities, clock);
        sash.setWeights(WEIGHTS);
        // above an open editor there is room for one of them only
        sash.addListener(SWT.Resize, event -> sash.setMaximizedControl(sash.getSize().y < LEAST_HEIGHT ? sash.getChildren()[0] : null));
        read();
    }

    private TableAction quick(final String id, final String command, final Icons icon) {
        return new TableAction(id, Messages.text("quick." + id), icon, Set.of(Place.BAR_ICON), () -> Commands.run(context, command, Map.of()));
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        watch.use(opened);
    }

    private void read() {
        if (counts != null) {
            counts.read(watch.store());
        }
    }

    private void complete(final boolean done, final String outcome) {
        final var store = watch.store();
        final Consumer<List<RecordRef>> finish = records -> {
            final List<UUID> ids = records.stream().map(RecordRef::id).toList();
            Background.of(root, Messages.text("complete.job"), progress -> {
                for (final var id : ids) {
                    activities.complete(store.orElseThrow(), id, done, outcome, clock);
                }
                return ids.size();
            }).start();
        };
        if (store.isPresent()) {
            table.table().ifPresent(shown -> shown.model().selected(RecordTableModel.mostSelected(), finish));
        }
    }

    @PreDestroy
    void close() {
        watch.close();
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
