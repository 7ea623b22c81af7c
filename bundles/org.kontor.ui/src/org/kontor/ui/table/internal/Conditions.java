// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;

/** Says what a person asked for in the words of the store. */
public final class Conditions {

    private final RecordType<?> type;
    private final Lookups lookups;
    private final OfferedFilters offered;
    private final LocalDate today;
    private final ZoneId zone;

    public Conditions(final RecordType<?> type, final Lookups lookups, final OfferedFilters offered, final LocalDate today, final ZoneId zone) {
        this.type = type;
        this.lookups = lookups;
        this.offered = offered;
        this.today = today;
        this.zone = zone;
    }

    /**
     * @param view    what is shown
     * @param columns its columns, into which the search looks
     * @param user    who looks; empty where not known, who then owns nothing
     * @return the condition; empty where all records are shown
     */
    public Optional<Filter> of(final ListView view, final List<RecordColumn> columns, final Optional<UUID> user) {
        final var all = new ArrayList<Filter>();
        if (view.mine() && type.hasField("owner")) {
            all.add(new Filter.In("owner", user.stream().toList()));
        }
        view.filters().stream().filter(filter -> RecordColumn.exists(type, filter.path())).map(this::of).flatMap(Optional::stream).forEach(all::add);
        view.filters().stream().filter(filter -> OfferedFilters.isOne(filter.path())).map(offered::condition).forEach(all::add);
        words(view.search()).stream().map(word -> anywhere(word, columns)).forEach(all::add);
        return both(all);
    }

    private static Optional<Filter> both(final List<Filter> all) {
        return switch (all.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(all.get(0));
            default -> Optional.of(new Filter.And(all));
        };
    }

    static List<String> words(final String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private Filter anywhere(final String word, final List<RecordColumn> columns) {
        final var paths = new ArrayList<>(TitleFields.of(type));
        final var any = new ArrayList<Filter>();
        for (final var column : columns) {
            if (column.target().map(target -> target.hasField("code")).orElse(false)) {
                final var ids = lookups.matching(column.path(), word);
                if (!ids.isEmpty()) {
                    any.add(new Filter.In(column.path(), ids));
                }
            } else if (column.kind() == FieldKind.CHOICE) {
                final var constants = choices(column.field().orElseThrow(), word);
                if (!constants.isEmpty()) {
                    any.add(new Filter.In(column.path(), constants));
                }
            } else {
                column.textPaths().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
            }
        }
        any.add(0, new Filter.Contains(paths, word));
        return any.size() == 1 ? any.get(0) : new Filter.Or(any);
    }

    private static List<Enum<?>> choices(final Field field, final String word) {
        final var lower = word.toLowerCase(Locale.ROOT);
        return field.choices().stream().filter(choice -> Field.label(choice).toLowerCase(Locale.ROOT).contains(lower)).toList();
    }

    private Optional<Filter> of(final ColumnFilter filter) {
        final var column = RecordColumn.of(type, filter.path());
        return switch (filter) {
            case ColumnFilter.Words words -> both(words(words.text()).stream()
                    .<Filter>map(word -> new Filter.Contains(column.textPaths(), word)).toList());
            case ColumnFilter.Numbers numbers -> range(column, numbers.from().map(from -> number(column, from, RoundingMode.CEILING)),
                    numbers.to().map(to -> number(column, to, RoundingMode.FLOOR)));
            case ColumnFilter.Days days -> days(column, days.from(), days.to());
            case ColumnFilter.Recent recent -> days(column, Optional.of(recent.span().first(today)).filter(day -> day != LocalDate.MIN),
                    Optional.of(recent.span().last(today)));
            case ColumnFilter.AnyOf anyOf -> Optional.of(anyOf(column, anyOf));
            case ColumnFilter.Empty empty -> Optional.of(empty.empty() ? missing(column) : new Filter.Not(missing(column)));
        };
    }

    private static Filter missing(final RecordColumn column) {
        if (column.field().isPresent()) {
            return new Filter.Missing(column.path());
        }
        return new Filter.And(column.paths().stream().<Filter>map(Filter.Missing::new).toList());
    }

    private Optional<Filter> days(final RecordColumn column, final Optional<LocalDate> from, final Optional<LocalDate> to) {
        if (column.kind() != FieldKind.INSTANT) {
            return range(column, from, to);
        }
        final var parts = new ArrayList<Filter>();
        from.ifPresent(day -> parts.add(new Filter.Compare(column.path(), Comparison.AT_LEAST, day.atStartOfDay(zone).toInstant())));
        to.ifPresent(day -> parts.add(new Filter.Compare(column.path(), Comparison.LESS, day.plusDays(1).atStartOfDay(zone).toInstant())));
        return both(parts);
    }

    private static Optional<Filter> range(final RecordColumn column, final Optional<? extends Object> from, final Optional<? extends Object> to) {
        final var parts = new ArrayList<Filter>();
        from.ifPresent(value -> parts.add(new Filter.Compare(column.path(), Comparison.AT_LEAST, value)));
        to.ifPresent(value -> parts.add(new Filter.Compare(column.path(), Comparison.AT_MOST, value)));
        return both(parts);
    }

    private static Object number(final RecordColumn column, final BigDecimal value, final RoundingMode rounding) {
        final var javaType = column.field().orElseThrow().javaType();
        if (javaType == BigDecimal.class) {
            return value;
        }
        final var whole = value.setScale(0, rounding);
        if (javaType == Long.class) {
            return whole.min(BigDecimal.valueOf(Long.MAX_VALUE)).max(BigDecimal.valueOf(Long.MIN_VALUE)).longValue();
        }
        return whole.min(BigDecimal.valueOf(Integer.MAX_VALUE)).max(BigDecimal.valueOf(Integer.MIN_VALUE)).intValue();
    }

    private static Filter anyOf(final RecordColumn column, final ColumnFilter.AnyOf anyOf) {
        final var field = column.field().orElseThrow();
        final var values = new ArrayList<Object>();
        switch (column.kind()) {
            case CHOICE -> field.choices().stream().filter(choice -> anyOf.values().contains(choice.name())).forEach(values::add);
            case BOOLEAN -> anyOf.sorted().forEach(value -> values.add(Boolean.valueOf(value)));
            default -> anyOf.sorted().forEach(value -> values.add(UUID.fromString(value)));
        }
        final var in = new Filter.In(column.path(), values);
        return anyOf.orNone() ? new Filter.Or(List.of(in, new Filter.Missing(column.path()))) : in;
    }
}
