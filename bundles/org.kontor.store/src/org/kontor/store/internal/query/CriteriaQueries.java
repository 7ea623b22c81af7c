// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;

import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * Turns a {@link Query} into a JPA criteria query. References are joined once and outwards, so that records without the reference stay; a
 * path that ends at a reference reads the foreign key without a join.
 */
public final class CriteriaQueries {

    private static final char ESCAPE = '\\';

    private final CriteriaBuilder builder;
    private final AbstractQuery<?> criteria;
    private final Query<?> query;
    private final Root<?> root;
    private final Map<String, From<?, ?>> joins = new HashMap<>();

    private CriteriaQueries(final CriteriaBuilder builder, final AbstractQuery<?> criteria, final Query<?> query) {
        this.builder = builder;
        this.criteria = criteria;
        this.query = query;
        this.root = criteria.from(query.type());
        this.joins.put("", root);
    }

    /** The records themselves. */
    public static <T extends StoredRecord> CriteriaQuery<T> records(final EntityManager entities, final Query<T> query) {
        final var builder = entities.getCriteriaBuilder();
        final var criteria = builder.createQuery(query.type());
        final var parts = new CriteriaQueries(builder, criteria, query);
        @SuppressWarnings("unchecked") // the root was made for this type
        final var selected = (Root<T>) parts.root;
        criteria.select(selected).orderBy(parts.order());
        parts.where(criteria);
        return criteria;
    }

    /** How many there are. */
    public static CriteriaQuery<Long> count(final EntityManager entities, final Query<?> query) {
        final var builder = entities.getCriteriaBuilder();
        final var criteria = builder.createQuery(Long.class);
        final var parts = new CriteriaQueries(builder, criteria, query);
        criteria.select(builder.count(parts.root));
        parts.where(criteria);
        return criteria;
    }

    /** Some fields of each. */
    public static CriteriaQuery<Object[]> rows(final EntityManager entities, final Query<?> query, final List<String> paths) {
        final var builder = entities.getCriteriaBuilder();
        final var criteria = builder.createQuery(Object[].class);
        final var parts = new CriteriaQueries(builder, criteria, query);
        final var selections = new ArrayList<Selection<?>>();
        paths.forEach(path -> selections.add(parts.value(path)));
        criteria.multiselect(selections).orderBy(parts.order());
        parts.where(criteria);
        return criteria;
    }

    /** Sums by group. */
    public static CriteriaQuery<Object[]> groups(final EntityManager entities, final Query<?> query, final List<String> groupBy,
            final List<Aggregate> measures) {
        final var builder = entities.getCriteriaBuilder();
        final var criteria = builder.createQuery(Object[].class);
        final var parts = new CriteriaQueries(builder, criteria, query);
        final var keys = new ArrayList<Expression<?>>();
        groupBy.forEach(path -> keys.add(parts.value(path)));
        final var selections = new ArrayList<Selection<?>>(keys);
        measures.forEach(measure -> selections.add(parts.measure(measure)));
        criteria.multiselect(selections).groupBy(keys);
        parts.where(criteria);
        return criteria;
    }

    @SuppressWarnings("unchecked") // the catalogue says which paths are numbers
    private Expression<?> measure(final Aggregate measure) {
        return switch (measure.function()) {
            case COUNT -> builder.count(root);
            case SUM -> builder.sum((Expression<BigDecimal>) value(measure.path()));
            case MIN -> builder.least((Expression<Comparable<Object>>) value(measure.path()));
            case MAX -> builder.greatest((Expression<Comparable<Object>>) value(measure.path()));
        };
    }

    private void where(final CriteriaQuery<?> criteria) {
        query.filter().ifPresent(filter -> criteria.where(predicate(filter)));
    }

    private List<Order> order() {
        final var orders = new ArrayList<Order>();
        boolean byId = false;
        for (final var order : query.order()) {
            final var value = value(order.path());
            // ascending order puts missing values last in every engine we know; an order that says where they go cannot use an index
            orders.add(order.ascending() ? builder.asc(value) : isThere(order.path()) ? builder.desc(value) : builder.desc(value, Nulls.LAST));
            byId |= "id".equals(order.path());
        }
        if (!byId) {
            orders.add(builder.asc(root.get("id")));
        }
        return orders;
    }

    /** Whether all records that the query finds have the value. */
    private boolean isThere(final String path) {
        if ("id".equals(path) || "version".equals(path) || path.indexOf('.') < 0 && Catalogue.standard().type(query.type()).field(path).required()) {
            return true;
        }
        return query.filter().filter(filter -> requires(filter, path)).isPresent();
    }

    private static boolean requires(final Filter filter, final String path) {
        return switch (filter) {
            case final Filter.And and -> and.parts().stream().anyMatch(part -> requires(part, path));
            case final Filter.Not not -> not.part() instanceof final Filter.Missing missing && missing.path().equals(path);
            default -> false;
        };
    }

