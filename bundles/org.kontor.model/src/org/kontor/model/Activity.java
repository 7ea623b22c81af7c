// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A task, a call or a meeting.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ACTIVITY")
public class Activity extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = 20, nullable = false)
    private ActivityKind kind;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "subject", length = 255, nullable = false)
    private String subject;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "status_id", nullable = false)
    private Status status;

    @Attribute(order = 40, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "priority", length = 20)
    private Priority priority;

    @Attribute(order = 50, kind = FieldKind.DATE)
    @Column(name = "due_date")
    private LocalDate dueDate;

    @Attribute(order = 60, kind = FieldKind.INSTANT)
    @Column(name = "start_at")
    private Instant startAt;

    @Attribute(order = 70, kind = FieldKind.INSTANT)
    @Column(name = "end_at")
    private Instant endAt;

    @Attribute(order = 80, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "direction", length = 20)
    private Direction direction;

    @Attribute(order = 90, kind = FieldKind.TEXT)
    @Column(name = "outcome", length = 255)
    private String outcome;

    @Attribute(order = 100, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 110, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Attribute(order = 120, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "lead_id")
    private Lead lead;

    @Attribute(order = 130, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "opportunity_id")
    private Opportunity opportunity;

    @Attribute(order = 140, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return what it is */
    public ActivityKind getKind() {
        return kind;
    }

    /** @param kind what it is */
    public void setKind(final ActivityKind kind) {
        this.kind = kind;
    }

    /** @return what it is about */
    public String getSubject() {
        return subject;
    }

    /** @param subject what it is about */
    public void setSubject(final String subject) {
        this.subject = subject;
    }

    /** @return whether it is planned, done or given up */
    public Status getStatus() {
        return status;
    }

    /** @param status whether it is planned, done or given up */
    public void setStatus(final Status status) {
        this.status = status;
    }

    /** @return how urgent it is; null where not known */
    public Priority getPriority() {
        return priority;
    }

    /** @param priority how urgent it is; null where not known */
    public void setPriority(final Priority priority) {
        this.priority = priority;
    }

    /** @return the day by which a task shall be done; null where not known */
    public LocalDate getDueDate() {
        return dueDate;
    }

    /** @param dueDate the day by which a task shall be done; null where not known */
    public void setDueDate(final LocalDate dueDate) {
        this.dueDate = dueDate;
    }

    /** @return when a call or meeting begins, or began; null where not known */
    public Instant getStartAt() {
        return startAt;
    }

    /** @param startAt when a call or meeting begins, or began; null where not known */
    public void setStartAt(final Instant startAt) {
        this.startAt = startAt;
    }

    /** @return when it ends, or ended; null where not known */
    public Instant getEndAt() {
        return endAt;
    }

    /** @param endAt when it ends, or ended; null where not known */
    public void setEndAt(final Instant endAt) {
        this.endAt = endAt;
    }

    /** @return who called whom; null where not known */
    public Direction getDirection() {
        return direction;
    }

    /** @param direction who called whom; null where not known */
    public void setDirection(final Direction direction) {
        this.direction = direction;
    }

    /** @return what came of it; null where not known */
    public String getOutcome() {
        return outcome;
    }

    /** @param outcome what came of it; null where not known */
    public void setOutcome(final String outcome) {
        this.outcome = outcome;
    }

    /** @return the account it is about; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account the account it is about; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the contact it is about; null where not known */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the contact it is about; null where not known */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return the lead it is about; null where not known */
    public Lead getLead() {
        return lead;
    }

    /** @param lead the lead it is about; null where not known */
    public void setLead(final Lead lead) {
        this.lead = lead;
    }

    /** @return the opportunity it is about; null where not known */
    public Opportunity getOpportunity() {
        return opportunity;
    }

    /** @param opportunity the opportunity it is about; null where not known */
    public void setOpportunity(final Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** @return notes; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description notes; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }
}
