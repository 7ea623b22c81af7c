// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.util.ArrayList;

import org.kontor.model.RecordType;

/** What people call a row of which only the values are at hand. */
final class RecordTitles {

    private RecordTitles() {
    }

    static String of(final RecordType<?> type, final Object[] values) {
        final var parts = new ArrayList<String>();
        final var fields = type.fields();
        for (int i = 0; i < values.length; i++) {
            final var field = fields.get(i);
            if (values[i] != null && (field.title() || field.name().equals("firstName") || field.name().equals("lastName"))) {
                parts.add(values[i].toString());
            }
        }
        return parts.isEmpty() ? type.label() : String.join(" ", parts);
    }
}
