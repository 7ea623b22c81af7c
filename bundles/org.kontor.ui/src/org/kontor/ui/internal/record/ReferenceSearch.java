// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Finds records of one type by what people call them. */
public final class ReferenceSearch {

    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");
    private static final List<String> PERSON = List.of("firstName", "lastName");
    private static final List<String> DETAILS = List.of("account", "company", "billingCity", "code", "email", "family", "city");

    /**
     * A record that was found.
     *
     * @param id     the record
     * @param title  what people call it
     * @param detail what tells it from others of that name; may be empty
     */
    public record Hit(UUID id, String title, String detail) {
    }

    private ReferenceSearch() {
    }

    /**
     * @param session what to read with
     * @param type    the type to look in
     * @param text    parts of the title in any order, separated by blanks; empty finds the first ones
     * @param limit   how many to return
     * @return what was found, by title
     */
    public static List<Hit> find(final Session session, final RecordType<?> type, final String text, final int limit) {
        return list(session, query(type, text).page(0, limit), type);
    }

    private static <T extends StoredRecord> List<Hit> list(final Session session, final Query<T> query, final RecordType<?> type) {
        return session.list(query).stream().map(record -> new Hit(record.getId(), type.title(record), detail(type, record))).toList();
    }

    private static String detail(final RecordType<?> type, final StoredRecord record) {
        return DETAILS.stream().filter(type::hasField).map(name -> shown(type.field(name), record)).filter(Objects::nonNull).limit(2)
                .collect(Collectors.joining(" · "));
    }

    private static String shown(final Field field, final StoredRecord record) {
        final var value = field.get(record);
        return value instanceof final StoredRecord target ? Catalogue.standard().type(field.target().orElseThrow()).title(target)
                : value == null ? null : value.toString();
    }

    static Query<?> query(final RecordType<?> type, final String text) {
        final var paths = paths(type);
        Query<?> query = Query.of(type.javaType());
        for (final var word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                query = query.where(matches(paths, word));
            }
        }
        if (type.hasField("active")) {
            query = query.where(Filter.equal("active", true));
        }
        for (final var path : paths.reversed()) {
            query = query.orderBy(path, true);
        }
        return query;
    }

    /** A Chinese name is written in one word, of which the family name is the first character or the first two. */
    private static Filter matches(final List<String> paths, final String word) {
        final var contains = new Filter.Contains(paths, word);
        if (!paths.containsAll(PERSON) || !HAN_NAME.matcher(word).matches()) {
            return contains;
        }
        final var ways = new ArrayList<Filter>(List.of(contains));
        for (int cut = 1; cut <= Math.min(2, word.length() - 1); cut++) {
            ways.add(new Filter.And(List.of(new Filter.Contains(List.of("lastName"), word.substring(0, cut)),
                    new Filter.Contains(List.of("firstName"), word.substring(cut)))));
        }
        return new Filter.Or(ways);
    }

    private static List<String> paths(final RecordType<?> type) {
        final var person = Stream.of("company", "firstName", "lastName", "userName", "displayName").filter(type::hasField).toList();
        return person.isEmpty() ? type.fields().stream().filter(Field::title).map(Field::name).toList() : person;
    }
}
