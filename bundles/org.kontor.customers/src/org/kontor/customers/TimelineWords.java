// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.customers.CustomerTimeline.Entry;
import org.kontor.customers.CustomerTimeline.Kind;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.FieldChange;
import org.kontor.store.History;
import org.kontor.store.RecordChange;
import org.kontor.store.Session;
import org.kontor.store.query.Query;

/** Puts values of records into words for a timeline. Lives as long as its session. */
final class TimelineWords {

    private static final int LINES_OF_A_CHANGE = 12;
    private static final Set<String> STAGE_FIELDS = Set.of("stage", "probability", "forecastCategory", "stageSince", "rateDate",
            "baseAmount");

    private final Session session;
    private final Map<UUID, String> titles = new HashMap<>();

    TimelineWords(final Session session) {
        this.session = session;
        session.list(Query.of(Status.class)).forEach(status -> titles.put(status.getId(), status.title()));
        session.list(Query.of(Stage.class)).forEach(stage -> titles.put(stage.getId(), stage.title()));
    }

    String status(final Object id) {
        return titles.getOrDefault(id, "");
    }

    String stage(final Object id) {
        return titles.getOrDefault(id, "");
    }

    String money(final Object amount, final Object currency) {
        if (amount == null) {
            return "";
        }
        final var format = NumberFormat.getNumberInstance();
        final int digits = currency == null ? 2 : Currency.getInstance((String) currency).getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return currency == null ? format.format(amount) : format.format(amount) + ' ' + currency;
    }

    static String joined(final Object... parts) {
        return present(parts).collect(Collectors.joining(" · "));
    }

    static String lines(final Object... parts) {
        return present(parts).collect(Collectors.joining("\n"));
    }

    private static Stream<String> present(final Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Object::toString).filter(part -> !part.isBlank());
    }

    /** Whether the change is told by the stage history already. */
    boolean onlyStage(final RecordChange change) {
        return change.kind() == RecordChange.Kind.UPDATE && change.fields().containsKey("stage") && shown(type(change), change)
                .allMatch(entry -> STAGE_FIELDS.contains(entry.getKey()));
    }

    Entry change(final Class<? extends StoredRecord> type, final UUID id, final History.TimelineEntry entry) {
        final var change = entry.change();
        final var recordType = type(change);
        final var description = entry.changeSet().description();
        final var what = switch (change.kind()) {
            case CREATE -> Messages.get("timeline.created");
            case UPDATE -> Messages.get("timeline.changed");
            case DELETE -> Messages.get("timeline.deleted");
        };
        final var text = change.kind() != RecordChange.Kind.UPDATE ? what : shown(recordType, change).limit(LINES_OF_A_CHANGE)
                .map(field -> line(recordType.field(field.getKey()), field.getValue())).collect(Collectors.joining("\n"));
        return new Entry(Kind.CHANGE, entry.changeSet().at(), false, description.isBlank() ? what : description, text, entry.changeSet()
                .userName(), new RecordLink(type, id, title(type, id)));
    }

    private static RecordType<?> type(final RecordChange change) {
        return Catalogue.standard().type(change.recordType());
    }

    private static Stream<Map.Entry<String, FieldChange>> shown(final RecordType<?> type, final RecordChange change) {
        return change.fields().entrySet().stream().filter(entry -> type.hasField(entry.getKey()))
                .filter(entry -> !type.field(entry.getKey()).system() || STAGE_FIELDS.contains(entry.getKey()));
    }

    private String line(final Field field, final FieldChange change) {
        return Messages.get("timeline.field", field.label(), value(field, change.before()), value(field, change.after()));
    }

    private String value(final Field field, final Object value) {
        return switch (value) {
            case null -> Messages.get("timeline.noValue");
            case final UUID reference -> field.target().map(target -> title(target, reference)).orElseGet(reference::toString);
            case final Boolean flag -> Messages.get(flag ? "timeline.yes" : "timeline.no");
            case final BigDecimal number -> NumberFormat.getNumberInstance().format(number);
            case final LocalDate day -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(day);
            case final Instant moment -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                    .format(moment.atZone(ZoneId.systemDefault()));
            default -> field.choices().stream().filter(choice -> choice.name().equals(value)).findFirst().map(Field::label)
                    .orElseGet(value::toString);
        };
    }

    private String title(final Class<? extends StoredRecord> type, final UUID id) {
        return titles.computeIfAbsent(id, key -> session.find(type, key).map(record -> Catalogue.standard().type(type).title(record))
                .orElseGet(() -> Catalogue.standard().type(type).label()));
    }
}
