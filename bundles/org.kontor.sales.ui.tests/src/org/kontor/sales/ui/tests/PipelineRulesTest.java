// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.model.Opportunity;
import org.kontor.model.StageHistory;
import org.kontor.store.ConflictException;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordPatch;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.editor.RecordSaving;

/** What is typed in a form or a table obeys the rules that hold for a dragged card. */
class PipelineRulesTest {

    private SalesFixture sales;
    private RecordSaving saving;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
        saving = SalesFixture.service(RecordSaving.class);
    }

    @AfterEach
    void close() {
        sales.close();
    }

    private Object value(final String field) {
        return sales.store.value(Opportunity.class, sales.later.getId(), field);
    }

    private void change(final Map<String, FieldChange> fields) {
        saving.change(sales.store.store(), new RecordPatch("Opportunity", sales.later.getId(), fields), "Edit");
    }

    private FieldChange to(final String stage) {
        return new FieldChange(sales.stage("proposal").id(), sales.stage(stage).id());
    }

    private long moves(final UUID opportunity) {
        return sales.store.store().read(session -> session.count(Query.of(StageHistory.class).where(Filter.equal("opportunity", opportunity))));
    }

    @Test
    void aTypedStageNeedsItsFields() {
        final var refused = assertThrows(ProblemException.class, () -> change(Map.of("stage", to("negotiation"))));
        assertEquals("sales.stage.fieldsMissing", refused.problem().code());
        assertEquals("proposal", sales.stageOf(sales.later));
        change(Map.of("stage", to("negotiation"), "nextStep", new FieldChange(null, "Sign")));
        assertEquals("negotiation", sales.stageOf(sales.later));
        assertEquals(0, sales.stage("negotiation").probability().compareTo((BigDecimal) value("probability")));
        assertEquals(1, moves(sales.later.getId()));
    }

    @Test
    void aTypedProbabilityStands() {
        change(Map.of("stage", to("qualification"), "probability", new FieldChange(null, new BigDecimal("33"))));
        assertEquals(0, new BigDecimal("33").compareTo((BigDecimal) value("probability")));
    }

    @Test
    void aTypedAmountCountsInTheBaseCurrency() {
        change(Map.of("amount", new FieldChange(new BigDecimal("20000"), new BigDecimal("25000"))));
        assertEquals(0, new BigDecimal("25000").compareTo((BigDecimal) value("baseAmount")));
        final var cleared = new HashMap<String, FieldChange>();
        cleared.put("amount", new FieldChange(new BigDecimal("25000"), null));
        change(cleared);
        assertEquals(null, value("baseAmount"));
    }

    @Test
    void aStageThatSomebodyElseChangedIsAConflict() {
        final var stale = new FieldChange(sales.stage("prospecting").id(), sales.stage("qualification").id());
        assertThrows(ConflictException.class, () -> change(Map.of("stage", stale)));
        assertEquals("proposal", sales.stageOf(sales.later));
    }

    @Test
    void aNewOpportunityStartsWithItsStage() {
        final var id = UUID.randomUUID();
        saving.create(sales.store.store(), new RecordPatch("Opportunity", id,
                Map.of("name", new FieldChange(null, "New"), "amount", new FieldChange(null, new BigDecimal("7")))), "Create");
        final var stored = sales.store.store().read(session -> session.find(Opportunity.class, id).orElseThrow().getStage().getCode());
        assertEquals("prospecting", stored);
        assertEquals(0, new BigDecimal("7").compareTo((BigDecimal) sales.store.value(Opportunity.class, id, "baseAmount")));
        assertEquals(1, moves(id));
    }
}
