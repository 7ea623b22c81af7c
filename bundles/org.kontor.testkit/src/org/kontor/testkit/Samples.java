// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.Contact;
import org.kontor.model.CustomerClassification;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.model.Product;
import org.kontor.model.Stage;
import org.kontor.model.Status;

/**
 * Records that are complete enough to be stored, for tests to change what they are about.
 *
 * @since 0.1
 */
public final class Samples {

    private static final String PLAN = "{\"source\":\"customers\",\"sourceOptions\":{},\"filter\":[],\"roles\":{},\"preparation\":[],"
            + "\"algorithm\":\"rfm\",\"parameters\":{},\"seed\":0}";

    private Samples() {
    }

    /**
     * @param name its name
     * @return an account
     */
    public static Account account(final String name) {
        final var account = new Account();
        account.setName(name);
        return account;
    }

    /**
     * @param first   the given name
     * @param last    the family name
     * @param account the employer, or null
     * @return a contact
     */
    public static Contact contact(final String first, final String last, final Account account) {
        final var contact = new Contact();
        contact.setFirstName(first);
        contact.setLastName(last);
        contact.setAccount(account);
        return contact;
    }

    /**
     * @param last    the family name
     * @param company the company
     * @param status  the status
     * @return a lead
     */
    public static Lead lead(final String last, final String company, final Status status) {
        final var lead = new Lead();
        lead.setLastName(last);
        lead.setCompany(company);
        lead.setStatus(status);
        return lead;
    }

    /**
     * @param name    its name
     * @param account the customer, or null
     * @param stage   the stage
     * @param amount  the amount in euros
     * @param closes  the expected day
     * @return an opportunity
     */
    public static Opportunity opportunity(final String name, final Account account, final Stage stage, final String amount,
            final LocalDate closes) {
        final var opportunity = new Opportunity();
        opportunity.setName(name);
        opportunity.setAccount(account);
        opportunity.setStage(stage);
        opportunity.setAmount(new BigDecimal(amount));
        opportunity.setCurrency("EUR");
        opportunity.setCloseDate(closes);
        return opportunity;
    }

    /**
     * @param code  its code
     * @param name  its name
     * @param price the list price in euros
     * @return a product
     */
    public static Product product(final String code, final String name, final String price) {
        final var product = new Product();
        product.setCode(code);
        product.setName(name);
        product.setListPrice(new BigDecimal(price));
        product.setCurrency("EUR");
        product.setActive(true);
        return product;
    }

    /**
     * @param kind    its kind
     * @param subject the subject
     * @param status  the status
     * @param account the account it is about, or null
     * @return an activity
     */
    public static Activity activity(final ActivityKind kind, final String subject, final Status status, final Account account) {
        final var activity = new Activity();
        activity.setKind(kind);
        activity.setSubject(subject);
        activity.setStatus(status);
        activity.setAccount(account);
        return activity;
    }

    /**
     * @param list     the list, such as {@code Lead} or {@code Activity.CALL}
     * @param code     the code of a built-in value, such as {@code new}
     * @param name     the label
     * @param position its place in the list, from 1; the first is where new records start
     * @return a status
     */
    public static Status status(final String list, final String code, final String name, final int position) {
        final var status = new Status();
        status.setRecordType(list);
        status.setCode(code);
        status.setName(name);
        status.setPosition(position);
        status.setInitial(position == 1);
        return status;
    }

    /**
     * @param name its name
     * @return a pipeline, the first of all
     */
    public static Pipeline pipeline(final String name) {
        final var pipeline = new Pipeline();
        pipeline.setName(name);
        pipeline.setPosition(0);
        pipeline.setActive(true);
        return pipeline;
    }

    /**
     * @param pipeline    its pipeline
     * @param code        the code of a built-in stage, such as {@code prospecting}, or null
     * @param name        the name
     * @param position    its place, from 1
     * @param probability how likely a win is, 0 to 100; 100 is won and 0 is lost
     * @return a stage
     */
    public static Stage stage(final Pipeline pipeline, final String code, final String name, final int position, final int probability) {
        final var stage = new Stage();
        stage.setPipeline(pipeline);
        stage.setCode(code);
        stage.setName(name);
        stage.setPosition(position);
        stage.setProbability(BigDecimal.valueOf(probability));
        stage.setClosed(probability == 100 || probability == 0);
        stage.setWon(probability == 100);
        stage.setForecastCategory(probability == 100 ? ForecastCategory.CLOSED : probability == 0 ? ForecastCategory.OMITTED
                : ForecastCategory.PIPELINE);
        return stage;
    }

    /**
     * @param name      its name
     * @param algorithm the method
     * @return a saved analysis that runs when somebody asks for it
     */
    public static Analysis analysis(final String name, final String algorithm) {
        final var analysis = new Analysis();
        analysis.setName(name);
        analysis.setAlgorithm(algorithm);
        analysis.setPlan(PLAN);
        analysis.setSchedule(AnalysisSchedule.NONE);
        return analysis;
    }

    /**
     * @param analysis its analysis, or null
     * @param at       when it began
     * @return a run that gave a result, which is not kept
     */
    public static AnalysisRun analysisRun(final Analysis analysis, final Instant at) {
        final var run = new AnalysisRun();
        run.setAnalysis(analysis);
        run.setAlgorithm(analysis == null ? "rfm" : analysis.getAlgorithm());
        run.setState(AnalysisRunState.SUCCEEDED);
        run.setStartedAt(at);
        run.setPlan(PLAN);
        return run;
    }

    /**
     * @param account the customer
     * @param scheme  the scheme, such as {@code RFM}
     * @param label   the label
     * @param run     the run that said so
     * @return a classification that is valid since the run began
     */
    public static CustomerClassification classification(final Account account, final String scheme, final String label, final AnalysisRun run) {
        final var classification = new CustomerClassification();
        classification.setAccount(account);
        classification.setScheme(scheme);
        classification.setLabel(label);
        classification.setValidFrom(run.getStartedAt());
        classification.setRun(run);
        return classification;
    }
}
