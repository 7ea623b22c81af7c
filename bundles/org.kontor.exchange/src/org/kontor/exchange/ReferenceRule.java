// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;

/**
 * How a value of the file names another record, and what becomes of values that name none.
 *
 * @param type    the type of the record
 * @param keys    its fields that a value may be, first hit wins; for a number of another system case and blanks count, else not
 * @param filter  which records may be meant; empty for all
 * @param unknown what happens to values that name none, unless the person chooses otherwise
 * @param blank   what happens to rows without a value, unless the person chooses otherwise
 * @param creator makes a record from a value; empty where none can be made
 * @since 0.1
 */
public record ReferenceRule(Class<? extends StoredRecord> type, List<String> keys, Optional<Filter> filter, UnknownChoice unknown,
        BlankChoice blank, Optional<Function<String, StoredRecord>> creator) {

    public ReferenceRule {
        Objects.requireNonNull(type);
        keys = List.copyOf(keys);
    }

    /**
     * @param type the type of the record
     * @param keys its fields that a value may be
     * @return a rule that refuses unknown values, leaves blanks empty and makes no records
     */
    public static ReferenceRule to(final Class<? extends StoredRecord> type, final String... keys) {
        return new ReferenceRule(type, List.of(keys), Optional.empty(), UnknownChoice.REFUSE, BlankChoice.LEAVE_EMPTY, Optional.empty());
    }

    /**
     * @param make makes a record from a value
     * @return the same rule, able to make records
     */
    public ReferenceRule creating(final Function<String, StoredRecord> make) {
        return new ReferenceRule(type, keys, filter, unknown, blank, Optional.of(make));
    }

    /**
     * @param choice what happens to unknown values unless chosen otherwise
     * @return the same rule with it
     */
    public ReferenceRule unknown(final UnknownChoice choice) {
        return new ReferenceRule(type, keys, filter, choice, blank, creator);
    }

    /**
     * @param choice what happens to rows without a value unless chosen otherwise
     * @return the same rule with it
     */
    public ReferenceRule blank(final BlankChoice choice) {
        return new ReferenceRule(type, keys, filter, unknown, choice, creator);
    }

    /**
     * @param which which records may be meant
     * @return the same rule with it
     */
    public ReferenceRule where(final Filter which) {
        return new ReferenceRule(type, keys, Optional.of(which), unknown, blank, creator);
    }
}
