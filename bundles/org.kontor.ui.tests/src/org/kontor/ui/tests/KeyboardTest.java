// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.WidgetKeys;

/** The editor without a mouse: keys go through the real keyboard queue of the display. */
class KeyboardTest {

    private EditorFixture fixture;
    private Ui ui;

    @BeforeEach
    void open() {
        fixture = new EditorFixture();
        ui = fixture.ui;
        final var shell = fixture.page().getWorkbenchWindow().getShell();
        shell.forceActive();
        ui.until("the window has the keyboard", () -> ui.display().getActiveShell() == shell);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void focus(final String key) {
        ui.until(key + " has the focus", () -> key.equals(focused()));
    }

    private String focused() {
        final Control control = ui.display().getFocusControl();
        return control == null ? "nothing" : String.valueOf(control.getData(WidgetKeys.KEY));
    }

    private void write(final String text) {
        text.chars().forEach(character -> ui.press(0, character));
    }

    @Test
    void changesSavesTakesBackAndRedoesWithKeysAlone() {
        final var editor = fixture.open(fixture.acme);
        focus("field.name");
        ui.press(SWT.CTRL, 'a');
        write("acme two");
        ui.until("the name is typed", () -> "acme two".equals(ui.find(Text.class, "field.name").getText()));
        ui.press(0, SWT.TAB);
        focus("field.type");
        ui.press(0, SWT.TAB);
        focus("field.industry");
        write("x");
        ui.press(SWT.CTRL, 's');
        ui.until("it is saved", () -> !editor.isDirty());
        assertEquals("acme two", fixture.store.value(Account.class, fixture.acme.getId(), "name"));
        ui.press(SWT.CTRL, 'z');
        ui.until("the save is taken back", () -> "Acme & Söhne GmbH".equals(fixture.store.value(Account.class, fixture.acme.getId(), "name")));
        fixture.idle(); // the store is ahead of what the workbench offers to do again
        ui.press(SWT.CTRL, 'y');
        ui.until("the save is done again", () -> "acme two".equals(fixture.store.value(Account.class, fixture.acme.getId(), "name")));
    }

    @Test
    void choosesAReferenceAndADayWithKeysAlone() {
        final var editor = fixture.open(fixture.deal);
        final var account = ui.find(Text.class, "field.account");
        account.setFocus();
        focus("field.account");
        account.selectAll();
        ui.press(0, 'a');
        final var list = ui.find(Table.class, "popup.references.list");
        ui.until("the list is filled", () -> list.getItemCount() > 0 && list.getSelectionIndex() == 0);
        assertEquals("Acme & Söhne GmbH", list.getItem(0).getText());
        ui.give(account, SWT.ESC);
        ui.until("the list is gone", () -> ui.look(Table.class, "popup.references.list").isEmpty());
        focus("field.account");
        account.selectAll();
        ui.press(0, SWT.DEL);
        ui.until("the account is cleared", () -> account.getText().isEmpty());
        final var day = ui.find(Text.class, "field.closeDate");
        day.setFocus();
        focus("field.closeDate");
        day.selectAll();
        write("2026-12-24");
        ui.press(SWT.CTRL, 's');
        ui.until("it is saved", () -> !editor.isDirty());
        assertEquals(LocalDate.of(2026, 12, 24), fixture.store.value(Opportunity.class, fixture.deal.getId(), "closeDate"));
        assertEquals(null, fixture.store.value(Opportunity.class, fixture.deal.getId(), "account"));
    }

    @Test
    void bringsTheFirstWrongFieldForwardWhenSavingIsRefused() {
        final var editor = fixture.open(fixture.deal);
        final var day = ui.find(Text.class, "field.closeDate");
        day.setFocus();
        focus("field.closeDate");
        day.selectAll();
        write("soon");
        ui.find(Label.class, "field.closeDate.problem");
        ui.find(Combo.class, "field.stage").setFocus();
        focus("field.stage");
        ui.press(SWT.CTRL, 's');
        focus("field.closeDate");
        fixture.idle();
        focus("field.closeDate");
        assertTrue(editor.isDirty());
        ui.press(SWT.CTRL, 'z');
        ui.until("the typing is taken back", () -> !editor.isDirty());
        assertFalse(ui.look(Label.class, "field.closeDate.problem").isPresent());
    }
}
