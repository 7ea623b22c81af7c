// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.math.BigDecimal;
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
            "product.family", "quantity", "total", "order.total", "order.baseTotal");
    private static final int STEP = 4_096;

    private static SourceColumn column(final String name, final ColumnType type, final Role... roles) {
        return new SourceColumn(name, Message.of(Messages.TEXTS, "source.purchases." + name), type, List.of(roles), false, Optional.empty());
    }

    /** {@return items with a product of orders that are no drafts and not cancelled} */
    private static Query<OrderItem> sold() {
        return Query.of(OrderItem.class).where(new Filter.Not(new Filter.Missing("product"))).where(Filter.equal("order.status.initial", false))
                .where(new Filter.Or(List.of(Filter.equal("order.status.closed", false), Filter.equal("order.status.successful", true))));
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
        input.requireStore().read(session -> {
            progress.begin(Messages.TEXTS.get("reading", Messages.TEXTS.get("source.purchases")), session.count(sold()));
            final var read = new int[1];
            session.each(sold(), PATHS, row -> {
                if (row[0] != null || row[1] != null) {
                    fillers.forEach(filler -> filler.accept(row));
                }
                if (++read[0] % STEP == 0) {
                    progress.worked(STEP);
                    progress.checkCancelled();
                }
                return true;
            });
            return read[0];
        });
        return frame.build();
    }

    private static Consumer<Object[]> filler(final FrameBuilder frame, final String name) {
        return switch (name) {
            case "customer" -> {
                final var ids = frame.identifiers(name);
                yield row -> ids.add((UUID) (row[0] == null ? row[1] : row[0]));
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
                yield row -> reals.add(amount(row));
            }
            case "quantity" -> {
                final var reals = frame.reals(name);
                yield row -> reals.add(number(row[7]));
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

    private static double number(final Object value) {
        return value == null ? Double.NaN : ((BigDecimal) value).doubleValue();
    }

    /** An item has the currency of its order, and the order has its rate in its two totals. */
    private static double amount(final Object[] row) {
        final double ordered = number(row[9]);
        return ordered == 0 ? 0 : number(row[8]) * number(row[10]) / ordered;
    }
}
