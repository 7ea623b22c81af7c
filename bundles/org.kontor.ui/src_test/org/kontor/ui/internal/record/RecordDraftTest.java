// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;
import org.kontor.store.FieldChange;

class RecordDraftTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID STAGE = new UUID(3, 4);
    private static final RecordType<Opportunity> TYPE = Catalogue.standard().type(Opportunity.class);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);

    private static Snapshot stored(final Map<String, Object> changes) {
        final var values = new HashMap<String, Object>(Map.of("name", "Deal", "stage", STAGE, "amount",
                new BigDecimal("100.0000"), "closeDate", JUNE));
        values.putAll(changes);
        return Snapshot.fresh(TYPE, ID, values, Map.of(STAGE, "Proposal"));
    }

    private static RecordDraft draft() {
        return new RecordDraft(stored(Map.of()), true);
    }

    @Test
    void isCleanUntilAValueDiffers() {
        final var draft = draft();
        assertFalse(draft.isDirty());
        draft.set("amount", new BigDecimal("100"));
        assertFalse(draft.isDirty(), "the same amount with fewer digits is no change");
        draft.set("name", "Deal 2");
        assertTrue(draft.isDirty());
        draft.set("name", "Deal");
        assertFalse(draft.isDirty());
    }

    @Test
    void patchesOnlyWhatDiffersWithTheValuesSeen() {
        final var draft = draft();
        draft.set("closeDate", JULY);
        draft.set("nextStep", "   ");
        assertEquals(Map.of("closeDate", new FieldChange(JUNE, JULY)), draft.patch().fields());
        assertEquals(ID, draft.patch().id());
    }

    @Test
    void followsOthersInFieldsThatWereNotTouched() {
        final var draft = draft();
        draft.set("name", "Deal 2");
        assertEquals(List.of(), draft.merge(stored(Map.of("closeDate", JULY)), "Li"));
        assertEquals(JULY, draft.value("closeDate"));
        assertEquals("Deal 2", draft.value("name"));
        assertEquals(Map.of("name", new FieldChange("Deal", "Deal 2")), draft.patch().fields());
    }

    @Test
    void keepsWhatWasTypedAndNamesTheRival() {
        final var draft = draft();
        draft.set("closeDate", JULY);
        assertEquals(List.of(TYPE.field("closeDate").label()), draft.merge(stored(Map.of("closeDate", AUGUST)), "Li"));
        assertEquals(JULY, draft.value("closeDate"));
        assertEquals(new RecordDraft.Rival(AUGUST, "Li"), draft.rival("closeDate").orElseThrow());
        assertEquals(new FieldChange(JUNE, JULY), draft.patch().fields().get("closeDate"), "so that the store finds the conflict");
        assertEquals(List.of(), draft.merge(stored(Map.of("closeDate", AUGUST)), "Li"), "the same rival is told once");
    }

    @Test
    void agreesSilentlyWhereBothWantTheSame() {
        final var draft = draft();
        draft.set("closeDate", JULY);
        assertEquals(List.of(), draft.merge(stored(Map.of("closeDate", JULY)), "Li"));
        assertFalse(draft.isDirty());
    }

    @Test
    void forgetsARivalThatWentBack() {
        final var draft = draft();
        draft.set("closeDate", JULY);
        draft.merge(stored(Map.of("closeDate", AUGUST)), "Li");
        draft.merge(stored(Map.of()), "Li");
        assertTrue(draft.rival("closeDate").isEmpty());
        assertEquals(JULY, draft.value("closeDate"));
    }

    @Test
    void takesWhatIsStoredWhenThePersonGoesBackToWhatTheySaw() {
        final var draft = draft();
        draft.set("closeDate", JULY);
        draft.merge(stored(Map.of("closeDate", AUGUST)), "Li");
        draft.set("closeDate", JUNE);
        assertEquals(AUGUST, draft.value("closeDate"));
        assertFalse(draft.isDirty());
    }

    @Test
    void settlesEachWay() {
        for (final var chosen : List.of(JULY, AUGUST, JUNE)) {
            final var draft = draft();
            draft.set("closeDate", JULY);
            draft.settle("closeDate", AUGUST, chosen);
            assertEquals(chosen, draft.value("closeDate"));
            assertEquals(!chosen.equals(AUGUST), draft.isDirty());
            if (draft.isDirty()) {
                assertEquals(new FieldChange(AUGUST, chosen), draft.patch().fields().get("closeDate"));
            }
        }
    }

    @Test
    void keepsWhatIsTypedWhileASaveRuns() {
        final var draft = draft();
        draft.set("name", "Deal 2");
        final var patch = draft.patch();
        draft.set("name", "Deal 3");
        draft.saved(patch);
        assertEquals(Map.of("name", new FieldChange("Deal 2", "Deal 3")), draft.patch().fields());
    }

    @Test
    void cannotBeSavedWithAnUnreadableOrMissingValue() {
        final var draft = draft();
        draft.setUnreadable("closeDate", "Not a day");
        draft.set("name", "");
        assertEquals(List.of("name", "closeDate"), draft.problems().stream().map(problem -> problem.field().name()).toList());
        assertTrue(draft.isDirty());
        draft.revert();
        assertEquals(List.of(), draft.problems());
        assertFalse(draft.isDirty());
    }

    @Test
    void keepsAnUnreadableTextWhenOthersChangeTheField() {
        final var draft = draft();
        draft.setUnreadable("closeDate", "Not a day");
        draft.merge(stored(Map.of("closeDate", AUGUST)), "Li");
        assertTrue(draft.isUnreadable("closeDate"));
        assertTrue(draft.rival("closeDate").isPresent());
        draft.revert();
        assertEquals(AUGUST, draft.value("closeDate"));
    }

    @Test
    void holdsEveryValueOfARecordThatWasDeletedAsNew() {
        final var draft = draft();
        draft.set("name", "Deal 2");
        draft.deleted();
        final var fields = draft.patch().fields();
        assertEquals(new FieldChange(null, "Deal 2"), fields.get("name"));
        assertEquals(new FieldChange(null, STAGE), fields.get("stage"));
        assertFalse(draft.isStored());
    }

    @Test
    void tellsListenersWhichFieldChanged() {
        final var draft = draft();
        final var heard = new ArrayList<String>();
        draft.addListener(heard::add);
        draft.set("name", "Deal 2");
        draft.set("name", "Deal 2");
        draft.merge(stored(Map.of("closeDate", JULY)), "Li");
        assertEquals(List.of("name", "closeDate"), heard);
    }
}
