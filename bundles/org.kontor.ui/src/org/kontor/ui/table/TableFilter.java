// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.List;
import java.util.Set;

import org.kontor.model.RecordType;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;

/**
 * A condition that tables offer beside those on their columns, such as the segment that a customer is in. An OSGi service: tables offer
 * it while it is there. What a person chose is kept in views as {@link ColumnFilter.AnyOf} or {@link ColumnFilter.Empty} on {@link #path};
 * where the service is not there, such a view shows no records rather than more than it says.
 *
 * @since 0.1
 */
public interface TableFilter {

    /** What the paths of these filters begin with, so that none is taken for a field. */
    String MARK = "+";

    /**
     * What can be chosen.
     *
     * @param key   the stable name that views keep; without commas
     * @param label what people call it, in their language, with more about it where that helps to choose
     */
    record Choice(String key, String label) {
    }

    /** @return the stable name, such as {@code org.kontor.analytics.segment}: letters, digits, dots */
    String id();

    /** @return what people call that which is filtered by, in their language */
    String label();

    /**
     * @param type a record type
     * @return whether its tables offer the filter
     */
    boolean isFor(RecordType<?> type);

    /**
     * What can be chosen now; waits for the database, on another thread than the user interface's.
     *
     * @param store the open store
     * @return the choices in the order in which they are offered
     */
    List<Choice> choices(Store store);

    /**
     * The name of a choice, which need not be offered any longer; does not wait.
     *
     * @param key its key
     * @return what people call it, in their language
     */
    String label(String key);

    /**
     * The condition in the words of the store; does not wait.
     *
     * @param type the record type of the table, one that the filter {@linkplain #isFor is for}
     * @param keys what was chosen; empty for records with any value at all
     * @return the condition
     */
    Filter condition(RecordType<?> type, Set<String> keys);

    /** @return the names of the record types that {@link #condition} looks into beside that of the table */
    Set<String> typesRead();

    /** @return the path of the filter in views */
    default String path() {
        return MARK + id();
    }
}
