// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import org.kontor.core.id.Ids;

/**
 * What every record has: an identifier that its maker chose, a version that grows with each change, and who made and changed it when.
 * The store fills all of these but the identifier. Two records are equal where their identifiers are.
 *
 * @since 0.1
 */
@MappedSuperclass
public abstract class StoredRecord {

    @Id
    @Column(name = "id", nullable = false)
    private UUID id = Ids.next();

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Attribute(order = 1001, kind = FieldKind.INSTANT, system = true)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Attribute(order = 1002, kind = FieldKind.ID, system = true)
    @Column(name = "created_by")
    private UUID createdBy;

    @Attribute(order = 1003, kind = FieldKind.INSTANT, system = true)
    @Column(name = "modified_at", nullable = false)
    private Instant modifiedAt;

    @Attribute(order = 1004, kind = FieldKind.ID, system = true)
    @Column(name = "modified_by")
    private UUID modifiedBy;

    @Attribute(order = 1005, kind = FieldKind.ID, system = true)
    @Column(name = "created_in")
    private UUID createdIn;

    /** @return the identifier; never null and never another one once the record is stored */
    public UUID getId() {
        return id;
    }

    /**
     * Gives a record that is not stored yet the identifier that its source derives.
     *
     * @param id the identifier
     */
    public void setId(final UUID id) {
        this.id = Objects.requireNonNull(id);
    }

    /** @return 0 for a record that is not stored, then 1, 2, ... */
    public long getVersion() {
        return version;
    }

    /** @return when it was made; null before it is stored */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** @return the user who made it; null where no user did */
    public UUID getCreatedBy() {
        return createdBy;
    }

    /** @return when it was last changed; null before it is stored */
    public Instant getModifiedAt() {
        return modifiedAt;
    }

    /** @return the user who last changed it; null where no user did */
    public UUID getModifiedBy() {
        return modifiedBy;
    }

    /** @return the change set that made it; null before it is stored */
    public UUID getCreatedIn() {
        return createdIn;
    }

    void setCreatedAt(final Instant createdAt) {
        this.createdAt = createdAt;
    }

    void setCreatedBy(final UUID createdBy) {
        this.createdBy = createdBy;
    }

    void setModifiedAt(final Instant modifiedAt) {
        this.modifiedAt = modifiedAt;
    }

    void setModifiedBy(final UUID modifiedBy) {
        this.modifiedBy = modifiedBy;
    }

    void setCreatedIn(final UUID createdIn) {
        this.createdIn = createdIn;
    }

    @Override
    public final boolean equals(final Object other) {
        return this == other || other instanceof final StoredRecord record && record.getClass() == getClass() && record.getId().equals(getId());
    }

    @Override
    public final int hashCode() {
        return getId().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + ' ' + getId();
    }
}
