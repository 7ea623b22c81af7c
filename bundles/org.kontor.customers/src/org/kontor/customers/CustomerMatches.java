// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.store.Session;

/**
 * Finds accounts and contacts that may be the same as something that is about to be added. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface CustomerMatches {

    /** Why a record may be the same. */
    enum Reason {
        /** The names are equal but for case, punctuation and the legal form. */
        SAME_NAME,
        /** The names are alike. */
        SIMILAR_NAME,
        /** The web site or the e-mail address has the same domain, which is none of a mail provider for everybody. */
        SAME_DOMAIN,
        /** The telephone numbers have the same digits. */
        SAME_PHONE,
        /** The e-mail addresses are equal. */
        SAME_EMAIL
    }

    /**
     * What is known of somebody.
     *
     * @param name    the organisation's or person's full name; empty where not known
     * @param email   an e-mail address; empty where not known
     * @param website a web site; empty where not known
     * @param phone   a telephone number; empty where not known
     * @since 0.1
     */
    record Likeness(String name, String email, String website, String phone) {
    }

    /**
     * A record that may be the same.
     *
     * @param link    the record
     * @param detail  what tells it apart from others, such as its city or account; may be empty
     * @param score   how alike, 0 to 1
     * @param reasons why; never empty
     * @since 0.1
     */
    record Match(RecordLink link, String detail, double score, Set<Reason> reasons) {
        public Match {
            reasons = Set.copyOf(reasons);
        }
    }

    /**
     * @param session  the session
     * @param likeness what is known of the organisation
     * @param limit    how many to return
     * @return accounts that may be the same, best first
     */
    List<Match> accounts(Session session, Likeness likeness, int limit);

    /**
     * @param session  the session
     * @param likeness what is known of the person
     * @param account  an account whose contacts need less to be alike; empty for none
     * @param limit    how many to return
     * @return contacts that may be the same, best first
     */
    List<Match> contacts(Session session, Likeness likeness, Optional<UUID> account, int limit);
}
