// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A step of a pipeline. Code reads its flags and never its name.
 *
 * @since 0.1
 */
@Entity
@Table(name = "STAGE")
public class Stage extends StoredRecord implements Titled {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "pipeline_id", nullable = false)
    private Pipeline pipeline;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "code", length = 60)
    private String code;

    @Attribute(order = 30, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 40, kind = FieldKind.INTEGER)
    @Column(name = "item_position", nullable = false)
    private Integer position;

    @Attribute(order = 50, kind = FieldKind.PERCENT)
    @Column(name = "probability", precision = 5, scale = 2, nullable = false)
    private BigDecimal probability;

    @Attribute(order = 60, kind = FieldKind.BOOLEAN)
    @Column(name = "is_closed", nullable = false)
    private boolean closed;

    @Attribute(order = 70, kind = FieldKind.BOOLEAN)
    @Column(name = "is_won", nullable = false)
    private boolean won;

    @Attribute(order = 80, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "forecast_category", length = 20, nullable = false)
    private ForecastCategory forecastCategory;

    @Attribute(order = 90, kind = FieldKind.TEXT)
    @Column(name = "required_fields", length = 500)
    private String requiredFields;

    @Attribute(order = 100, kind = FieldKind.LONG_TEXT)
    @Column(name = "exit_criteria", length = 32000)
    private String exitCriteria;

    @Attribute(order = 110, kind = FieldKind.LONG_TEXT)
    @Column(name = "guidance", length = 32000)
    private String guidance;

    /** @return the pipeline */
    public Pipeline getPipeline() {
        return pipeline;
    }

    /** @param pipeline the pipeline */
    public void setPipeline(final Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** @return the language-free name of a stage that came with the product; null where not known */
    public String getCode() {
        return code;
    }

    /** @param code the language-free name of a stage that came with the product; null where not known */
    public void setCode(final String code) {
        this.code = code;
    }

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the place in the pipeline, from 1 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place in the pipeline, from 1 */
    public void setPosition(final Integer position) {
        this.position = position;
    }

    /** @return how likely a win is from here, 0 to 100 */
    public BigDecimal getProbability() {
        return probability;
    }

    /** @param probability how likely a win is from here, 0 to 100 */
    public void setProbability(final BigDecimal probability) {
        this.probability = probability;
    }

    /** @return whether the opportunity is decided */
    public boolean isClosed() {
        return closed;
    }

    /** @param closed whether the opportunity is decided */
    public void setClosed(final boolean closed) {
        this.closed = closed;
    }

    /** @return whether it is decided for us */
    public boolean isWon() {
        return won;
    }

    /** @param won whether it is decided for us */
    public void setWon(final boolean won) {
        this.won = won;
    }

    /** @return how a forecast counts it */
    public ForecastCategory getForecastCategory() {
        return forecastCategory;
    }

    /** @param forecastCategory how a forecast counts it */
    public void setForecastCategory(final ForecastCategory forecastCategory) {
        this.forecastCategory = forecastCategory;
    }

    /** @return names of the opportunity's fields that must be filled to enter the stage, separated by commas; null where not known */
    public String getRequiredFields() {
        return requiredFields;
    }

    /** @param requiredFields names of the opportunity's fields that must be filled to enter the stage, separated by commas; null where not known */
    public void setRequiredFields(final String requiredFields) {
        this.requiredFields = requiredFields;
    }

    /** @return what must be true before the next stage; null where not known */
    public String getExitCriteria() {
        return exitCriteria;
    }

    /** @param exitCriteria what must be true before the next stage; null where not known */
    public void setExitCriteria(final String exitCriteria) {
        this.exitCriteria = exitCriteria;
    }

    /** @return what to do in this stage, one step a line; null where not known */
    public String getGuidance() {
        return guidance;
    }

    /** @param guidance what to do in this stage, one step a line; null where not known */
    public void setGuidance(final String guidance) {
        this.guidance = guidance;
    }

    @Override
    public String title() {
        return Labels.of("stage", code, name);
    }
}
