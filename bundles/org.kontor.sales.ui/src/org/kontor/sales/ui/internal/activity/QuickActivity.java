// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.model.ActivityKind;
import org.kontor.model.Catalogue;
import org.kontor.model.StoredRecord;
import org.kontor.sales.Activities;
import org.kontor.sales.Activities.About;
import org.kontor.store.Store;
import org.kontor.ui.RecordRef;
import org.kontor.ui.work.Background;

/** Asks for an activity of one kind and keeps it, about the record that is selected or about nobody in particular. */
abstract class QuickActivity {

    private static final Set<String> ABOUT = Set.of("Account", "Contact", "Lead", "Opportunity");

    private final ActivityKind kind;

    QuickActivity(final ActivityKind kind) {
        this.kind = kind;
    }

    @CanExecute
    boolean canExecute(@Optional final Store store) {
        return store != null;
    }

    @Execute
    void execute(final IWorkbenchWindow window, final Store store, final Activities activities,
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        final var about = about(RecordRef.selected(selection));
        Background.of(window.getShell(), Messages.text("reading"), progress -> about.map(ref -> title(store, ref)).orElse(""))
                .then(title -> new ActivityDialog(window.getShell(), store, activities, kind, about.map(QuickActivity::about).orElse(About.NOTHING), title).open())
                .quiet().start();
    }

    private static java.util.Optional<RecordRef> about(final List<RecordRef> records) {
        return records.size() == 1 ? records.stream().filter(ref -> ABOUT.contains(ref.recordType())).findFirst() : java.util.Optional.empty();
    }

    private static About about(final RecordRef ref) {
        return new About(id(ref, "Account"), id(ref, "Contact"), id(ref, "Lead"), id(ref, "Opportunity"));
    }

    private static java.util.Optional<UUID> id(final RecordRef ref, final String type) {
        return java.util.Optional.of(ref.id()).filter(id -> type.equals(ref.recordType()));
    }

    private static String title(final Store store, final RecordRef ref) {
        final var type = Catalogue.standard().type(ref.recordType());
        return store.read(session -> session.find(ref.javaType(), ref.id()).map((final StoredRecord record) -> type.title(record)).orElse(""));
    }
}
