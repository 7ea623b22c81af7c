// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;

/**
 * How the fields of a record type are grouped on its details page. A type that is not named here gets its fields in model order; a field
 * that no group names comes at the end of the first group, so that a new field of the model is never lost.
 *
 * @param key    the text key of the heading
 * @param fields the fields, row by row; a long text takes a row of its own
 */
record FormGroup(String key, List<Field> fields) {

    private static final Map<String, Map<String, List<String>>> LAYOUTS = Map.of(
            "Account", groups(
                    "main", List.of("name", "type", "industry", "lifecycleStage", "parent", "owner", "externalId"),
                    "reach", List.of("phone", "email", "website"),
                    "addresses", List.of("billingStreet", "shippingStreet", "billingPostalCode", "shippingPostalCode",
                            "billingCity", "shippingCity",
                            "billingRegion", "shippingRegion", "billingCountry", "shippingCountry"),
                    "figures", List.of("annualRevenue", "currency", "employees", "yearEstablished"),
                    "notes", List.of("description")),
            "Contact", groups(
                    "main", List.of("salutation", "title", "firstName", "lastName", "account", "department", "owner", "externalId"),
                    "reach", List.of("email", "phone", "mobile", "doNotCall"),
                    "person", List.of("birthDate", "gender", "language", "region", "country"),
                    "notes", List.of("description")),
            "Lead", groups(
                    "main", List.of("firstName", "lastName", "company", "title", "status", "rating", "source", "score", "owner",
                            "externalId"),
                    "reach", List.of("email", "phone", "website", "industry"),
                    "figures", List.of("estimatedAmount", "currency"),
                    "address", List.of("street", "city", "postalCode", "region", "country"),
                    "notes", List.of("description"),
                    "conversion", List.of("convertedAt", "convertedAccount", "convertedContact", "convertedOpportunity", "conversionNote")),
            "Opportunity", groups(
                    "main", List.of("name", "account", "stage", "owner", "closeDate", "openDate", "nextStep", "leadSource"),
                    "figures", List.of("amount", "currency", "probability", "forecastCategory", "baseAmount", "rateDate"),
                    "notes", List.of("lossReason", "stageSince", "externalId", "description")),
            "Product", groups(
                    "main", List.of("name", "code", "family", "unit", "active", "owner", "externalId"),
                    "figures", List.of("listPrice", "currency"),
                    "notes", List.of("description")),
            "Order", groups(
                    "main", List.of("number", "status", "account", "contact", "opportunity", "orderDate", "channel", "owner", "externalId"),
                    "figures", List.of("total", "currency", "quantity", "cost", "baseTotal", "rateDate"),
                    "notes", List.of("description")),
            "Activity", groups(
                    "main", List.of("subject", "kind", "status", "priority", "dueDate", "owner", "startAt", "endAt",
                            "direction", "outcome"),
                    "about", List.of("account", "contact", "opportunity", "lead", "externalId"),
                    "notes", List.of("description")));

    private static Map<String, List<String>> groups(final Object... keysAndFields) {
        final var groups = new LinkedHashMap<String, List<String>>();
        for (int index = 0; index < keysAndFields.length; index += 2) {
            @SuppressWarnings("unchecked")
            final var fields = (List<String>) keysAndFields[index + 1];
            groups.put((String) keysAndFields[index], fields);
        }
        return groups;
    }

    /**
     * @param type a record type
     * @return its groups in the order of the page, every field but technical ones in exactly one of them
     */
    static List<FormGroup> of(final RecordType<?> type) {
        final var layout = LAYOUTS.getOrDefault(type.name(), Map.of("main", List.of()));
        final Set<String> placed = new HashSet<>();
        layout.values().forEach(placed::addAll);
        final var groups = new ArrayList<FormGroup>();
        for (final var group : layout.entrySet()) {
            final var fields = new ArrayList<>(group.getValue().stream().map(type::field).toList());
            if (groups.isEmpty()) {
                type.fields().stream().filter(field -> !placed.contains(field.name()) && !isTechnical(field)).forEach(fields::add);
            }
            groups.add(new FormGroup(group.getKey(), List.copyOf(fields)));
        }
        groups.add(new FormGroup("system",
                List.of("createdAt", "createdBy", "modifiedAt", "modifiedBy").stream().map(type::field).toList()));
        return groups;
    }

    /** @return whether people make and change records of the type one by one */
    static boolean isEditable(final RecordType<?> type) {
        return LAYOUTS.containsKey(type.name());
    }

    private static boolean isTechnical(final Field field) {
        return field.kind() == FieldKind.ID || List.of("createdAt", "modifiedAt").contains(field.name());
    }

    /** @return whether the group holds only what Kontor itself fills */
    boolean isSystem() {
        return fields.stream().allMatch(Field::system);
    }
}
