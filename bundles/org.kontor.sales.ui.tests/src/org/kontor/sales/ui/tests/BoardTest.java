// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.Map;

import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Opportunity;
import org.kontor.sales.ui.internal.board.BoardView;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;

/** Moves cards on the real board with mouse and keyboard. */
class BoardTest {

    private static final String BOARD = "org.kontor.sales.ui.board";
    private static final int GAP = 8;
    private static final int FIRST_CARD = 112;
    private static final int STEPS = 8;

    private SalesFixture sales;
    private Canvas board;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
        sales.show(BOARD, BoardView.class);
        board = sales.ui.find(Canvas.class, "board");
        sales.ui.until("the board shows both deals", () -> sales.ui.find(Label.class, "board.summary").getText().startsWith("2 "));
        sales.ui.settle();
        board.forceFocus();
    }

    @AfterEach
    void close() {
        sales.close();
    }

    /** The middle of a column: all are equally wide, and the scroll bar knows their common width. */
    private int middle(final int column) {
        final int pitch = (board.getHorizontalBar().getMaximum() - GAP) / sales.stages.size();
        return GAP + column * pitch + pitch / 2 - board.getHorizontalBar().getSelection();
    }

    /** Hands the board what the toolkit would: not every display takes buttons that a program presses. */
    private void mouse(final int type, final int x, final int y) {
        final var event = new Event();
        event.x = x;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        board.notifyListeners(type, event);
        sales.ui.settle();
    }

    private boolean isSelected(final Opportunity deal) {
        final var selection = sales.part(BOARD).getContext().get(ESelectionService.class).getSelection();
        return RecordRef.selected(selection).contains(RecordRef.of(Opportunity.class, deal.getId()));
    }

    private void untilStage(final Opportunity deal, final String code) {
        sales.ui.until(deal.getName() + " is in " + code, () -> code.equals(sales.stageOf(deal)));
        sales.idle();
    }

    @Test
    void aDraggedCardChangesItsStageAndUndoBringsItBack() {
        final int from = middle(sales.column("prospecting"));
        final int to = middle(sales.column("qualification"));
        mouse(SWT.MouseMove, from, FIRST_CARD);
        mouse(SWT.MouseDown, from, FIRST_CARD);
        sales.ui.until("the card under the mouse is selected", () -> isSelected(sales.early));
        for (int step = 1; step <= STEPS; step++) {
            mouse(SWT.MouseMove, from + (to - from) * step / STEPS, FIRST_CARD + step);
        }
        assertNotNull(board.getCursor(), "the card is dragged");
        mouse(SWT.MouseUp, to, FIRST_CARD + STEPS);
        untilStage(sales.early, "qualification");
        assertEquals(0, sales.stage("qualification").probability().compareTo((BigDecimal) sales.store.value(Opportunity.class, sales.early.getId(), "probability")));
        Commands.run(sales.context(), Commands.UNDO, Map.of());
        untilStage(sales.early, "prospecting");
    }

    @Test
    void theKeyboardMovesTheSelectedCard() {
        sales.ui.press(0, SWT.ARROW_DOWN);
        sales.ui.until("the first card is selected", () -> isSelected(sales.early));
        sales.ui.press(SWT.CTRL, SWT.ARROW_RIGHT);
        untilStage(sales.early, "qualification");
    }

    @Test
    void asksForWhatTheStageRequiresAndStoresItWithTheMove() {
        sales.ui.press(0, SWT.ARROW_DOWN);
        sales.ui.until("the first card is selected", () -> isSelected(sales.early));
        sales.ui.press(0, SWT.ARROW_RIGHT);
        sales.ui.until("the other card is selected", () -> isSelected(sales.later));
        sales.ui.press(SWT.CTRL, SWT.ARROW_RIGHT);
        final var ok = sales.ui.find(Button.class, "move.ok");
        assertFalse(ok.isEnabled());
        assertEquals("proposal", sales.stageOf(sales.later));
        sales.ui.type("move.nextStep", "Send the contract");
        sales.ui.click("move.ok");
        untilStage(sales.later, "negotiation");
        assertEquals("Send the contract", sales.store.value(Opportunity.class, sales.later.getId(), "nextStep"));
    }
}
