// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.kontor.customers.RecordLink;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Pipeline;
import org.kontor.sales.PipelineBoard.Board;
import org.kontor.sales.PipelineBoard.Column;
import org.kontor.sales.PipelineBoard.Scope;
import org.kontor.sales.PipelineBoard.Sorting;
import org.kontor.sales.StageValue;

/** The days in stages come later than the cards, and may come too late. */
class BoardModelTest {

    private static final RecordLink PIPELINE = new RecordLink(Pipeline.class, new UUID(0, 1), "Direct");
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private final BoardModel model = new BoardModel(null, Clock.systemUTC()); // what was read is given here

    private static Board board(final long count, final OptionalDouble... days) {
        final List<Column> columns = Arrays.stream(days).map(known -> new Column(stage(1), count, BigDecimal.ONE, BigDecimal.ONE, 0, known)).toList();
        return new Board(PIPELINE, Currency.getInstance("EUR"), columns);
    }

    private static StageValue stage(final int position) {
        return new StageValue(new UUID(1, position), PIPELINE.id(), "open", "Open", position, BigDecimal.TEN, false, false, ForecastCategory.PIPELINE, List.of());
    }

    private static BoardModel.Reading reading(final Board board) {
        return new BoardModel.Reading(Scope.ALL, Sorting.CLOSE_DATE, board, Map.of());
    }

    private OptionalDouble shown() {
        return model.board().orElseThrow().columns().getFirst().medianDays();
    }

    @Test
    void daysAreAddedAndStayUntilTheyAreReadAgain() {
        final var first = reading(board(1, UNKNOWN));
        assertTrue(model.take(first));
        assertEquals(UNKNOWN, shown());
        assertTrue(model.take(first, board(1, OptionalDouble.of(6))));
        assertEquals(OptionalDouble.of(6), shown());
        final var second = reading(board(2, UNKNOWN));
        assertTrue(model.take(second));
        assertEquals(OptionalDouble.of(6), shown());
        assertTrue(model.take(second, board(2, OptionalDouble.of(7))));
        assertEquals(OptionalDouble.of(7), shown());
    }

    @Test
    void daysOfABoardThatIsNotShownAnyLongerAreDropped() {
        final var old = reading(board(1, UNKNOWN));
        assertTrue(model.take(old));
        assertTrue(model.take(reading(board(2, UNKNOWN))));
        assertFalse(model.take(old, board(1, OptionalDouble.of(6))));
        assertEquals(UNKNOWN, shown());
        model.clear();
        assertFalse(model.take(old, board(1, OptionalDouble.of(6))));
    }

    @Test
    void aReadingForAnotherOrderIsDropped() {
        assertFalse(model.take(new BoardModel.Reading(Scope.ALL, Sorting.AMOUNT, board(1, UNKNOWN), Map.of())));
        assertTrue(model.board().isEmpty());
    }
}
