// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import org.kontor.sales.PipelineBoard.Card;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/**
 * The board on the screen: paints the cards that are seen, and turns mouse and keyboard into what the person wants of a card. Arrow keys
 * select, Enter opens, Ctrl+Left and Ctrl+Right (or dragging) move a card to another stage, Escape gives up a drag.
 */
final class BoardCanvas {

    /** What the person wants. */
    interface Wishes {
        /** A card is selected, or none is. */
        void selected(Optional<Card> card);

        /** A card shall be opened. */
        void open(Card card);

        /** A card shall go to the stage of another column. */
        void move(Card card, int fromColumn, int toColumn);

        /** More cards of a column are about to be seen. */
        void more(int column);
    }

    private static final int DRAG_FROM = 5;
    private static final int WHEEL_STEP = 3;

    private final Canvas canvas;
    private final BoardModel model;
    private final BoardPainter painter;
    private final Wishes wishes;
    private int scrollX;
    private Optional<Drag> drag = Optional.empty();
    private Optional<Point> pressed = Optional.empty();

    /** A card on its way. */
    private record Drag(Card card, int fromColumn, int offsetX, int offsetY, int x, int y) {

        Drag at(final int newX, final int newY) {
            return new Drag(card, fromColumn, offsetX, offsetY, newX, newY);
        }
    }

