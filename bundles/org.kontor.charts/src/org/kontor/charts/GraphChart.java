// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What leads to what: names at the left, names at the right, and between them bands that are the broader, the stronger they are. What leads
 * to something and is led to stands at both sides, so that no line crosses a name.
 *
 * @param heading what stands over it
 * @param titles  what stands at the left and at the right, and what the weights are; each may be empty
 * @param format  how weights are written
 * @param links   the links; people read a few dozen at most
 * @since 0.1
 */
public record GraphChart(Heading heading, Titles titles, ValueFormat format, List<Link> links) implements Chart {

    /**
     * What the parts are.
     *
     * @param from   what stands at the left
     * @param to     what stands at the right
     * @param weight what makes a link strong
     */
    public record Titles(String from, String to, String weight) {

        public Titles {
            from = Labels.clean(from);
            to = Labels.clean(to);
            weight = Labels.clean(weight);
        }
    }

    /**
     * A link.
     *
     * @param key    what the caller knows it by
     * @param from   the name at the left
     * @param to     the name at the right
     * @param weight how strong it is, finite and not negative
     * @param words  what it says, for whoever points at it; may be empty
     */
    public record Link(String key, String from, String to, double weight, String words) {

        public Link {
            Objects.requireNonNull(key);
            from = Labels.clean(from);
            to = Labels.clean(to);
            words = Labels.clean(words);
            if (!Double.isFinite(weight) || weight < 0) {
                throw new IllegalArgumentException(key + " weighs " + weight);
            }
        }
    }

    public GraphChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(format);
        links = List.copyOf(links);
        Labels.requireDistinct(links.stream().map(Link::key));
    }

    @Override
    public boolean isEmpty() {
        return links.isEmpty();
    }

    /**
     * The names at the left.
     *
     * @return each once, in the order of the links
     */
    public List<String> sources() {
        return List.copyOf(new LinkedHashSet<>(links.stream().map(Link::from).toList()));
    }

    /**
     * The names at the right.
     *
     * @return each once, in the order of the links
     */
    public List<String> targets() {
        return List.copyOf(new LinkedHashSet<>(links.stream().map(Link::to).toList()));
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        links.forEach(link -> rows.add(List.of(ChartTable.Cell.of(link.from()), ChartTable.Cell.of(link.to()),
                ChartTable.Cell.of(BigDecimal.valueOf(link.weight())))));
        return new ChartTable(heading.title(), List.of(column(locale, titles.from(), "graph.from", null), column(locale, titles.to(), "graph.to", null),
                column(locale, titles.weight(), "graph.weight", format)), rows);
    }

    private static ChartTable.Column column(final Locale locale, final String title, final String key, final ValueFormat format) {
        return new ChartTable.Column(title.isEmpty() ? Messages.TEXTS.get(locale, key) : title, format);
    }
}
