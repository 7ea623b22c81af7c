// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.store.query.Sold;
import org.osgi.service.component.annotations.Component;

/** Who bought when for how much: orders that count as sold in the sales report, too. */
@Component
public final class OrdersSource implements AnalysisSource {

    static final String CUSTOMER = "customer";
    static final String DATE = "date";
    static final String AMOUNT = "amount";

    private static final List<SourceColumn> COLUMNS = List.of(
            column(CUSTOMER, ColumnType.TEXT, Role.ID, Role.USER),
            column(DATE, ColumnType.DATE, Role.TIME),
            column(AMOUNT, ColumnType.NUMBER, Role.VALUE),
            column("order", ColumnType.TEXT, Role.BASKET),
            column("channel", ColumnType.TEXT),
            column("quantity", ColumnType.NUMBER));
    private static final List<String> PATHS = List.of("account", "contact", "orderDate", Sold.AMOUNT, "id", "channel", "quantity");

    private static SourceColumn column(final String name, final ColumnType type, final Role... roles) {
        return new SourceColumn(name, Message.of(Messages.TEXTS, "source.orders." + name), type, List.of(roles), false, Optional.empty());
    }

    @Override
    public String id() {
        return "orders";
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.orders");
    }

    @Override
    public boolean needsStore() {
        return true;
    }

    @Override
    public List<SourceColumn> columns(final SourceInput input) {
        return COLUMNS;
    }

    @Override
    public Frame load(final SourceInput input, final List<String> columns, final Progress progress) {
        final var frame = new FrameBuilder();
        final var fillers = new ArrayList<Consumer<Object[]>>();
        columns.forEach(name -> fillers.add(filler(frame, name)));
        each(input, progress, row -> fillers.forEach(filler -> filler.accept(row)));
        return frame.build();
    }

    /** Reads all orders that are sold and have a customer. */
    static void each(final SourceInput input, final Progress progress, final Consumer<Object[]> sale) {
        SoldRows.each(input, progress, Messages.TEXTS.get("source.orders"), Sold.orders(), PATHS, sale);
    }

    private static Consumer<Object[]> filler(final FrameBuilder frame, final String name) {
        return switch (name) {
            case CUSTOMER -> {
                final var ids = frame.identifiers(name);
                yield row -> ids.add(SoldRows.customer(row));
            }
            case DATE -> {
                final var days = frame.wholes(name, ColumnType.DATE);
                yield row -> days.add(((LocalDate) row[2]).toEpochDay());
            }
            case AMOUNT -> number(frame.reals(name), 3);
            case "quantity" -> number(frame.reals(name), 6);
            case "order" -> {
                final var ids = frame.identifiers(name);
                yield row -> ids.add((UUID) row[4]);
            }
            default -> {
                final var texts = frame.texts(name);
                yield row -> {
                    if (row[5] == null) {
                        texts.addMissing();
                    } else {
                        texts.add((String) row[5]);
                    }
                };
            }
        };
    }

    private static Consumer<Object[]> number(final FrameBuilder.Reals reals, final int index) {
        return row -> reals.add(SoldRows.number(row[index]));
    }
}
