// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * The part a contact plays in a deal.
 *
 * @since 0.1
 */
@Entity
@Table(name = "OPPORTUNITY_CONTACT")
public class OpportunityContactRole extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "contact_id", nullable = false)
    private Contact contact;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "role_name", length = 80)
    private String role;

    @Attribute(order = 40, kind = FieldKind.BOOLEAN)
    @Column(name = "is_main", nullable = false)
    private boolean main;

    /** @return the deal */
    public Opportunity getOpportunity() {
        return opportunity;
    }

    /** @param opportunity the deal */
    public void setOpportunity(final Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** @return the contact */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the contact */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return decision maker, user, influencer and so on; null where not known */
    public String getRole() {
        return role;
    }

    /** @param role decision maker, user, influencer and so on; null where not known */
    public void setRole(final String role) {
        this.role = role;
    }

    /** @return whether this is the main contact of the deal */
    public boolean isMain() {
        return main;
    }

    /** @param main whether this is the main contact of the deal */
    public void setMain(final boolean main) {
        this.main = main;
    }
}
