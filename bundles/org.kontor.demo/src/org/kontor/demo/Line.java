// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.kontor.demo.ProductRange.Article;

/**
 * A product, how much of it, and at what price.
 *
 * @param article  the product
 * @param quantity how many
 * @param price    the list price of one
 * @param discount what is taken off, in percent
 */
record Line(Article article, int quantity, BigDecimal price, int discount) {

    private static final int MOST_OF_ONE = 900;

    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity)).multiply(BigDecimal.valueOf(100L - discount)).movePointLeft(2)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    BigDecimal cost() {
        return price.multiply(BigDecimal.valueOf(quantity)).multiply(article.cost()).setScale(2, RoundingMode.HALF_EVEN);
    }

    static BigDecimal total(final List<Line> lines) {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal cost(final List<Line> lines) {
        return lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal quantity(final List<Line> lines) {
        return BigDecimal.valueOf(lines.stream().mapToLong(Line::quantity).sum());
    }

    /**
     * The lines of a deal or an order.
     *
     * @param dice    what to draw from
     * @param range   the products
     * @param main    the number of the first line's product
     * @param lines   how many lines
     * @param dollars about what the whole is worth
     * @param buyer   in whose currency and at whose terms
     */
    static List<Line> make(final Dice dice, final ProductRange range, final int main, final int lines, final double dollars,
            final Customer buyer) {
        final int discount = switch (buyer.profile()) {
            case CHAMPION -> 10;
            case LOYAL, FADING -> 5;
            default -> dice.chance(0.15) ? 8 : 0;
        };
        final var made = new ArrayList<Line>();
        for (int i = 0; i < lines; i++) {
            final var article = i == 0 ? range.articles().get(main) : dice.pick(range.articles());
            final double share = dollars / lines * dice.logNormal(1, 0.5);
            final int quantity = (int) Math.max(1, Math.min(MOST_OF_ONE, Math.round(share / article.dollars().doubleValue())));
            made.add(new Line(article, quantity, article.price(buyer.market().currency()), discount));
        }
        return made;
    }
}
