// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.core.problem.ProblemException;

class ParametersTest {

    private static final IntegerParameter K = new IntegerParameter("k", 3L, 1, 1_000);
    private static final RealParameter TOLERANCE = new RealParameter("tolerance", 1e-4, 0, Double.MAX_VALUE);
    private static final ChoiceParameter INIT = new ChoiceParameter("init", "k-means++", List.of("k-means++", "random"));
    private static final FlagParameter SORT = new FlagParameter("sort", true);
    private static final TextParameter LABEL = new TextParameter("label", "", 10);
    private static final DateParameter DAY = new DateParameter("reference-date");
    private static final NumbersParameter LIMITS = new NumbersParameter("limits", Numbers.of(new double[] {2, 4, 6}), 1, true);
    private static final TableParameter RULES = new TableParameter("rules", List.of("name", "from"), List.of(List.of("best", "4")));
    private static final List<Parameter<?>> ALL = List.of(K, TOLERANCE, INIT, SORT, LABEL, DAY, LIMITS, RULES);

    @Test
    void whatIsNotGivenIsAtItsPreset() {
        final var values = Parameters.of(ALL, Map.of("k", "8", "reference-date", "1998-07-01"));
        assertEquals(8L, values.get(K));
        assertEquals(Optional.of(LocalDate.of(1998, 7, 1)), values.get(DAY));
        assertEquals(1e-4, values.get(TOLERANCE));
        assertEquals(Numbers.of(new double[] {2, 4, 6}), values.get(LIMITS));
    }

    @Test
    void whatIsRecordedIsReadAgain() {
        var values = Parameters.presets(ALL).with(TOLERANCE, 0.1 + 0.2).with(LABEL, "a;b|c\\").with(LIMITS, Numbers.of(new double[] {1.0 / 3, 9}));
        values = values.with(RULES, List.of(List.of("a|b;c\\d", ""), List.of("冠军", "5")));
        final var again = Parameters.of(ALL, values.texts());
        assertEquals(values.texts(), again.texts());
        assertEquals(0.1 + 0.2, again.get(TOLERANCE));
        assertEquals(values.get(RULES), again.get(RULES));
        assertEquals(values.get(LIMITS), again.get(LIMITS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "k 0 analytics.parameter-range", "k 1001 analytics.parameter-range", "k three analytics.parameter-unreadable",
            "k 99999999999999999999 analytics.parameter-unreadable", "tolerance -1 analytics.parameter-range",
            "tolerance NaN analytics.parameter-range", "tolerance Infinity analytics.parameter-range", "init best analytics.parameter-range",
            "sort yes analytics.parameter-unreadable", "label 12345678901 analytics.parameter-range",
            "reference-date 01.07.1998 analytics.parameter-unreadable", "limits 1,x analytics.parameter-unreadable",
            "limits 1,1 analytics.parameter-range", "limits 1;2 analytics.parameter-range", "rules a analytics.parameter-range",
            "K 3 analytics.no-parameter"})
    void whatIsNotAllowedIsRefusedWithTheWayOut(final String name, final String text, final String code) {
        final var problem = assertThrows(ProblemException.class, () -> Parameters.of(ALL, Map.of(name, text))).problem();
        assertEquals(code, problem.code());
        assertFalse(problem.sentence().contains("!"), problem.sentence());
    }

    @Test
    void aParameterOfAnotherAlgorithmIsAMistake() {
        final var values = Parameters.presets(ALL);
        assertThrows(IllegalArgumentException.class, () -> values.get(new IntegerParameter("k", 3L, 1, 10)));
    }

    @Test
    void aPresetThatIsNotAllowedIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new TextParameter("label", "too long", 3));
        assertThrows(IllegalArgumentException.class, () -> new NumbersParameter("limits", Numbers.of(new double[] {2, 1}), 1, true));
        assertThrows(IllegalArgumentException.class, () -> new NumbersParameter("limits", Numbers.of(new double[] {1}, new double[] {2}), 1, true));
        assertThrows(IllegalArgumentException.class, () -> new TableParameter("rules", List.of("name", "from"), List.of(List.of("best"))));
    }
}
