// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.progress.Progress;
import org.kontor.customers.ui.internal.importing.ImportDialog;
import org.kontor.customers.ui.internal.importing.ImportWizard;
import org.kontor.model.Account;
import org.kontor.model.ImportMapping;
import org.kontor.model.Opportunity;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Commands;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.work.Background;

/** The import wizard as a person goes through it. */
class ImportWizardTest {

    private static final String ACCOUNTS = "org.kontor.customers.ui.accounts";

    @TempDir
    private Path folder;

    private final Ui ui = Ui.here();
    private ThrowAwayStore data;

    @BeforeEach
    void start() {
        data = ThrowAwayStore.inWorkbench();
    }

    @AfterEach
    void close() {
        for (final var shell : ui.display().getShells()) {
            if (!shell.isDisposed() && String.valueOf(shell.getData("org.kontor.key")).startsWith("import")) {
                shell.close();
            }
        }
        page().closeAllEditors(false);
        for (final var view : page().getViewReferences()) {
            page().hideView(view);
        }
        ui.until("all jobs are done", () -> Job.getJobManager().find(Background.class).length == 0);
        data.close();
        ui.settle();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private void open(final Map<String, String> parameters) {
        final var context = PlatformUI.getWorkbench().getService(IEclipseContext.class).getActiveLeaf();
        assertTrue(Commands.run(context, Commands.IMPORT_RECORDS, parameters));
        ui.find(Shell.class, "import");
    }

    private Path write(final String name, final Charset charset, final String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n", charset);
        } catch (IOException full) {
            throw new AssertionError(full);
        }
    }

    private Path pipeline() {
        return write("pipeline.csv", StandardCharsets.UTF_8, "opportunity_id,product,account,deal_stage,engage_date,close_date,close_value",
                "A1,GTX Pro,Acme & Sons,Won,10/20/2016,3/1/2017,1054", "A2,GTXPro,Acme & Sons,Won,10/25/2016,3/25/2017,4514",
                "A3,GTX Pro,,Engaging,11/25/2016,,", "A4,GTX Pro,Acme & Sons,Lost,11/26/2016,2/30/2017,0");
    }

    private void choose(final Path file) {
        ui.type("import.file", file.toString());
    }

    private void next() {
        ui.until("one can go on", () -> ui.find(Button.class, "import.next").isEnabled());
        ui.click("import.next");
    }

    private boolean shows(final String key, final String text) {
        return ui.look(Label.class, key).filter(label -> label.getText().equals(text)).isPresent();
    }

    private void awaitSum(final String sum, final String number) {
        ui.until(sum + " is " + number, () -> shows("import.sum." + sum, number));
    }

    private long count(final Class<? extends StoredRecord> type) {
        return data.store().read(session -> session.count(Query.of(type)));
    }

    private String headline() {
        return ui.look(Label.class, "import.headline").map(Label::getText).orElse("");
    }

    @Test
    void importsADirtyFileAndTakesItBack() {
        data.add(Samples.product("GTX", "GTX Pro", "4821"), Samples.account("Acme & Sons"));
        open(Map.of());
        choose(pipeline());
        ui.until("the kind is recognised", () -> "Opportunities".equals(ui.find(Combo.class, "import.kind").getText()));
        final var preview = ui.find(Table.class, "import.preview");
        assertEquals(4, preview.getItemCount());
        assertEquals("GTXPro", preview.getItem(1).getText(2));
        next();
        assertEquals("Product", ui.find(Combo.class, "import.target.1").getText());
        ui.choose("import.target.6", "(do not import)");
        ui.choose("import.target.6", "Amount");
        ui.find(Combo.class, "import.mapping").setText("Pipeline of the old system");
        ui.click("import.mapping.save");
        ui.until("the mapping is kept", () -> count(ImportMapping.class) == 1);
        next();
        awaitSum("rows", "4");
        awaitSum("refused", "2");
        final var before = data.store().contentHash(Progress.NONE);

        ui.click("import.acceptAll");
        awaitSum("refused", "1");
        final var problems = ui.find(Table.class, "import.problems");
        final int bad = IntStream.range(0, problems.getItemCount()).filter(row -> problems.getItem(row).getText(2).equals("2/30/2017"))
                .findFirst().orElseThrow();
        problems.setSelection(bad);
        problems.notifyListeners(SWT.Selection, new Event());
        ui.click("import.problems.correct");
        ui.type("import.problems.value", "3/15/2017");
        ui.find(Text.class, "import.problems.value").notifyListeners(SWT.DefaultSelection, new Event());
        awaitSum("refused", "0");
        assertEquals(before, data.store().contentHash(Progress.NONE), "a check writes nothing");

        ui.until("the import can start", () -> ui.find(Button.class, "import.finish").isEnabled());
        ui.click("import.finish");
        ui.until("it is imported", () -> headline().startsWith("Imported: 4 rows"));
        assertEquals(4, count(Opportunity.class));
        assertEquals(1, data.store().read(session -> session.list(Query.of(Opportunity.class).where(new Filter.Missing("account"))))
                .size());
        assertEquals(4514, data.store().read(session -> session.list(Query.of(Opportunity.class).where(Filter.equal("externalId", "A2"))))
                .getFirst()
                .getAmount().intValueExact());

        ui.click("import.undo");
        ui.until("it is undone", () -> headline().equals("The import is undone"));
        assertEquals(0, count(Opportunity.class));
        assertEquals(before, data.store().contentHash(Progress.NONE));
        ui.click("import.finish");
        ui.until("the wizard is closed", () -> ui.look(Shell.class, "import").isEmpty());
    }

