// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the demo company sells, at a fixed price in each currency. */
final class ProductRange {

    private static final int FIELDS = 7;
    /** List prices do not follow the exchange rate. */
    private static final Map<String, BigDecimal> PRICE_LEVELS =
            Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("0.95"), "CNY", new BigDecimal("6.80"));

    /**
     * A product.
     *
     * @param number  its place in the range, from 0
     * @param code    the product number
     * @param name    the name
     * @param chinese the Chinese name
     * @param family  the group
     * @param unit    what one of it is called
     * @param dollars the list price in US dollars
     * @param cost    the share of the price that it costs
     */
    record Article(int number, String code, String name, String chinese, String family, String unit, BigDecimal dollars, BigDecimal cost) {

        /** The list price in a currency, rounded to tenths of the unit. */
        BigDecimal price(final String currency) {
            return dollars.multiply(PRICE_LEVELS.get(currency)).setScale(1, RoundingMode.HALF_EVEN).setScale(2);
        }
    }

    private final List<Article> articles;

    private ProductRange(final List<Article> articles) {
        this.articles = articles;
    }

    static ProductRange load() {
        try (var in = new BufferedReader(new InputStreamReader(Vocabulary.open("products.txt"), StandardCharsets.UTF_8))) {
            final var lines = in.lines().filter(line -> !line.startsWith("#")).toList();
            final var articles = new Article[lines.size()];
            for (int i = 0; i < articles.length; i++) {
                articles[i] = article(i, lines.get(i));
            }
            return new ProductRange(List.of(articles));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Article article(final int number, final String line) {
        final var parts = Arrays.stream(line.split(";")).map(String::strip).toList();
        if (parts.size() != FIELDS) {
            throw new IllegalStateException(line);
        }
        return new Article(number, parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), new BigDecimal(parts.get(5)),
                new BigDecimal(parts.get(6)));
    }

    List<Article> articles() {
        return articles;
    }

    static List<String> currencies() {
        return List.of("USD", "EUR", "CNY");
    }
}
