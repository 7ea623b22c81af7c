// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Numbers over time as lines. A period without a number leaves a gap; it is never drawn as zero.
 *
 * @param heading what stands over it
 * @param titles  what the axes measure
 * @param format  how the numbers are written
 * @param step    the length of the periods
 * @param periods the first days of the periods, rising; the element of a period has its ISO date as the key
 * @param series  the rows of numbers, each as long as the periods, no two with one key
 * @since 0.1
 */
public record LineChart(Heading heading, AxisTitles titles, ValueFormat format, PeriodStep step, List<LocalDate> periods,
        List<Series> series) implements Chart {

    public LineChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(format);
        Objects.requireNonNull(step);
        periods = List.copyOf(periods);
        series = List.copyOf(series);
        Labels.requireDistinct(series.stream().map(Series::key));
        for (int index = 1; index < periods.size(); index++) {
            if (!periods.get(index - 1).isBefore(periods.get(index))) {
                throw new IllegalArgumentException(periods.get(index - 1) + " before " + periods.get(index));
            }
        }
        for (final var row : series) {
            if (row.values().size() != periods.size()) {
                throw new IllegalArgumentException(row.key() + ": " + row.values().size() + " values for " + periods.size());
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return series.stream().allMatch(row -> row.values().stream().allMatch(Objects::isNull));
    }

    @Override
    public ChartTable table(final Locale locale) {
        return SeriesTable.of(heading, titles, format,
                periods.stream().map(period -> step.label(period, locale)).toList(), series);
    }

    /**
     * Starts a line chart.
     *
     * @param heading what stands over it
     * @param format  how the numbers are written
     * @param step    the length of the periods
     * @return a builder
     */
    public static Builder of(final Heading heading, final ValueFormat format, final PeriodStep step) {
        return new Builder(heading, format, step);
    }

    /** Collects periods and series; not safe for several threads. */
    public static final class Builder {

        private final Heading heading;
        private final ValueFormat format;
        private final PeriodStep step;
        private final List<LocalDate> periods = new ArrayList<>();
        private final List<Series> series = new ArrayList<>();
        private AxisTitles titles = AxisTitles.NONE;

        private Builder(final Heading heading, final ValueFormat format, final PeriodStep step) {
            this.heading = heading;
            this.format = format;
            this.step = step;
        }

        /**
         * Titles of the axes.
         *
         * @param domain what the periods are
         * @param value  what the numbers are
         * @return this
         */
        public Builder titles(final String domain, final String value) {
            titles = new AxisTitles(domain, value);
            return this;
        }

        /**
         * Adds periods that follow each other without a gap.
         *
         * @param first the first day of the first period
         * @param count how many
         * @return this
         */
        public Builder periods(final LocalDate first, final int count) {
            for (int index = 0; index < count; index++) {
                periods.add(switch (step) {
                    case DAY -> first.plusDays(index);
                    case WEEK -> first.plusWeeks(index);
                    case MONTH -> first.plusMonths(index);
                    case QUARTER -> first.plusMonths(3L * index);
                    case YEAR -> first.plusYears(index);
                });
            }
            return this;
        }

        /**
         * Adds a series.
         *
         * @param row numbers for all periods
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
        public LineChart build() {
            return new LineChart(heading, titles, format, step, periods, series);
        }
    }
}