    @Test
    void decidesAboutEachValueAndExportsTheProblems() throws IOException {
        data.add(Samples.product("GTX", "GTX Pro", "4821"), Samples.account("Acme & Sons"));
        open(Map.of());
        choose(pipeline());
        next();
        next();
        awaitSum("refused", "2");
        select("GTXPro");
        ui.click("import.choose.CREATE");
        awaitSum("refused", "1");
        select("GTXPro");
        ui.click("import.choose.REFUSE");
        awaitSum("refused", "2");
        select("(no value)");
        ui.click("import.choose.REFUSE");
        awaitSum("refused", "3");
        select("(no value)");
        ui.type("import.other", "Acme & Sons");
        ui.click("import.choose.OTHER");
        awaitSum("refused", "2");
        final var problems = ui.find(Table.class, "import.problems");
        problems.selectAll();
        problems.notifyListeners(SWT.Selection, new Event());
        ui.click("import.problems.skip");
        awaitSum("refused", "0");
        awaitSum("skipped", "2");
        ui.click("import.problems.reset");
        awaitSum("refused", "2");
        ui.click("import.finish");
        ui.until("it is imported", () -> headline().startsWith("Imported: 2 rows"));
        assertEquals(2, data.store().read(session -> session.list(Query.of(Opportunity.class))).stream()
                .filter(each -> each.getAccount() != null).count());
        ui.click("import.show");
        ui.until("the wizard is closed", () -> ui.look(Shell.class, "import").isEmpty());
    }

    @Test
    void showsWhatWasImportedAndNothingElse() {
        data.add(Samples.account("Was here before"));
        data.add(Samples.account("Known"));
        open(Map.of(Commands.IMPORT_RECORDS_TYPE, "Account"));
        choose(write("companies.csv", StandardCharsets.UTF_8, "name,city", "Known,Berlin", "Brand new,Paris"));
        next();
        next();
        ui.until("it is checked", () -> ui.find(Button.class, "import.finish").isEnabled());
        ui.click("import.finish");
        ui.until("it is imported", () -> headline().startsWith("Imported: 2 rows"));
        ui.click("import.show");
        ui.until("it is said where they come from", () -> shows("drill.title", "From the import of companies.csv"));
        final var part = PlatformUI.getWorkbench().getService(IEclipseContext.class).getActiveLeaf().get(EPartService.class)
                .findPart("org.kontor.customers.ui.accounts");
        final var rows = part.getContext().get(RecordTableView.class).table().orElseThrow().model();
        ui.until("the updated and the new one are shown", () -> rows.isCounted() && rows.rowCount() == 2);
        ui.click("drill.all");
        ui.until("all are shown", () -> rows.isCounted() && rows.rowCount() == 3);
    }

    @Test
    void offersThePipelinesOfTheStore() {
        data.add(Samples.pipeline("Enterprise"));
        open(Map.of());
        choose(pipeline());
        ui.until("the kind is recognised", () -> "Opportunities".equals(ui.find(Combo.class, "import.kind").getText()));
        next();
        final var choice = ui.find(Combo.class, "import.option.pipeline");
        assertEquals("By the stages of the file", choice.getText());
        ui.until("the pipeline is offered", () -> choice.indexOf("Enterprise") == 2);
    }

    private void select(final String value) {
        final var table = ui.find(Table.class, "import.findings");
        ui.until(value + " is listed", () -> row(table, value) >= 0);
        table.setSelection(row(table, value));
        table.notifyListeners(SWT.Selection, new Event());
    }

    private static int row(final Table table, final String value) {
        return IntStream.range(0, table.getItemCount()).filter(row -> table.getItem(row).getText(1).equals(value)).findFirst().orElse(-1);
    }

