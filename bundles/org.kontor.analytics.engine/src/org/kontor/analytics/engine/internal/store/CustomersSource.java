// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Component;

/**
 * One row for each customer who ever bought, ready for clustering: how long ago, how often, for how much, and who it is. Days count up to
 * the day after the last sale there is, so that the same data gives the same rows on any day; the option {@code until} sets another. Money is
 * what is known of it in the base currency, the mean of the orders for which it is known, and missing where it is known for none.
 */
@Component
public final class CustomersSource implements AnalysisSource {

    private static final Map<String, SourceColumn> COLUMNS = columns();

    /** What the sales of one customer add up to. */
    private static final class Sales {
        private int orders;
        private int priced;
        private int[] days = new int[2];
        private double amount;

        private void add(final int day, final double value) {
            if (orders == days.length) {
                days = Arrays.copyOf(days, orders * 2);
            }
            days[orders++] = day;
            if (!Double.isNaN(value)) {
                amount += value;
                priced++;
            }
        }

        /** What is known of the money; not known where no order has an amount in the base currency. */
        private double amount() {
            return priced == 0 ? Double.NaN : amount;
        }

        private int first() {
            return Arrays.stream(days, 0, orders).min().orElseThrow();
        }

        private int last() {
            return Arrays.stream(days, 0, orders).max().orElseThrow();
        }

        private long frequency() {
            return Arrays.stream(days, 0, orders).distinct().count();
        }
    }

    /** A customer with all there is to know. */
    private record Row(UUID id, Sales sales, long until, Object[] master) {
    }

    private static Map<String, SourceColumn> columns() {
        final var columns = new LinkedHashMap<String, SourceColumn>();
        add(columns, "customer", ColumnType.TEXT, Role.ID);
        List.of("recency", "frequency").forEach(name -> add(columns, name, ColumnType.INTEGER, Role.FEATURES));
        add(columns, "monetary", ColumnType.NUMBER, Role.FEATURES, Role.VALUE);
        add(columns, "orders", ColumnType.INTEGER);
        add(columns, "average-order", ColumnType.NUMBER);
        add(columns, "first-order", ColumnType.DATE);
        add(columns, "last-order", ColumnType.DATE);
        add(columns, "days-known", ColumnType.INTEGER);
        List.of("country", "industry", "lifecycle-stage").forEach(name -> add(columns, name, ColumnType.TEXT));
        add(columns, "employees", ColumnType.INTEGER);
        add(columns, "annual-revenue", ColumnType.NUMBER);
        return columns;
    }

    private static void add(final Map<String, SourceColumn> columns, final String name, final ColumnType type, final Role... roles) {
        columns.put(name, new SourceColumn(name, Message.of(Messages.TEXTS, "source.customers." + name), type, List.of(roles), false, Optional.empty()));
    }

    @Override
    public String id() {
        return "customers";
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.customers");
    }

    @Override
    public boolean needsStore() {
        return true;
    }

    @Override
    public List<SourceColumn> columns(final SourceInput input) {
        return List.copyOf(COLUMNS.values());
    }

    @Override
    public Frame load(final SourceInput input, final List<String> columns, final Progress progress) {
        final var sales = new TreeMap<UUID, Sales>();
        final var latest = new long[] {Long.MIN_VALUE};
        OrdersSource.each(input, progress, row -> {
            final int day = (int) ((LocalDate) row[2]).toEpochDay();
            latest[0] = Math.max(latest[0], day);
            sales.computeIfAbsent(SoldRows.customer(row), unseen -> new Sales()).add(day, SoldRows.number(row[3]));
        });
        final long until = until(input).orElse(latest[0] + 1);
        final var master = master(input);
        final var frame = new FrameBuilder();
        final var fillers = new ArrayList<Consumer<Row>>();
        columns.forEach(name -> {
            final var value = value(name);
            final var filler = TableColumns.filler(frame, COLUMNS.get(name), "customer".equals(name));
            fillers.add(row -> filler.accept(value.apply(row)));
        });
        sales.forEach((id, sum) -> {
            final var row = new Row(id, sum, until, master.getOrDefault(id, new Object[5]));
            fillers.forEach(filler -> filler.accept(row));
        });
        return frame.build();
    }

    private static Optional<Long> until(final SourceInput input) {
        final var text = input.options().get("until");
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException malformed) {
            throw EngineProblems.of("analytics.source-day", text).asException();
        }
    }

    private static Map<UUID, Object[]> master(final SourceInput input) {
        final var found = new HashMap<UUID, Object[]>();
        input.requireStore().read(session -> {
            read(session, Account.class, List.of("id", "billingCountry", "industry", "lifecycleStage", "employees", "annualRevenue"), found);
            read(session, Contact.class, List.of("id"), found);
            return found.size();
        });
        return found;
    }

    private static void read(final Session session, final Class<? extends StoredRecord> type, final List<String> paths,
            final Map<UUID, Object[]> into) {
        session.each(Query.of(type), paths, row -> {
            final var values = new Object[5];
            System.arraycopy(row, 1, values, 0, row.length - 1);
            into.putIfAbsent((UUID) row[0], values);
            return true;
        });
    }

    private static Function<Row, Object> value(final String name) {
        return switch (name) {
            case "customer" -> Row::id;
            case "recency" -> row -> row.until() - row.sales().last();
            case "frequency" -> row -> row.sales().frequency();
            case "monetary" -> row -> row.sales().amount();
            case "orders" -> row -> (long) row.sales().orders;
            case "average-order" -> row -> row.sales().amount() / row.sales().priced;
            case "first-order" -> row -> LocalDate.ofEpochDay(row.sales().first());
            case "last-order" -> row -> LocalDate.ofEpochDay(row.sales().last());
            case "days-known" -> row -> row.until() - row.sales().first();
            case "country" -> row -> row.master()[0];
            case "industry" -> row -> row.master()[1];
            case "lifecycle-stage" -> row -> row.master()[2];
            case "employees" -> row -> row.master()[3];
            default -> row -> row.master()[4];
        };
    }
}
