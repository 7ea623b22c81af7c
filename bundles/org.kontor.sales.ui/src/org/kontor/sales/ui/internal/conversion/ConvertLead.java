// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.conversion;

import java.util.List;

import jakarta.inject.Named;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.customers.CustomerSearch;
import org.kontor.sales.LeadConversion;
import org.kontor.store.Store;
import org.kontor.ui.RecordRef;
import org.kontor.ui.work.Background;

/** Asks what the selected lead shall become, and makes it that. */
public final class ConvertLead {

    @CanExecute
    boolean canExecute(@Optional final Store store, @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        return store != null && isOneLead(RecordRef.selected(selection));
    }

    private static boolean isOneLead(final List<RecordRef> records) {
        return records.size() == 1 && "Lead".equals(records.getFirst().recordType());
    }

    @Execute
    void execute(final IWorkbenchWindow window, final Store store, final LeadConversion conversion, final CustomerSearch search,
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        final var records = RecordRef.selected(selection);
        if (isOneLead(records)) {
            final var services = new ConversionServices(store, conversion, search);
            Background.of(window.getShell(), Messages.text("reading"), progress -> services.facts(records.getFirst().id()))
                    .then(facts -> new ConversionDialog(window.getShell(), services, facts, window.getService(IEclipseContext.class)).open()).start();
        }
    }
}
