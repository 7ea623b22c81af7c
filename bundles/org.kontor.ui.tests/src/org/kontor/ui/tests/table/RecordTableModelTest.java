// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RecordTableModel;
import org.kontor.ui.table.internal.CellFormat;

/** The model on a real store of ten thousand rows. */
class RecordTableModelTest {

    private static ThrowAwayStore data;

    private final Ui ui = Ui.here();
    private RecordTableModel model;

    @BeforeAll
    static void fill() {
        data = TableFixture.manyOpportunities(TableFixture.ROWS);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    @BeforeEach
    void open() {
        model = TableFixture.model(Catalogue.standard().type(Opportunity.class), TableFixture.byName(), ui);
        model.setStore(data.store());
        ready();
    }

    @AfterEach
    void closeModel() {
        model.close();
    }

    private void ready() {
        ui.until("rows are read", () -> model.state() == RecordTableModel.State.READY && model.isCounted() && !model.isBusy());
    }

    private String text(final int row, final String path) {
        final var column = RecordColumn.of(model.recordType(), path);
        return ui.await("row " + row, () -> model.text(row, column));
    }

    private UUID id(final int row) {
        return ui.await("row " + row, () -> model.record(row)).id();
    }

    private List<UUID> selected() {
        final var ids = new ArrayList<UUID>();
        final var known = new boolean[1];
        model.selected(Integer.MAX_VALUE, records -> {
            records.forEach(record -> ids.add(record.id()));
            known[0] = true;
        });
        ui.until("the selection is known", () -> known[0]);
        return ids;
    }

    @Test
    void readsTheRowsThatAreLookedAt() {
        assertEquals(TableFixture.ROWS, model.rowCount());
        assertEquals("Deal 00000", text(0, "name"));
        assertEquals("Deal 09999", text(9_999, "name"));
        assertEquals("Deal 05050", text(5_050, "name"));
        assertEquals("Account 00", text(5_050, "account"));
        assertEquals("Negotiation", text(5_050, "stage"));
        assertEquals("5,050.00 EUR", text(5_050, "amount"));
    }

    @Test
    void keepsFewPagesWhenAllRowsAreLookedAt() {
        for (int row = 0; row < TableFixture.ROWS; row += 150) {
            assertEquals("Deal %05d".formatted(row), text(row, "name"));
        }
        assertTrue(model.pagesInMemory() <= 50, () -> model.pagesInMemory() + " pages");
    }

    @Test
    void sortsInTheStore() {
        model.setView(model.view().sortedBy("amount", false));
        ready();
        assertEquals("Deal 09999", text(0, "name"));
        model.setView(model.view().sortedBy("closeDate", true));
        ready();
        assertEquals("", text(TableFixture.ROWS - 1, "closeDate"));
        assertEquals(new CellFormat(Locale.getDefault(), ZoneId.systemDefault()).day(LocalDate.of(2026, 1, 1)),
                text(0, "closeDate"));
        model.setView(model.view().sortedBy("stage", false));
        ready();
        assertEquals("Closed Won", text(0, "stage"));
        assertEquals("Prospecting", text(TableFixture.ROWS - 1, "stage"));
    }

    @Test
    void searchesTextsAcrossReferences() {
        model.setView(model.view().withSearch("deal 0004"));
        ready();
        assertEquals(11, model.rowCount());
        model.setView(model.view().withSearch("ACCOUNT 07 Deal 00"));
        ready();
        assertEquals(IntStream.range(0, TableFixture.ROWS).filter(row -> has(row, "07") && has(row, "00")).count(), model.rowCount());
        model.setView(model.view().withSearch("no such deal"));
        ready();
        assertEquals(0, model.rowCount());
        model.setView(model.view().withSearch(""));
        ready();
        assertEquals(TableFixture.ROWS, model.rowCount());
    }

    private static boolean has(final int row, final String word) {
        return "Deal %05d".formatted(row).contains(word) || "Account %02d".formatted(row % 50).contains(word);
    }

    @Test
    void searchesTheLabelsOfStages() {
        model.setView(model.view().withSearch("Closed W"));
        ready();
        ui.until("stages are known", () -> model.rowCount() == 3_333);
        assertEquals("Closed Won", text(3_332, "stage"));
    }

    @Test
    void filtersByColumn() {
        final var won = data.store().read(session -> session.list(Query.of(Stage.class).where(Filter.equal("code", "closedWon")))).get(0).getId();
        final var all = model.view();
        model.setView(all.with(new ColumnFilter.AnyOf("stage", Set.of(won.toString()), false)));
        ready();
        assertEquals(3_333, model.rowCount());
        model.setView(model.view().with(new ColumnFilter.Numbers("amount", Optional.of(new BigDecimal("100")), Optional.of(new BigDecimal("199")))));
        ready();
        assertEquals(33, model.rowCount());
        model.setView(all.with(new ColumnFilter.Empty("closeDate", true)));
        ready();
        assertEquals(1_000, model.rowCount());
        model.setView(all.with(new ColumnFilter.Days("closeDate", Optional.empty(), Optional.of(LocalDate.of(2026, 1, 2)))));
        ready();
        assertEquals(IntStream.range(0, TableFixture.ROWS).filter(row -> row % 10 != 0 && row % 365 <= 1).count(), model.rowCount());
        model.setView(all.with(new ColumnFilter.Words("account", "Account 07")));
        ready();
        assertEquals(200, model.rowCount());
    }

    @Test
    void staysWithinItsBase() {
        final var account = data.store().read(session -> session.list(Query.of(Account.class).where(Filter.equal("name", "Account 07")))).get(0).getId();
        model.setBase(Optional.of(Filter.equal("account", account)));
        ready();
        assertEquals(200, model.rowCount());
        model.setView(model.view().withSearch("00007"));
        ready();
        assertEquals(1, model.rowCount());
    }

    @Test
    void selectionOutlivesSorting() {
        final var wanted = List.of(id(3), id(5));
        model.select(wanted);
        model.setView(model.view().sortedBy("amount", false));
        ready();
        assertEquals(wanted, selected());
        assertEquals(2, model.selectionSize());
    }

    @Test
    void anotherFilterSelectsNothing() {
        model.select(List.of(id(3)));
        model.setView(model.view().withSearch("deal 0004"));
        assertEquals(0, model.selectionSize());
    }

    @Test
    void hearsOfCommitsAndKeepsWhatIsSelected() {
        final var row = id(42);
        model.select(List.of(row));
        data.write("Rename", writer -> writer.find(Opportunity.class, row).orElseThrow().setName("Deal 00042 renamed"));
        ui.until("the new name is shown", () -> "Deal 00042 renamed".equals(text(42, "name")));
        assertEquals(List.of(row), selected());
        data.write("Back", writer -> writer.find(Opportunity.class, row).orElseThrow().setName("Deal 00042"));
        ui.until("the old name is shown", () -> "Deal 00042".equals(text(42, "name")));
        assertEquals(TableFixture.ROWS, model.rowCount());
    }

    @Test
    void hearsOfCommitsOnRecordsThatColumnsLookInto() {
        final var account = data.store().read(session -> session.list(Query.of(Account.class).where(Filter.equal("name", "Account 00")))).get(0).getId();
        assertEquals("Account 00", text(0, "account"));
        data.write("Rename", writer -> writer.find(Account.class, account).orElseThrow().setName("Account 00 Ltd"));
        ui.until("the new name is shown", () -> "Account 00 Ltd".equals(text(0, "account")));
        data.write("Back", writer -> writer.find(Account.class, account).orElseThrow().setName("Account 00"));
        ui.until("the old name is shown", () -> "Account 00".equals(text(0, "account")));
    }

    @Test
    void forgetsRecordsThatWereDeleted() {
        final var extra = new Opportunity();
        extra.setName("Deal 99999");
        extra.setStage(Catalogue.standard().type(Stage.class).reference((UUID) data.store().read(session -> session.rows(Query.of(Stage.class), List.of("id"))).get(0)[0]));
        data.add(extra);
        ui.until("the new row is counted", () -> model.rowCount() == TableFixture.ROWS + 1);
        model.select(List.of(extra.getId()));
        assertEquals(1, model.selectionSize());
        data.write("Delete", writer -> writer.delete(Opportunity.class, extra.getId()));
        ui.until("the row is gone", () -> model.rowCount() == TableFixture.ROWS);
        assertEquals(0, model.selectionSize());
    }

    @Test
    void hasNoRowsWithoutAStoreAndAllOfThemWithOne() {
        model.setStore(null);
        assertEquals(RecordTableModel.State.WAITING, model.state());
        assertEquals(0, model.rowCount());
        model.setStore(data.store());
        ready();
        assertEquals(TableFixture.ROWS, model.rowCount());
    }

    @Test
    void saysWhyRowsCannotBeReadAndGoesOnWhenTheyCan() {
        model.setBase(Optional.of(Filter.equal("noSuchField", "x")));
        ui.until("it failed", () -> model.state() == RecordTableModel.State.FAILED);
        assertTrue(model.failure().isPresent());
        model.setBase(Optional.empty());
        ready();
        assertEquals(TableFixture.ROWS, model.rowCount());
        assertTrue(model.failure().isEmpty());
    }
}
