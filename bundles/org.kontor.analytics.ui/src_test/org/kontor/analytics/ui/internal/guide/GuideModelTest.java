// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.TableParameter;
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
        model.setSource("customers", Map.of(), List.of(column("id", Role.ID), column("money", Role.FEATURES, Role.VALUE), column("note")), Set.of(),
                Optional.empty());
        assertFalse(model.obstacle(GuideStep.PREPARE).isPresent());
        assertEquals(Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("money")), model.plan().roles());
        model.setRole("money", Optional.of(Role.VALUE));
        model.setRole("note", Optional.of(Role.FEATURES));
        assertEquals(Map.of(Role.ID, List.of("id"), Role.VALUE, List.of("money"), Role.FEATURES, List.of("note")), model.plan().roles());
        model.setSource("orders", Map.of(), List.of(column("day")), Set.of(), Optional.empty());
        assertTrue(model.plan().roles().isEmpty());
        assertTrue(model.obstacle(GuideStep.FEATURES).isPresent());
    }

    @Test
    void columnsWithoutValuesAreNotProposed() {
        model.setSource("customers", Map.of(), List.of(column("money", Role.FEATURES), column("fax", Role.FEATURES)), Set.of("fax"), Optional.empty());
        assertEquals(Map.of(Role.FEATURES, List.of("money")), model.plan().roles());
        model.setRole("fax", Optional.of(Role.FEATURES));
        assertEquals(Map.of(Role.FEATURES, List.of("money", "fax")), model.plan().roles(), "but people may");
    }

    @Test
    void textsOfThePresetAreShownInAnotherLanguageAndKeptAsTheyAre() {
        final var segments = new TableParameter("segments", List.of("name", "from"), List.of(List.of("Champions", "4"), List.of("Lost", "1")));
        final var format = new RowsFormat.Texts(segments, List.of("Name", "From"), Map.of("Champions", "冠军客户", "Lost", "已流失"));
        final var rows = format.rows(format.preset());
        assertEquals(List.of("冠军客户", "4", "已流失", "1"), rows.stream().flatMap(Arrays::stream).toList());
        assertEquals(format.preset(), format.text(rows), "unchanged, it is the preset");
        rows.get(0)[0] = "我们的明星";
        assertEquals("我们的明星|4;Lost|1", format.text(rows));
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
    void settingsThatWereFoundTakeThePlaceOfTheOwnAndPagesHearOfIt() {
        model.setParameter(K, "8");
        model.take(Map.of("depth", "4"));
        assertEquals(Map.of("depth", "4"), model.plan().parameters());
        assertEquals(1, model.taken());
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
