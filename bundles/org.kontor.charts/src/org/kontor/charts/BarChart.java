// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Numbers of categories as bars.
 *
 * @param heading     what stands over it
 * @param titles      what the axes measure
 * @param format      how the numbers are written
 * @param arrangement how the bars stand
 * @param categories  the places on the axis in their order, no two with one key
 * @param series      the rows of numbers, each as long as the categories, no two with one key
 * @since 0.1
 */
public record BarChart(Heading heading, AxisTitles titles, ValueFormat format, Arrangement arrangement, List<Category> categories,
        List<Series> series) implements Chart {

    /** How the bars stand. */
    public enum Arrangement {
        /** Upright, the series of a category side by side. */
        COLUMNS,
        /** Upright, the series of a category on top of each other. */
        STACKED_COLUMNS,
        /** Lying, one below the other: for rankings and long names. */
        ROWS,
        /** Lying, the series of a category behind each other. */
        STACKED_ROWS;

        /**
         * Whether the bars lie.
         *
         * @return true for rows
         */
        public boolean isHorizontal() {
            return this == ROWS || this == STACKED_ROWS;
        }

        /**
         * Whether the series of a category add up.
         *
         * @return true for stacks
         */
        public boolean isStacked() {
            return this == STACKED_COLUMNS || this == STACKED_ROWS;
        }
    }

    public BarChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(format);
        Objects.requireNonNull(arrangement);
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Labels.requireDistinct(categories.stream().map(Category::key));
        Labels.requireDistinct(series.stream().map(Series::key));
        for (final var row : series) {
            if (row.values().size() != categories.size()) {
                throw new IllegalArgumentException(row.key() + ": " + row.values().size() + " values for " + categories.size());
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return series.stream().allMatch(row -> row.values().stream().allMatch(Objects::isNull));
    }

    @Override
    public ChartTable table(final Locale locale) {
        return SeriesTable.of(heading, titles, format, categories.stream().map(Category::label).toList(), series);
    }

    /**
     * Starts a bar chart.
     *
     * @param heading     what stands over it
     * @param format      how the numbers are written
     * @param arrangement how the bars stand
     * @return a builder
     */
    public static Builder of(final Heading heading, final ValueFormat format, final Arrangement arrangement) {
        return new Builder(heading, format, arrangement);
    }

    /** Collects categories and series; not safe for several threads. */
    public static final class Builder {

        private final Heading heading;
        private final ValueFormat format;
        private final Arrangement arrangement;
        private final List<Category> categories = new ArrayList<>();
        private final List<Series> series = new ArrayList<>();
        private AxisTitles titles = AxisTitles.NONE;

        private Builder(final Heading heading, final ValueFormat format, final Arrangement arrangement) {
            this.heading = heading;
            this.format = format;
            this.arrangement = arrangement;
        }

        /**
         * Titles of the axes.
         *
         * @param domain what the categories are
         * @param value  what the numbers are
         * @return this
         */
        public Builder titles(final String domain, final String value) {
            titles = new AxisTitles(domain, value);
            return this;
        }

        /**
         * Adds a category.
         *
         * @param key   what the caller knows it by
         * @param label what stands on the axis
         * @return this
         */
        public Builder category(final String key, final String label) {
            categories.add(new Category(key, label));
            return this;
        }

        /**
         * Adds a series.
         *
         * @param row numbers for all categories
         * @return this
         */
        public Builder series(final Series row) {
            series.add(row);
            return this;
        }

        /**
         * The finished description.
         *
         * @return the chart
         */
        public BarChart build() {
            return new BarChart(heading, titles, format, arrangement, categories, series);
        }
    }
}
