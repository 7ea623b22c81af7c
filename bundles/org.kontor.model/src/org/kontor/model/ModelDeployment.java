// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * The time in which a learned model is used to score records, or runs beside the one that is: who chose it, when, why and on what figures. Never
 * changed but to be ended; another choice is another record.
 *
 * @since 0.1
 */
@Entity
@Table(name = "MODEL_DEPLOYMENT")
public class ModelDeployment extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "analysis_id", nullable = false)
    private Analysis analysis;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "run_id", nullable = false)
    private AnalysisRun run;

    @Attribute(order = 30, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "model_role", length = 20, nullable = false)
    private ModelRole role;

    @Attribute(order = 40, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "verdict", length = 20, nullable = false)
    private ModelVerdict verdict;

    @Attribute(order = 50, kind = FieldKind.INSTANT)
    @Column(name = "valid_from", nullable = false)
    private Instant validFrom;

    @Attribute(order = 60, kind = FieldKind.INSTANT)
    @Column(name = "valid_to")
    private Instant validTo;

    @Attribute(order = 70, kind = FieldKind.TEXT, title = true)
    @Column(name = "decided_by", length = 255, nullable = false)
    private String decidedBy;

    @Attribute(order = 80, kind = FieldKind.LONG_TEXT)
    @Column(name = "reason", length = 4000)
    private String reason;

    @Attribute(order = 90, kind = FieldKind.LONG_TEXT)
    @Column(name = "figures", length = 32000)
    private String figures;

    @Attribute(order = 100, kind = FieldKind.TEXT)
    @Column(name = "ended_by", length = 255)
    private String endedBy;

    @Attribute(order = 110, kind = FieldKind.LONG_TEXT)
    @Column(name = "end_reason", length = 4000)
    private String endReason;

    /** @return the saved analysis that scores records with the model */
    public Analysis getAnalysis() {
        return analysis;
    }

    /** @param analysis the saved analysis that scores records with the model */
    public void setAnalysis(final Analysis analysis) {
        this.analysis = analysis;
    }

    /** @return the run that learned the model */
    public AnalysisRun getRun() {
        return run;
    }

    /** @param run the run that learned the model */
    public void setRun(final AnalysisRun run) {
        this.run = run;
    }

    /** @return what part the model plays */
    public ModelRole getRole() {
        return role;
    }

    /** @param role what part the model plays */
    public void setRole(final ModelRole role) {
        this.role = role;
    }

    /** @return whether the model was found better than a naive baseline when it was chosen */
    public ModelVerdict getVerdict() {
        return verdict;
    }

    /** @param verdict whether the model was found better than a naive baseline when it was chosen */
    public void setVerdict(final ModelVerdict verdict) {
        this.verdict = verdict;
    }

    /** @return since when */
    public Instant getValidFrom() {
        return validFrom;
    }

    /** @param validFrom since when */
    public void setValidFrom(final Instant validFrom) {
        this.validFrom = validFrom;
    }

    /** @return until when; null while it lasts */
    public Instant getValidTo() {
        return validTo;
    }

    /** @param validTo until when; null while it lasts */
    public void setValidTo(final Instant validTo) {
        this.validTo = validTo;
    }

    /** @return the login name of who chose the model */
    public String getDecidedBy() {
        return decidedBy;
    }

    /** @param decidedBy the login name of who chose the model */
    public void setDecidedBy(final String decidedBy) {
        this.decidedBy = decidedBy;
    }

    /** @return why, in the words of who chose it; null where nothing was said */
    public String getReason() {
        return reason;
    }

    /** @param reason why, in the words of who chose it; null where nothing was said */
    public void setReason(final String reason) {
        this.reason = reason;
    }

    /** @return the figures that were shown when it was chosen; null where there were none */
    public String getFigures() {
        return figures;
    }

    /** @param figures the figures that were shown when it was chosen; null where there were none */
    public void setFigures(final String figures) {
        this.figures = figures;
    }

    /** @return the login name of who ended it; null while it lasts */
    public String getEndedBy() {
        return endedBy;
    }

    /** @param endedBy the login name of who ended it; null while it lasts */
    public void setEndedBy(final String endedBy) {
        this.endedBy = endedBy;
    }

    /** @return why it was ended; null where nothing was said */
    public String getEndReason() {
        return endReason;
    }

    /** @param endReason why it was ended; null where nothing was said */
    public void setEndReason(final String endReason) {
        this.endReason = endReason;
    }
}
