// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import org.kontor.store.RecordChange;
import org.kontor.store.Store;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.internal.record.ChangeLines;
import org.kontor.ui.timeline.TimelineItem;
import org.kontor.ui.timeline.TimelineSource;

/** What happened around a record, from all sources, or its own changes where there is no source. */
@Component(service = TimelineReading.class)
public final class TimelineReading {

    private final List<TimelineSource> sources;

    /** @param sources all sources that there are */
    @Activate
    public TimelineReading(
            @Reference(cardinality = ReferenceCardinality.MULTIPLE,
            policyOption = ReferencePolicyOption.GREEDY) final List<TimelineSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Reads; waits for the disk.
     *
     * @param store  the store
     * @param record a record
     * @param limit  how many items
     * @return newest first
     */
    public List<TimelineItem> read(final Store store, final RecordRef record, final int limit) {
        final var fitting = sources.stream().filter(source -> source.appliesTo(record.recordType())).toList();
        if (fitting.isEmpty()) {
            return changes(store, record, limit);
        }
        final var items = new ArrayList<TimelineItem>();
        fitting.forEach(source -> items.addAll(source.read(store, record, limit)));
        items.sort(Comparator.comparing(TimelineItem::at).reversed());
        return List.copyOf(items.subList(0, Math.min(limit, items.size())));
    }

    private static List<TimelineItem> changes(final Store store, final RecordRef record, final int limit) {
        final var timeline = store.history().timeline(record.javaType(), record.id(), limit);
        return store.read(session -> {
            final var lines = new ChangeLines(session, FieldFormat.current());
            return timeline.stream().map(entry -> {
                final var set = entry.changeSet();
                final var text = entry.change().kind() == RecordChange.Kind.UPDATE ? lines.of(entry.change()).stream()
                        .map(line -> line.field()
                        .label() + ": " + (line.before().isEmpty() ? "–" : line.before()) + " → "
                        + (line.after().isEmpty() ? "–" : line.after()))
                        .reduce((first, second) -> first + "; " + second).orElse("") : "";
                final var icon = switch (entry.change().kind()) {
                    case CREATE -> Icons.NEW;
                    case UPDATE -> Icons.HISTORY;
                    case DELETE -> Icons.DELETE;
                };
                return new TimelineItem(icon, set.at(), false, set.description(), text,
                        ChangeLines.who(session, set.userId(), set.userName()), Optional.empty());
            }).toList();
        });
    }
}
