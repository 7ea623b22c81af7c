// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.Optional;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;

import org.kontor.exchange.ImportKind;
import org.kontor.exchange.Imports;
import org.kontor.ui.Commands;

/** Opens the import wizard by itself, for a type of record where one is named. Does not wait until it is closed. */
public final class ImportRecords {

    /**
     * @param application the workbench
     * @param shell       the window to open in front of
     * @param type        the record type's name; null to guess from the file
     */
    @Execute
    public void execute(final MApplication application, @Named(IServiceConstants.ACTIVE_SHELL) final Shell shell,
            @org.eclipse.e4.core.di.annotations.Optional @Named(Commands.IMPORT_RECORDS_TYPE) final String type) {
        final var context = application.getContext();
        final var kind = context.get(Imports.class).kinds().stream().filter(each -> each.recordType().name().equals(type))
                .map(ImportKind::key).findFirst();
        final var wizard = new ImportWizard();
        wizard.init(context, type == null ? Optional.empty() : kind);
        new ImportDialog(shell, wizard).open();
    }
}
