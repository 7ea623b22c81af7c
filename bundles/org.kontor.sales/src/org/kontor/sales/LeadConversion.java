// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.customers.CustomerMatches.Match;
import org.kontor.customers.RecordLink;
import org.kontor.store.Commit;
import org.kontor.store.Store;

/**
 * Turns a lead into an account, a contact and an opportunity, and loses nothing: each field has a target or stands in a note that is kept
 * at the lead and at the record that the work goes on with. Contact points and activities of the lead follow. An OSGi service; safe for
 * several threads.
 *
 * @since 0.1
 */
public interface LeadConversion {

    /**
     * What the lead becomes.
     *
     * @param account           an existing account; empty for a new one
     * @param newAccount        whether a new account is made where {@code account} is empty; without one the contact stands alone
     * @param contact           an existing contact; empty for a new one
     * @param createOpportunity whether an opportunity is made
     * @param opportunityName   its name; empty for the name of the account or the person
     * @param pipeline          its pipeline; empty for the first one that new opportunities may use
     * @param stage             its stage, one of the pipeline; empty for the first one
     * @param opportunityValues further fields of it by name, such as {@code amount} and {@code closeDate}, of the fields' Java types; where
     *                          the lead has another value for one of them, the lead's is kept in the note
     * @since 0.1
     */
    record Choice(Optional<UUID> account, boolean newAccount, Optional<UUID> contact, boolean createOpportunity, String opportunityName,
            Optional<UUID> pipeline, Optional<UUID> stage, Map<String, Object> opportunityValues) {

        public Choice {
            opportunityValues = Map.copyOf(opportunityValues);
        }

        /**
         * A choice whose opportunity starts in the first stage with what the lead knows.
         *
         * @param account           an existing account; empty for a new one
         * @param newAccount        whether a new account is made where {@code account} is empty
         * @param contact           an existing contact; empty for a new one
         * @param createOpportunity whether an opportunity is made
         * @param opportunityName   its name; empty for the name of the account or the person
         * @param pipeline          its pipeline; empty for the first one that new opportunities may use
         */
        public Choice(final Optional<UUID> account, final boolean newAccount, final Optional<UUID> contact, final boolean createOpportunity,
                final String opportunityName, final Optional<UUID> pipeline) {
            this(account, newAccount, contact, createOpportunity, opportunityName, pipeline, Optional.empty(), Map.of());
        }

        /** A new account, a new contact and an opportunity. */
        public static final Choice ALL_NEW = new Choice(Optional.empty(), true, Optional.empty(), true, "", Optional.empty());

        /**
         * @param existing an existing account
         * @return the same choice with that account
         */
        public Choice withAccount(final UUID existing) {
            return new Choice(Optional.of(existing), false, contact, createOpportunity, opportunityName, pipeline, stage,
                    opportunityValues);
        }

        /**
         * @param existing an existing contact
         * @return the same choice with that contact
         */
        public Choice withContact(final UUID existing) {
            return new Choice(account, newAccount, Optional.of(existing), createOpportunity, opportunityName, pipeline, stage,
                    opportunityValues);
        }

        /** @return the same choice without an opportunity */
        public Choice withoutOpportunity() {
            return new Choice(account, newAccount, contact, false, "", Optional.empty());
        }
    }

    /** Where the value of a lead's field goes. */
    enum Fate {
        /** The field has no value. */
        EMPTY,
        /** Into a field of a record that the lead becomes. */
        MOVED,
        /** That field has the same value already. */
        SAME,
        /** That field has another value, which stays; the lead's becomes a further contact point. */
        CONTACT_POINT,
        /** Into the note. */
        NOTE
    }

    /**
     * A line of the preview.
     *
     * @param field       the lead's field
     * @param label       its name in the person's language
     * @param value       its value in words; empty where there is none
     * @param fate        where it goes
     * @param target      the record type and field it goes to, such as {@code Contact.email}; empty where it goes to none
     * @param targetLabel the same in the person's language, such as "Contact: E-mail" or "kept in the note"
     * @param existing    the value that stays in the target, in words; empty where there is none
     * @since 0.1
     */
    record Line(String field, String label, String value, Fate fate, String target, String targetLabel, String existing) {
    }

    /**
     * What a conversion would do.
     *
     * @param lines         every field of the lead that people fill, in the order of its form
     * @param note          the note; empty where every value has a place
     * @param contactPoints how many contact points follow
     * @param activities    how many activities follow
     * @since 0.1
     */
    record Preview(List<Line> lines, String note, long contactPoints, long activities) {
        public Preview {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a conversion did.
     *
     * @param commit      the change set; its operation can be undone
     * @param account     the account; empty where there is none
     * @param contact     the contact
     * @param opportunity the opportunity; empty where there is none
     * @since 0.1
     */
    record Result(Commit commit, Optional<RecordLink> account, RecordLink contact, Optional<RecordLink> opportunity) {
    }

    /**
     * Existing accounts that the lead may belong to.
     *
     * @param store the store
     * @param lead  the lead
     * @return accounts, best first; at most 10
     */
    List<Match> accounts(Store store, UUID lead);

    /**
     * Existing contacts that the lead may be.
     *
     * @param store   the store
     * @param lead    the lead
     * @param account the account that was chosen; empty for none
     * @return contacts, best first; at most 10
     */
    List<Match> contacts(Store store, UUID lead, Optional<UUID> account);

    /**
     * Tells what a conversion would do, without doing it.
     *
     * @param store  the store
     * @param lead   the lead
     * @param choice what it shall become
     * @return the preview
     * @throws ProblemException where the lead or a chosen record is gone ({@code sales.record.gone}), or it is converted already
     *                          ({@code sales.lead.converted})
     */
    Preview preview(Store store, UUID lead, Choice choice);

    /**
     * Converts a lead, as one change set.
     *
     * @param store  the store
     * @param lead   the lead
     * @param choice what it shall become
     * @param clock  tells the time
     * @return what was done
     * @throws ProblemException as {@link #preview}, or where the chosen stage requires fields that stay empty
     *                          ({@code sales.stage.fieldsMissingNew})
     */
    Result convert(Store store, UUID lead, Choice choice, Clock clock);
}
