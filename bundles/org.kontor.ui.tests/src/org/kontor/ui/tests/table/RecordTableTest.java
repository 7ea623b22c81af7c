// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.model.Opportunity;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.ListView;

/** The table's widgets, driven as a person drives them, over ten thousand rows. */
class RecordTableTest {

    private static ThrowAwayStore data;

    private TableFixture fixture;

    @BeforeAll
    static void fill() {
        data = TableFixture.manyOpportunities(TableFixture.ROWS);
    }

    @AfterAll
    static void closeStore() {
        data.close();
    }

    @BeforeEach
    void open() {
        fixture = new TableFixture(data); // closed after the test, even where its table does not open
        fixture.openTable();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void showsTheFirstRowsAndHowManyThereAre() {
        assertEquals("Name", fixture.cell(0, 0));
        assertEquals("Deal 00000", fixture.cell(0, 1));
        assertEquals("Account 01", fixture.cell(1, 2));
        assertTrue(fixture.status().matches("1 \u2013 \\d+ of 10,000"), fixture::status);
    }

    @Test
    void goesToTheEndAndBackByKeys() {
        fixture.key(0, SWT.END);
        fixture.ui.until("the last row is on the screen", () -> fixture.status().contains("10,000 of 10,000"));
        fixture.ready();
        assertEquals("Deal 09999", fixture.cell(0, fixture.grid().getRowCount() - 1));
        fixture.ui.until("one row is selected", () -> fixture.model.selectionSize() == 1);
        assertEquals("Deal 09999", data.value(Opportunity.class, fixture.selected().get(0).id(), "name"));
        fixture.key(0, SWT.HOME);
        fixture.ui.until("the first row is on the screen", () -> fixture.status().startsWith("1 \u2013"));
        assertTrue(fixture.model.pagesInMemory() <= 50);
    }

    @Test
    void opensTheRecordOfTheCursor() {
        fixture.key(0, SWT.ARROW_DOWN);
        fixture.key(0, SWT.ARROW_DOWN);
        fixture.key(0, SWT.CR);
        fixture.ui.until("a record is opened", () -> fixture.opened.size() == 1);
        assertEquals("Opportunity", fixture.opened.get(0).recordType());
        assertEquals("Deal 00002", data.value(Opportunity.class, fixture.opened.get(0).id(), "name"));
    }

    @Test
    void selectsAStretchAcrossPagesThatWereNeverRead() {
        fixture.key(0, SWT.HOME);
        fixture.key(SWT.MOD2, SWT.END);
        fixture.ui.until("all are selected", () -> fixture.model.selectionSize() == TableFixture.ROWS);
        assertEquals(TableFixture.ROWS, fixture.selected().stream().distinct().count());
        fixture.key(SWT.MOD2, SWT.HOME);
        fixture.ui.until("one row is selected", () -> fixture.model.selectionSize() == 1);
        fixture.key(SWT.MOD2, SWT.ARROW_DOWN);
        fixture.key(SWT.MOD2, SWT.ARROW_DOWN);
        fixture.ui.until("three rows are selected", () -> fixture.model.selectionSize() == 3);
    }

    @Test
    void selectsAllAndAddsUpWhatIsSelected() {
        fixture.key(SWT.MOD1, 'a');
        fixture.ui.until("all rows are selected", () -> fixture.model.selectionSize() == TableFixture.ROWS);
        final long euros = IntStream.range(0, TableFixture.ROWS).filter(row -> row % 2 == 0).sum();
        final long dollars = IntStream.range(0, TableFixture.ROWS).filter(row -> row % 2 == 1).sum();
        fixture.ui.until("the sum is shown", () -> fixture.status().contains("Amount: %,d.00 EUR + %,d.00 USD".formatted(euros, dollars)));
        fixture.key(0, SWT.ESC);
        fixture.ui.until("nothing is selected", () -> fixture.model.selectionSize() == 0);
        fixture.ui.until("nor said to be", () -> !fixture.status().contains("selected"));
    }

    @Test
    void typingFilters() {
        fixture.key(0, '4');
        fixture.ui.until("the filter has the keyboard", () -> fixture.ui.find(Text.class, "table.filter").isFocusControl());
        fixture.ui.type("table.filter", "deal 0004");
        fixture.ui.until("few rows are left", () -> fixture.model.rowCount() == 11 && !fixture.model.isBusy());
        assertEquals("Deal 00004", fixture.cell(0, 1));
        fixture.key(0, SWT.ARROW_DOWN);
        fixture.ui.until("the rows have the keyboard", () -> fixture.table.isAtRows());
        fixture.key(SWT.MOD1, 'f');
        fixture.ui.until("the filter has the keyboard", () -> fixture.ui.find(Text.class, "table.filter").isFocusControl());
    }

    @Test
    void saysThatNothingMatchesAndOffersTheWayBack() {
        fixture.ui.type("table.filter", "nothing like that");
        fixture.ui.find(Button.class, "empty.clear");
        fixture.ui.click("empty.clear");
        fixture.ready();
        assertEquals(TableFixture.ROWS, fixture.model.rowCount());
        assertEquals("", fixture.ui.find(Text.class, "table.filter").getText());
        assertEquals("Deal 00000", fixture.cell(0, 1));
    }

    @Test
    void sortsByTheHeader() {
        clickHeader(3, 20);
        fixture.ui.until("sorted by amount", () -> fixture.model.view().sorts().equals(List.of(new ListView.Sort("amount", true))));
        clickHeader(3, 20);
        fixture.ui.until("the other way round", () -> fixture.model.view().sorts().equals(List.of(new ListView.Sort("amount", false))));
        fixture.ready();
        assertEquals("Deal 09999", fixture.cell(0, 1));
    }

    private void clickHeader(final int column, final int x) {
        final var bounds = fixture.grid().getBoundsByPosition(column, 0);
        for (final int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            final var event = new Event();
            event.button = 1;
            event.count = 1;
            event.x = bounds.x + (x < 0 ? bounds.width + x : x);
            event.y = bounds.y + bounds.height / 2;
            fixture.grid().notifyListeners(type, event);
        }
        fixture.ui.settle();
    }

    @Test
    void filtersByTheHeaderAndSaysSoAboveTheRows() {
        clickHeader(2, -12);
        final var choices = fixture.ui.find(Table.class, "filter.choices");
        final var won = List.of(choices.getItems()).stream().filter(item -> item.getText().equals("Closed Won")).findFirst().orElseThrow();
        won.setChecked(true);
        final var event = new Event();
        event.detail = SWT.CHECK;
        event.item = won;
        choices.notifyListeners(SWT.Selection, event);
        fixture.ui.click("filter.apply");
        fixture.ready();
        assertEquals(3_333, fixture.model.rowCount());
        assertEquals("Closed Won", fixture.cell(2, 1));
        fixture.ui.find(Composite.class, "chip.stage");
        fixture.ui.click("chip.remove.stage");
        fixture.ui.until("all rows are back", () -> fixture.model.rowCount() == TableFixture.ROWS && !fixture.model.isBusy());
        assertTrue(fixture.ui.look(Composite.class, "chip.stage").isEmpty());
    }

    @Test
    void refusesADateThatIsNone() {
        clickHeader(4, -12);
        fixture.ui.type("filter.from", "soon");
        fixture.ui.click("filter.apply");
        assertTrue(fixture.ui.find(Label.class, "filter.complaint").getText().startsWith("Not a date"));
        fixture.ui.type("filter.from", "2026-12-31");
        fixture.ui.click("filter.apply");
        fixture.ready();
        assertEquals(IntStream.range(0, TableFixture.ROWS).filter(row -> row % 10 != 0 && row % 365 == 364).count(), fixture.model.rowCount());
    }

    @Test
    void showsOtherColumnsInAnotherOrder() {
        fixture.ui.click("table.columns");
        final var columns = fixture.ui.find(Table.class, "columns.table");
        check(columns, "Account", false);
        check(columns, "Next step", true);
        fixture.ui.click("columns.up");
        fixture.ui.click("columns.ok");
        fixture.ready();
        assertEquals(List.of("name", "stage", "amount", "nextStep", "closeDate"),
                fixture.model.view().columns().stream().map(ListView.Column::path).toList());
        assertEquals("Next step", fixture.cell(3, 0));
        assertEquals("Deal 00000", fixture.cell(0, 1));
    }

    private static void check(final Table table, final String label, final boolean checked) {
        final var item = List.of(table.getItems()).stream().filter(each -> each.getText().equals(label)).findFirst().orElseThrow();
        table.setSelection(item);
        item.setChecked(checked);
        final var event = new Event();
        event.detail = SWT.CHECK;
        event.item = item;
        table.notifyListeners(SWT.Selection, event);
    }

    @Test
    void exportsExactlyWhatIsShown(@TempDir final Path folder) throws IOException {
        fixture.model.setView(ListView.of("x", "x", List.of("stage", "name", "amount")).sortedBy("amount", false)
                .with(new ColumnFilter.Words("account", "Account 07")));
        fixture.ready();
        final var file = folder.resolve("deals.txt");
        final var job = fixture.table.export(new TableFixture.PlainExporter(), file);
        fixture.ui.until("the file is written", () -> job.getResult() != null);
        final var expected = new ArrayList<String>();
        expected.add("Stage|Name|Amount|Amount (currency)");
        final var stages = List.of("prospecting", "negotiation", "closedWon");
        IntStream.range(0, TableFixture.ROWS).map(row -> TableFixture.ROWS - 1 - row).filter(row -> row % 50 == 7)
                .forEach(row -> expected.add("%s|Deal %05d|%d|%s".formatted(stages.get(row % 3), row, row, row % 2 == 0 ? "EUR" : "USD")));
        assertEquals(expected, Files.readAllLines(file));
        assertEquals(fixture.model.rowCount() + 1, expected.size());
    }

    @Test
    void copiesTheSelectedRowsInTheirOrder() {
        fixture.key(0, SWT.HOME);
        fixture.key(SWT.MOD2, SWT.ARROW_DOWN);
        fixture.ui.until("two rows are selected", () -> fixture.model.selectionSize() == 2);
        fixture.table.copy();
        final var wanted = String.join(System.lineSeparator(), "Name\tAccount\tStage\tAmount\tClose date", "Deal 00000\tAccount 00\tProspecting\t0.00 EUR\t",
                "Deal 00001\tAccount 01\tNegotiation\t1.00 USD\t" + fixture.text(1, "closeDate"));
        fixture.ui.until("two rows are copied", () -> wanted.equals(clipboard()));
    }

    @Test
    void copiesTheCellOfTheCursor() {
        fixture.key(0, SWT.HOME);
        fixture.key(0, SWT.ARROW_DOWN);
        fixture.key(0, SWT.ARROW_RIGHT);
        fixture.ui.until("the cell is copied", () -> {
            fixture.table.copy();
            return "Account 01".equals(clipboard());
        });
    }

    private String clipboard() {
        final var clipboard = new Clipboard(fixture.ui.display());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void keepsTheRecordsOnTheScreenWhenOthersComeAboveThem() {
        fixture.key(0, SWT.END);
        fixture.ui.until("the last row is on the screen", () -> fixture.status().contains("10,000 of 10,000"));
        fixture.ready();
        final var first = fixture.cell(0, 1);
        final var selected = fixture.selected();
        final var early = data.store().read(session -> session.list(Query.of(Opportunity.class)
                .where(Filter.equal("name", "Deal 00001")))).get(0);
        final var extra = new Opportunity();
        extra.setName("Deal 00000 b");
        extra.setStage(early.getStage());
        data.add(extra);
        fixture.ui.until("the new row is counted", () -> fixture.model.rowCount() == TableFixture.ROWS + 1);
        fixture.ready();
        assertEquals(first, fixture.cell(0, 1));
        assertEquals(selected, fixture.selected());
        data.write("Delete", writer -> writer.delete(Opportunity.class, extra.getId()));
        fixture.ui.until("the row is gone", () -> fixture.model.rowCount() == TableFixture.ROWS);
    }
}
