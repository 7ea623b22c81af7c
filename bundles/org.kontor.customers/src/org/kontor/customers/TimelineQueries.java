// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityContactRole;
import org.kontor.model.Order;
import org.kontor.model.ReturnOrder;
import org.kontor.model.StageHistory;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Which records belong to the timeline of an account, a contact, a lead or an opportunity. Empty where none of a kind can. */
record TimelineQueries(Class<? extends StoredRecord> type, UUID id) {

    /** The fields that say when an activity was, the best one first. */
    static final List<String> ACTIVITY_MOMENTS = List.of("startAt", "endAt", "dueDate", "createdAt");

    /** A list of identifiers that an engine takes in one statement; nobody plays a part in more deals. */
    private static final int MOST_DEALS = 500;

    TimelineQueries {
        if (type != Account.class && type != Contact.class && type != Lead.class && type != Opportunity.class) {
            throw new IllegalArgumentException("no timeline of " + type.getSimpleName());
        }
    }

    /** For each field that says when an activity was, those activities that have it and no better one. */
    List<Query<Activity>> activities() {
        final Filter mine;
        if (type == Account.class) {
            mine = any("account", "contact.account", "opportunity.account");
        } else if (type == Contact.class) {
            mine = any("contact");
        } else if (type == Lead.class) {
            mine = any("lead");
        } else {
            mine = any("opportunity");
        }
        final var queries = new ArrayList<Query<Activity>>();
        var rest = Query.of(Activity.class).where(mine);
        for (final var moment : ACTIVITY_MOMENTS) {
            queries.add(rest.where(new Filter.Not(new Filter.Missing(moment))).orderBy(moment, false));
            rest = rest.where(new Filter.Missing(moment));
        }
        return queries;
    }

    Optional<Query<StageHistory>> stageMoves(final Session session) {
        final Filter mine;
        if (type == Account.class) {
            mine = any("opportunity.account");
        } else if (type == Opportunity.class) {
            mine = any("opportunity");
        } else if (type == Contact.class) {
            final var roles = Query.of(OpportunityContactRole.class).where(any("contact")).orderBy("createdAt", false).page(0, MOST_DEALS);
            mine = new Filter.In("opportunity", session.rows(roles, List.of("opportunity")).stream().map(row -> row[0]).toList());
        } else {
            return Optional.empty();
        }
        return Optional.of(Query.of(StageHistory.class).where(mine).orderBy("changedAt", false));
    }

    Optional<Query<Order>> orders() {
        if (type == Lead.class) {
            return Optional.empty();
        }
        return Optional.of(Query.of(Order.class).where(any(ownField())).orderBy("orderDate", false));
    }

    Optional<Query<ReturnOrder>> returns() {
        if (type == Lead.class) {
            return Optional.empty();
        }
        final var mine = type == Account.class ? any("account", "order.account") : any("order." + ownField());
        return Optional.of(Query.of(ReturnOrder.class).where(mine).orderBy("returnDate", false));
    }

    private String ownField() {
        return type == Account.class ? "account" : type == Contact.class ? "contact" : "opportunity";
    }

    private Filter any(final String... paths) {
        return paths.length == 1 ? Filter.equal(paths[0], id)
                : new Filter.Or(java.util.Arrays.stream(paths).map(path -> Filter.equal(path, id)).toList());
    }
}
