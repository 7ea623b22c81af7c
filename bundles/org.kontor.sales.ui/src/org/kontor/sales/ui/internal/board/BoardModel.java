// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.kontor.sales.PipelineBoard;
import org.kontor.sales.PipelineBoard.Board;
import org.kontor.sales.PipelineBoard.Card;
import org.kontor.sales.PipelineBoard.Column;
import org.kontor.sales.PipelineBoard.Scope;
import org.kontor.sales.PipelineBoard.Sorting;
import org.kontor.store.Store;

/**
 * What the board shows at the moment: its columns, those cards of each that were read so far, which card is selected, and how far each
 * column is scrolled. Knows no widgets. Reading happens in {@link #read} and {@link #readMore}, away from the user interface; their results
 * are taken over by {@link #take} on it.
 */
final class BoardModel {

    /** How many cards of a column are read at once. */
    static final int PAGE = 50;

    private final PipelineBoard service;
    private final Clock clock;
    private Scope scope = Scope.ALL;
    private Sorting sorting = Sorting.CLOSE_DATE;
    private Optional<Board> board = Optional.empty();
    /** The board as it was read, before the days in the stages were added. */
    private Optional<Board> shown = Optional.empty();
    private final Map<UUID, List<Card>> cards = new HashMap<>();
    private final Map<UUID, Integer> scroll = new HashMap<>();
    private Optional<UUID> selected = Optional.empty();

