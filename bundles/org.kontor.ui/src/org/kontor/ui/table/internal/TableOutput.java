// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.RowExporter;
import org.kontor.ui.work.Background;

/** Takes what a table shows elsewhere: to the clipboard or into a file. */
public final class TableOutput {

    private final Composite control;
    private final TableParts parts;
    private final RecordTableHost host;

    /**
     * @param control the table's widget
     * @param parts   the table
     * @param host    knows the file formats
     */
    public TableOutput(final Composite control, final TableParts parts, final RecordTableHost host) {
        this.control = control;
        this.parts = parts;
        this.host = host;
    }

    /**
     * Copies the selected rows, or the cell of the cursor where no more than one row is selected.
     *
     * @param grid knows the cursor
     */
    public void copy(final RecordGrid grid) {
        if (parts.selection().size() > 1) {
            copyRows();
        } else {
            copyCell(grid);
        }
    }

    void copyCell(final RecordGrid grid) {
        final var row = parts.rows().peek(grid.cursor().row());
        if (row != null) {
            final var text = row.text(parts.model().columns().get(grid.cursor().column()), parts.format());
            if (text != null) {
                toClipboard(text);
            }
        }
    }

    void copyRows() {
        parts.rows().query().ifPresent(query -> parts.selection().ids(RowSelection.MOST, ids -> {
            final var columns = parts.model().columns();
            Background.of(control, Messages.TEXTS.get("copy.job"), progress -> lines(query.only(ids, progress::checkCancelled), columns))
                    .then(this::toClipboard).start();
        }));
    }

    private static String lines(final List<Row> rows, final List<RecordColumn> columns) {
        final var format = CellFormat.current();
        final var text = new StringBuilder(columns.stream().map(RecordColumn::label).collect(Collectors.joining("\t")));
        for (final var row : rows) {
            text.append(System.lineSeparator()).append(columns.stream().map(column -> row.text(column, format)).collect(Collectors.joining("\t")));
        }
        return text.toString();
    }

    private void toClipboard(final String text) {
        if (text.isEmpty()) {
            return;
        }
        final var clipboard = new Clipboard(control.getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /**
     * Asks for a file and writes all records of the view into it.
     *
     * @param done hears of the file
     */
    public void askAndExport(final Consumer<Path> done) {
        final var exporters = host.exporters();
        if (exporters.isEmpty() || parts.rows().query().isEmpty()) {
            return;
        }
        final var dialog = new FileDialog(control.getShell(), SWT.SAVE);
        dialog.setText(Messages.TEXTS.get("export.title", Messages.inSentence(parts.model().recordType().pluralLabel())));
        dialog.setFilterNames(exporters.stream().map(RowExporter::label).toArray(String[]::new));
        dialog.setFilterExtensions(exporters.stream().map(exporter -> "*." + exporter.extension()).toArray(String[]::new));
        dialog.setFileName(parts.model().view().name().replaceAll("[\\\\/:*?\"<>|]+", " ").strip() + '.' + exporters.get(0).extension());
        dialog.setOverwrite(true);
        final var chosen = dialog.open();
        if (chosen != null) {
            export(exporters.get(Math.max(0, dialog.getFilterIndex())), Path.of(chosen), done);
        }
    }

    /**
     * Writes all records of the view into a file.
     *
     * @param exporter the format
     * @param file     the file
     * @param done     hears of the file
     * @return the job that does it
     */
    public Job export(final RowExporter exporter, final Path file, final Consumer<Path> done) {
        final var store = parts.model().store().orElseThrow();
        final var query = parts.rows().query().orElseThrow().query();
        final var columns = parts.model().columns().stream().flatMap(column -> column.export().stream())
                .collect(Collectors.toMap(RowExporter.Column::path, column -> column, (first, again) -> first, LinkedHashMap::new));
        return Background.of(control, Messages.TEXTS.get("export.job", parts.model().view().name()), progress -> {
            exporter.write(store, query, List.copyOf(columns.values()), file, progress);
            return file;
        }).then(done).start();
    }
}
