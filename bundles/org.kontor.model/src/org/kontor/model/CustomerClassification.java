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
 * What an analysis says of a customer for a span of time. Never part of the customer itself: the next run closes this record and adds another.
 *
 * @since 0.1
 */
@Entity
@Table(name = "CUSTOMER_CLASSIFICATION")
public class CustomerClassification extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "scheme", length = 60, nullable = false)
    private String scheme;

    @Attribute(order = 40, kind = FieldKind.TEXT, title = true)
    @Column(name = "label", length = 255)
    private String label;

    @Attribute(order = 50, kind = FieldKind.DECIMAL)
    @Column(name = "score", precision = 19, scale = 4)
    private BigDecimal score;

    @Attribute(order = 60, kind = FieldKind.INSTANT)
    @Column(name = "valid_from", nullable = false)
    private Instant validFrom;

    @Attribute(order = 70, kind = FieldKind.INSTANT)
    @Column(name = "valid_to")
    private Instant validTo;

    @Attribute(order = 80, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "run_id", nullable = false)
    private AnalysisRun run;

    /** @return the customer where it is a company; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account the customer where it is a company; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the customer where it is a person; null where not known */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the customer where it is a person; null where not known */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return what kind of classification, such as {@code RFM} */
    public String getScheme() {
        return scheme;
    }

    /** @param scheme what kind of classification, such as {@code RFM} */
    public void setScheme(final String scheme) {
        this.scheme = scheme;
    }

    /** @return the class, cluster or segment; null where not known */
    public String getLabel() {
        return label;
    }

    /** @param label the class, cluster or segment; null where not known */
    public void setLabel(final String label) {
        this.label = label;
    }

    /** @return a grade; higher is more of it; null where not known */
    public BigDecimal getScore() {
        return score;
    }

    /** @param score a grade; higher is more of it; null where not known */
    public void setScore(final BigDecimal score) {
        this.score = score;
    }

    /** @return since when it holds */
    public Instant getValidFrom() {
        return validFrom;
    }

    /** @param validFrom since when it holds */
    public void setValidFrom(final Instant validFrom) {
        this.validFrom = validFrom;
    }

    /** @return until when it held; null while it holds */
    public Instant getValidTo() {
        return validTo;
    }

    /** @param validTo until when it held; null while it holds */
    public void setValidTo(final Instant validTo) {
        this.validTo = validTo;
    }

    /** @return the run that said so */
    public AnalysisRun getRun() {
        return run;
    }

    /** @param run the run that said so */
    public void setRun(final AnalysisRun run) {
        this.run = run;
    }
}
