// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.util.Optional;

/**
 * Where things are on the board, in the coordinates of its canvas: columns side by side, each with a head that stays and cards that scroll
 * under it. Immutable; knows numbers only.
 *
 * @param width        of the canvas
 * @param height       of the canvas
 * @param columns      how many columns there are
 * @param headHeight   of a column's head
 * @param cardHeight   of a card
 * @param leastWidth   the least width of a column
 * @param scrollX      how far the columns are scrolled to the left
 */
record BoardGeometry(int width, int height, int columns, int headHeight, int cardHeight, int leastWidth, int scrollX) {

    static final int GAP = 8;

    /** A rectangle. */
    record Box(int x, int y, int width, int height) {

        boolean contains(final int px, final int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** A place on the board: a column, and a card of it where there is one. */
    record Place(int column, Optional<Integer> card) {
    }

    /** The width of a column: all columns together fill the canvas where they can. */
    int columnWidth() {
        return columns == 0 ? 0 : Math.max(leastWidth, (width - GAP * (columns + 1)) / columns);
    }

    /** The width of all columns together. */
    int contentWidth() {
        return columns * (columnWidth() + GAP) + GAP;
    }

    Box column(final int index) {
        return new Box(GAP + index * (columnWidth() + GAP) - scrollX, GAP, columnWidth(), height - 2 * GAP);
    }

    Box head(final int index) {
        final var column = column(index);
        return new Box(column.x(), column.y(), column.width(), headHeight);
    }

    /** Where the cards of a column are seen. */
    Box body(final int index) {
        final var column = column(index);
        return new Box(column.x(), column.y() + headHeight, column.width(), Math.max(0, column.height() - headHeight));
    }

    Box card(final int column, final int card, final int scrollY) {
        final var body = body(column);
        return new Box(body.x() + GAP, body.y() + GAP / 2 + card * (cardHeight + GAP) - scrollY, body.width() - 2 * GAP, cardHeight);
    }

    /** How far a column with so many cards can be scrolled. */
    int scrollRange(final int cards) {
        return Math.max(0, cards * (cardHeight + GAP) + GAP / 2 - body(0).height());
    }

    /** The first card of which anything is seen. */
    int firstSeen(final int scrollY) {
        return Math.max(0, (scrollY - GAP / 2) / (cardHeight + GAP));
    }

    /** The last card of which anything is seen, if there are so many. */
    int lastSeen(final int scrollY) {
        return columns == 0 ? 0 : (scrollY + body(0).height()) / (cardHeight + GAP);
    }

    /** How a column must be scrolled for a card to be seen whole. */
    int scrollTo(final int card, final int scrollY) {
        final int top = card * (cardHeight + GAP);
        final int bottom = top + cardHeight + GAP;
        return Math.max(bottom - body(0).height(), Math.min(top, scrollY));
    }

    /** The column under a point, between columns the nearer one; empty where there are none. */
    Optional<Integer> columnAt(final int x) {
        if (columns == 0) {
            return Optional.empty();
        }
        final int index = (x + scrollX - GAP / 2) / (columnWidth() + GAP);
        return index < 0 || index >= columns ? Optional.empty() : Optional.of(index);
    }

    /** What is under a point. */
    Optional<Place> at(final int x, final int y, final int scrollY, final int cards) {
        return columnAt(x).map(column -> {
            if (!body(column).contains(x, y)) {
                return new Place(column, Optional.empty());
            }
            final int card = (y - body(column).y() - GAP / 2 + scrollY) / (cardHeight + GAP);
            return new Place(column, card >= 0 && card < cards && card(column, card, scrollY).contains(x, y) ? Optional.of(card) : Optional.empty());
        });
    }
}
