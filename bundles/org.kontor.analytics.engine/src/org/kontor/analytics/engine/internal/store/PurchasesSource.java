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
import org.kontor.model.OrderItem;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.store.query.Sold;
import org.osgi.service.component.annotations.Component;

/** Who bought which products together, when: the items of the orders that count as sold. */
@Component
public final class PurchasesSource implements AnalysisSource {

    private static final List<SourceColumn> COLUMNS = List.of(
            column("customer", ColumnType.TEXT, Role.USER, Role.ID),
            column("product", ColumnType.TEXT, Role.ITEM),
            column("order", ColumnType.TEXT, Role.BASKET),
            column("date", ColumnType.DATE, Role.TIME),
            column("amount", ColumnType.NUMBER, Role.VALUE),
            column("quantity", ColumnType.NUMBER),
            column("family", ColumnType.TEXT, Role.FEATURES, Role.SERIES),
            column("code", ColumnType.TEXT));
    private static final List<String> PATHS = List.of("order.account", "order.contact", "order", "order.orderDate", "product.name", "product.code",
            "product.family", "quantity", "total", "order.total", "order." + Sold.AMOUNT);

    private static SourceColumn column(final String name, final ColumnType type, final Role... roles) {
        return new SourceColumn(name, Message.of(Messages.TEXTS, "source.purchases." + name), type, List.of(roles), false, Optional.empty());
    }

    /** {@return what was sold, without items that name no product} */
    private static Query<OrderItem> sold() {
        return Sold.items().where(new Filter.Not(new Filter.Missing("product")));
    }

    @Override
    public String id() {
        return "purchases";
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.purchases");
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
        SoldRows.each(input, progress, Messages.TEXTS.get("source.purchases"), sold(), PATHS, row -> fillers.forEach(filler -> filler.accept(row)));
        return frame.build();
    }

    private static Consumer<Object[]> filler(final FrameBuilder frame, final String name) {
        return switch (name) {
            case "customer" -> {
                final var ids = frame.identifiers(name);
                yield row -> ids.add(SoldRows.customer(row));
            }
            case "order" -> {
                final var ids = frame.identifiers(name);
                yield row -> ids.add((UUID) row[2]);
            }
            case "date" -> {
                final var days = frame.wholes(name, ColumnType.DATE);
                yield row -> days.add(((LocalDate) row[3]).toEpochDay());
            }
            case "amount" -> {
                final var reals = frame.reals(name);
                yield row -> reals.add(SoldRows.ofItem(row[8], row[9], row[10]));
            }
            case "quantity" -> {
                final var reals = frame.reals(name);
                yield row -> reals.add(SoldRows.number(row[7]));
            }
            default -> {
                final var texts = frame.texts(name);
                final int at = "product".equals(name) ? 4 : "code".equals(name) ? 5 : 6;
                yield row -> {
                    if (row[at] == null) {
                        texts.addMissing();
                    } else {
                        texts.add(row[at].toString());
                    }
                };
            }
        };
    }
}
