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
 * One run of a method, with all that is needed to do it again and to tell what was different. Its result is kept as {@link AnalysisArtifact}.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ANALYSIS_RUN")
public class AnalysisRun extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "analysis_id")
    private Analysis analysis;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "algorithm_id", length = 60, nullable = false)
    private String algorithm;

    @Attribute(order = 30, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "run_state", length = 20, nullable = false)
    private AnalysisRunState state;

    @Attribute(order = 40, kind = FieldKind.INSTANT)
    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Attribute(order = 50, kind = FieldKind.INTEGER)
    @Column(name = "milliseconds")
    private Long milliseconds;

    @Attribute(order = 60, kind = FieldKind.TEXT)
    @Column(name = "provider", length = 255)
    private String provider;

    @Attribute(order = 70, kind = FieldKind.TEXT)
    @Column(name = "provider_version", length = 60)
    private String providerVersion;

    @Attribute(order = 80, kind = FieldKind.TEXT)
    @Column(name = "algorithm_version", length = 60)
    private String algorithmVersion;

    @Attribute(order = 90, kind = FieldKind.LONG_TEXT)
    @Column(name = "plan_text", length = 32000, nullable = false)
    private String plan;

    @Attribute(order = 100, kind = FieldKind.LONG_TEXT)
    @Column(name = "parameters", length = 32000)
    private String parameters;

    @Attribute(order = 120, kind = FieldKind.INTEGER)
    @Column(name = "threads")
    private Integer threads;

    @Attribute(order = 130, kind = FieldKind.TEXT)
    @Column(name = "data_fingerprint", length = 64)
    private String dataFingerprint;

    @Attribute(order = 140, kind = FieldKind.TEXT)
    @Column(name = "result_fingerprint", length = 64)
    private String resultFingerprint;

    @Attribute(order = 150, kind = FieldKind.INTEGER)
    @Column(name = "row_count")
    private Long rowCount;

    @Attribute(order = 160, kind = FieldKind.LONG_TEXT)
    @Column(name = "metrics", length = 32000)
    private String metrics;

    @Attribute(order = 170, kind = FieldKind.LONG_TEXT)
    @Column(name = "warnings", length = 32000)
    private String warnings;

    @Attribute(order = 180, kind = FieldKind.TEXT)
    @Column(name = "problem_code", length = 120)
    private String problemCode;

    @Attribute(order = 190, kind = FieldKind.LONG_TEXT)
    @Column(name = "problem_text", length = 4000)
    private String problem;

    @Attribute(order = 200, kind = FieldKind.LONG_TEXT)
    @Column(name = "change_text", length = 32000)
    private String changes;

    @Attribute(order = 210, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", length = 20)
    private RunPurpose purpose;

    @Attribute(order = 220, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_run_id")
    private AnalysisRun model;

    /** @return the saved analysis that it is a run of; null where not known */
    public Analysis getAnalysis() {
        return analysis;
    }

    /** @param analysis the saved analysis that it is a run of; null where not known */
    public void setAnalysis(final Analysis analysis) {
        this.analysis = analysis;
    }

    /** @return the identifier of the method */
    public String getAlgorithm() {
        return algorithm;
    }

    /** @param algorithm the identifier of the method */
    public void setAlgorithm(final String algorithm) {
        this.algorithm = algorithm;
    }

    /** @return how far it is */
    public AnalysisRunState getState() {
        return state;
    }

    /** @param state how far it is */
    public void setState(final AnalysisRunState state) {
        this.state = state;
    }

    /** @return when it began */
    public Instant getStartedAt() {
        return startedAt;
    }

    /** @param startedAt when it began */
    public void setStartedAt(final Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** @return how long the method took, without reading; null where not known */
    public Long getMilliseconds() {
        return milliseconds;
    }

    /** @param milliseconds how long the method took, without reading; null where not known */
    public void setMilliseconds(final Long milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** @return the symbolic name of the bundle that did it; null where not known */
    public String getProvider() {
        return provider;
    }

    /** @param provider the symbolic name of the bundle that did it; null where not known */
    public void setProvider(final String provider) {
        this.provider = provider;
    }

    /** @return the version of that bundle; null where not known */
    public String getProviderVersion() {
        return providerVersion;
    }

    /** @param providerVersion the version of that bundle; null where not known */
    public void setProviderVersion(final String providerVersion) {
        this.providerVersion = providerVersion;
    }

    /** @return the version of the method; null where not known */
    public String getAlgorithmVersion() {
        return algorithmVersion;
    }

    /** @param algorithmVersion the version of the method; null where not known */
    public void setAlgorithmVersion(final String algorithmVersion) {
        this.algorithmVersion = algorithmVersion;
    }

    /** @return what was run, as JSON */
    public String getPlan() {
        return plan;
    }

    /** @param plan what was run, as JSON */
    public void setPlan(final String plan) {
        this.plan = plan;
    }

    /** @return all settings of the method, as JSON; null where not known */
    public String getParameters() {
        return parameters;
    }

    /** @param parameters all settings of the method, as JSON; null where not known */
    public void setParameters(final String parameters) {
        this.parameters = parameters;
    }

    /** @return how many threads it used, which does not change the result; null where not known */
    public Integer getThreads() {
        return threads;
    }

    /** @param threads how many threads it used, which does not change the result; null where not known */
    public void setThreads(final Integer threads) {
        this.threads = threads;
    }

    /** @return SHA-256 of the rows that were used, in hexadecimal; null where not known */
    public String getDataFingerprint() {
        return dataFingerprint;
    }

    /** @param dataFingerprint SHA-256 of the rows that were used, in hexadecimal; null where not known */
    public void setDataFingerprint(final String dataFingerprint) {
        this.dataFingerprint = dataFingerprint;
    }

    /** @return SHA-256 of the result, in hexadecimal; null where not known */
    public String getResultFingerprint() {
        return resultFingerprint;
    }

    /** @param resultFingerprint SHA-256 of the result, in hexadecimal; null where not known */
    public void setResultFingerprint(final String resultFingerprint) {
        this.resultFingerprint = resultFingerprint;
    }

    /** @return how many rows were used; null where not known */
    public Long getRowCount() {
        return rowCount;
    }

    /** @param rowCount how many rows were used; null where not known */
    public void setRowCount(final Long rowCount) {
        this.rowCount = rowCount;
    }

    /** @return the metrics by standard name, as JSON; null where not known */
    public String getMetrics() {
        return metrics;
    }

    /** @param metrics the metrics by standard name, as JSON; null where not known */
    public void setMetrics(final String metrics) {
        this.metrics = metrics;
    }

    /** @return what should be known before the result is used, as JSON; null where not known */
    public String getWarnings() {
        return warnings;
    }

    /** @param warnings what should be known before the result is used, as JSON; null where not known */
    public void setWarnings(final String warnings) {
        this.warnings = warnings;
    }

    /** @return the code of the problem for which there is no result; null where not known */
    public String getProblemCode() {
        return problemCode;
    }

    /** @param problemCode the code of the problem for which there is no result; null where not known */
    public void setProblemCode(final String problemCode) {
        this.problemCode = problemCode;
    }

    /** @return what went wrong and what to do; null where not known */
    public String getProblem() {
        return problem;
    }

    /** @param problem what went wrong and what to do; null where not known */
    public void setProblem(final String problem) {
        this.problem = problem;
    }

    /** @return what is different from the run before, in words; null where not known */
    public String getChanges() {
        return changes;
    }

    /** @param changes what is different from the run before, in words; null where not known */
    public void setChanges(final String changes) {
        this.changes = changes;
    }

    /** @return what it was for; null for runs of before there was more than one purpose */
    public RunPurpose getPurpose() {
        return purpose;
    }

    /** @param purpose what it was for; null for an analysis */
    public void setPurpose(final RunPurpose purpose) {
        this.purpose = purpose;
    }

    /** @return the run that learned the model by which this one scored; null where it did not score */
    public AnalysisRun getModel() {
        return model;
    }

    /** @param model the run that learned the model by which this one scored; null where it did not score */
    public void setModel(final AnalysisRun model) {
        this.model = model;
    }
}
