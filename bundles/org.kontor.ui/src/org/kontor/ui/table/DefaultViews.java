// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.ArrayList;
import java.util.List;

import org.kontor.core.text.Texts;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;

/**
 * The views that every table has without anybody's doing: all records and, where records have owners, the person's own.
 *
 * @since 0.1
 */
public final class DefaultViews {

    private static final Texts TEXTS = Messages.TEXTS;
    private static final int COLUMNS = 8;

    private DefaultViews() {
    }

    /**
     * @param type a record type
     * @return all records with the columns that tell most about them; then, where records have owners, the person's own
     */
    public static List<ListView> of(final RecordType<?> type) {
        final var all = all(type);
        final var views = new ArrayList<ListView>();
        views.add(all);
        if (type.hasField("owner")) {
            views.add(all.named(ListView.MINE, TEXTS.get("view.mine", Messages.inSentence(type.pluralLabel()))).withMine(true));
        }
        return views;
    }

    /**
     * @param type a record type
     * @return all records with the columns that tell most about them
     */
    public static ListView all(final RecordType<?> type) {
        final var view = ListView.of(ListView.ALL, TEXTS.get("view.all", Messages.inSentence(type.pluralLabel())), columns(type));
        return switch (type.name()) {
            case "Lead" -> view.sortedBy("createdAt", false);
            case "Opportunity" -> view.sortedBy("closeDate", false);
            case "Order" -> view.sortedBy("orderDate", false);
            case "Activity" -> view.sortedBy("dueDate", false);
            default -> view.sortedBy(columns(type).get(0), true);
        };
    }

    private static List<String> columns(final RecordType<?> type) {
        return switch (type.name()) {
            case "Account" -> List.of("name", "type", "industry", "lifecycleStage", "billingCity", "billingCountry", "phone", "owner");
            case "Contact" -> List.of(RecordColumn.TITLE, "title", "account", "email", "phone", "country", "owner");
            case "Lead" -> List.of(RecordColumn.TITLE, "company", "status", "rating", "source", "estimatedAmount", "email", "owner", "createdAt");
            case "Opportunity" -> List.of("name", "account", "stage", "amount", "probability", "closeDate", "nextStep", "owner");
            case "Order" -> List.of("number", "account", "contact", "status", "orderDate", "quantity", "total", "channel");
            case "Product" -> List.of("name", "code", "family", "unit", "listPrice", "active");
            case "Activity" -> List.of("subject", "kind", "status", "priority", "dueDate", "account", "contact", "opportunity", "owner");
            default -> ofAny(type);
        };
    }

    private static List<String> ofAny(final RecordType<?> type) {
        final var columns = new ArrayList<String>();
        if (type.fields().stream().noneMatch(Field::title)) {
            columns.add(RecordColumn.TITLE);
        }
        type.fields().stream().filter(field -> !field.system() && field.kind() != FieldKind.LONG_TEXT && field.kind() != FieldKind.ID)
                .map(Field::name).limit(COLUMNS - columns.size()).forEach(columns::add);
        return columns;
    }
}
