// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;

import org.kontor.model.Catalogue;
import org.kontor.ui.Icons;

/**
 * What the navigator offers, as bundles declared it.
 *
 * @param groups groups in their order, without those that have no entries
 */
public record Navigation(List<Group> groups) {

    static final String POINT = "org.kontor.customers.ui.navigation";

    private static final System.Logger LOG = System.getLogger(Navigation.class.getName());

    /** Some entries under a label. */
    public record Group(String label, List<Entry> entries) {
    }

    /** Something that opens a view, and whose records may be counted. */
    public record Entry(String view, String label, Icons icon, Optional<String> recordType) {
    }

    /**
     * @param registry the extensions of all bundles
     * @return what they declare; what cannot be understood is logged and left out
     */
    public static Navigation read(final IExtensionRegistry registry) {
        final var elements = Arrays.stream(registry.getConfigurationElementsFor(POINT)).sorted(Comparator.comparingInt(Navigation::order)).toList();
        final var labels = new LinkedHashMap<String, String>();
        final var entries = new LinkedHashMap<String, List<Entry>>();
        for (final var element : elements) {
            if (element.getName().equals("group")) {
                labels.putIfAbsent(element.getAttribute("id"), element.getAttribute("label"));
                entries.computeIfAbsent(element.getAttribute("id"), id -> new ArrayList<>());
            }
        }
        for (final var element : elements) {
            if (element.getName().equals("entry") && entries.containsKey(element.getAttribute("group"))) {
                entry(element).ifPresent(entries.get(element.getAttribute("group"))::add);
            }
        }
        return new Navigation(entries.entrySet().stream().filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(labels.get(group.getKey()), List.copyOf(group.getValue()))).toList());
    }

    /**
     * @param recordType a record type's name
     * @return the view that shows its records; empty where no bundle that is installed has one
     */
    public Optional<String> viewOf(final String recordType) {
        return groups.stream().flatMap(group -> group.entries().stream()).filter(entry -> entry.recordType().filter(recordType::equals).isPresent())
                .map(Entry::view).findFirst();
    }

    private static Optional<Entry> entry(final IConfigurationElement element) {
        final var icon = Arrays.stream(Icons.values()).filter(known -> known.name().equals(element.getAttribute("icon"))).findFirst().orElse(Icons.RECORD);
        final var recordType = Optional.ofNullable(element.getAttribute("recordType")).filter(name -> Catalogue.standard().find(name).isPresent());
        if (element.getAttribute("view") == null || element.getAttribute("label") == null) {
            LOG.log(System.Logger.Level.WARNING, "navigation entry without view or label in " + element.getContributor().getName());
            return Optional.empty();
        }
        return Optional.of(new Entry(element.getAttribute("view"), element.getAttribute("label"), icon, recordType));
    }

    private static int order(final IConfigurationElement element) {
        final var order = element.getAttribute("order");
        return order != null && order.matches("-?\\d{1,6}") ? Integer.parseInt(order) : Integer.MAX_VALUE;
    }
}
