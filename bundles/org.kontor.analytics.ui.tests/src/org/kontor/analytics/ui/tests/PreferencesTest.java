// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.KernelChoice;
import org.kontor.analytics.kernel.VectorKernels;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The page of analyses in the preferences of the workbench. */
class PreferencesTest {

    private final KernelChoice kernels = PlatformUI.getWorkbench().getService(KernelChoice.class);
    private final Shell shell = new Shell();
    private final ServiceRegistration<VectorKernels> offered = FrameworkUtil.getBundle(PreferencesTest.class).getBundleContext()
            .registerService(VectorKernels.class, () -> "Kernels of a test", null);
    private IPreferencePage page;

    @BeforeEach
    void open() {
        final var node = PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .filter(each -> each.getId().equals("org.kontor.analytics.ui.preferences")).findFirst().orElseThrow();
        node.createPage();
        page = node.getPage();
        ((IWorkbenchPreferencePage) page).init(PlatformUI.getWorkbench());
        shell.setLayout(new FillLayout());
        page.createControl(shell);
    }

    @AfterEach
    void close() {
        shell.dispose();
        kernels.useOffered(true);
        offered.unregister();
    }

    /** The first of a kind below a control, nearest to the top of the page. */
    private static <T> Optional<T> first(final Control below, final Class<T> type, final Predicate<T> suits) {
        if (type.isInstance(below) && suits.test(type.cast(below))) {
            return Optional.of(type.cast(below));
        }
        return below instanceof final Composite parent ? Arrays.stream(parent.getChildren()).flatMap(child -> first(child, type, suits).stream()).findFirst()
                : Optional.empty();
    }

    @Test
    void kernelsAreSwitchedOffAndOn() {
        assertNotNull(page.getTitle());
        assertTrue(first(shell, Label.class, label -> label.getText().contains("Kernels of a test")).isPresent());
        final var use = first(shell, Button.class, button -> (button.getStyle() & SWT.CHECK) != 0).orElseThrow();
        assertTrue(use.getSelection());
        use.setSelection(false);
        assertTrue(page.performOk());
        assertEquals(VectorKernels.plain(), kernels.active());
        use.setSelection(true);
        assertTrue(page.performOk());
        assertEquals("Kernels of a test", kernels.active().name());
    }
}
