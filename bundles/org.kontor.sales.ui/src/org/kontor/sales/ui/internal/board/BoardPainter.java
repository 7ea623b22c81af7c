// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

import org.kontor.sales.PipelineBoard.Board;
import org.kontor.sales.PipelineBoard.Card;
import org.kontor.sales.PipelineBoard.Column;
import org.kontor.ui.Colours;
import org.kontor.ui.field.FieldFormat;

/** Draws columns and cards in the colours and fonts of the theme. Sizes follow the font. */
final class BoardPainter {

    static final int PADDING = 10;
    private static final int ROUND = 8;
    private static final int BAR = 3;
    private static final int LINES_IN_CARD = 3;
    private static final int GHOST_ALPHA = 210;

    private final Font font;
    private final Font bold;
    private final FieldFormat format = FieldFormat.current();
    private final int line;

    BoardPainter(final Control control) {
        final var resources = new LocalResourceManager(JFaceResources.getResources(), control);
        font = control.getFont();
        bold = resources.create(FontDescriptor.createFrom(font).setStyle(SWT.BOLD));
        final var gc = new GC(control);
        gc.setFont(bold);
        line = gc.getFontMetrics().getHeight();
        gc.dispose();
    }

    int headHeight() {
        return BAR + 2 * PADDING + 2 * line + 2;
    }

    int cardHeight() {
        return 2 * PADDING + LINES_IN_CARD * line + 2 * 4;
    }

    int leastColumnWidth() {
        return line * 13;
    }

