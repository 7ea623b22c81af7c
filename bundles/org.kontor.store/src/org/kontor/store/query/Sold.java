// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.query;

import java.util.List;

import org.kontor.model.Order;
import org.kontor.model.OrderItem;

/**
 * What counts as sold, in reports and in analyses alike: orders that are no drafts any more and did not end without success. An order that
 * is under way counts, a cancelled one does not. What is asked are the flags of the status, never its label, so that status lists of a
 * company's own count as well.
 * <p>
 * What was sold brought the {@link #AMOUNT} of its order, in the base currency at the rate of the order's day; it is not known where no rate
 * was. What was given back is a record of its own and is not taken off here.
 *
 * @since 0.1
 */
public final class Sold {

    /** The field of an order that says what it brought, in the base currency; missing where no exchange rate was known. */
    public static final String AMOUNT = "baseTotal";

    private Sold() {
    }

    /** @return the orders that count */
    public static Query<Order> orders() {
        return Query.of(Order.class).where(by("status"));
    }

    /** @return the items, with or without a product, of the orders that count */
    public static Query<OrderItem> items() {
        return Query.of(OrderItem.class).where(by("order.status"));
    }

    private static Filter by(final String status) {
        return new Filter.And(List.of(Filter.equal(status + ".initial", false),
                new Filter.Or(List.of(Filter.equal(status + ".closed", false), Filter.equal(status + ".successful", true)))));
    }
}
