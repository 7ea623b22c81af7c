// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Applicability;
import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Order;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListViews;
import org.kontor.ui.work.Background;

/** The Analytics perspective on a throw-away store with twelve customers who bought, and a method that groups them. */
final class AnalyticsFixture implements AutoCloseable {

    static final int CUSTOMERS = 12;
    private static final long PATIENCE_MILLIS = 30_000;

    final Ui ui = Ui.here();
    final ThrowAwayStore store = ThrowAwayStore.inWorkbench();
    final List<Account> accounts = IntStream.range(0, CUSTOMERS).mapToObj(index -> Samples.account(String.format("Customer %02d", index))).toList();
    private final UUID sold;
    private int numbers;
    private ServiceRegistration<Algorithm> method;

    AnalyticsFixture() {
        this(1 << 20);
    }

    AnalyticsFixture(final long memory) {
        sold = store.store().read(session -> session.list(Query.of(Status.class).where(Filter.equal("recordType", "Order"))
                .where(Filter.equal("code", "fulfilled"))).getFirst().getId());
        store.add(accounts.toArray(StoredRecord[]::new));
        store.add(IntStream.range(0, CUSTOMERS).mapToObj(index -> order(accounts.get(index), LocalDate.of(2026, 1, 1).plusDays(index * 7L),
                100L + 50L * index)).toArray(StoredRecord[]::new));
        provide(new SpendGroups(memory));
        service(AnalysisRuns.class);
        try {
            PlatformUI.getWorkbench().showPerspective("org.kontor.analytics.ui.perspective", window());
        } catch (WorkbenchException broken) {
            throw new AssertionError(broken);
        }
        ui.settle();
    }

    /** An order that was fulfilled. */
    Order order(final Account account, final LocalDate day, final long amount) {
        final var order = new Order();
        order.setNumber("O-" + numbers++);
        order.setAccount(account);
        order.setOrderDate(day);
        order.setTotal(BigDecimal.valueOf(amount));
        order.setBaseTotal(BigDecimal.valueOf(amount));
        order.setCurrency("EUR");
        order.setStatus(Catalogue.standard().type(Status.class).reference(sold));
        return order;
    }

    /** A bundle comes that provides a method better than the product does, by doing the same; returns how it leaves. */
    Runnable replace(final String id) {
        final var known = service(Algorithms.class).find(id).orElseThrow().active().algorithm();
        final Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Algorithm.ID, id);
        properties.put(Algorithm.VERSION, known.descriptor().version());
        properties.put(Constants.SERVICE_RANKING, 10);
        final var better = FrameworkUtil.getBundle(AnalyticsFixture.class).getBundleContext().registerService(Algorithm.class, new Stand(known), properties);
        return better::unregister;
    }

    /** Another provider of a method. */
    private record Stand(Algorithm known) implements Algorithm {

        @Override
        public AlgorithmDescriptor descriptor() {
            return known.descriptor();
        }

        @Override
        public Applicability applicability(final Dataset data, final Parameters parameters) {
            return known.applicability(data, parameters);
        }

        @Override
        public long memory(final Dataset data, final Parameters parameters) {
            return known.memory(data, parameters);
        }

        @Override
        public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
            return known.run(data, parameters, context);
        }
    }

    void provide(final Algorithm algorithm) {
        final Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Algorithm.ID, SpendGroups.ID);
        properties.put(Algorithm.VERSION, "1.0.0");
        method = FrameworkUtil.getBundle(AnalyticsFixture.class).getBundleContext().registerService(Algorithm.class, algorithm, properties);
    }

    /** The bundle with the method leaves. */
    void withdraw() {
        method.unregister();
        method = null;
    }

    /** Selects a line of a table as a click does. */
    void select(final String key, final String line) {
        final var table = ui.find(Table.class, key);
        for (final var item : table.getItems()) {
            if (item.getText().equals(line)) {
                table.setSelection(item);
                final var event = new Event();
                event.item = item;
                table.notifyListeners(SWT.Selection, event);
                ui.settle();
                return;
            }
        }
        throw new AssertionError(line + " is none of " + Arrays.toString(table.getItems()));
    }

    /** Checks a line of a table as a click does. */
    void check(final String key, final String line) {
        final var choices = ui.find(Table.class, key);
        final var item = Arrays.stream(choices.getItems()).filter(one -> one.getText().equals(line)).findFirst()
                .orElseThrow(() -> new AssertionError(line + " is none of " + Arrays.stream(choices.getItems()).map(TableItem::getText).toList()));
        item.setChecked(true);
        final var event = new Event();
        event.detail = SWT.CHECK;
        event.item = item;
        choices.notifyListeners(SWT.Selection, event);
    }

    /** The views of a record type, the one that its table shows included. */
    static ListViews views(final String type) {
        return new ListViews(InstanceScope.INSTANCE.getNode("org.kontor.ui"), type, DefaultViews.of(Catalogue.standard().type(type)));
    }

    /** Tables of the next test show everything again. */
    void forgetViews() {
        for (final var type : List.of("Account", "Contact", "Order")) {
            views(type).rememberLast(DefaultViews.all(Catalogue.standard().type(type)));
        }
    }

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    IWorkbenchPage page() {
        return window().getActivePage();
    }

    IEclipseContext context() {
        return window().getService(IEclipseContext.class);
    }

    /** Brings a view to the top and gives it the focus. */
    <T> T show(final String id, final Class<T> type) {
        final var part = context().get(EPartService.class).showPart(id, PartState.ACTIVATE);
        idle();
        return type.cast(part.getObject());
    }

    MPart part(final String id) {
        return context().get(EPartService.class).findPart(id);
    }

    static <T> T service(final Class<T> type) {
        final var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(PlatformUI.class).getBundleContext(), type, null);
        tracker.open();
        try {
            final T found = tracker.waitForService(PATIENCE_MILLIS);
            if (found == null) {
                throw new AssertionError("no service " + type.getName());
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Runs until nothing reads or writes in the background, and no delayed refresh is due. */
    void idle() {
        ui.until("the background is idle", () -> Arrays.stream(Job.getJobManager().find(Background.class)).noneMatch(job -> job.getState() != Job.NONE));
        ui.settle();
    }

    @Override
    public void close() {
        for (final var shell : ui.display().getShells()) {
            if (!shell.isDisposed() && shell.getParent() == window().getShell()) {
                shell.close();
            }
        }
        page().closeAllEditors(false);
        idle();
        if (method != null) {
            method.unregister();
        }
        store.close();
        ui.settle();
    }
}
