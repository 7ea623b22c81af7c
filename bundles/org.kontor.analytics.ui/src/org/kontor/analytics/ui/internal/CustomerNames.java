// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.Product;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** What people call the customers and other records that a result names by their identifiers. */
public final class CustomerNames {

    /** An identifier of a record within a text. */
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int PIECE = 1_000;
    /** What rows of a result are likely to be, beside customers. */
    private static final List<Class<? extends StoredRecord>> OTHERS = List.of(Lead.class, Opportunity.class, Product.class, Order.class, Activity.class);

    private CustomerNames() {
    }

    /**
     * Reads the names of what a result names; waits for the database.
     *
     * @param store  the open store
     * @param result the result
     * @return the name of an identifier; what is none is its own name
     */
    public static UnaryOperator<String> read(final Store store, final Result result) {
        final var wanted = identifiers(result);
        if (wanted.isEmpty()) {
            return id -> id;
        }
        final var customers = read(store);
        final var unknown = new ArrayList<UUID>();
        wanted.stream().filter(id -> customers.apply(id).equals(id)).map(UUID::fromString).forEach(unknown::add);
        final Map<String, String> names = new HashMap<>();
        for (final var type : OTHERS) {
            unknown.removeIf(id -> names.containsKey(id.toString()));
            for (int from = 0; from < unknown.size(); from += PIECE) {
                final var piece = List.copyOf(unknown.subList(from, Math.min(unknown.size(), from + PIECE)));
                final var records = Catalogue.standard().type(type);
                store.read(session -> session.list(Query.of(type).where(new Filter.In("id", piece)))).forEach(record -> names.put(record.getId().toString(), records.title(record)));
                if (from == 0 && names.isEmpty()) {
                    break; // rows are of one type as a rule
                }
            }
        }
        return id -> names.getOrDefault(id, customers.apply(id));
    }

    private static Set<String> identifiers(final Result result) {
        final var found = new HashSet<String>();
        for (final var part : result.parts()) {
            switch (part) {
                case TablePart table -> table.heads().stream().filter(head -> head.meaning() == Meaning.ID || head.valuesOf().isPresent())
                        .map(head -> table.frame().column(head.column())).filter(TextColumn.class::isInstance).map(TextColumn.class::cast)
                        .forEach(column -> add(found, column));
                case PointsPart points -> points.id().map(points.points()::column).filter(TextColumn.class::isInstance)
                        .ifPresent(column -> add(found, (TextColumn) column));
                case TreePart tree -> tree.labels().forEach(label -> ID.matcher(label.text()).results().forEach(id -> found.add(id.group())));
                default -> {
                    // names no records
                }
            }
        }
        return found;
    }

    private static void add(final Set<String> found, final TextColumn column) {
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row) && ID.matcher(column.text(row)).matches()) {
                found.add(column.text(row));
            }
        }
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
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
