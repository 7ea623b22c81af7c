// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.testkit.swt.Ui;

/** All departments beside each other: every entry of the navigator leads from each perspective to a view that has room. */
class NavigatorTest {

    private static final String KEY = "navigator.";
    private static final List<String> PERSPECTIVES = List.of("org.kontor.sales.ui.perspective", "org.kontor.app.start", "org.kontor.analytics.ui.perspective");

    private final AnalyticsFixture fixture = new AnalyticsFixture();
    private final Ui ui = fixture.ui;

    @AfterEach
    void close() {
        fixture.page().resetPerspective();
        fixture.close();
    }

    private List<TableItem> entries() {
        return Arrays.stream(ui.find(Table.class, "navigator").getItems())
                .filter(item -> String.valueOf(item.getData("org.kontor.key")).startsWith(KEY)).toList();
    }

    private void open(final TableItem entry) {
        final var event = new Event();
        event.item = entry;
        entry.getParent().setFocus();
        entry.getParent().notifyListeners(SWT.DefaultSelection, event);
        fixture.idle();
    }

    /** The tabs that a view is one of. */
    private CTabFolder tabs(final String view) {
        Control control = (Control) fixture.context().get(EPartService.class).findPart(view).getWidget();
        while (!(control instanceof CTabFolder)) {
            control = control.getParent();
        }
        return (CTabFolder) control;
    }

    @Test
    void everyEntryOpensWhereThereIsMostRoom() throws WorkbenchException {
        int opened = 0;
        for (final var perspective : PERSPECTIVES) {
            PlatformUI.getWorkbench().showPerspective(perspective, fixture.window());
            fixture.page().resetPerspective();
            ui.settle();
            for (final var entry : entries()) {
                final var view = entry.getData("org.kontor.key").toString().substring(KEY.length());
                open(entry);
                final var tabs = tabs(view);
                assertTrue(tabs.isVisible() && tabs.getSize().x > fixture.window().getShell().getClientArea().width / 2,
                        view + " in " + perspective + " has " + tabs.getSize() + " of " + fixture.window().getShell().getClientArea());
                opened++;
            }
        }
        assertEquals(PERSPECTIVES.size() * 13, opened, "the entries of sales, customers and analytics");
    }
}
