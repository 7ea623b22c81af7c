// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * One move of an opportunity from a stage to the next.
 *
 * @since 0.1
 */
@Entity
@Table(name = "STAGE_HISTORY")
public class StageHistory extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "from_stage_id")
    private Stage fromStage;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "to_stage_id", nullable = false)
    private Stage toStage;

    @Attribute(order = 40, kind = FieldKind.INSTANT)
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Attribute(order = 50, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by_id")
    private User changedBy;

    @Attribute(order = 60, kind = FieldKind.MONEY, currency = "opportunity.currency")
    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    /** @return the deal */
    public Opportunity getOpportunity() {
        return opportunity;
    }

    /** @param opportunity the deal */
    public void setOpportunity(final Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** @return the stage it left; null for the first entry; null where not known */
    public Stage getFromStage() {
        return fromStage;
    }

    /** @param fromStage the stage it left; null for the first entry; null where not known */
    public void setFromStage(final Stage fromStage) {
        this.fromStage = fromStage;
    }

    /** @return the stage it entered */
    public Stage getToStage() {
        return toStage;
    }

    /** @param toStage the stage it entered */
    public void setToStage(final Stage toStage) {
        this.toStage = toStage;
    }

    /** @return when */
    public Instant getChangedAt() {
        return changedAt;
    }

    /** @param changedAt when */
    public void setChangedAt(final Instant changedAt) {
        this.changedAt = changedAt;
    }

    /** @return who moved it; null where not known */
    public User getChangedBy() {
        return changedBy;
    }

    /** @param changedBy who moved it; null where not known */
    public void setChangedBy(final User changedBy) {
        this.changedBy = changedBy;
    }

    /** @return what it was worth at that moment; null where not known */
    public BigDecimal getAmount() {
        return amount;
    }

    /** @param amount what it was worth at that moment; null where not known */
    public void setAmount(final BigDecimal amount) {
        this.amount = amount;
    }
}
