// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A team of users, such as a regional office.
 *
 * @since 0.1
 */
@Entity
@Table(name = "TEAM")
public class Team extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "region", length = 80)
    private String region;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Team parent;

    @Attribute(order = 40, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "manager_id")
    private User manager;

    /** @return the team's name */
    public String getName() {
        return name;
    }

    /** @param name the team's name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the region it works in; null where not known */
    public String getRegion() {
        return region;
    }

    /** @param region the region it works in; null where not known */
    public void setRegion(final String region) {
        this.region = region;
    }

    /** @return the team above; null where not known */
    public Team getParent() {
        return parent;
    }

    /** @param parent the team above; null where not known */
    public void setParent(final Team parent) {
        this.parent = parent;
    }

    /** @return who leads it; null where not known */
    public User getManager() {
        return manager;
    }

    /** @param manager who leads it; null where not known */
    public void setManager(final User manager) {
        this.manager = manager;
    }
}
