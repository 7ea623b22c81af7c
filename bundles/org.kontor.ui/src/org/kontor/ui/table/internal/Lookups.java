// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.model.RecordType;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.table.RecordColumn;

/** The short lists, such as stages, statuses and users, that references choose from, with their labels in the person's language. Immutable. */
public final class Lookups {

    /** No list. */
    public static final Lookups NONE = new Lookups(Map.of());

    private static final Set<String> SHORT = Set.of("User", "Team", "Status", "Stage", "Pipeline", "PriceBook");
    private static final int MOST = 500;

    /**
     * One record that may be chosen.
     *
     * @param id    its identifier
     * @param label what people call it
     */
    public record Choice(UUID id, String label) {
    }

    private final Map<String, List<Choice>> byPath;

    private Lookups(final Map<String, List<Choice>> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /**
     * @param column a column
     * @return whether it refers to one of a short list
     */
    public static boolean isShort(final RecordColumn column) {
        return column.target().map(RecordType::name).filter(SHORT::contains).isPresent();
    }

    /**
     * @param typeName a record type's name
     * @return whether its records make such a list
     */
    public static boolean isShort(final String typeName) {
        return SHORT.contains(typeName);
    }

    /**
     * Reads the lists of some columns.
     *
     * @param session where from
     * @param columns columns, of which those with a short list matter
     * @return the lists
     */
    public static Lookups read(final Session session, final List<RecordColumn> columns) {
        final var lists = new HashMap<String, List<Choice>>();
        for (final var column : columns) {
            if (isShort(column)) {
                lists.put(column.path(), choices(session, column, column.target().orElseThrow()));
            }
        }
        return new Lookups(lists);
    }

    private static List<Choice> choices(final Session session, final RecordColumn column, final RecordType<?> target) {
        var query = Query.of(target.javaType());
        if (target.hasField("recordType")) {
            query = query.where(Filter.equal("recordType", column.owner().name()));
        }
        if (target.name().equals("Stage")) {
            query = query.orderBy("pipeline.position", true);
        }
        for (final var part : target.hasField("position") ? List.of("position") : TitleFields.sortOf(target)) {
            query = query.orderBy(part, true);
        }
        final var paths = new ArrayList<String>();
        paths.add("id");
        paths.addAll(TitleFields.of(target));
        return session.rows(query.page(0, MOST), paths).stream().map(row -> new Choice((UUID) row[0], TitleFields.title(target, row, 1))).toList();
    }

    /**
     * @param path a column's path
     * @return what its reference chooses from, in the order of the list; empty where it has no short list
     */
    public List<Choice> of(final String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /**
     * @param path a column's path
     * @param word a part of a label, in any case
     * @return the identifiers of the records whose label contains it
     */
    List<UUID> matching(final String path, final String word) {
        final var lower = word.toLowerCase(Locale.ROOT);
        return of(path).stream().filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(lower)).map(Choice::id).toList();
    }
}
