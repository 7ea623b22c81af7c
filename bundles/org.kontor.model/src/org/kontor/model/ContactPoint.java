// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * One way to reach a contact, an account or a lead.
 *
 * @since 0.1
 */
@Entity
@Table(name = "CONTACT_POINT")
public class ContactPoint extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = 20, nullable = false)
    private ContactPointKind kind;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "point_value", length = 255, nullable = false)
    private String value;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "label_text", length = 80)
    private String label;

    @Attribute(order = 40, kind = FieldKind.BOOLEAN)
    @Column(name = "is_valid", nullable = false)
    private boolean valid;

    @Attribute(order = 50, kind = FieldKind.BOOLEAN)
    @Column(name = "opted_out", nullable = false)
    private boolean optedOut;

    @Attribute(order = 60, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Attribute(order = 70, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 80, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "lead_id")
    private Lead lead;

    /** @return the channel */
    public ContactPointKind getKind() {
        return kind;
    }

    /** @param kind the channel */
    public void setKind(final ContactPointKind kind) {
        this.kind = kind;
    }

    /** @return the address, number or handle */
    public String getValue() {
        return value;
    }

    /** @param value the address, number or handle */
    public void setValue(final String value) {
        this.value = value;
    }

    /** @return what it is for; null where not known */
    public String getLabel() {
        return label;
    }

    /** @param label what it is for; null where not known */
    public void setLabel(final String label) {
        this.label = label;
    }

    /** @return whether it worked when last used */
    public boolean isValid() {
        return valid;
    }

    /** @param valid whether it worked when last used */
    public void setValid(final boolean valid) {
        this.valid = valid;
    }

    /** @return whether it must not be used for marketing */
    public boolean isOptedOut() {
        return optedOut;
    }

    /** @param optedOut whether it must not be used for marketing */
    public void setOptedOut(final boolean optedOut) {
        this.optedOut = optedOut;
    }

    /** @return the person it reaches; null where not known */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the person it reaches; null where not known */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return the account it reaches; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account the account it reaches; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the lead it reaches; null where not known */
    public Lead getLead() {
        return lead;
    }

    /** @param lead the lead it reaches; null where not known */
    public void setLead(final Lead lead) {
        this.lead = lead;
    }
}
