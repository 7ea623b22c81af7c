// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A person who works with Kontor, or did.
 *
 * @since 0.1
 */
@Entity(name = "KontorUser")
@Table(name = "APP_USER")
public class User extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "user_name", length = 80)
    private String userName;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "display_name", length = 120, nullable = false)
    private String displayName;

    @Attribute(order = 30, kind = FieldKind.EMAIL)
    @Column(name = "email", length = 254)
    private String email;

    @Attribute(order = 40, kind = FieldKind.TEXT)
    @Column(name = "language_tag", length = 16)
    private String language;

    @Attribute(order = 50, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "team_id")
    private Team team;

    @Attribute(order = 60, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "manager_id")
    private User manager;

    @Attribute(order = 70, kind = FieldKind.BOOLEAN)
    @Column(name = "is_active", nullable = false)
    private boolean active;

    /** @return the login name, unique where present; null where not known */
    public String getUserName() {
        return userName;
    }

    /** @param userName the login name, unique where present; null where not known */
    public void setUserName(final String userName) {
        this.userName = userName;
    }

    /** @return the name that others see */
    public String getDisplayName() {
        return displayName;
    }

    /** @param displayName the name that others see */
    public void setDisplayName(final String displayName) {
        this.displayName = displayName;
    }

    /** @return the work address; null where not known */
    public String getEmail() {
        return email;
    }

    /** @param email the work address; null where not known */
    public void setEmail(final String email) {
        this.email = email;
    }

    /** @return the language of the workbench as a BCP 47 tag; null where not known */
    public String getLanguage() {
        return language;
    }

    /** @param language the language of the workbench as a BCP 47 tag; null where not known */
    public void setLanguage(final String language) {
        this.language = language;
    }

    /** @return the team the person belongs to; null where not known */
    public Team getTeam() {
        return team;
    }

    /** @param team the team the person belongs to; null where not known */
    public void setTeam(final Team team) {
        this.team = team;
    }

    /** @return whom the person reports to; null where not known */
    public User getManager() {
        return manager;
    }

    /** @param manager whom the person reports to; null where not known */
    public void setManager(final User manager) {
        this.manager = manager;
    }

    /** @return whether the person may still log in and own records */
    public boolean isActive() {
        return active;
    }

    /** @param active whether the person may still log in and own records */
    public void setActive(final boolean active) {
        this.active = active;
    }
}
