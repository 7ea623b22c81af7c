// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.kontor.core.problem.ProblemException;
import org.kontor.model.ActivityKind;
import org.kontor.model.Status;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * The status values of one kind of record, in their order. Values are chosen by their flags, never by their labels. Immutable and safe for
 * any thread.
 *
 * @since 0.1
 */
public final class StatusList {

    /** The list of leads. */
    public static final String LEAD = "Lead";
    /** The list of orders. */
    public static final String ORDER = "Order";
    /** The list of returns. */
    public static final String RETURN_ORDER = "ReturnOrder";

    private final String recordType;
    private final List<StatusValue> values;

    private StatusList(final String recordType, final List<StatusValue> values) {
        this.recordType = recordType;
        this.values = values;
    }

    /**
     * The name of the list of a kind of activity.
     *
     * @param kind task, call or meeting
     * @return the list's name, such as {@code Activity.TASK}
     */
    public static String activity(final ActivityKind kind) {
        return "Activity." + kind.name();
    }

    /**
     * Reads a list.
     *
     * @param session    the session
     * @param recordType {@link #LEAD}, {@link #ORDER}, {@link #RETURN_ORDER} or what {@link #activity} gives
     * @return the list; empty where the store has none of that name
     */
    public static StatusList of(final Session session, final String recordType) {
        final var query = Query.of(Status.class).where(Filter.equal("recordType", recordType)).orderBy("position", true);
        return new StatusList(recordType, session.list(query).stream().map(StatusList::value).toList());
    }

    private static StatusValue value(final Status status) {
        return new StatusValue(status.getId(), status.getCode() == null ? "" : status.getCode(), status.title(), status.isInitial(),
                status.isClosed(), status.isSuccessful(), status.isConverted());
    }

    /** @return every value in its order */
    public List<StatusValue> values() {
        return values;
    }

    /**
     * @param id a status record
     * @return the value, or empty where it belongs to another list
     */
    public Optional<StatusValue> find(final UUID id) {
        return values.stream().filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @param code a language-free name, such as {@code inProcess}
     * @return the value, or empty where an administrator removed it
     */
    public Optional<StatusValue> find(final String code) {
        return values.stream().filter(value -> value.code().equals(code)).findFirst();
    }

    /**
     * @return where new records start: the first value flagged so, else the first that is not closed
     * @throws ProblemException where there is none
     */
    public StatusValue initial() {
        return first(StatusValue::initial).or(() -> first(value -> !value.closed())).orElseThrow(() -> missing("initial"));
    }

    /**
     * @return the first closed value that ended well and converts nothing, such as completed, held or refunded
     * @throws ProblemException where there is none
     */
    public StatusValue successful() {
        return first(value -> value.closed() && value.successful() && !value.converted()).orElseThrow(() -> missing("successful"));
    }

    /**
     * @return the first closed value that did not end well, such as cancelled or not held
     * @throws ProblemException where there is none
     */
    public StatusValue unsuccessful() {
        return first(value -> value.closed() && !value.successful()).orElseThrow(() -> missing("unsuccessful"));
    }

    /**
     * @return the first value of leads that became an account
     * @throws ProblemException where there is none
     */
    public StatusValue converted() {
        return first(StatusValue::converted).orElseThrow(() -> missing("converted"));
    }

    private Optional<StatusValue> first(final Predicate<StatusValue> condition) {
        return values.stream().filter(condition).findFirst();
    }

    private ProblemException missing(final String flag) {
        return Messages.problem("customers.status.missing", recordType, Messages.get("flag." + flag));
    }
}
