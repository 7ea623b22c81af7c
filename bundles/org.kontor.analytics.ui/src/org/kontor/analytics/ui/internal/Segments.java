// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.kontor.model.CustomerClassification;
import org.kontor.store.Store;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** What customers are classified by, read from their dated classifications; every method waits for the database. */
public final class Segments {

    /** The record types that these numbers are made of. */
    public static final Set<String> SHOWN = Set.of("CustomerClassification");

    private static final String UNKNOWN = "";

    /**
     * Customers with one label.
     *
     * @param scheme    what they are classified by
     * @param label     their label
     * @param customers how many have it now
     */
    public record Segment(String scheme, String label, long customers) {

        /** Accounts that have the label now. */
        Filter filter() {
            return new Filter.Exists(CustomerClassification.class, "account", new Filter.And(List.of(Filter.equal("scheme", scheme),
                    Filter.equal("label", label), new Filter.Missing("validTo"))));
        }
    }

    /**
     * How many customers had each label of a scheme, at every moment in which something changed.
     *
     * @param scheme what they are classified by
     * @param at     the moments, rising
     * @param counts the numbers at these moments, by label
     */
    public record History(String scheme, List<Instant> at, Map<String, long[]> counts) {
    }

    /**
     * A classification of one customer.
     *
     * @param scheme what it is classified by
     * @param label  its label; empty for a score alone
     * @param score  its score, where there is one
     * @param from   since when
     * @param to     until when; empty where it holds
     * @param run    the run that found it
     */
    public record Label(String scheme, String label, Optional<BigDecimal> score, Instant from, Optional<Instant> to, UUID run) {
    }

    private Segments() {
    }

    /** Labels that hold now, the largest of each scheme first. */
    static List<Segment> current(final Store store) {
        final var counts = store.read(session -> session.groups(Query.of(CustomerClassification.class).where(new Filter.Missing("validTo")),
                List.of("scheme", "label"), List.of(Aggregate.COUNT)));
        return counts.stream().map(row -> new Segment(String.valueOf(row[0]), row[1] == null ? UNKNOWN : String.valueOf(row[1]), ((Number) row[2]).longValue()))
                .sorted(Comparator.comparing(Segment::scheme).thenComparing(Comparator.comparingLong(Segment::customers).reversed())
                        .thenComparing(Segment::label)).toList();
    }

    /** A label as people read it. */
    static String words(final String label) {
        return label.isEmpty() ? Messages.text("segments.unlabelled") : label;
    }

    /** The history of every scheme. */
    static List<History> histories(final Store store) {
        final var spans = new TreeMap<String, List<Object[]>>();
        store.read(session -> {
            session.each(Query.of(CustomerClassification.class), List.of("scheme", "label", "validFrom", "validTo"), row -> {
                spans.computeIfAbsent(String.valueOf(row[0]), unseen -> new ArrayList<>()).add(row.clone());
                return true;
            });
            return spans.size();
        });
        return spans.entrySet().stream().map(entry -> history(entry.getKey(), entry.getValue())).toList();
    }

    private static History history(final String scheme, final List<Object[]> spans) {
        final var moments = new TreeSet<Instant>();
        spans.forEach(span -> moments.add((Instant) span[2]));
        final var at = List.copyOf(moments);
        final var counts = new TreeMap<String, long[]>();
        for (final var span : spans) {
            final var row = counts.computeIfAbsent(span[1] == null ? UNKNOWN : String.valueOf(span[1]), unseen -> new long[at.size()]);
            for (int index = 0; index < at.size(); index++) {
                final boolean holds = !at.get(index).isBefore((Instant) span[2]) && (span[3] == null || at.get(index).isBefore((Instant) span[3]));
                row[index] += holds ? 1 : 0;
            }
        }
        return new History(scheme, at, counts);
    }

    /** Everything that one customer was ever classified by, what holds first. */
    static List<Label> of(final Store store, final String reference, final UUID customer) {
        final var found = new ArrayList<Label>();
        store.read(session -> {
            session.each(Query.of(CustomerClassification.class).where(Filter.equal(reference, customer)),
                    List.of("scheme", "label", "score", "validFrom", "validTo", "run"), row -> found.add(new Label(String.valueOf(row[0]),
                            row[1] == null ? UNKNOWN : String.valueOf(row[1]), Optional.ofNullable((BigDecimal) row[2]), (Instant) row[3],
                            Optional.ofNullable((Instant) row[4]), (UUID) row[5])));
            return found.size();
        });
        found.sort(Comparator.<Label, Boolean>comparing(label -> label.to().isPresent()).thenComparing(Label::from, Comparator.reverseOrder())
                .thenComparing(Label::scheme));
        return found;
    }
}
