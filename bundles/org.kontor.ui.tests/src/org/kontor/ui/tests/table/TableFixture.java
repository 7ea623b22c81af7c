// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.model.RecordType;
import org.kontor.model.Stage;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTable;
import org.kontor.ui.table.RecordTableHost;
import org.kontor.ui.table.RecordTableModel;
import org.kontor.ui.table.RowExporter;
import org.kontor.ui.table.TableAction;
import org.kontor.ui.table.internal.ReadJobs;

/** A table of opportunities in a window of its own, on a real store. */
final class TableFixture implements AutoCloseable {

    static final int ROWS = 10_000;

    private static final int BATCH = 2_500;

    final Ui ui = Ui.here();
    final ThrowAwayStore data;
    final List<RecordRef> opened = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<Stage> stages = new ArrayList<>();
    Shell shell;
    RecordTable table;
    RecordTableModel model;

    TableFixture(final ThrowAwayStore data) {
        this.data = data;
    }

    /** Makes a store with one pipeline, 50 accounts and opportunities that are named, priced and dated by their number. */
    static ThrowAwayStore manyOpportunities(final int rows) {
        final var data = ThrowAwayStore.open();
        final var accounts = new ArrayList<Account>();
        final var stages = new ArrayList<Stage>();
        data.write("Base", writer -> {
            final Pipeline pipeline = Samples.pipeline("Direct");
            writer.add(pipeline);
            for (final var code : List.of("prospecting", "negotiation", "closedWon")) {
                final var stage = Samples.stage(pipeline, code, code, stages.size() + 1, 10 + 40 * stages.size());
                stages.add(stage);
                writer.add(stage);
            }
            for (int number = 0; number < 50; number++) {
                final var account = Samples.account("Account %02d".formatted(number));
                account.setType(AccountType.values()[number % AccountType.values().length]);
                accounts.add(account);
                writer.add(account);
            }
        });
        for (int from = 0; from < rows; from += BATCH) {
            final int first = from;
            data.write("Rows", writer -> {
                for (int number = first; number < Math.min(rows, first + BATCH); number++) {
                    writer.add(opportunity(number, accounts.get(number % accounts.size()), stages.get(number % stages.size())));
                }
            });
        }
        return data;
    }

    private static Opportunity opportunity(final int number, final Account account, final Stage stage) {
        final var deal = Samples.opportunity("Deal %05d".formatted(number), account, stage, String.valueOf(number), null);
        deal.setCloseDate(number % 10 == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(number % 365));
        deal.setCurrency(number % 2 == 0 ? "EUR" : "USD");
        deal.setAmount(BigDecimal.valueOf(number));
        return deal;
    }

    static ListView byName() {
        return ListView.of(ListView.ALL, "All", List.of("name", "account", "stage", "amount", "closeDate")).sortedBy("name", true);
    }

    static RecordTableModel model(final RecordType<?> type, final ListView view, final Ui ui) {
        return new RecordTableModel(type, view, new ReadJobs("Read"), work -> ui.display().asyncExec(work));
    }

    TableFixture openTable(final ListView view) {
        shell = new Shell(ui.display(), SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(1000, 600);
        model = model(Catalogue.standard().type(Opportunity.class), view, ui);
        table = new RecordTable(shell, model, new Host());
        shell.open();
        model.setStore(data.store());
        ready();
        table.setFocus();
        return this;
    }

    TableFixture openTable() {
        return openTable(byName());
    }

    /** Waits until everything that is shown is known. */
    void ready() {
        ui.until("rows are read", () -> model.state() == RecordTableModel.State.READY && model.isCounted() && !model.isBusy());
        ui.settle();
    }

    NatTable grid() {
        return ui.find(NatTable.class, "table.grid");
    }

    /** What stands in a cell of the screen; the header is row 0. */
    String cell(final int column, final int row) {
        return (String) grid().getDataValueByPosition(column, row);
    }

    String status() {
        return ui.find(Label.class, "table.status").getText();
    }

    String text(final int row, final String path) {
        final var column = RecordColumn.of(model.recordType(), path);
        return ui.await("row " + row, () -> model.text(row, column));
    }

    List<RecordRef> selected() {
        final var result = new ArrayList<List<RecordRef>>();
        model.selected(Integer.MAX_VALUE, result::add);
        ui.until("the selection is known", () -> !result.isEmpty());
        return result.get(0);
    }

    void key(final int modifiers, final int key) {
        ui.press(modifiers, key);
        ui.settle();
    }

    @Override
    public void close() {
        if (shell != null) {
            shell.dispose();
        }
        ui.settle();
    }

    private final class Host implements RecordTableHost {
        @Override
        public void open(final RecordRef record) {
            opened.add(record);
        }

        @Override
        public List<TableAction> actions() {
            return List.of(new TableAction("new", "New deal", Icons.NEW, Set.of(TableAction.Place.BAR, TableAction.Place.EMPTY), () -> done.add("new")));
        }

        @Override
        public List<RowExporter> exporters() {
            return List.of(new PlainExporter());
        }
    }

    /** Writes values with bars between them, for tests to read. */
    static final class PlainExporter implements RowExporter {
        @Override
        public String label() {
            return "Text";
        }

        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public void write(final Store store, final Query<?> query, final List<Column> columns, final Path file, final Progress progress) {
            final var lines = new ArrayList<String>();
            lines.add(String.join("|", columns.stream().map(Column::heading).toList()));
            store.read(session -> {
                session.each(query, columns.stream().map(Column::path).toList(), values -> lines.add(line(values)));
                return null;
            });
            try {
                Files.write(file, lines);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static String line(final Object[] values) {
            final var texts = new ArrayList<String>();
            for (final var value : values) {
                texts.add(value instanceof final BigDecimal number ? number.stripTrailingZeros().toPlainString() : value == null ? "" : value.toString());
            }
            return String.join("|", texts);
        }
    }
}