    /** The ground of a column and its head: name, count, total. */
    void column(final GC gc, final Board board, final Column column, final BoardGeometry.Box whole, final BoardGeometry.Box head, final boolean target) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(target ? Colours.INFO_SURFACE.color() : Colours.SURFACE_RAISED.color());
        gc.fillRoundRectangle(whole.x(), whole.y(), whole.width(), whole.height(), ROUND, ROUND);
        gc.setBackground(colour(column));
        gc.fillRoundRectangle(whole.x(), whole.y(), whole.width(), BAR + ROUND / 2, ROUND / 2, ROUND / 2);
        gc.setBackground(target ? Colours.INFO_SURFACE.color() : Colours.SURFACE_RAISED.color());
        gc.fillRectangle(whole.x(), whole.y() + BAR, whole.width(), ROUND);
        if (target) {
            gc.setForeground(Colours.ACCENT.color());
            gc.drawRoundRectangle(whole.x(), whole.y(), whole.width() - 1, whole.height() - 1, ROUND, ROUND);
        }
        final var count = NumberFormat.getIntegerInstance().format(column.count());
        final int right = head.x() + head.width() - PADDING;
        final int top = head.y() + BAR + PADDING;
        gc.setFont(font);
        final int countWidth = gc.textExtent(count).x;
        gc.setForeground(Colours.TEXT_MUTED.color());
        draw(gc, count, right - countWidth, top);
        gc.setFont(bold);
        gc.setForeground(Colours.TEXT.color());
        draw(gc, shorten(gc, column.stage().title(), head.width() - 3 * PADDING - countWidth), head.x() + PADDING, top);
        gc.setFont(font);
        gc.setForeground(Colours.TEXT_MUTED.color());
        gc.drawText(shorten(gc, total(board, column), head.width() - 2 * PADDING), head.x() + PADDING, top + line + 2, true);
    }

    private String total(final Board board, final Column column) {
        final var total = WholeMoney.text(format, column.total(), board.currency().getCurrencyCode());
        return column.withoutBaseAmount() == 0 ? total : Messages.text("column.without", total, column.withoutBaseAmount());
    }

    private static Color colour(final Column column) {
        if (column.stage().won()) {
            return Colours.SUCCESS.color();
        }
        return column.stage().closed() ? Colours.TEXT_MUTED.color() : Colours.ACCENT.color();
    }

    /** A card: name; account; amount and close date, with what needs attention. */
    void card(final GC gc, final Card card, final boolean stalled, final BoardGeometry.Box box, final boolean selected, final boolean focused) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(Colours.SURFACE.color());
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
        gc.setForeground(selected ? Colours.ACCENT.color() : Colours.LINE.color());
        gc.setLineWidth(selected && focused ? 2 : 1);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, ROUND, ROUND);
        gc.setLineWidth(1);
        final int x = box.x() + PADDING;
        final int width = box.width() - 2 * PADDING;
        int y = box.y() + PADDING;
        gc.setFont(bold);
        gc.setForeground(Colours.TEXT.color());
        draw(gc, shorten(gc, card.opportunity().title(), width), x, y);
        y += line + 4;
        gc.setFont(font);
        gc.setForeground(Colours.TEXT_MUTED.color());
        final var owner = initials(card);
        final int ownerWidth = owner.isEmpty() ? 0 : gc.textExtent(owner).x + PADDING;
        draw(gc, shorten(gc, card.account().map(account -> account.title()).orElse(Messages.text("card.noAccount")), width - ownerWidth), x, y);
        if (!owner.isEmpty()) {
            draw(gc, owner, x + width - ownerWidth + PADDING, y);
        }
        y += line + 4;
        final var due = due(card);
        final int dueWidth = due.isEmpty() ? 0 : gc.textExtent(due).x;
        gc.setForeground(card.overdue() ? Colours.ERROR.color() : stalled ? Colours.WARNING.color() : Colours.TEXT_MUTED.color());
        draw(gc, due, x + width - dueWidth, y);
        gc.setForeground(Colours.TEXT.color());
        draw(gc, shorten(gc, amount(card), width - dueWidth - PADDING), x, y);
    }

    /** In the middle of its line: Chinese letters come from a font that is taller, and would stand lower than the others. */
    private void draw(final GC gc, final String text, final int x, final int y) {
        gc.drawText(text, x, y + (line - gc.textExtent(text).y) / 2, true);
    }

    /** A card that is being dragged. */
    void ghost(final GC gc, final Card card, final BoardGeometry.Box box) {
        gc.setAlpha(GHOST_ALPHA);
        card(gc, card, false, box, true, true);
        gc.setAlpha(255);
    }

    /** Text in the middle of an area, where there are no cards or nothing is read yet. */
    void hint(final GC gc, final String text, final BoardGeometry.Box box) {
        gc.setFont(font);
        gc.setForeground(Colours.TEXT_MUTED.color());
        final var shown = shorten(gc, text, box.width() - 2 * PADDING);
        final var extent = gc.textExtent(shown);
        gc.drawText(shown, box.x() + (box.width() - extent.x) / 2, box.y() + Math.min(box.height() / 3, 3 * line), true);
    }

    /** The card in words, for a tooltip and for a screen reader. */
    String describe(final Card card, final boolean stalled) {
        final var words = new StringBuilder(card.opportunity().title());
        card.account().ifPresent(account -> words.append('\n').append(account.title()));
        card.owner().ifPresent(owner -> words.append('\n').append(Messages.text("card.owner", owner.title())));
        if (card.amount() != null) {
            words.append('\n').append(format.money(card.amount(), card.currency()));
            if (card.probability() != null) {
                words.append("  ").append(Messages.text("card.probability", format.number(card.probability(), 0, 1)));
            }
        }
        if (card.closeDate() != null) {
            words.append('\n').append(Messages.text(card.overdue() ? "card.overdue" : "card.close", format.date(card.closeDate())));
        }
        if (card.daysInStage() >= 0) {
            words.append('\n').append(Messages.text(stalled ? "card.stalled" : "card.days", (long) Math.floor(card.daysInStage())));
        }
        if (!card.nextStep().isBlank()) {
            words.append('\n').append(Messages.text("card.next", card.nextStep()));
        }
        return words.toString();
    }

    private String amount(final Card card) {
        final BigDecimal amount = card.amount();
        return amount == null ? Messages.text("card.noAmount") : WholeMoney.text(format, amount, card.currency());
    }

    private String due(final Card card) {
        final LocalDate day = card.closeDate();
        return day == null ? "" : format.date(day);
    }

    private static String initials(final Card card) {
        return card.owner().map(owner -> {
            final var letters = new StringBuilder();
            for (final var word : owner.title().strip().split("\\s+")) {
                if (!word.isEmpty() && letters.codePoints().count() < 2) {
                    letters.appendCodePoint(word.codePointAt(0));
                }
            }
            return letters.toString();
        }).orElse("");
    }

    private static String shorten(final GC gc, final String text, final int width) {
        if (width <= 0) {
            return "";
        }
        final var oneLine = text.replace('\n', ' ');
        if (gc.textExtent(oneLine).x <= width) {
            return oneLine;
        }
        int low = 0;
        int high = oneLine.length();
        while (low < high) {
            final int middle = (low + high + 1) / 2;
            if (gc.textExtent(oneLine.substring(0, middle) + '…').x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        final int end = low > 0 && Character.isHighSurrogate(oneLine.charAt(low - 1)) ? low - 1 : low;
        return oneLine.substring(0, end).stripTrailing() + '…';
    }
}
