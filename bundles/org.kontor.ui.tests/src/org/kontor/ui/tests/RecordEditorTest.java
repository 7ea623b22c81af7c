// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import java.util.Set;
import java.util.HashSet;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.store.History;
import org.kontor.store.query.Query;
import org.kontor.testkit.swt.Ui;

class RecordEditorTest {

    private EditorFixture fixture;
    private Ui ui;

    @BeforeEach
    void open() {
        fixture = new EditorFixture();
        ui = fixture.ui;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void savesWhatIsTypedAsOneChangeSet() {
        final var editor = fixture.open(fixture.acme);
        assertFalse(editor.isDirty());
        ui.type("field.name", "Acme Holding");
        ui.type("field.website", "www.acme.example");
        ui.type("field.annualRevenue", "1,250,000.5");
        ui.choose("field.type", "Customer");
        assertTrue(editor.isDirty());
        fixture.save(editor);
        assertFalse(editor.isDirty());
        assertEquals("Acme Holding", fixture.store.value(Account.class, fixture.acme.getId(), "name"));
        assertEquals("www.acme.example", fixture.store.value(Account.class, fixture.acme.getId(), "website"));
        assertEquals(0, new BigDecimal("1250000.5")
                .compareTo((BigDecimal) fixture.store.value(Account.class, fixture.acme.getId(), "annualRevenue")));
        final var timeline = fixture.store.store().history().timeline(Account.class, fixture.acme.getId(), 10);
        assertEquals(2, timeline.size());
        assertEquals(Set.of("name", "website", "annualRevenue", "type", "modifiedAt"), withoutUser(timeline.getFirst()));
        assertEquals("Acme Holding", editor.getTitle());
    }

    private static Set<String> withoutUser(final History.TimelineEntry entry) {
        final var fields = new HashSet<>(entry.change().fields().keySet());
        fields.remove("modifiedBy");
        fields.add("modifiedAt");
        return fields;
    }

    @Test
    void takesBackAndRedoesAcrossClosingAndReopening() {
        final var before = fixture.store.store().contentHash(Progress.NONE);
        final var editor = fixture.open(fixture.acme);
        ui.type("field.name", "Acme Holding");
        fixture.save(editor);
        final var after = fixture.store.store().contentHash(Progress.NONE);
        fixture.closeAll();
        fixture.idle();
        fixture.store.reopen();
        fixture.open(fixture.acme);
        assertEquals("Acme Holding", ui.find(Text.class, "field.name").getText());
        run("org.eclipse.ui.edit.undo");
        ui.until("the old name is back", () -> "Acme & Söhne GmbH".equals(ui.find(Text.class, "field.name").getText()));
        assertEquals(before, fixture.store.store().contentHash(Progress.NONE));
        ui.find(Text.class, "field.phone").setFocus();
        run("org.eclipse.ui.edit.redo");
        ui.until("the new name is back", () -> "Acme Holding".equals(ui.find(Text.class, "field.name").getText()));
        assertEquals(after, fixture.store.store().contentHash(Progress.NONE));
    }

    private void run(final String command) {
        final var handlers = fixture.page().getWorkbenchWindow().getService(IHandlerService.class);
        try {
            handlers.executeCommand(command, null);
        } catch (CommandException refused) {
            throw new AssertionError(command, refused);
        }
        fixture.idle();
    }

    @Test
    void takesTypingBackBeforeWhatIsStored() {
        final var editor = fixture.open(fixture.acme);
        ui.type("field.industry", "Software");
        run("org.eclipse.ui.edit.undo");
        assertEquals("Machinery", ui.find(Text.class, "field.industry").getText());
        assertFalse(editor.isDirty());
        assertEquals(1, fixture.store.store().history().timeline(Account.class, fixture.acme.getId(), 10).size());
    }

    @Test
    void saysWhatIsWrongWhereItIsTypedAndRefusesToSave() {
        final var editor = fixture.open(fixture.deal);
        ui.type("field.name", "");
        ui.type("field.closeDate", "someday");
        ui.type("field.probability", "101");
        ui.find(Label.class, "field.name.problem");
        ui.find(Label.class, "field.closeDate.problem");
        assertTrue(ui.find(Label.class, "field.probability.problem").getText().contains("100"));
        assertFalse(ui.find(ToolItem.class, "record.save").isEnabled());
        assertTrue(ui.find(Link.class, "record.message").getText().contains("Close date"));
        fixture.save(editor);
        assertTrue(editor.isDirty());
        assertEquals(LocalDate.of(2026, 6, 30), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
        ui.type("field.name", "Acme line 5");
        ui.type("field.closeDate", "2026-07-15");
        ui.type("field.probability", "55.5");
        assertTrue(ui.look(Label.class, "field.closeDate.problem").isEmpty());
        assertTrue(ui.find(ToolItem.class, "record.save").isEnabled());
        fixture.save(editor);
        assertFalse(editor.isDirty());
        assertEquals(LocalDate.of(2026, 7, 15), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
    }

    @Test
    void followsOthersSilentlyWhereNothingWasTyped() {
        final var editor = fixture.open(fixture.deal);
        ui.type("field.nextStep", "Send the draft");
        fixture.store.change(fixture.deal, "amount", new BigDecimal("120000"), new BigDecimal("99000"));
        ui.until("the amount follows", () -> ui.find(Text.class, "field.amount").getText().startsWith("99"));
        assertTrue(ui.look(Link.class, "record.message").isEmpty());
        fixture.save(editor);
        assertFalse(editor.isDirty());
        assertEquals("Send the draft", fixture.store.value(Opportunity.class, fixture.deal.getId(), "nextStep"));
        assertEquals(0, new BigDecimal("99000")
                .compareTo((BigDecimal) fixture.store.value(Opportunity.class, fixture.deal.getId(), "amount")));
    }

    @Test
    void letsChooseMineWhereTwoChangedTheSameField() {
        conflict("mine");
        assertEquals(LocalDate.of(2026, 8, 1), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
    }

    @Test
    void letsChooseTheirsWhereTwoChangedTheSameField() {
        conflict("theirs");
        assertEquals(LocalDate.of(2026, 9, 1), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
    }

    @Test
    void letsChooseTheValueBeforeBothWhereTwoChangedTheSameField() {
        conflict("base");
        assertEquals(LocalDate.of(2026, 6, 30), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
    }

    private void conflict(final String side) {
        final var editor = fixture.open(fixture.deal);
        ui.type("field.closeDate", "2026-08-01");
        ui.type("field.nextStep", "Call");
        fixture.store.change(fixture.deal, "closeDate", LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 1));
        ui.find(Link.class, "field.closeDate.rival");
        assertEquals("2026-08-01".length(), ui.find(Text.class, "field.closeDate").getText().length());
        fixture.save(editor);
        ui.find(Shell.class, "conflict");
        ui.click("conflict.closeDate." + side);
        ui.click("conflict.save");
        ui.until("the editor is clean", () -> !editor.isDirty());
        assertTrue(ui.look(Shell.class, "conflict").isEmpty());
        assertEquals("Call", fixture.store.value(Opportunity.class, fixture.deal.getId(), "nextStep"));
    }

    @Test
    void tellsThatSomebodyDeletedTheRecordAndStoresItAgain() {
        final var editor = fixture.open(fixture.contact);
        ui.type("field.department", "Purchasing");
        fixture.store.write("Delete", writer -> writer.delete(Contact.class, fixture.contact.getId()));
        final var message = ui.find(Link.class, "record.message");
        final var event = new Event();
        event.text = "restore";
        message.notifyListeners(SWT.Selection, event);
        ui.until("the editor is clean", () -> !editor.isDirty());
        assertEquals("Purchasing", fixture.store.value(Contact.class, fixture.contact.getId(), "department"));
        assertEquals("王", fixture.store.value(Contact.class, fixture.contact.getId(), "lastName"));
        assertEquals(fixture.globex.getId(), fixture.store.value(Contact.class, fixture.contact.getId(), "account"));
    }

    @Test
    void createsARecordWithTheValuesThatItStartsWith() {
        final var editor = fixture.create(Opportunity.class, Map.of("account", fixture.acme.getId()));
        assertTrue(editor.isDirty());
        assertEquals("Acme & Söhne GmbH", ui.find(Text.class, "field.account").getText());
        assertEquals("Prospecting", ui.find(Combo.class, "field.stage").getText());
        ui.type("field.name", "Spare parts");
        ui.type("field.amount", "5000");
        ui.find(Combo.class, "field.currency").setText("EUR");
        fixture.save(editor);
        assertFalse(editor.isDirty());
        final var stored = fixture.store.store()
                .read(session -> session.rows(Query.of(Opportunity.class).orderBy("createdAt", false).page(0, 1),
                List.of("name", "account", "stage", "currency", "openDate")));
        assertEquals("Spare parts", stored.getFirst()[0]);
        assertEquals(fixture.acme.getId(), stored.getFirst()[1]);
        assertEquals(fixture.first.getId(), stored.getFirst()[2]);
        assertEquals("EUR", stored.getFirst()[3]);
        assertEquals(LocalDate.now(), stored.getFirst()[4]);
        ui.find(CTabItem.class, "page.history");
    }

    @Test
    void startsALeadInTheFirstStatusOfItsOwnList() {
        fixture.create(Lead.class, Map.of());
        assertEquals("New", ui.find(Combo.class, "field.status").getText());
        assertEquals(1, ui.find(Combo.class, "field.status").getItemCount());
    }

    @Test
    void findsAReferenceByTypingAndChoosesWithTheKeyboard() {
        final var editor = fixture.open(fixture.deal);
        ui.type("field.account", "环球");
        final var list = ui.find(Table.class, "popup.references.list");
        assertEquals("环球科技有限公司", list.getItem(0).getText());
        ui.give(ui.find(Text.class, "field.account"), SWT.CR);
        assertTrue(ui.look(Table.class, "popup.references.list").isEmpty());
        fixture.save(editor);
        assertEquals(fixture.globex.getId(), fixture.store.value(Opportunity.class, fixture.deal.getId(), "account"));
        ui.click("field.account.clearReference");
        fixture.save(editor);
        assertEquals(null, fixture.store.value(Opportunity.class, fixture.deal.getId(), "account"));
    }

    @Test
    void showsTheHistoryAndTakesOneChangeBack() {
        final var editor = fixture.open(fixture.acme);
        ui.type("field.industry", "Software");
        fixture.save(editor);
        ui.click("page.history");
        final var tree = ui.find(Tree.class, "history.tree");
        ui.until("two entries are there", () -> tree.getItemCount() == 2);
        final var change = tree.getItem(0).getItem(0);
        assertEquals("Industry", change.getText(2));
        assertEquals("Machinery", change.getText(3));
        assertEquals("Software", change.getText(4));
        tree.setSelection(tree.getItem(0));
        tree.notifyListeners(SWT.Selection, new Event());
        ui.click("history.takeBack");
        ui.until("the old value is stored", () -> "Machinery".equals(fixture.store.value(Account.class, fixture.acme.getId(), "industry")));
        ui.until("three entries are there", () -> tree.getItemCount() == 3);
    }

    @Test
    void listsWhatRefersToTheRecord() {
        fixture.open(fixture.acme);
        ui.click("page.org.kontor.ui.account.opportunities");
        final var table = ui.find(Table.class, "related.Opportunity");
        ui.until("the opportunity is listed", () -> table.getItemCount() == 1);
        assertEquals("Acme line 4", table.getItem(0).getText(0));
        assertEquals("Prospecting", table.getItem(0).getText(1));
        assertTrue(table.getItem(0).getText(2).contains("EUR"));
    }
}
