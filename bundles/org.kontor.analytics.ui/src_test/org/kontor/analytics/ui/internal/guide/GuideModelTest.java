// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.result.Message;

class GuideModelTest {

    private static final IntegerParameter K = new IntegerParameter("k", 3L, 2, 100);

    private final GuideModel model = new GuideModel();

    private static SourceColumn column(final String name, final Role... roles) {
        return new SourceColumn(name, Message.name(name), ColumnType.NUMBER, List.of(roles), false, Optional.empty());
    }

    @Test
    void aSourceProposesRolesAndAnotherForgetsThem() {
        assertTrue(model.obstacle(GuideStep.PREPARE).isPresent());
        model.setSource("customers", Map.of(), List.of(column("id", Role.ID), column("money", Role.FEATURES, Role.VALUE), column("note")));
        assertFalse(model.obstacle(GuideStep.PREPARE).isPresent());
        assertEquals(Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("money")), model.plan().roles());
        model.setRole("money", Optional.of(Role.VALUE));
        model.setRole("note", Optional.of(Role.FEATURES));
        assertEquals(Map.of(Role.ID, List.of("id"), Role.VALUE, List.of("money"), Role.FEATURES, List.of("note")), model.plan().roles());
        model.setSource("orders", Map.of(), List.of(column("day")));
        assertTrue(model.plan().roles().isEmpty());
        assertTrue(model.obstacle(GuideStep.FEATURES).isPresent());
    }

    @Test
    void settingsAreCheckedAndPresetsAreNotWritten() {
        assertEquals("3", model.parameter(K));
        final var problem = model.setParameter(K, "1");
        assertEquals("analytics.parameter-range", problem.orElseThrow().code());
        assertEquals("1", model.parameter(K), "kept, so that it can be mended");
        assertEquals("analytics.parameter-unreadable", model.setParameter(K, "many").orElseThrow().code());
        assertEquals(Optional.empty(), model.setParameter(K, "8"));
        assertEquals(Map.of("k", "8"), model.plan().parameters());
        model.setParameter(K, "3");
        assertEquals(Map.of(), model.plan().parameters());
    }

    @Test
    void cleaningIsDoneInTheOrderThatMakesSense() {
        final var cleaning = Cleaning.NONE.with(Cleaning.Scale.ESTIMATE).withOneHot(true).withLog(true).with(Cleaning.Far.CLIP_TUKEY)
                .with(Cleaning.Missing.MEDIAN);
        assertEquals(List.of(new Step.FillMissing(List.of(), Step.Fill.MEDIAN, ""), new Step.Outliers(List.of(), Step.Fences.TUKEY, 1.5, Step.Outlier.CLIP),
                new Step.Logarithm(List.of()), new Step.Standardize(List.of(), 1), new Step.OneHot(List.of())), cleaning.steps());
        assertEquals(List.of(), Cleaning.NONE.steps());
    }
}
