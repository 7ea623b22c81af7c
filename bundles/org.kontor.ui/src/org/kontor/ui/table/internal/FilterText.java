// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.kontor.model.Field;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.TableFilter;

/** Says in words what a filter asks for. */
final class FilterText {

    private static final int NAMED = 2;

    private final CellFormat format;
    private final Lookups lookups;

    FilterText(final CellFormat format, final Lookups lookups) {
        this.format = format;
        this.lookups = lookups;
    }

    /**
     * @param column the column
     * @param filter its filter
     * @return a short sentence that starts with the column's label
     */
    String of(final RecordColumn column, final ColumnFilter filter) {
        return switch (filter) {
            case ColumnFilter.Words words -> text("words", column, words.text());
            case ColumnFilter.Numbers numbers -> range(column, numbers.from().map(format::number), numbers.to().map(format::number));
            case ColumnFilter.Days days -> range(column, days.from().map(format::day), days.to().map(format::day));
            case ColumnFilter.Recent recent -> text("is", column, Messages.TEXTS.get("filter.span." + recent.span().name()));
            case ColumnFilter.AnyOf anyOf -> text("is", column, values(column, anyOf));
            case ColumnFilter.Empty empty -> text(empty.empty() ? "empty" : "filled", column, "");
        };
    }

    /**
     * @param offered a filter beside those on columns
     * @param filter  what was chosen
     * @return a short sentence that starts with the filter's label
     */
    static String of(final TableFilter offered, final ColumnFilter filter) {
        return switch (filter) {
            case ColumnFilter.AnyOf anyOf when !anyOf.values().isEmpty() -> Messages.TEXTS.get("chip.is", offered.label(), joined(Stream.concat(
                    anyOf.sorted().stream().map(offered::label), anyOf.orNone() ? Stream.of(Messages.TEXTS.get("filter.none")) : Stream.empty()).toList()));
            case ColumnFilter.Empty empty when !empty.empty() -> Messages.TEXTS.get("chip.filled", offered.label(), "");
            default -> Messages.TEXTS.get("chip.empty", offered.label(), "");
        };
    }

    private static String text(final String key, final RecordColumn column, final String value) {
        return Messages.TEXTS.get("chip." + key, column.label(), value);
    }

    private static String range(final RecordColumn column, final Optional<String> from, final Optional<String> to) {
        if (from.isPresent() && to.isPresent()) {
            return Messages.TEXTS.get("chip.between", column.label(), from.get(), to.get());
        }
        return from.map(value -> text("from", column, value)).orElseGet(() -> text("to", column, to.orElse("")));
    }

    private String values(final RecordColumn column, final ColumnFilter.AnyOf anyOf) {
        return joined(Stream.concat(labels(column, anyOf), anyOf.orNone() ? Stream.of(Messages.TEXTS.get("filter.none")) : Stream.empty()).toList());
    }

    private static String joined(final List<String> labels) {
        final var named = String.join(", ", labels.subList(0, Math.min(NAMED, labels.size())));
        return labels.size() <= NAMED ? named : Messages.TEXTS.get("chip.more", named, labels.size() - NAMED);
    }

    private Stream<String> labels(final RecordColumn column, final ColumnFilter.AnyOf anyOf) {
        return switch (column.kind()) {
            case CHOICE -> column.field().orElseThrow().choices().stream().filter(choice -> anyOf.values().contains(choice.name())).map(Field::label);
            case BOOLEAN -> anyOf.sorted().stream().map(value -> Messages.TEXTS.get("true".equals(value) ? "filter.yes" : "filter.no"));
            default -> anyOf.sorted().stream().map(UUID::fromString).map(id -> lookups.of(column.path()).stream().filter(choice -> choice.id().equals(id))
                    .map(Lookups.Choice::label).findFirst().orElse("\u2026"));
        };
    }
}
