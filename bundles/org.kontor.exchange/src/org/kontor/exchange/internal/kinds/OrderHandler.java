// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.model.LifecycleStage;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Orders and their items. */
final class OrderHandler implements RowHandler {

    private static final String FULFILLED = "fulfilled";
    private static final Pattern NUMBER = Pattern.compile("(?=.*\\d)[\\p{L}\\d._/#-]+");
    private static final int MONEY_SCALE = 4;

    private final ImportScope scope;
    private final boolean lines;
    private final Status fulfilled;
    private final String accountName;

    OrderHandler(final ImportScope scope) {
        this.scope = scope;
        this.lines = scope.mapped("number") && (scope.mapped(OrderImport.PRODUCT) || scope.mapped(OrderImport.UNIT_PRICE));
        this.accountName = scope.option(OrderImport.ACCOUNT_NAME);
        final var list = scope.store().read(session -> session.list(Query.of(Status.class).where(Filter.equal("recordType", "Order"))
                .orderBy("position", true)));
        this.fulfilled = list.stream().filter(status -> FULFILLED.equals(status.getCode())).findFirst()
                .or(() -> list.stream().filter(Status::isSuccessful).findFirst()).or(() -> list.stream().findFirst())
                .orElseThrow(() -> Problem.of(Messages.TEXTS, "import.status").asException());
    }

    /** A customer number becomes the number of a new account whose name is made from it; anything else is the name itself. */
    @Override
    public Optional<StoredRecord> create(final String target, final String value) {
        if (!"account".equals(target)) {
            return Optional.empty();
        }
        final var account = new Account();
        final boolean number = NUMBER.matcher(value).matches() && value.length() <= 120;
        account.setExternalId(number ? value : null);
        final var name = number && accountName.contains("{value}") ? accountName.replace("{value}", value) : value;
        account.setName(name.length() > 255 ? name.substring(0, 255) : name);
        account.setType(AccountType.CUSTOMER);
        account.setLifecycleStage(LifecycleStage.CUSTOMER);
        return Optional.of(account);
    }

    @Override
    public void check(final RowScope row) {
        final var total = total(row);
        if (total == null) {
            row.refuse("total", "missing", Messages.TEXTS.get("row.missing", "", Catalogue.standard().type(Order.class).field("total")
                    .label()));
        } else if (total.signum() == 0) {
            row.warn("total", "amount.zero", Messages.TEXTS.get("row.amount.zero"));
        }
    }

    private static BigDecimal total(final RowScope row) {
        if (row.value("total") instanceof final BigDecimal total) {
            return total;
        }
        return row.value(OrderImport.UNIT_PRICE) instanceof final BigDecimal price
                ? price.multiply(quantity(row)).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN) : null;
    }

    private static BigDecimal quantity(final RowScope row) {
        return row.value("quantity") instanceof final BigDecimal quantity ? quantity : BigDecimal.ONE;
    }

    @Override
    public void created(final RowScope row, final StoredRecord record) {
        final var order = (Order) record;
        order.setTotal(total(row));
        if (order.getStatus() == null) {
            order.setStatus(fulfilled);
        }
        if (order.getCurrency() == null) {
            order.setCurrency(scope.baseCurrency());
        }
        inBaseCurrency(order);
        if (lines || row.value(OrderImport.PRODUCT) != null) {
            order.setQuantity(quantity(row));
            item(row, order, 1);
        }
    }

    private void inBaseCurrency(final Order order) {
        order.setRateDate(order.getOrderDate());
        order.setBaseTotal(scope.inBaseCurrency(order.getTotal(), order.getCurrency(), order.getOrderDate()).orElse(null));
    }

    private void item(final RowScope row, final Order order, final int position) {
        final var item = new OrderItem();
        item.setOrder(order);
        if (row.value(OrderImport.PRODUCT) instanceof final UUID product) {
            item.setProduct(Catalogue.standard().type(Product.class).reference(product));
        }
        item.setPosition(position);
        item.setQuantity(quantity(row));
        item.setTotal(total(row));
        item.setUnitPrice(row.value(OrderImport.UNIT_PRICE) instanceof final BigDecimal price ? price : unitPrice(row));
        row.add(item);
    }

    private static BigDecimal unitPrice(final RowScope row) {
        final var quantity = quantity(row);
        return quantity.signum() == 0 ? null : total(row).divide(quantity, MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    /** A further line of an order of this file. */
    @Override
    public boolean joins(final RowScope row, final UUID record) {
        if (!lines) {
            return false;
        }
        item(row, Catalogue.standard().type(Order.class).reference(record), (int) Math.min(Integer.MAX_VALUE, row.number()));
        final var total = total(row);
        final var quantity = quantity(row);
        row.change(Order.class, record, order -> {
            order.setTotal(order.getTotal().add(total));
            order.setQuantity(order.getQuantity() == null ? quantity : order.getQuantity().add(quantity));
            inBaseCurrency(order);
        });
        return true;
    }

    @Override
    public boolean leavesAlone(final RowScope row) {
        return lines;
    }

    @Override
    public void changed(final StoredRecord record, final Map<String, Object> before, final Map<String, Object> values,
            final Consumer<StoredRecord> adder) {
        inBaseCurrency((Order) record);
    }
}
