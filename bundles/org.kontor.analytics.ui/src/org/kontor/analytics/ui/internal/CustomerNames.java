// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/** What people call the customers that rows of a result name by their identifiers. */
public final class CustomerNames {

    private CustomerNames() {
    }

    /**
     * Reads the names of all customers; waits for the database.
     *
     * @param store the open store
     * @return the name of an identifier; what is none is its own name
     */
    public static UnaryOperator<String> read(final Store store) {
        final Map<String, String> names = new HashMap<>();
        store.read(session -> {
            session.each(Query.of(Account.class), List.of("id", "name"), row -> {
                names.put(row[0].toString(), String.valueOf(row[1]));
                return true;
            });
            contacts(session, names);
            return names.size();
        });
        return id -> names.getOrDefault(id, id);
    }

    private static void contacts(final Session session, final Map<String, String> names) {
        session.each(Query.of(Contact.class), List.of("id", "firstName", "lastName"), row -> {
            final var first = row[1] == null ? "" : row[1] + " ";
            names.putIfAbsent(row[0].toString(), (first + (row[2] == null ? "" : row[2])).strip());
            return true;
        });
    }

    /** The identifier of a record, where a text is one. */
    public static Optional<UUID> id(final String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
