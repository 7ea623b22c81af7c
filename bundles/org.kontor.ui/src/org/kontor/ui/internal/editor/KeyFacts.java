// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.List;
import java.util.Map;

import org.kontor.model.Field;
import org.kontor.model.RecordType;

/** Which fields of a record the header shows, because they are what people ask first. */
final class KeyFacts {

    private static final Map<String, List<String>> FACTS = Map.of(
            "Account", List.of("type", "industry", "phone", "owner"),
            "Contact", List.of("account", "title", "phone", "email"),
            "Lead", List.of("company", "status", "rating", "owner"),
            "Opportunity", List.of("account", "stage", "amount", "closeDate", "owner"),
            "Product", List.of("code", "family", "listPrice"),
            "Order", List.of("account", "status", "orderDate", "total"),
            "Activity", List.of("kind", "status", "dueDate", "account"));

    private KeyFacts() {
    }

    /** @return whether the record that a field names has an editor worth opening */
    static boolean opens(final Field field) {
        final var target = field.target().orElse(null);
        return target != null && FACTS.containsKey(target.getSimpleName());
    }

    static List<Field> of(final RecordType<?> type) {
        return FACTS.getOrDefault(type.name(), List.of()).stream().map(type::field).toList();
    }
}