    /** The value at the end of a path; at a reference, the identifier of the record it names. */
    private Path<?> value(final String path) {
        final int dot = path.lastIndexOf('.');
        final var owner = from(dot < 0 ? "" : path.substring(0, dot));
        final var name = path.substring(dot + 1);
        if ("id".equals(name) || "version".equals(name)) {
            return owner.get(name);
        }
        final var field = Catalogue.standard().type(owner.getJavaType().asSubclass(StoredRecord.class)).field(name);
        if (field.kind() != FieldKind.REFERENCE) {
            return owner.get(name);
        }
        // without the outward join EclipseLink joins inwards and drops the records that lack the reference
        return field.required() && dot < 0 ? owner.get(name).get("id") : from(path).get("id");
    }

    /** As {@link #value}, for conditions that a missing value never fulfils: these read the foreign key without a join. */
    private Path<?> key(final String path) {
        final int dot = path.lastIndexOf('.');
        final var name = path.substring(dot + 1);
        if ("id".equals(name) || "version".equals(name)) {
            return value(path);
        }
        final var owner = from(dot < 0 ? "" : path.substring(0, dot));
        final var field = Catalogue.standard().type(owner.getJavaType().asSubclass(StoredRecord.class)).field(name);
        return field.kind() == FieldKind.REFERENCE ? owner.get(name).get("id") : value(path);
    }

    private From<?, ?> from(final String path) {
        final var known = joins.get(path);
        if (known != null) {
            return known;
        }
        final int dot = path.lastIndexOf('.');
        final var owner = from(dot < 0 ? "" : path.substring(0, dot));
        final var name = path.substring(dot + 1);
        if (Catalogue.standard().type(owner.getJavaType().asSubclass(StoredRecord.class)).field(name).kind() != FieldKind.REFERENCE) {
            throw new IllegalArgumentException(path + " is no reference");
        }
        final From<?, ?> join = owner.join(name, JoinType.LEFT);
        joins.put(path, join);
        return join;
    }

    private Predicate predicate(final Filter filter) {
        return switch (filter) {
            case final Filter.And and -> builder.and(and.parts().stream().map(this::predicate).toArray(Predicate[]::new));
            case final Filter.Or or -> builder.or(or.parts().stream().map(this::predicate).toArray(Predicate[]::new));
            case final Filter.Not not -> builder.not(predicate(not.part()));
            case final Filter.Missing missing -> builder.isNull(value(missing.path()));
            case final Filter.In in -> in(key(in.path()), in.values());
            case final Filter.Contains contains -> contains(contains);
            case final Filter.Compare compare -> compare(compare);
            case final Filter.Exists exists -> exists(exists);
        };
    }

    private Predicate exists(final Filter.Exists filter) {
        final var subquery = criteria.subquery(UUID.class);
        final var others = new CriteriaQueries(builder, subquery, Query.of(filter.type()));
        subquery.select(others.root.get("id")).where(builder.equal(others.key(filter.path()), key(filter.own())), others.predicate(filter.condition()));
        return builder.exists(subquery);
    }

    private Predicate in(final Path<?> value, final Collection<?> values) {
        return values.isEmpty() ? builder.disjunction() : value.in(values);
    }

    private Predicate contains(final Filter.Contains filter) {
        final var literal = filter.text().toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        final var pattern = '%' + literal + '%';
        return builder.or(filter.paths().stream().map(path -> builder.like(builder.lower(text(path)), pattern, ESCAPE)).toArray(Predicate[]::new));
    }

    @SuppressWarnings("unchecked") // only text fields are searched
    private Expression<String> text(final String path) {
        final var value = value(path);
        if (value.getJavaType() != String.class) {
            throw new IllegalArgumentException(path + " is no text");
        }
        return (Expression<String>) value;
    }

    @SuppressWarnings("unchecked") // values are of the field's type, which is comparable
    private Predicate compare(final Filter.Compare filter) {
        if (filter.comparison() == Filter.Comparison.EQUAL) {
            return builder.equal(key(filter.path()), filter.value());
        }
        final var value = value(filter.path());
        if (filter.comparison() == Filter.Comparison.NOT_EQUAL) {
            return builder.or(builder.notEqual(value, filter.value()), builder.isNull(value));
        }
        if (filter.value() instanceof UUID) {
            throw new IllegalArgumentException(filter.path() + " has no order");
        }
        final var comparable = (Expression<Comparable<Object>>) value;
        final var bound = (Comparable<Object>) filter.value();
        return switch (filter.comparison()) {
            case LESS -> builder.lessThan(comparable, bound);
            case AT_MOST -> builder.lessThanOrEqualTo(comparable, bound);
            case GREATER -> builder.greaterThan(comparable, bound);
            case AT_LEAST -> builder.greaterThanOrEqualTo(comparable, bound);
            default -> throw new IllegalStateException(filter.comparison().name());
        };
    }
}
