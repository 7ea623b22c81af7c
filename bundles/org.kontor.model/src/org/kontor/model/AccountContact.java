// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * The part that a contact plays at an account.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ACCOUNT_CONTACT")
public class AccountContact extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", nullable = false)
    private Account account;

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

    @Attribute(order = 50, kind = FieldKind.BOOLEAN)
    @Column(name = "is_inactive", nullable = false)
    private boolean inactive;

    /** @return the account */
    public Account getAccount() {
        return account;
    }

    /** @param account the account */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the contact */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the contact */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return what the contact does there; null where not known */
    public String getRole() {
        return role;
    }

    /** @param role what the contact does there; null where not known */
    public void setRole(final String role) {
        this.role = role;
    }

    /** @return whether this is the contact's main account */
    public boolean isMain() {
        return main;
    }

    /** @param main whether this is the contact's main account */
    public void setMain(final boolean main) {
        this.main = main;
    }

    /** @return whether the part is over */
    public boolean isInactive() {
        return inactive;
    }

    /** @param inactive whether the part is over */
    public void setInactive(final boolean inactive) {
        this.inactive = inactive;
    }
}
