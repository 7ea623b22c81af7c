// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Field;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.ReturnOrder;
import org.kontor.model.StoredRecord;
import org.kontor.store.History;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/** Reads the newest entries of each source and merges them. */
@Component
public final class StoredTimeline implements CustomerTimeline {

    private static final int LARGEST_PAGE = 1_000;
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).reversed().thenComparing(Entry::kind).thenComparing(entry -> entry.link().id());

    /** Used by the service registry. */
    public StoredTimeline() {
        // nothing to keep
    }

    @Override
    public Page page(final Store store, final Class<? extends StoredRecord> type, final UUID id, final Set<Kind> kinds, final int offset,
            final int limit) {
        if (limit < 1 || limit > LARGEST_PAGE || offset < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        final var queries = new TimelineQueries(type, id);
        final int enough = offset + limit + 1;
        final List<History.TimelineEntry> changes = kinds.contains(Kind.CHANGE) ? store.history().timeline(type, id, 2 * enough)
                : List.of();
        return store.read(session -> {
            final var words = new TimelineWords(session);
            final var entries = new ArrayList<Entry>();
            if (kinds.contains(Kind.ACTIVITY)) {
                queries.activities().forEach(query -> entries.addAll(activities(session, words, query.page(0, enough))));
            }
            if (kinds.contains(Kind.STAGE_MOVE)) {
                queries.stageMoves(session).ifPresent(query -> entries.addAll(stageMoves(session, words, query.page(0, enough))));
            }
            if (kinds.contains(Kind.ORDER)) {
                queries.orders().ifPresent(query -> entries.addAll(orders(session, words, query.page(0, enough))));
            }
            if (kinds.contains(Kind.RETURN)) {
                queries.returns().ifPresent(query -> entries.addAll(returns(session, words, query.page(0, enough))));
            }
            changes.stream().filter(entry -> !(kinds.contains(Kind.STAGE_MOVE) && type == Opportunity.class
                    && words.onlyStage(entry.change())))
                    .map(entry -> words.change(type, id, entry)).forEach(entries::add);
            entries.sort(NEWEST_FIRST);
            final var page = entries.subList(Math.min(offset, entries.size()), Math.min(offset + limit, entries.size()));
            return new Page(page, entries.size() > offset + limit);
        });
    }

    private static List<Entry> activities(final Session session, final TimelineWords words, final Query<?> query) {
        final var paths = new ArrayList<>(List.of("id", "kind", "subject", "status", "outcome", "description", "owner.displayName"));
        paths.addAll(TimelineQueries.ACTIVITY_MOMENTS);
        return session.rows(query, paths).stream().map(row -> {
            final var moment = firstOf(row[7], row[8], row[9], row[10]);
            final var title = Messages.get("timeline.activity", Field.label((ActivityKind) row[1]), row[2]);
            final var text = TimelineWords.lines(TimelineWords.joined(words.status(row[3]), row[4]), row[5]);
            return entry(Kind.ACTIVITY, moment, title, text, row[6], new RecordLink(Activity.class, (UUID) row[0], (String) row[2]));
        }).toList();
    }

    private static List<Entry> stageMoves(final Session session, final TimelineWords words, final Query<?> query) {
        final var paths = List.of("opportunity", "opportunity.name", "fromStage", "toStage", "changedAt", "changedBy.displayName", "amount",
                "opportunity.currency");
        return session.rows(query, paths).stream().map(row -> {
            final var title = row[2] == null ? Messages.get("timeline.stageEntered", row[1], words.stage(row[3]))
                    : Messages.get("timeline.stageMoved", row[1], words.stage(row[2]), words.stage(row[3]));
            return entry(Kind.STAGE_MOVE, row[4], title, words.money(row[6], row[7]), row[5],
                    new RecordLink(Opportunity.class, (UUID) row[0], (String) row[1]));
        }).toList();
    }

    private static List<Entry> orders(final Session session, final TimelineWords words, final Query<?> query) {
        final var paths = List.of("id", "number", "orderDate", "total", "currency", "status", "owner.displayName", "description");
        return session.rows(query, paths).stream().map(row -> {
            final var title = row[1] == null ? Messages.get("timeline.order.unnumbered") : Messages.get("timeline.order", row[1]);
            final var text = TimelineWords.lines(TimelineWords.joined(words.money(row[3], row[4]), words.status(row[5])), row[7]);
            return entry(Kind.ORDER, row[2], title, text, row[6], new RecordLink(Order.class, (UUID) row[0], title));
        }).toList();
    }

    private static List<Entry> returns(final Session session, final TimelineWords words, final Query<?> query) {
        final var paths = List.of("id", "number", "returnDate", "amount", "currency", "status", "owner.displayName", "reason");
        return session.rows(query, paths).stream().map(row -> {
            final var title = row[1] == null ? Messages.get("timeline.return.unnumbered") : Messages.get("timeline.return", row[1]);
            final var text = TimelineWords.lines(TimelineWords.joined(words.money(row[3], row[4]), words.status(row[5])), row[7]);
            return entry(Kind.RETURN, row[2], title, text, row[6], new RecordLink(ReturnOrder.class, (UUID) row[0], title));
        }).toList();
    }

    private static Entry entry(final Kind kind, final Object moment, final String title, final String text, final Object who,
            final RecordLink link) {
        final boolean wholeDay = moment instanceof LocalDate;
        final var at = wholeDay ? ((LocalDate) moment).atStartOfDay(ZoneOffset.UTC).toInstant() : (Instant) moment;
        return new Entry(kind, at, wholeDay, title, text, who == null ? "" : (String) who, link);
    }

    private static Object firstOf(final Object... values) {
        for (final var value : values) {
            if (value != null) {
                return value;
            }
        }
        throw new IllegalStateException("a record without a time of creation");
    }
}
