// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.Problem;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;
import org.kontor.ui.editor.RecordEditorInput;
import org.kontor.ui.internal.search.RecordQuickAccess;
import org.kontor.ui.work.Background;

class CommandsTest {

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

    private void run(final String command, final Map<String, String> parameters) {
        final var window = fixture.page().getWorkbenchWindow();
        final var ready = ParameterizedCommand.generateCommand(window.getService(ICommandService.class).getCommand(command), parameters);
        try {
            window.getService(IHandlerService.class).executeCommand(ready, null);
        } catch (CommandException refused) {
            throw new AssertionError(command, refused);
        }
        fixture.idle();
    }

    @Test
    void opensTheEditorThatAParameterNamesAndNoSecondOne() {
        final var ref = RecordRef.of(Account.class, fixture.acme.getId());
        run(Commands.OPEN_RECORD, Map.of(Commands.OPEN_RECORD_REF, ref.toString()));
        run(Commands.OPEN_RECORD, Map.of(Commands.OPEN_RECORD_REF, ref.toString()));
        assertEquals(1, fixture.page().getEditorReferences().length);
        assertEquals("Acme & Söhne GmbH", fixture.page().getActiveEditor().getTitle());
    }

    @Test
    void startsANewRecordWithTheValuesOfTheCommand() {
        run(Commands.NEW_RECORD,
                Map.of(Commands.NEW_RECORD_TYPE, "Contact",
                Commands.NEW_RECORD_VALUES, "account=" + fixture.acme.getId() + ";lastName=Huber"));
        assertEquals("Acme & Söhne GmbH", ui.find(Text.class, "field.account").getText());
        assertEquals("Huber", ui.find(Text.class, "field.lastName").getText());
        assertTrue(fixture.page().getActiveEditor().isDirty());
    }

    @Test
    void deletesAfterAskingAndUndoBringsTheRecordBack() {
        fixture.open(fixture.contact);
        run(Commands.DELETE_RECORD, Map.of(Commands.OPEN_RECORD_REF, RecordRef.of(Contact.class, fixture.contact.getId()).toString()));
        final var question = ui.find(Shell.class, "delete");
        question.getDefaultButton().notifyListeners(SWT.Selection, new Event());
        fixture.idle();
        assertNull(fixture.page().findEditor(RecordEditorInput.of(RecordRef.of(Contact.class, fixture.contact.getId()))));
        assertTrue(fixture.store.store().read(session -> session.find(Contact.class, fixture.contact.getId())).isEmpty());
        run(Commands.UNDO, Map.of());
        ui.until("the contact is back", () -> fixture.store.store().read(session -> session.find(Contact.class, fixture.contact.getId()))
                .isPresent());
        assertEquals("王", fixture.store.value(Contact.class, fixture.contact.getId(), "lastName"));
    }

    @Test
    void offersTheSafePartWhereALaterChangeStandsInTheWay() {
        fixture.store.write("Two at once", writer -> {
            writer.find(Account.class, fixture.acme.getId()).orElseThrow().setIndustry("Software");
            writer.find(Account.class, fixture.globex.getId()).orElseThrow().setIndustry("Software");
        });
        fixture.store.change(fixture.acme, "industry", "Software", "Consulting");
        showLog();
        final var table = ui.find(Table.class, "log.table");
        ui.until("the operations are listed", () -> table.getItemCount() >= 3);
        table.setSelection(1);
        assertEquals("Two at once", table.getItem(1).getText(2));
        table.notifyListeners(SWT.Selection, new Event());
        fixture.idle();
        ui.click("log.undo");
        ui.find(Shell.class, "undo.conflict");
        ui.click("undo.conflict.yes");
        ui.until("the safe part is taken back", () -> fixture.store.value(Account.class, fixture.globex.getId(), "industry") == null);
        assertEquals("Consulting", fixture.store.value(Account.class, fixture.acme.getId(), "industry"));
    }

    private void showLog() {
        try {
            fixture.page().showView("org.kontor.ui.changeLog");
        } catch (PartInitException broken) {
            throw new AssertionError(broken);
        }
        ui.settle();
    }

    @Test
    void namesTheOperationInTheTextOfUndo() {
        fixture.store.change(fixture.acme, "industry", "Machinery", "Software");
        run(Commands.UNDO, Map.of());
        ui.until("the change is taken back",
                () -> "Machinery".equals(fixture.store.value(Account.class, fixture.acme.getId(), "industry")));
        run(Commands.REDO, Map.of());
        ui.until("the change is made again", () -> "Software".equals(fixture.store.value(Account.class, fixture.acme.getId(), "industry")));
    }

    @Test
    void asksBeforeItTakesBackVeryMuch() {
        final var before = fixture.store.store().read(session -> session.count(Query.of(Contact.class)));
        fixture.store.write("Very many", writer -> IntStream.range(0, 1001).forEach(number -> writer.add(Samples.contact("A", "Nr " + number, null))));
        run(Commands.UNDO, Map.of());
        ui.find(Shell.class, "undo.many");
        assertEquals(before + 1001, fixture.store.store().read(session -> session.count(Query.of(Contact.class))));
        ui.click("undo.many.yes");
        ui.until("all of it is taken back", () -> fixture.store.store().read(session -> session.count(Query.of(Contact.class))).equals(before));
    }

