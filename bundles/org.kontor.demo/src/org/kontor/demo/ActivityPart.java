// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Contact;
import org.kontor.model.Direction;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Priority;
import org.kontor.model.Status;
import org.kontor.model.User;
import org.kontor.store.Session;

/** Writes calls, meetings and tasks: around deals, with leads, and to keep good customers. */
record ActivityPart(Company company, Batches batches, Map<ActivityKind, StatusList> statuses, int leads) {

    private static final int DAYS_BETWEEN_CARE = 120;

    static Map<ActivityKind, StatusList> statuses(final Session session) {
        final var lists = new EnumMap<ActivityKind, StatusList>(ActivityKind.class);
        for (final var kind : ActivityKind.values()) {
            lists.put(kind, StatusList.of(session, StatusList.activity(kind)));
        }
        return lists;
    }

    void write() {
        company.deals().forEach(this::around);
        for (int i = 0; i < leads; i++) {
            withLead(i);
        }
        company.customers().forEach(this::care);
        batches.write();
    }

    private void around(final Deal deal) {
        final var dice = company.dice("deal activities", deal.number());
        for (int i = 0; i < deal.path().size() && !deal.path().get(i).closed(); i++) {
            final var entered = deal.moments().get(i);
            final var left = i + 1 < deal.moments().size() ? deal.moments().get(i + 1) : end();
            for (int n = dice.between(1, 2); n > 0; n--) {
                about(deal, done(dice, deal.customer().market(), between(dice, entered, left)), dice);
            }
        }
        if (!deal.stage().closed() && dice.chance(0.85)) {
            about(deal, planned(dice, deal.customer().market(), company.season().today().plusDays(dice.between(-4, 21))), dice);
        }
    }

    private void about(final Deal deal, final Activity activity, final Dice dice) {
        activity.setOpportunity(batches.reference(Opportunity.class, Kind.OPPORTUNITY, deal.number()));
        of(deal.customer(), deal.contact(), activity, dice);
    }

    private void withLead(final int number) {
        final var dice = company.dice("lead activities", number);
        for (int n = dice.weighted(0.25, 0.35, 0.25, 0.15); n > 0; n--) {
            final var market = Market.pick(dice);
            final var activity = done(dice, market, Season.moment(dice, Season.working(company.season().today()
                    .minusDays(dice.between(3, 160)))));
            activity.setLead(batches.reference(Lead.class, Kind.LEAD, number));
            activity.setOwner(batches.reference(User.class, Kind.USER, company.staff().owner(dice, market)));
            batches.add(Kind.ACTIVITY, activity);
        }
    }

    private void care(final Customer customer) {
        final var dice = company.dice("care", customer.number());
        final boolean kept = switch (customer.profile()) {
            case CHAMPION, LOYAL, FADING -> true;
            case REGULAR, LAPSED -> dice.chance(0.5);
            default -> dice.chance(0.15);
        };
        for (int day = customer.from() + dice.below(DAYS_BETWEEN_CARE); kept
                && day <= customer.to(); day += dice.between(DAYS_BETWEEN_CARE / 2, DAYS_BETWEEN_CARE)) {
            of(customer, dice.below(Customer.contacts()), done(dice, customer.market(),
                    Season.moment(dice, Season.working(company.season().day(day)))), dice);
        }
        if (kept && customer.profile() == Profile.CHAMPION) {
            of(customer, 0, planned(dice, customer.market(), company.season().today().plusDays(dice.between(5, 60))), dice);
        }
    }

    private void of(final Customer customer, final int contact, final Activity activity, final Dice dice) {
        activity.setAccount(batches.reference(Account.class, Kind.ACCOUNT, customer.number()));
        activity.setContact(batches.reference(Contact.class, Kind.CONTACT, customer.contact(contact)));
        activity.setOwner(batches.reference(User.class, Kind.USER, dice.chance(0.85) ? customer.owner() : company.staff()
                .owner(dice, customer.market())));
        batches.add(Kind.ACTIVITY, activity);
    }

    private Instant end() {
        return company.season().today().atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static Instant between(final Dice dice, final Instant from, final Instant to) {
        final long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        final var day = LocalDate.ofInstant(from.plusSeconds((long) (dice.unit() * seconds)), ZoneOffset.UTC);
        final var moment = Season.moment(dice, Season.working(day));
        return moment.isBefore(from) ? from : moment.isAfter(to) ? to : moment;
    }

    private Activity done(final Dice dice, final Market market, final Instant moment) {
        final var kind = ActivityKind.values()[dice.weighted(0.3, 0.48, 0.22)];
        final boolean well = dice.chance(0.92);
        final var activity = activity(dice, market, kind);
        final var list = statuses.get(kind);
        activity.setStatus(Batches.reference(Status.class, (well ? list.successful() : list.unsuccessful()).id()));
        if (kind == ActivityKind.TASK) {
            activity.setDueDate(LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(dice.between(0, 4)));
            activity.setEndAt(moment);
        } else {
            activity.setStartAt(moment);
            activity.setEndAt(moment.plusSeconds(60L * (kind == ActivityKind.CALL ? dice.between(2, 35) : dice.between(3, 12) * 10)));
            activity.setOutcome(well ? dice.pick(market.words().list("outcome")) : market.words().word("outcome.missed"));
        }
        return activity;
    }

    private Activity planned(final Dice dice, final Market market, final LocalDate day) {
        final var kind = ActivityKind.values()[dice.weighted(0.5, 0.3, 0.2)];
        final var activity = activity(dice, market, kind);
        activity.setStatus(Batches.reference(Status.class, statuses.get(kind).initial().id()));
        final var due = Season.working(day);
        activity.setDueDate(due);
        if (kind != ActivityKind.TASK) {
            activity.setStartAt(Season.moment(dice, due));
        }
        return activity;
    }

    private static Activity activity(final Dice dice, final Market market, final ActivityKind kind) {
        final var activity = new Activity();
        activity.setKind(kind);
        activity.setSubject(dice.pick(market.words().list(switch (kind) {
            case TASK -> "task";
            case CALL -> "call";
            case MEETING -> "meeting";
        })));
        activity.setPriority(Priority.values()[dice.weighted(0.15, 0.7, 0.15)]);
        if (kind == ActivityKind.CALL) {
            activity.setDirection(dice.chance(0.7) ? Direction.OUTBOUND : Direction.INBOUND);
        }
        return activity;
    }
}