    @Test
    void readsAFileAnotherWayWhereAPersonSaysSo() {
        open(Map.of(Commands.IMPORT_RECORDS_TYPE, "Account"));
        choose(write("kunden.csv", Charset.forName("windows-1252"), "Name;City", "M\u00fcller & S\u00f6hne;K\u00f6ln",
                "Weiss;Z\u00fcrich"));
        ui.until("it is read", () -> ui.look(Table.class, "import.preview").filter(table -> table.getItemCount() == 2).isPresent());
        final var preview = ui.find(Table.class, "import.preview");
        assertEquals("M\u00fcller & S\u00f6hne", preview.getItem(0).getText(1));
        ui.choose("import.separator", "Comma  ,");
        ui.until("it is one column", () -> preview.getColumnCount() == 2);
        ui.choose("import.separator", "Semicolon  ;");
        ui.until("there are two columns again", () -> preview.getColumnCount() == 3);
        ui.click("import.header");
        ui.until("the first row is data", () -> preview.getItemCount() == 3);
        ui.click("import.header");
        ui.until("the first row names the columns", () -> preview.getItemCount() == 2);
        next();
        assertEquals("Name *", ui.find(Combo.class, "import.target.0").getText());
        ui.choose("import.target.0", "(do not import)");
        ui.settle();
        assertFalse(ui.find(Button.class, "import.next").isEnabled());
        ui.type("import.default.name", "Somebody");
        ui.until("a value for all rows will do", () -> ui.find(Button.class, "import.next").isEnabled());
    }

    @Test
    void takesTheKindFromTheTableThatAsks() throws PartInitException {
        page().showView(ACCOUNTS);
        ui.click("action.import");
        ui.find(Shell.class, "import");
        assertEquals("Accounts", ui.find(Combo.class, "import.kind").getText());
        choose(pipeline());
        ui.until("another kind is proposed", () -> ui.look(Button.class, "import.kind.guessed").isPresent());
        ui.click("import.kind.guessed");
        ui.until("the kind is changed", () -> "Opportunities".equals(ui.find(Combo.class, "import.kind").getText()));
        next();
        ui.find(Combo.class, "import.target.1");
    }

    @Test
    void refusesFilesThatAreNoTable() throws IOException {
        open(Map.of());
        choose(Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 0, 0, (byte) 0xff, 0, 0, 7}));
        ui.until("it is said", () -> notice().contains("picture.csv is no text file"));
        assertFalse(ui.find(Button.class, "import.next").isEnabled());
        choose(Files.createFile(folder.resolve("empty.csv")));
        ui.until("it is said", () -> notice().contains("is empty"));
        choose(folder.resolve("absent.csv"));
        ui.until("it is said", () -> notice().contains("There is no file"));
        assertFalse(ui.find(Button.class, "import.next").isEnabled());
        choose(pipeline());
        ui.until("all is well again", () -> ui.find(Button.class, "import.next").isEnabled());
        assertTrue(notice().isEmpty());
    }

    private String notice() {
        return ui.look(Label.class, "import.notice.text").map(Label::getText).orElse("");
    }

    @Test
    void stopsOnDemandAndGoesOnLater() {
        final int rows = 40_000; // more would be loaded in one go, of which nothing stays
        final var file = write("many.csv", StandardCharsets.UTF_8, "name,city\r\n"
                + IntStream.range(0, rows).mapToObj(row -> "Company " + row + ",Cologne").collect(Collectors.joining("\r\n")));
        open(Map.of(Commands.IMPORT_RECORDS_TYPE, "Account"));
        choose(file);
        next();
        next();
        ui.until("it is checked", () -> ui.find(Button.class, "import.finish").isEnabled());
        ui.click("import.finish");
        ui.until("the first rows are imported", () -> ui.look(ProgressBar.class, "import.run.bar").filter(bar -> bar.getSelection() > 0)
                .isPresent());
        ui.click("import.cancel");
        ui.find(Shell.class, "import.close");
        ui.click("import.close.yes");
        ui.until("it has stopped", () -> headline().startsWith("Stopped after "));
        final long first = count(Account.class);
        assertTrue(first > 0 && first < rows, () -> first + " accounts");
        ui.click("import.resume");
        ui.until("it is done", () -> headline().startsWith("Imported: "));
        assertEquals(rows, count(Account.class));
        ui.click("import.undo");
        ui.until("it is undone", () -> headline().equals("The import is undone"));
        assertEquals(0, count(Account.class));
    }

    @Test
    void standsAmongTheImportsOfThePlatform() throws CoreException {
        final var registered = PlatformUI.getWorkbench().getImportWizardRegistry().findWizard("org.kontor.customers.ui.importCsv");
        final var wizard = assertInstanceOf(ImportWizard.class, registered.createWizard());
        wizard.init(PlatformUI.getWorkbench(), null);
        new ImportDialog(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), wizard).open();
        choose(pipeline());
        ui.until("it is read", () -> ui.find(Button.class, "import.next").isEnabled());
        assertEquals(List.of("import"), List.of(ui.display().getShells()).stream()
                .map(shell -> String.valueOf(shell.getData("org.kontor.key")))
                .filter(key -> key.startsWith("import")).toList());
    }
}