    BoardCanvas(final Composite parent, final BoardModel model, final Wishes wishes) {
        this.model = model;
        this.wishes = wishes;
        canvas = WidgetKeys.named(Colours.styled(new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.NO_BACKGROUND), Colours.CSS_SURFACE), "board");
        painter = new BoardPainter(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> adjust());
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, event -> model.selectedCard().ifPresent(wishes::open));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> {
            scrollX = canvas.getHorizontalBar().getSelection();
            canvas.redraw();
        });
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(final AccessibleEvent event) {
                event.result = model.selection().flatMap(BoardCanvas.this::describe).orElse(Messages.text("board.name"));
            }
        });
        adjust();
    }

    Canvas control() {
        return canvas;
    }

    /** Shows what the model holds now. */
    void refresh() {
        adjust();
        for (int column = 0; column < model.columns().size(); column++) {
            model.setScroll(column, Math.min(model.scroll(column), geometry().scrollRange(model.cards(column).size())));
        }
        canvas.redraw();
    }

    BoardGeometry geometry() {
        final var area = canvas.getClientArea();
        return new BoardGeometry(area.width, area.height, model.columns().size(), painter.headHeight(), painter.cardHeight(), painter.leastColumnWidth(), scrollX);
    }

    private void adjust() {
        final var geometry = geometry();
        final var bar = canvas.getHorizontalBar();
        final int range = Math.max(0, geometry.contentWidth() - geometry.width());
        scrollX = Math.min(scrollX, range);
        bar.setVisible(range > 0);
        bar.setValues(scrollX, 0, Math.max(1, geometry.contentWidth()), Math.max(1, geometry.width()), geometry.columnWidth() / 2 + 1, Math.max(1, geometry.width()));
    }

    private void paint(final GC gc) {
        final var area = canvas.getClientArea();
        gc.setBackground(Colours.SURFACE.color());
        gc.fillRectangle(area);
        final var geometry = geometry();
        if (model.board().isEmpty()) {
            painter.hint(gc, Messages.text("board.reading"), new BoardGeometry.Box(0, 0, area.width, area.height));
            return;
        }
        for (int column = 0; column < model.columns().size(); column++) {
            paintColumn(gc, geometry, column, area);
        }
        drag.ifPresent(card -> painter.ghost(gc, card.card(),
                new BoardGeometry.Box(card.x() - card.offsetX(), card.y() - card.offsetY(), geometry.columnWidth() - 2 * BoardGeometry.GAP, geometry.cardHeight())));
    }

    private void paintColumn(final GC gc, final BoardGeometry geometry, final int column, final Rectangle area) {
        final var whole = geometry.column(column);
        if (whole.x() > area.width || whole.x() + whole.width() < 0) {
            return;
        }
        final boolean target = drag.isPresent() && geometry.columnAt(drag.get().x()).filter(over -> over == column && over != drag.get().fromColumn()).isPresent();
        painter.column(gc, model.board().orElseThrow(), model.columns().get(column), whole, geometry.head(column), target);
        final var body = geometry.body(column);
        final var cards = model.cards(column);
        if (cards.isEmpty()) {
            painter.hint(gc, Messages.text("column.empty"), body);
            return;
        }
        gc.setClipping(body.x(), body.y(), body.width(), body.height());
        final int scroll = model.scroll(column);
        final int last = Math.min(cards.size() - 1, geometry.lastSeen(scroll));
        for (int index = geometry.firstSeen(scroll); index <= last; index++) {
            final var card = cards.get(index);
            final boolean dragged = drag.isPresent() && drag.get().card().opportunity().id().equals(card.opportunity().id());
            if (!dragged) {
                painter.card(gc, card, card.isStalledIn(model.columns().get(column)), geometry.card(column, index, scroll), isSelected(card), canvas.isFocusControl());
            }
        }
        gc.setClipping((Rectangle) null);
        paintThumb(gc, geometry, column, scroll);
        if (last >= cards.size() - 2 && model.hasMore(column)) {
            wishes.more(column);
        }
    }

    /** How far a column is scrolled; drawn only where it can be. */
    private void paintThumb(final GC gc, final BoardGeometry geometry, final int column, final int scroll) {
        final var body = geometry.body(column);
        final long all = model.columns().get(column).count() * (long) (geometry.cardHeight() + BoardGeometry.GAP);
        if (all <= body.height()) {
            return;
        }
        final int height = (int) Math.max(24, body.height() * (long) body.height() / all);
        final int y = body.y() + (int) ((body.height() - height) * (long) scroll / Math.max(1, all - body.height()));
        gc.setBackground(Colours.LINE.color());
        gc.fillRoundRectangle(body.x() + body.width() - 5, y, 3, height, 3, 3);
    }

    private boolean isSelected(final Card card) {
        return model.selectedCard().filter(selected -> selected.opportunity().id().equals(card.opportunity().id())).isPresent();
    }

    private Optional<BoardGeometry.Place> placeAt(final int x, final int y) {
        final var geometry = geometry();
        return geometry.columnAt(x).flatMap(column -> geometry.at(x, y, model.scroll(column), model.cards(column).size()));
    }

    private Optional<String> describe(final BoardGeometry.Place place) {
        return cardAt(Optional.of(place)).map(card -> painter.describe(card, card.isStalledIn(model.columns().get(place.column()))));
    }

    private Optional<Card> cardAt(final Optional<BoardGeometry.Place> place) {
        return place.flatMap(found -> found.card().map(index -> model.cards(found.column()).get(index)));
    }

    private void down(final Event event) {
        canvas.setFocus();
        final var card = cardAt(placeAt(event.x, event.y));
        if (event.button == 1) {
            pressed = card.map(found -> new Point(event.x, event.y));
        }
        select(card.map(found -> found.opportunity().id()));
    }

    private void moved(final Event event) {
        if (drag.isPresent()) {
            drag = Optional.of(drag.get().at(event.x, event.y));
            canvas.redraw();
            return;
        }
        if (pressed.isPresent() && Math.abs(event.x - pressed.get().x) + Math.abs(event.y - pressed.get().y) > DRAG_FROM) {
            final var place = placeAt(pressed.get().x, pressed.get().y);
            final var card = cardAt(place);
            if (card.isPresent()) {
                final int column = place.orElseThrow().column();
                final var box = geometry().card(column, place.get().card().orElseThrow(), model.scroll(column));
                drag = Optional.of(new Drag(card.get(), column, pressed.get().x - box.x(), pressed.get().y - box.y(), event.x, event.y));
                canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
                canvas.setToolTipText(null);
                canvas.redraw();
            }
            return;
        }
        final var tip = placeAt(event.x, event.y).flatMap(this::describe).orElse(null);
        if (!java.util.Objects.equals(tip, canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void up(final Event event) {
        pressed = Optional.empty();
        if (drag.isPresent()) {
            final var dropped = drag.get();
            endDrag();
            geometry().columnAt(event.x).filter(target -> target != dropped.fromColumn())
                    .ifPresent(target -> wishes.move(dropped.card(), dropped.fromColumn(), target));
        }
    }

    private void endDrag() {
        drag = Optional.empty();
        pressed = Optional.empty();
        canvas.setCursor(null);
        canvas.redraw();
    }

    private void wheel(final Event event) {
        geometry().columnAt(event.x).ifPresent(column -> scroll(column, model.scroll(column) - event.count * painter.cardHeight() / WHEEL_STEP));
    }

    private void scroll(final int column, final int wanted) {
        model.setScroll(column, Math.clamp(wanted, 0, geometry().scrollRange(model.cards(column).size())));
        canvas.redraw();
    }

    private void key(final Event event) {
        if (event.keyCode == SWT.ESC && drag.isPresent()) {
            endDrag();
            return;
        }
        final boolean move = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> leftRight(-1, move);
            case SWT.ARROW_RIGHT -> leftRight(1, move);
            case SWT.ARROW_UP -> go(0, -1);
            case SWT.ARROW_DOWN -> go(0, 1);
            case SWT.PAGE_UP -> go(0, -Math.max(1, geometry().lastSeen(0)));
            case SWT.PAGE_DOWN -> go(0, Math.max(1, geometry().lastSeen(0)));
            case SWT.HOME -> go(0, -Integer.MAX_VALUE / 2);
            case SWT.END -> go(0, Integer.MAX_VALUE / 2);
            case SWT.CR, SWT.KEYPAD_CR -> model.selectedCard().ifPresent(wishes::open);
            default -> { }
        }
    }

    private void leftRight(final int step, final boolean move) {
        if (!move) {
            go(step, 0);
            return;
        }
        model.selection().ifPresent(place -> {
            final int target = place.column() + step;
            if (target >= 0 && target < model.columns().size()) {
                wishes.move(model.selectedCard().orElseThrow(), place.column(), target);
            }
        });
    }

    private void go(final int right, final int down) {
        model.neighbour(right, down).ifPresent(place -> {
            final int index = place.card().orElseThrow();
            model.setScroll(place.column(), Math.max(0, geometry().scrollTo(index, model.scroll(place.column()))));
            select(Optional.of(model.cards(place.column()).get(index).opportunity().id()));
            showColumn(place.column());
        });
    }

    private void showColumn(final int column) {
        final var box = geometry().column(column);
        final int overRight = box.x() + box.width() + BoardGeometry.GAP - canvas.getClientArea().width;
        if (box.x() < 0 || overRight > 0) {
            scrollX = Math.max(0, box.x() < 0 ? scrollX + box.x() - BoardGeometry.GAP : scrollX + overRight);
            adjust();
        }
        canvas.redraw();
    }

    private void select(final Optional<UUID> opportunity) {
        model.select(opportunity);
        wishes.selected(model.selectedCard());
        canvas.getAccessible().setFocus(-1);
        canvas.redraw();
    }
}
