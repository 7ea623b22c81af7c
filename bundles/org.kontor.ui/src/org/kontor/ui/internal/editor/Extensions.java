// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** What bundles contributed to the extension point {@code org.kontor.ui.recordPages}. */
final class Extensions {

    private static final String POINT = "org.kontor.ui.recordPages";

    /**
     * A contributed page, section or list.
     *
     * @param element what plugin.xml says
     */
    record Contribution(IConfigurationElement element) {

        String id() {
            return element.getAttribute("id");
        }

        String label() {
            return element.getAttribute("label");
        }

        String attribute(final String name) {
            return element.getAttribute(name);
        }

        int order() {
            final var order = element.getAttribute("order");
            return order == null ? Integer.MAX_VALUE : Integer.parseInt(order);
        }

        Optional<ImageDescriptor> icon() {
            final var icon = element.getAttribute("icon");
            return icon == null ? Optional.empty() : ResourceLocator.imageDescriptorFromBundle(element.getContributor().getName(), icon);
        }

        /**
         * @param context what is injected
         * @return a new object of the contributed class
         * @throws IllegalStateException where the bundle does not have it
         */
        Object make(final IEclipseContext context) {
            final var name = element.getAttribute("class");
            try {
                return ContextInjectionFactory.make(Platform.getBundle(element.getContributor().getName()).loadClass(name), context);
            } catch (ClassNotFoundException absent) {
                throw new IllegalStateException(element.getContributor().getName() + " has no class " + name, absent);
            }
        }
    }

    private Extensions() {
    }

    /**
     * @param registry   the extension registry
     * @param kind       the element: page, related or section
     * @param recordType a record type's name
     * @return what was contributed for it, in order
     */
    static List<Contribution> of(final IExtensionRegistry registry, final String kind, final String recordType) {
        return Arrays.stream(registry.getConfigurationElementsFor(POINT)).filter(element -> element.getName().equals(kind))
                .filter(element -> element.getAttribute("recordType").equals(recordType)).map(Contribution::new)
                .sorted(Comparator.comparingInt(Contribution::order).thenComparing(Contribution::id)).toList();
    }
}
