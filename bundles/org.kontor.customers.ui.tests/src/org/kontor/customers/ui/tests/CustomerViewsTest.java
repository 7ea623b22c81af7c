// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Order;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.RowExporter;
import org.kontor.ui.work.Background;

/** The customer views in the real workbench. */
class CustomerViewsTest {

    private static final String NAVIGATOR = "org.kontor.customers.ui.navigator";
    private static final String ACCOUNTS = "org.kontor.customers.ui.accounts";
    private static final String CONTACTS = "org.kontor.customers.ui.contacts";
    private static final String ORDERS = "org.kontor.customers.ui.orders";
    private static final String PRODUCTS = "org.kontor.customers.ui.products";

    private final Ui ui = Ui.here();
    private final Account acme = Samples.account("Acme & S\u00f6hne");
    private final Account globex = Samples.account("Globex");
    private ThrowAwayStore data;

    @BeforeEach
    void start() {
        page().closeAllEditors(false);
        data = ThrowAwayStore.inWorkbench();
    }

    @AfterEach
    void close() {
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

    private void show(final String view) {
        try {
            page().showView(view);
        } catch (PartInitException broken) {
            throw new AssertionError(broken);
        }
        ui.settle();
    }

    private void fill() {
        acme.setType(AccountType.CUSTOMER);
        final var anna = Samples.contact("Anna", "Schmidt", acme);
        final var wang = Samples.contact("\u4f1f", "\u738b", globex);
        final var status = Samples.status("Order", "activated", "Activated", 1);
        final var order = new Order();
        order.setNumber("SO-1");
        order.setAccount(acme);
        order.setStatus(status);
        order.setOrderDate(LocalDate.of(2026, 3, 31));
        order.setTotal(new BigDecimal("1234.50"));
        order.setCurrency("EUR");
        data.add(status, acme, globex, anna, wang, order, Samples.product("P-1", "Pump", "99.90"));
    }

    private String status() {
        return ui.find(Label.class, "table.status").getText();
    }

    private String cell(final int column, final int row) {
        return (String) ui.find(NatTable.class, "table.grid").getDataValueByPosition(column, row);
    }

    @Test
    void showsAccountsOfTheStore() {
        fill();
        show(ACCOUNTS);
        ui.until("two accounts are shown", () -> status().endsWith("of 2"));
        assertEquals("Acme & S\u00f6hne", cell(0, 1));
        assertEquals("Customer", cell(1, 1));
    }

    @Test
    void showsPersonsByTheirFullName() {
        fill();
        show(CONTACTS);
        ui.until("two contacts are shown", () -> status().endsWith("of 2"));
        final var names = List.of(cell(0, 1), cell(0, 2));
        assertTrue(names.contains("Anna Schmidt") && names.contains("\u738b\u4f1f"), names::toString);
    }

    @Test
    void showsOrdersWithTheirAmountAndProducts() {
        fill();
        show(ORDERS);
        ui.until("the order is shown", () -> status().endsWith("of 1"));
        assertEquals("SO-1", cell(0, 1));
        assertEquals("Activated", cell(3, 1));
        page().setPartState(page().getActivePartReference(), IWorkbenchPage.STATE_MAXIMIZED);
        ui.until("the total comes into view", () -> "Total".equals(cell(6, 0)) && cell(6, 1) != null);
        assertEquals("1,234.50 EUR", cell(6, 1));
        show(PRODUCTS);
        ui.until("the product is shown", () -> "Pump".equals(cell(0, 1)));
    }

    @Test
    void waitsForAStoreThatOpensLater() {
        data.close();
        show(ACCOUNTS);
        ui.until("it waits", () -> shows("Opening the store\u2026"));
        data = ThrowAwayStore.inWorkbench();
        ui.find(Button.class, "empty.new");
        fill();
        ui.until("two accounts are shown", () -> ui.look(NatTable.class, "table.grid").isPresent() && status().endsWith("of 2"));
    }

    private boolean shows(final String text) {
        return ui.look(Composite.class, "table.empty").map(pane -> contains(pane, text)).orElse(false);
    }

    private static boolean contains(final Composite parent, final String text) {
        for (final var child : parent.getChildren()) {
            if (child instanceof final Label label && label.getText().equals(text) || child instanceof final Composite composite && contains(composite, text)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void offersWhatToDoWhereThereIsNothing() {
        show(ACCOUNTS);
        ui.click("empty.new");
        ui.until("the editor of a new account is open", () -> page().getActiveEditor() != null);
    }

    @Test
    void tellsTheSelectionServiceWhichRecordsAreSelected() {
        fill();
        show(ACCOUNTS);
        ui.until("two accounts are shown", () -> status().endsWith("of 2"));
        final var grid = ui.find(NatTable.class, "table.grid");
        grid.setFocus();
        ui.press(SWT.MOD1, 'a');
        final var context = PlatformUI.getWorkbench().getService(IEclipseContext.class);
        final var service = context.getActiveLeaf().get(ESelectionService.class);
        ui.until("both are selected", () -> RecordRef.selected(service.getSelection()).size() == 2);
        assertEquals(List.of("Account", "Account"), RecordRef.selected(service.getSelection()).stream().map(RecordRef::recordType).toList());
    }

    @Test
    void opensTheEditorOnEnter() {
        fill();
        show(ACCOUNTS);
        ui.until("two accounts are shown", () -> status().endsWith("of 2"));
        ui.find(NatTable.class, "table.grid").setFocus();
        ui.press(0, SWT.ARROW_DOWN);
        ui.press(0, SWT.CR);
        ui.until("the editor is open", () -> page().getActiveEditor() != null && page().getActiveEditor().getTitle().contains("Globex"));
    }

    @Test
    void navigatesAndCounts() {
        fill();
        show(NAVIGATOR);
        final var list = ui.find(Table.class, "navigator");
        final var accounts = item(list, "navigator." + ACCOUNTS);
        ui.until("accounts are counted", () -> accounts.getText(1).equals("2"));
        data.add(Samples.account("Initech"));
        ui.until("they are counted again", () -> accounts.getText(1).equals("3"));
        final var bounds = item(list, "navigator." + CONTACTS).getBounds();
        final var click = new Event();
        click.button = 1;
        click.x = bounds.x + 20;
        click.y = bounds.y + bounds.height / 2;
        list.notifyListeners(SWT.MouseUp, click);
        ui.until("contacts are shown", () -> page().getActivePartReference() != null && CONTACTS.equals(page().getActivePartReference().getId()));
    }

    private void theme(final String id) {
        final var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Commands.run(window.getService(IEclipseContext.class), "org.kontor.app.theme", Map.of("org.kontor.app.theme.id",
                "org.eclipse.e4.ui.css.theme.e4_" + id));
        ui.settle();
    }

    @Test
    void headingsOfTheNavigatorStayBoldAndItsGroundFollowsTheTheme() {
        show(NAVIGATOR);
        final var list = ui.find(Table.class, "navigator");
        try {
            for (final var theme : List.of("dark", "default")) {
                theme(theme);
                ui.until("the ground is that of the theme " + theme, () -> list.getBackground().getRGB().equals(Colours.SURFACE.color().getRGB()));
                ui.until("headings are bold in the theme " + theme, () -> list.getItem(0).getFont().getFontData()[0].getStyle() == SWT.BOLD);
                assertEquals(SWT.NORMAL, item(list, "navigator." + ACCOUNTS).getFont().getFontData()[0].getStyle());
            }
        } finally {
            theme("default");
        }
    }

    private static TableItem item(final Table list, final String key) {
        return List.of(list.getItems()).stream().filter(item -> key.equals(item.getData("org.kontor.key"))).findFirst().orElseThrow();
    }

    @Test
    void writesCsvThatSpreadsheetsRead(@TempDir final Path folder) throws IOException {
        fill();
        data.write("Formula", writer -> writer.find(Account.class, globex.getId()).orElseThrow().setIndustry("=1+1"));
        final var type = Catalogue.standard().type(Account.class);
        final var columns = List.of("name", "industry").stream().flatMap(path -> RecordColumn.of(type, path).export().stream()).toList();
        final var file = folder.resolve("accounts.csv");
        exporter().write(data.store(), Query.of(Account.class).orderBy("name", true), columns, file, Progress.NONE);
        assertEquals("\uFEFFName,Industry\r\nAcme & S\u00f6hne,\r\nGlobex,'=1+1\r\n", Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void writesTheNamesOfPersonsAsFieldsThatCanBeImported(@TempDir final Path folder) throws IOException {
        fill();
        final var view = DefaultViews.all(Catalogue.standard().type(Contact.class));
        final var columns = view.columns().stream().flatMap(column -> RecordColumn.of(Catalogue.standard().type(Contact.class), column.path()).export().stream())
                .toList();
        final var file = folder.resolve("contacts.csv");
        exporter().write(data.store(), Query.of(Contact.class).orderBy("lastName", true), columns, file, Progress.NONE);
        final var lines = Files.readAllLines(file);
        assertEquals("\uFEFFFirst name,Last name,Title,Account,E-mail,Phone,Country,Owner", lines.get(0));
        assertEquals("Anna,Schmidt,,Acme & S\u00f6hne,,,,", lines.get(1));
    }

    private static RowExporter exporter() {
        final var bundles = FrameworkUtil.getBundle(RowExporter.class).getBundleContext();
        final var tracker = new ServiceTracker<RowExporter, RowExporter>(bundles, RowExporter.class, null);
        tracker.open();
        try {
            return List.of(tracker.getServices(new RowExporter[0])).stream().filter(exporter -> exporter.extension().equals("csv")).findFirst().orElseThrow();
        } finally {
            tracker.close();
        }
    }
}
