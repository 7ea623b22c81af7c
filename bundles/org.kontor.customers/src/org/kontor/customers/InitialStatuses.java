// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.core.id.Ids;
import org.kontor.model.ActivityKind;
import org.kontor.model.Setting;
import org.kontor.model.Status;
import org.kontor.store.Initializer;
import org.kontor.store.Writer;

/**
 * The status lists and the base currency that every store starts with. Identifiers are derived, so that two new stores hold the same
 * records.
 */
@Component
public final class InitialStatuses implements Initializer {

    private static final long SOURCE = 0x4B6F_6E74_6F72_0001L;
    private static final String BASE_CURRENCY = "USD";

    private enum Flag { INITIAL, CLOSED, SUCCESSFUL, CONVERTED }

    private record Value(String code, String name, Set<Flag> flags) {

        static Value of(final String code, final String name, final Flag... flags) {
            final var set = EnumSet.noneOf(Flag.class);
            set.addAll(List.of(flags));
            return new Value(code, name, set);
        }
    }

    private static final List<Value> LEAD = List.of(
            Value.of("new", "New", Flag.INITIAL),
            Value.of("assigned", "Assigned"),
            Value.of("inProcess", "In Process"),
            Value.of("converted", "Converted", Flag.CLOSED, Flag.SUCCESSFUL, Flag.CONVERTED),
            Value.of("recycled", "Recycled", Flag.CLOSED),
            Value.of("dead", "Dead", Flag.CLOSED));
    private static final List<Value> ORDER = List.of(
            Value.of("draft", "Draft", Flag.INITIAL),
            Value.of("activated", "Activated"),
            Value.of("fulfilled", "Fulfilled", Flag.SUCCESSFUL),
            Value.of("closed", "Closed", Flag.CLOSED, Flag.SUCCESSFUL),
            Value.of("cancelled", "Cancelled", Flag.CLOSED));
    private static final List<Value> RETURN_ORDER = List.of(
            Value.of("requested", "Requested", Flag.INITIAL),
            Value.of("approved", "Approved"),
            Value.of("received", "Received"),
            Value.of("refunded", "Refunded", Flag.CLOSED, Flag.SUCCESSFUL),
            Value.of("exchanged", "Exchanged", Flag.CLOSED, Flag.SUCCESSFUL),
            Value.of("rejected", "Rejected", Flag.CLOSED),
            Value.of("closed", "Closed", Flag.CLOSED));
    private static final List<Value> TASK = List.of(
            Value.of("notStarted", "Not Started", Flag.INITIAL),
            Value.of("inProgress", "In Progress"),
            Value.of("deferred", "Deferred"),
            Value.of("completed", "Completed", Flag.CLOSED, Flag.SUCCESSFUL),
            Value.of("cancelled", "Cancelled", Flag.CLOSED));
    private static final List<Value> APPOINTMENT = List.of(
            Value.of("planned", "Planned", Flag.INITIAL),
            Value.of("held", "Held", Flag.CLOSED, Flag.SUCCESSFUL),
            Value.of("notHeld", "Not Held", Flag.CLOSED));

    @Override
    public String id() {
        return "org.kontor.customers.statuses";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void initialize(final Writer writer, final int fromVersion) {
        if (fromVersion >= 1) {
            return;
        }
        add(writer, 1, StatusList.LEAD, LEAD);
        add(writer, 2, StatusList.ORDER, ORDER);
        add(writer, 3, StatusList.RETURN_ORDER, RETURN_ORDER);
        add(writer, 4, StatusList.activity(ActivityKind.TASK), TASK);
        add(writer, 5, StatusList.activity(ActivityKind.CALL), APPOINTMENT);
        add(writer, 6, StatusList.activity(ActivityKind.MEETING), APPOINTMENT);
        final var currency = new Setting();
        currency.setId(Ids.derived(SOURCE, 0, 0));
        currency.setName(ExchangeRates.BASE_CURRENCY_SETTING);
        currency.setValue(BASE_CURRENCY);
        writer.add(currency);
    }

    private static void add(final Writer writer, final int list, final String recordType, final List<Value> values) {
        for (int position = 1; position <= values.size(); position++) {
            final var value = values.get(position - 1);
            final var status = new Status();
            status.setId(Ids.derived(SOURCE, position, list));
            status.setRecordType(recordType);
            status.setCode(value.code());
            status.setName(value.name());
            status.setPosition(position);
            status.setInitial(value.flags().contains(Flag.INITIAL));
            status.setClosed(value.flags().contains(Flag.CLOSED));
            status.setSuccessful(value.flags().contains(Flag.SUCCESSFUL));
            status.setConverted(value.flags().contains(Flag.CONVERTED));
            writer.add(status);
        }
    }
}
