// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.customers.RateTable;
import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;
import org.kontor.model.ReturnKind;
import org.kontor.model.ReturnOrder;
import org.kontor.model.Status;
import org.kontor.model.User;

/** Writes orders in the order of their days, and the refunds of some. */
record OrderPart(Company company, Batches batches, RateTable rates, StatusList orderStatuses, StatusList returnStatuses,
        DealPart dealPart) {

    private static final int ORDERS_OF_A_CUSTOMER = 24;
    private static final int REFUNDS_OF_TEN_CUSTOMERS = 3;
    private static final double USUAL_DOLLARS = 850;
    private static final double SPREAD = 0.9;
    private static final int NUMBER_BITS = 21;
    private static final long LOW_BITS = (1L << NUMBER_BITS) - 1;
    private static final List<String> CHANNELS = List.of("Web shop", "Field sales", "Phone", "Partner");

    int count() {
        return company.plan().customers() * ORDERS_OF_A_CUSTOMER;
    }

    int refunds() {
        return company.plan().customers() * REFUNDS_OF_TEN_CUSTOMERS / 10;
    }

    void write() {
        final var won = company.deals().stream().filter(deal -> deal.stage().won()).toList();
        final var schedule = schedule(won);
        final int every = Math.max(1, schedule.length / Math.max(1, refunds()));
        int refunded = 0;
        for (int i = 0; i < schedule.length; i++) {
            final int who = (int) (schedule[i] >>> NUMBER_BITS & LOW_BITS);
            final var deal = who < company.customers().size() ? null : won.get(who - company.customers().size());
            final var customer = deal == null ? company.customers().get(who) : deal.customer();
            final var day = company.season().day((int) (schedule[i] >>> 2 * NUMBER_BITS));
            final var made = order(i, customer, deal, day, schedule[i] & LOW_BITS);
            // one refund falls into each stretch of orders, at its first order that was delivered
            if (refunded < refunds() && i >= refunded * every && ChronoUnit.DAYS.between(day, company.season().today()) > 3
                    && delivered(made.order())) {
                refund(refunded++, made);
            }
        }
        batches.write();
    }

    /**
     * When who orders: day, customer (or, after the last customer, the won deal it comes from) and a number, packed so that they sort by
     * day.
     */
    private long[] schedule(final List<Deal> won) {
        final var counts = counts(won.size());
        final var schedule = new long[count()];
        int next = 0;
        for (int i = 0; i < won.size() && next < schedule.length; i++) {
            final int day = company.season().number(won.get(i).closeDate().plusDays(company.dice("deal order", won.get(i).number())
                    .below(6)));
            schedule[next++] = (long) day << 2 * NUMBER_BITS | (long) (company.customers().size() + i) << NUMBER_BITS;
        }
        for (final var customer : company.customers()) {
            final var dice = company.dice("order days", customer.number());
            for (int i = 0; i < counts[customer.number()] && next < schedule.length; i++) {
                final int day = company.season().pick(dice, customer.from(), customer.to());
                schedule[next++] = (long) day << 2 * NUMBER_BITS | (long) customer.number() << NUMBER_BITS | i;
            }
        }
        Arrays.sort(schedule);
        return schedule;
    }

    /** Shares out exactly as many orders as there must be: by weight, and what rounding leaves to those who lost most by it. */
    private int[] counts(final int fromDeals) {
        final var customers = company.customers();
        final int rest = Math.max(0, count() - fromDeals);
        double sum = 0;
        for (final var customer : customers) {
            sum += customer.weight();
        }
        final var counts = new int[customers.size()];
        final var fractions = new double[customers.size()];
        int given = 0;
        for (int i = 0; i < counts.length; i++) {
            final double share = rest * customers.get(i).weight() / sum;
            counts[i] = (int) share;
            fractions[i] = customers.get(i).weight() > 0 ? share - counts[i] : -1;
            given += counts[i];
        }
        final var order = new ArrayList<Integer>();
        for (int i = 0; i < counts.length; i++) {
            order.add(i);
        }
        order.sort((one, other) -> Double.compare(fractions[other], fractions[one]));
        for (int i = 0; given < rest; i = (i + 1) % order.size(), given++) {
            counts[order.get(i)]++;
        }
        return counts;
    }

    private record Made(Customer customer, Order order, List<Line> lines) {
    }

    private Made order(final int number, final Customer customer, final Deal deal, final LocalDate day, final long which) {
        final var dice = deal == null ? company.dice("order " + which, customer.number()) : company.dice("order of deal", deal.number());
        final var lines = deal == null ? Line.make(dice, company.range(), dice.below(company.range().articles().size()), 1
                + dice.weighted(0.45, 0.3, 0.17, 0.08), dice.logNormal(USUAL_DOLLARS, SPREAD) * customer.size(), customer)
                : dealPart.lines(deal);
        final var order = new Order();
        order.setNumber("SO-" + (1_000_000 + number));
        order.setAccount(batches.reference(Account.class, Kind.ACCOUNT, customer.number()));
        order.setContact(batches.reference(Contact.class, Kind.CONTACT, customer.contact(deal == null ? dice.below(Customer.contacts())
                : deal.contact())));
        if (deal != null) {
            order.setOpportunity(batches.reference(Opportunity.class, Kind.OPPORTUNITY, deal.number()));
        }
        order.setStatus(Batches.reference(Status.class, orderStatuses.find(status(dice, day, deal != null))
                .orElseGet(orderStatuses::initial)
                .id()));
        order.setOrderDate(day);
        order.setQuantity(Line.quantity(lines));
        order.setTotal(Line.total(lines));
        order.setCurrency(customer.market().currency());
        order.setCost(Line.cost(lines));
        order.setChannel(deal == null ? CHANNELS.get(dice.weighted(0.45, 0.25, 0.2, 0.1)) : CHANNELS.get(1));
        order.setOwner(batches.reference(User.class, Kind.USER, customer.owner()));
        rates.apply(order);
        batches.add(Kind.ORDER, order);
        for (int i = 0; i < lines.size(); i++) {
            final var line = lines.get(i);
            final var item = new OrderItem();
            item.setOrder(order);
            item.setProduct(batches.reference(Product.class, Kind.PRODUCT, line.article().number()));
            item.setPosition(i + 1);
            item.setQuantity(BigDecimal.valueOf(line.quantity()));
            item.setUnitPrice(line.price());
            item.setTotal(line.total());
            item.setCost(line.cost());
            batches.add(Kind.ORDER_ITEM, item);
        }
        return new Made(customer, order, lines);
    }

    private String status(final Dice dice, final LocalDate day, final boolean certain) {
        final long age = ChronoUnit.DAYS.between(day, company.season().today());
        if (!certain && dice.chance(0.015)) {
            return "cancelled";
        }
        if (age <= 3) {
            return !certain && dice.chance(0.3) ? "draft" : "activated";
        }
        return age <= 20 ? "fulfilled" : "closed";
    }

    private boolean delivered(final Order order) {
        return orderStatuses.find(order.getStatus().getId()).filter(status -> status.successful()).isPresent();
    }

    private void refund(final int number, final Made made) {
        final var dice = company.dice("refund", number);
        final var order = made.order();
        final var returned = new ReturnOrder();
        returned.setNumber("RT-" + (10_000 + number));
        returned.setOrder(order);
        returned.setAccount(order.getAccount());
        returned.setKind(ReturnKind.REFUND);
        final long age = ChronoUnit.DAYS.between(order.getOrderDate(), company.season().today());
        returned.setReturnDate(order.getOrderDate().plusDays(Math.min(age, dice.between(3, 35))));
        final long since = ChronoUnit.DAYS.between(returned.getReturnDate(), company.season().today());
        final var code = since <= 2 ? "requested" : since <= 5 ? "approved" : since <= 9 ? "received" : "refunded";
        returned.setStatus(Batches.reference(Status.class, returnStatuses.find(code).orElseGet(returnStatuses::initial).id()));
        returned.setReason(dice.pick(made.customer().market().words().list("reason")));
        returned.setAmount(dice.chance(0.4) ? order.getTotal() : dice.pick(made.lines()).total());
        returned.setCurrency(order.getCurrency());
        returned.setOwner(order.getOwner());
        rates.apply(returned);
        batches.add(Kind.RETURN_ORDER, returned);
    }
}
