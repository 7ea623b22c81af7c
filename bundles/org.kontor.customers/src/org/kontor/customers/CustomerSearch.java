// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.List;
import java.util.Set;

import org.kontor.model.StoredRecord;
import org.kontor.store.Store;

/**
 * Finds accounts, contacts, leads and opportunities by what a person types. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface CustomerSearch {

    /**
     * A record that was found.
     *
     * @param link    the record
     * @param detail  what tells it apart from others of that title, such as its account, city or e-mail address; may be empty
     * @since 0.1
     */
    record Hit(RecordLink link, String detail) {
    }

    /**
     * Finds records whose name, e-mail address, web site, telephone number or company contains every word of a text, ignoring case. Han
     * characters that make up a whole name find family and given name together.
     *
     * @param store the store
     * @param text  what was typed; where it has no letter and no digit nothing is found
     * @param types which of Account, Contact, Lead, Opportunity to look for; empty for all
     * @param limit how many hits to return for each type, 1 to 200
     * @return the hits: those that equal the text first, then those that begin with it, then the others; types in the order above
     */
    List<Hit> find(Store store, String text, Set<Class<? extends StoredRecord>> types, int limit);
}
