// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
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
 * A deal that may be won.
 *
 * @since 0.1
 */
@Entity
@Table(name = "OPPORTUNITY")
public class Opportunity extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 255, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_id", nullable = false)
    private Stage stage;

    @Attribute(order = 40, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    @Attribute(order = 50, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 60, kind = FieldKind.DATE, system = true)
    @Column(name = "rate_date")
    private LocalDate rateDate;

    @Attribute(order = 70, kind = FieldKind.MONEY, currency = "", system = true)
    @Column(name = "base_amount", precision = 19, scale = 4)
    private BigDecimal baseAmount;

    @Attribute(order = 80, kind = FieldKind.PERCENT)
    @Column(name = "probability", precision = 5, scale = 2)
    private BigDecimal probability;

    @Attribute(order = 90, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "forecast_category", length = 20)
    private ForecastCategory forecastCategory;

    @Attribute(order = 100, kind = FieldKind.DATE)
    @Column(name = "open_date")
    private LocalDate openDate;

    @Attribute(order = 110, kind = FieldKind.DATE)
    @Column(name = "close_date")
    private LocalDate closeDate;

    @Attribute(order = 120, kind = FieldKind.INSTANT, system = true)
    @Column(name = "stage_since")
    private Instant stageSince;

    @Attribute(order = 130, kind = FieldKind.TEXT)
    @Column(name = "next_step", length = 255)
    private String nextStep;

    @Attribute(order = 140, kind = FieldKind.TEXT)
    @Column(name = "lead_source", length = 80)
    private String leadSource;

    @Attribute(order = 150, kind = FieldKind.TEXT)
    @Column(name = "loss_reason", length = 255)
    private String lossReason;

    @Attribute(order = 160, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return who would buy; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account who would buy; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the stage it is in */
    public Stage getStage() {
        return stage;
    }

    /** @param stage the stage it is in */
    public void setStage(final Stage stage) {
        this.stage = stage;
    }

    /** @return what it is worth; null where not known */
    public BigDecimal getAmount() {
        return amount;
    }

    /** @param amount what it is worth; null where not known */
    public void setAmount(final BigDecimal amount) {
        this.amount = amount;
    }

    /** @return the currency of the amount; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the amount; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the day whose exchange rate gives the base amount; null where not known */
    public LocalDate getRateDate() {
        return rateDate;
    }

    /** @param rateDate the day whose exchange rate gives the base amount; null where not known */
    public void setRateDate(final LocalDate rateDate) {
        this.rateDate = rateDate;
    }

    /** @return the amount in the company's base currency; null where not known */
    public BigDecimal getBaseAmount() {
        return baseAmount;
    }

    /** @param baseAmount the amount in the company's base currency; null where not known */
    public void setBaseAmount(final BigDecimal baseAmount) {
        this.baseAmount = baseAmount;
    }

    /** @return how likely a win is, 0 to 100; null where not known */
    public BigDecimal getProbability() {
        return probability;
    }

    /** @param probability how likely a win is, 0 to 100; null where not known */
    public void setProbability(final BigDecimal probability) {
        this.probability = probability;
    }

    /** @return how a forecast counts it; null where not known */
    public ForecastCategory getForecastCategory() {
        return forecastCategory;
    }

    /** @param forecastCategory how a forecast counts it; null where not known */
    public void setForecastCategory(final ForecastCategory forecastCategory) {
        this.forecastCategory = forecastCategory;
    }

    /** @return the day the work on it began; null where not known */
    public LocalDate getOpenDate() {
        return openDate;
    }

    /** @param openDate the day the work on it began; null where not known */
    public void setOpenDate(final LocalDate openDate) {
        this.openDate = openDate;
    }

    /** @return the day it is expected to be decided, or was; null where not known */
    public LocalDate getCloseDate() {
        return closeDate;
    }

    /** @param closeDate the day it is expected to be decided, or was; null where not known */
    public void setCloseDate(final LocalDate closeDate) {
        this.closeDate = closeDate;
    }

    /** @return when it entered its stage; null where not known */
    public Instant getStageSince() {
        return stageSince;
    }

    /** @param stageSince when it entered its stage; null where not known */
    public void setStageSince(final Instant stageSince) {
        this.stageSince = stageSince;
    }

    /** @return what happens next; null where not known */
    public String getNextStep() {
        return nextStep;
    }

    /** @param nextStep what happens next; null where not known */
    public void setNextStep(final String nextStep) {
        this.nextStep = nextStep;
    }

    /** @return where it came from; null where not known */
    public String getLeadSource() {
        return leadSource;
    }

    /** @param leadSource where it came from; null where not known */
    public void setLeadSource(final String leadSource) {
        this.leadSource = leadSource;
    }

    /** @return why it was lost; null where not known */
    public String getLossReason() {
        return lossReason;
    }

    /** @param lossReason why it was lost; null where not known */
    public void setLossReason(final String lossReason) {
        this.lossReason = lossReason;
    }

    /** @return notes; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description notes; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }

    /**
     * Moves the deal to a stage: it takes over the stage's probability and forecast category. Staying in the stage changes nothing.
     *
     * @param next  the stage to enter
     * @param since when
     * @return whether the stage is another one than before
     */
    public boolean enter(final Stage next, final Instant since) {
        if (next.equals(getStage())) {
            return false;
        }
        setStage(next);
        setProbability(next.getProbability());
        setForecastCategory(next.getForecastCategory());
        setStageSince(since);
        return true;
    }
}
