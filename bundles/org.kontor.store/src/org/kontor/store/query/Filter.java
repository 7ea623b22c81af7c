// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.query;

import java.util.Collection;
import java.util.List;

import org.kontor.model.StoredRecord;

/**
 * A condition on records. Values are of the field's Java type; a reference compares with the identifier ({@code UUID}) of the record it
 * names, a choice with its enum constant. Paths as in {@link Query}.
 *
 * @since 0.1
 */
public sealed interface Filter {

    /** How a value compares. */
    enum Comparison {
        /** Equal. */
        EQUAL,
        /** Different; records without a value are different from every value. */
        NOT_EQUAL,
        /** Smaller. */
        LESS,
        /** Smaller or equal. */
        AT_MOST,
        /** Larger. */
        GREATER,
        /** Larger or equal. */
        AT_LEAST
    }

    /** The field compares with a value, which is not null. */
    record Compare(String path, Comparison comparison, Object value) implements Filter {
    }

    /** The field's text contains a text, ignoring case; in one of several fields. */
    record Contains(List<String> paths, String text) implements Filter {
        public Contains {
            paths = List.copyOf(paths);
        }
    }

    /** The field is one of some values; of none of them where the collection is empty. */
    record In(String path, Collection<?> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** The field has no value. */
    record Missing(String path) implements Filter {
    }

    /** All conditions hold. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one condition holds. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The condition does not hold. */
    record Not(Filter part) implements Filter {
    }

    /**
     * Some record of another type names this one, or one that this one refers to, and fulfils a condition of its own, such as a stage
     * history entry of an opportunity.
     *
     * @param type      the other record type
     * @param path      its reference
     * @param own       what the reference names: {@code id} for this record, else a reference of this record
     * @param condition the condition, with paths of the other type
     */
    record Exists(Class<? extends StoredRecord> type, String path, String own, Filter condition) implements Filter {

        /**
         * Some record of another type names this one.
         *
         * @param type      the other record type
         * @param path      its reference to this record
         * @param condition the condition, with paths of the other type
         */
        public Exists(final Class<? extends StoredRecord> type, final String path, final Filter condition) {
            this(type, path, "id", condition);
        }
    }

    /**
     * @param path  a field
     * @param value a value, not null
     * @return records whose field has it
     */
    static Filter equal(final String path, final Object value) {
        return new Compare(path, Comparison.EQUAL, value);
    }
}
