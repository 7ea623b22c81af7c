// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.CsvExport;
import org.kontor.exchange.Separator;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.ui.table.RowExporter;

/** Lets tables be written as CSV, with the labels of their columns as headers and the mark by which spreadsheets know UTF-8. */
@Component
public final class CsvRowExporter implements RowExporter {

    @Override
    public String label() {
        return Messages.TEXTS.get("export.csv");
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void write(final Store store, final Query<?> query, final List<Column> columns, final Path file, final Progress progress) {
        final var format = new CsvExport.Format(true, Separator.COMMA, columns.stream().map(Column::heading).toList());
        new CsvExport(store).write(query, columns.stream().map(Column::path).toList(), file, format, progress);
    }
}