    @Test
    void offersUndoInTheToolBarAsSoonAsSomethingWasStored() {
        ui.until("nothing is offered to be done again", () -> !offered("Redo"));
        fixture.store.change(fixture.acme, "industry", "Machinery", "Software");
        ui.until("undo is offered", () -> offered("Undo"));
        run(Commands.UNDO, Map.of());
        ui.until("redo is offered", () -> offered("Redo"));
    }

    private boolean offered(final String command) {
        return tools(fixture.page().getWorkbenchWindow().getShell())
                .anyMatch(item -> item.isEnabled() && item.getToolTipText() != null && item.getToolTipText().startsWith(command));
    }

    private static Stream<ToolItem> tools(final Composite parent) {
        return Arrays.stream(parent.getChildren()).flatMap(child -> child instanceof final ToolBar bar ? Arrays.stream(bar.getItems())
                : child instanceof final Composite composite ? tools(composite) : Stream.empty());
    }

    @Test
    void findsRecordsInQuickAccessAndOpensThem() {
        final var search = new RecordQuickAccess();
        final var found = found(search, "söhne");
        assertEquals("Acme & Söhne GmbH (Account)", found[0].getLabel());
        found[0].execute();
        fixture.idle();
        assertEquals("Acme & Söhne GmbH", fixture.page().getActiveEditor().getTitle());
        final var person = Arrays.stream(found(search, "王伟")).map(element -> element.getLabel()).toList();
        assertTrue(person.stream().anyMatch(label -> label.startsWith("王伟")), person.toString());
    }

    /** On a thread of its own, as the platform asks. */
    private QuickAccessElement[] found(final RecordQuickAccess search, final String query) {
        final var found = CompletableFuture.supplyAsync(() -> search.computeElements(query, new NullProgressMonitor()));
        ui.until("the search has ended", found::isDone);
        return found.join();
    }

    @Test
    void showsTheTimelineOfWhatIsSelected() throws PartInitException {
        fixture.store.change(fixture.acme, "industry", "Machinery", "Software");
        fixture.page().showView("org.kontor.ui.timeline");
        fixture.open(fixture.acme);
        final var table = ui.find(Table.class, "timeline.table");
        ui.until("two things happened", () -> table.getItemCount() == 2);
        assertTrue(table.getItem(0).getText(2).contains("Machinery → Software"), table.getItem(0).getText(2));
        assertTrue(ui.find(Label.class, "timeline.heading").getText().contains("Acme"));
    }

    @Test
    void saysInTheStatusLineWhichStoreIsOpenAndWhatWasStoredLast() {
        fixture.store.change(fixture.acme, "industry", "Machinery", "Software");
        ui.until("the last change is named", () -> ui.look(CLabel.class, "status.change")
                .filter(label -> label.getText().startsWith("Change industry")).isPresent());
        assertEquals("store", ui.find(CLabel.class, "status.store").getText());
        ui.until("the backups are looked up", () -> !ui.find(CLabel.class, "status.backup").getText().isEmpty());
    }

    @Test
    void tellsAProblemInWordsAndEverythingElseWithoutAStack() {
        fixture.store.expectLoggedErrors();
        final var shell = fixture.page().getWorkbenchWindow().getShell();
        Background.of(shell, "Work", progress -> {
            throw new Problem("test.problem", "It happened.", "It means this.", "Do that.").asException();
        }).start();
        assertEquals("It happened.", ui.find(Label.class, "problem.happened").getText());
        assertEquals("It means this.", ui.find(Label.class, "problem.meaning").getText());
        assertEquals("Do that.", ui.find(Label.class, "problem.next").getText());
        ui.find(Button.class, "problem.copy");
        ui.click("problem.ok");
        Background.of(shell, "Work", progress -> {
            throw new IllegalStateException("java.lang.Nonsense at line 7");
        }).start();
        final var happened = ui.find(Label.class, "problem.happened").getText();
        assertFalse(happened.contains("Nonsense"), happened);
        ui.click("problem.ok");
    }

    @Test
    void changesTheStatusListOfAnActivityWithItsKind() {
        fixture.store.add(Samples.status("Activity.TASK", "notStarted", "Not Started", 1),
                Samples.status("Activity.CALL", "planned", "Planned", 1), Samples.status("Activity.CALL", "held", "Held", 2));
        run(Commands.NEW_RECORD, Map.of(Commands.NEW_RECORD_TYPE, "Activity"));
        assertEquals("Not Started", ui.find(Combo.class, "field.status").getText());
        ui.choose("field.kind", "Call");
        assertEquals("Planned", ui.find(Combo.class, "field.status").getText());
        assertEquals(2, ui.find(Combo.class, "field.status").getItemCount());
    }
}
