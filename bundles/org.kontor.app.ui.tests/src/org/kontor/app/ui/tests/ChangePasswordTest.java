// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.Commands;

class ChangePasswordTest {

    private static final String COMMAND = "org.kontor.app.changePassword";
    private static final String OLD = "correct horse battery";
    private static final String NEW = "kettle lantern orchard mule";

    private final Ui ui = Ui.here();

    private static boolean run() {
        return Commands.run(PlatformUI.getWorkbench().getService(IEclipseContext.class).getActiveLeaf(), COMMAND, Map.of());
    }

    private void fill(final String old, final String first, final String second) {
        ui.type("change.current", old);
        ui.type("change.password", first);
        ui.type("change.repeat", second);
    }

    @Test
    void theNewPasswordOpensTheStoreAndTheOldOneNoLonger() {
        try (var store = ThrowAwayStore.encryptedInWorkbench(OLD)) {
            ui.until("the command is offered", ChangePasswordTest::run);
            ui.find(Shell.class, "change");
            final var advice = ui.find(Label.class, "change.advice").getText();
            fill("wrong horse", "short", "short");
            assertFalse(ui.find(Button.class, "change.ok").isEnabled());
            fill("wrong horse", NEW, "something else");
            assertFalse(ui.find(Button.class, "change.ok").isEnabled(), "typed differently the second time");
            assertFalse(ui.find(Label.class, "change.advice").getText().equals(advice), "nothing is said about it");
            fill("wrong horse", NEW, NEW);
            ui.click("change.ok");
            ui.until("the refusal is told", () -> ui.find(Text.class, "change.current").isEnabled());
            fill(OLD, NEW, NEW);
            ui.click("change.ok");
            ui.until("it is changed", () -> ui.look(Button.class, "change.cancel").isEmpty());
            ui.click("change.ok");
            ui.until("the window is closed", () -> ui.look(Shell.class, "change").isEmpty());
            final var id = store.store().info().id();
            assertThrows(ProblemException.class, () -> store.reopen(Optional.of(OLD)));
            store.reopen(Optional.of(NEW));
            assertEquals(id, store.store().info().id());
            assertTrue(store.store().info().encrypted());
        }
    }

    @Test
    void aStoreWithoutAPasswordOffersNoneToChange() {
        try (var store = ThrowAwayStore.inWorkbench()) {
            assertFalse(store.store().info().encrypted());
            ui.settle();
            assertFalse(run());
        }
    }
}