    BoardModel(final PipelineBoard service, final Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** A board with cards, read for a scope and an order. */
    record Reading(Scope scope, Sorting sorting, Board board, Map<UUID, List<Card>> cards) {
    }

    /** Further cards of a column. */
    record MoreCards(Scope scope, Sorting sorting, UUID stage, int offset, List<Card> cards) {
    }

    /** Reads columns and as many cards of each as are shown now, at least a page. Not on the user-interface thread. */
    Reading read(final Store store, final Scope wantedScope, final Sorting wantedSorting, final Map<UUID, Integer> wantedCards) {
        final var found = service.board(store, wantedScope);
        final Map<UUID, List<Card>> read = new HashMap<>();
        for (final var column : found.columns()) {
            final int limit = Math.max(PAGE, wantedCards.getOrDefault(column.stage().id(), 0));
            read.put(column.stage().id(), column.count() == 0 ? List.of() : service.cards(store, wantedScope, column, wantedSorting, 0, limit, clock));
        }
        return new Reading(wantedScope, wantedSorting, found, read);
    }

    /** Looks how long deals stay in the stages, which takes longer than the cards. Not on the user-interface thread. */
    Board readMedianDays(final Store store, final Reading reading) {
        return service.withMedianDays(store, reading.board());
    }

    /** Adds how long deals stay in the stages to a reading that is still shown. */
    boolean take(final Reading reading, final Board withMedianDays) {
        if (!shown.equals(Optional.of(reading.board()))) {
            return false;
        }
        board = Optional.of(withMedianDays);
        return true;
    }

    /** Reads the next cards of a column. Not on the user-interface thread. */
    MoreCards readMore(final Store store, final Scope wantedScope, final Sorting wantedSorting, final Column column, final int offset) {
        return new MoreCards(wantedScope, wantedSorting, column.stage().id(), offset, service.cards(store, wantedScope, column, wantedSorting, offset, PAGE, clock));
    }

    /** How many cards of each column are at hand, so that a new reading does not shorten what the person scrolled to. */
    Map<UUID, Integer> cardCounts() {
        final Map<UUID, Integer> counts = new HashMap<>();
        cards.forEach((stage, read) -> counts.put(stage, read.size()));
        return counts;
    }

    /** Shows a reading; one for another scope or order than is wanted now is dropped. */
    boolean take(final Reading reading) {
        if (!reading.scope().equals(scope) || reading.sorting() != sorting) {
            return false;
        }
        shown = Optional.of(reading.board());
        board = Optional.of(withMedianDaysOf(board, reading.board()));
        cards.clear();
        reading.cards().forEach((stage, read) -> cards.put(stage, new ArrayList<>(read)));
        if (selected.isPresent() && find(selected.get()).isEmpty()) {
            selected = Optional.empty();
        }
        return true;
    }

    /** What was known of the days before, until they are read again: colours do not flicker. */
    private static Board withMedianDaysOf(final Optional<Board> before, final Board read) {
        final var known = new HashMap<UUID, OptionalDouble>();
        before.ifPresent(old -> old.columns().forEach(column -> known.put(column.stage().id(), column.medianDays())));
        return new Board(read.pipeline(), read.currency(),
                read.columns().stream().map(column -> column.with(known.getOrDefault(column.stage().id(), column.medianDays()))).toList());
    }

    /** Adds further cards, where they still fit what is shown. */
    boolean take(final MoreCards more) {
        final var known = cards.get(more.stage());
        if (!more.scope().equals(scope) || more.sorting() != sorting || known == null || known.size() != more.offset()) {
            return false;
        }
        known.addAll(more.cards());
        return true;
    }

    /** Forgets everything, because there is no store. */
    void clear() {
        board = Optional.empty();
        shown = Optional.empty();
        cards.clear();
        selected = Optional.empty();
    }

    void setScope(final Scope scope) {
        this.scope = scope;
        scroll.clear();
    }

    Scope scope() {
        return scope;
    }

    void setSorting(final Sorting sorting) {
        this.sorting = sorting;
        scroll.clear();
    }

    Sorting sorting() {
        return sorting;
    }

    Optional<Board> board() {
        return board;
    }

    List<Column> columns() {
        return board.map(Board::columns).orElse(List.of());
    }

    /** The cards of a column that were read so far. */
    List<Card> cards(final int column) {
        return cards.getOrDefault(columns().get(column).stage().id(), List.of());
    }

    /** Whether a column has cards that were not read yet. */
    boolean hasMore(final int column) {
        return cards(column).size() < columns().get(column).count();
    }

    int scroll(final int column) {
        return scroll.getOrDefault(columns().get(column).stage().id(), 0);
    }

    void setScroll(final int column, final int value) {
        scroll.put(columns().get(column).stage().id(), value);
    }

    /** The place of an opportunity among the cards that were read. */
    Optional<BoardGeometry.Place> find(final UUID opportunity) {
        for (int column = 0; column < columns().size(); column++) {
            final var read = cards(column);
            for (int card = 0; card < read.size(); card++) {
                if (read.get(card).opportunity().id().equals(opportunity)) {
                    return Optional.of(new BoardGeometry.Place(column, Optional.of(card)));
                }
            }
        }
        return Optional.empty();
    }

    Optional<BoardGeometry.Place> selection() {
        return selected.flatMap(this::find);
    }

    Optional<Card> selectedCard() {
        return selection().map(place -> cards(place.column()).get(place.card().orElseThrow()));
    }

    void select(final Optional<UUID> opportunity) {
        selected = opportunity;
    }

    /** The card that an arrow key leads to; from nowhere, the first card of the board. */
    Optional<BoardGeometry.Place> neighbour(final int right, final int down) {
        final var here = selection();
        if (here.isEmpty()) {
            for (int column = 0; column < columns().size(); column++) {
                if (!cards(column).isEmpty()) {
                    return Optional.of(new BoardGeometry.Place(column, Optional.of(0)));
                }
            }
            return Optional.empty();
        }
        int column = here.get().column();
        final int card = here.get().card().orElseThrow() + down;
        if (right != 0) {
            do {
                column += right;
            } while (column >= 0 && column < columns().size() && cards(column).isEmpty());
            if (column < 0 || column >= columns().size()) {
                return here;
            }
        }
        return Optional.of(new BoardGeometry.Place(column, Optional.of(Math.clamp(card, 0, cards(column).size() - 1))));
    }
}
