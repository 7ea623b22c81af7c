// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/**
 * A saved analysis: what is analysed and how, to be run again and again.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ANALYSIS")
public class Analysis extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "algorithm_id", length = 60, nullable = false)
    private String algorithm;

    @Attribute(order = 30, kind = FieldKind.LONG_TEXT)
    @Column(name = "plan_text", length = 32000, nullable = false)
    private String plan;

    @Attribute(order = 40, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "schedule", length = 20, nullable = false)
    private AnalysisSchedule schedule;

    @Attribute(order = 50, kind = FieldKind.TEXT)
    @Column(name = "scheme", length = 60)
    private String scheme;

    @Attribute(order = 60, kind = FieldKind.INSTANT)
    @Column(name = "last_run_at")
    private Instant lastRunAt;

    @Attribute(order = 70, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return what people call it */
    public String getName() {
        return name;
    }

    /** @param name what people call it */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the identifier of the method */
    public String getAlgorithm() {
        return algorithm;
    }

    /** @param algorithm the identifier of the method */
    public void setAlgorithm(final String algorithm) {
        this.algorithm = algorithm;
    }

    /** @return what is analysed and how, as JSON */
    public String getPlan() {
        return plan;
    }

    /** @param plan what is analysed and how, as JSON */
    public void setPlan(final String plan) {
        this.plan = plan;
    }

    /** @return when it runs by itself */
    public AnalysisSchedule getSchedule() {
        return schedule;
    }

    /** @param schedule when it runs by itself */
    public void setSchedule(final AnalysisSchedule schedule) {
        this.schedule = schedule;
    }

    /** @return the scheme under which its labels are written to customers; null where they are not */
    public String getScheme() {
        return scheme;
    }

    /** @param scheme the scheme under which its labels are written to customers; null where they are not */
    public void setScheme(final String scheme) {
        this.scheme = scheme;
    }

    /** @return when it last ran by itself; null where not known */
    public Instant getLastRunAt() {
        return lastRunAt;
    }

    /** @param lastRunAt when it last ran by itself; null where not known */
    public void setLastRunAt(final Instant lastRunAt) {
        this.lastRunAt = lastRunAt;
    }

    /** @return what it is for; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description what it is for; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }
}
