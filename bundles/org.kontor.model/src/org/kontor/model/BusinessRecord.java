// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * A record that somebody is responsible for and that other systems may know under a number of their own.
 *
 * @since 0.1
 */
@MappedSuperclass
public abstract class BusinessRecord extends StoredRecord {

    @Attribute(order = 900, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private User owner;

    @Attribute(order = 901, kind = FieldKind.TEXT)
    @Column(name = "external_id", length = 120)
    private String externalId;

    /** @return who is responsible; null where nobody is */
    public User getOwner() {
        return owner;
    }

    /** @param owner who is responsible; null where nobody is */
    public void setOwner(final User owner) {
        this.owner = owner;
    }

    /** @return the number under which the system it came from knows it; null where it came from none */
    public String getExternalId() {
        return externalId;
    }

    /** @param externalId the number under which another system knows it; null where none does */
    public void setExternalId(final String externalId) {
        this.externalId = externalId;
    }
}
