// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.Map;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;

/**
 * The commands of the workbench kit, for menus, key bindings and code of other bundles.
 *
 * @since 0.1
 */
public final class Commands {

    /** Opens the editor on a record; without parameter on each selected one. */
    public static final String OPEN_RECORD = "org.kontor.ui.openRecord";
    /** Parameter of {@link #OPEN_RECORD} and {@link #DELETE_RECORD}: what {@link RecordRef#toString()} writes. */
    public static final String OPEN_RECORD_REF = "org.kontor.ui.openRecord.ref";
    /** Opens the editor on a record that does not exist yet. */
    public static final String NEW_RECORD = "org.kontor.ui.newRecord";
    /** Parameter of {@link #NEW_RECORD}: the record type's name. */
    public static final String NEW_RECORD_TYPE = "org.kontor.ui.newRecord.type";
    /** Optional parameter of {@link #NEW_RECORD}: values to start with, as {@code account=UUID;name=Text}. */
    public static final String NEW_RECORD_VALUES = "org.kontor.ui.newRecord.values";
    /** Deletes the selected records after asking. */
    public static final String DELETE_RECORD = "org.kontor.ui.deleteRecord";
    /** Takes back the last thing that was done in the store. */
    public static final String UNDO = "org.kontor.ui.undo";
    /** Does again what was taken back last. */
    public static final String REDO = "org.kontor.ui.redo";

    /** Opens the import of a file, where a bundle that defines it is installed. */
    public static final String IMPORT_RECORDS = "org.kontor.customers.ui.importRecords";
    /** Optional parameter of {@link #IMPORT_RECORDS}: the name of the record type that the rows of the file are. */
    public static final String IMPORT_RECORDS_TYPE = "org.kontor.customers.ui.importRecords.type";

    private Commands() {
    }

    /**
     * Runs a command as if its key had been pressed.
     *
     * @param context    the context of the part that asks
     * @param command    the command's identifier
     * @param parameters the command's parameters
     * @return whether it could run
     */
    public static boolean run(final IEclipseContext context, final String command, final Map<String, String> parameters) {
        final var commands = context.get(ECommandService.class);
        final var handlers = context.get(EHandlerService.class);
        final var ready = commands.createCommand(command, Map.<String, Object>copyOf(parameters));
        if (ready == null || !handlers.canExecute(ready)) {
            return false;
        }
        handlers.executeHandler(ready);
        return true;
    }

    /**
     * Opens the editor on a record.
     *
     * @param context the context of the part that asks
     * @param record  the record
     */
    public static void open(final IEclipseContext context, final RecordRef record) {
        run(context, OPEN_RECORD, Map.of(OPEN_RECORD_REF, record.toString()));
    }
}
