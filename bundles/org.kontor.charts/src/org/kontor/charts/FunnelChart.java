// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How many come how far: stages from top to bottom, each as wide as its count, with the amount and the share that goes on to the next.
 *
 * @param heading      what stands over it
 * @param stages       the stages in their order, no two with one key
 * @param amountFormat how amounts are written; null where the stages have none
 * @param titles       the headers of the columns
 * @since 0.1
 */
public record FunnelChart(Heading heading, List<Stage> stages, ValueFormat amountFormat, Titles titles) implements Chart {

    /**
     * One stage.
     *
     * @param key        what the caller knows it by; comes back in {@link ChartElement#key()}
     * @param label      its name
     * @param count      how many are, or came, this far; 0 or more
     * @param amount     their amount; null for none
     * @param conversion the share that goes on to the next stage, 1 for all; null where it is not known or there is no next stage
     * @param colour     what its colour says
     */
    public record Stage(String key, String label, long count, BigDecimal amount, BigDecimal conversion, ColourRole colour) {

        public Stage {
            Objects.requireNonNull(key);
            Objects.requireNonNull(colour);
            label = Labels.clean(label);
            if (count < 0) {
                throw new IllegalArgumentException("count " + count);
            }
        }
    }

    /**
     * The headers over label, count, amount and conversion.
     *
     * @param stage      over the labels
     * @param count      over the counts
     * @param amount     over the amounts
     * @param conversion over the shares, in the table only
     */
    public record Titles(String stage, String count, String amount, String conversion) {

        public Titles {
            stage = Labels.clean(stage);
            count = Labels.clean(count);
            amount = Labels.clean(amount);
            conversion = Labels.clean(conversion);
        }

        /**
         * The usual headers in the language of the moment.
         *
         * @return the headers
         */
        public static Titles usual() {
            return new Titles(Messages.TEXTS.get("funnel.stage"), Messages.TEXTS.get("funnel.count"),
                    Messages.TEXTS.get("funnel.amount"), Messages.TEXTS.get("funnel.conversion"));
        }
    }

    public FunnelChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        stages = List.copyOf(stages);
        Labels.requireDistinct(stages.stream().map(Stage::key));
        if (amountFormat == null && stages.stream().anyMatch(stage -> stage.amount() != null)) {
            throw new IllegalArgumentException("amounts without a format");
        }
    }

    /**
     * Starts a funnel of counts alone.
     *
     * @param heading what stands over it
     * @return a builder
     */
    public static Builder of(final Heading heading) {
        return new Builder(heading, null);
    }

    /**
     * Starts a funnel of counts and amounts.
     *
     * @param heading      what stands over it
     * @param amountFormat how amounts are written
     * @return a builder
     */
    public static Builder of(final Heading heading, final ValueFormat amountFormat) {
        return new Builder(heading, Objects.requireNonNull(amountFormat));
    }

    @Override
    public boolean isEmpty() {
        return stages.isEmpty();
    }

    @Override
    public ChartTable table(final Locale locale) {
        final boolean amounts = amountFormat != null;
        final boolean conversions = stages.stream().anyMatch(stage -> stage.conversion() != null);
        final var columns = new ArrayList<ChartTable.Column>();
        columns.add(new ChartTable.Column(titles.stage(), null));
        columns.add(new ChartTable.Column(titles.count(), ValueFormat.count()));
        if (amounts) {
            columns.add(new ChartTable.Column(titles.amount(), amountFormat));
        }
        if (conversions) {
            columns.add(new ChartTable.Column(titles.conversion(), ValueFormat.percent()));
        }
        final var rows = new ArrayList<List<ChartTable.Cell>>();
        for (final var stage : stages) {
            final var row = new ArrayList<ChartTable.Cell>();
            row.add(ChartTable.Cell.of(stage.label()));
            row.add(ChartTable.Cell.of(BigDecimal.valueOf(stage.count())));
            if (amounts) {
                row.add(ChartTable.Cell.of(stage.amount()));
            }
            if (conversions) {
                row.add(ChartTable.Cell.of(stage.conversion()));
            }
            rows.add(row);
        }
        return new ChartTable(heading.title(), columns, rows);
    }

    /** Collects the stages; not safe for several threads. */
    public static final class Builder {

        private final Heading heading;
        private final ValueFormat amountFormat;
        private final List<Stage> stages = new ArrayList<>();
        private Titles titles = Titles.usual();

        private Builder(final Heading heading, final ValueFormat amountFormat) {
            this.heading = Objects.requireNonNull(heading);
            this.amountFormat = amountFormat;
        }

        /**
         * Adds a stage.
         *
         * @param stage the stage
         * @return this
         */
        public Builder stage(final Stage stage) {
            stages.add(Objects.requireNonNull(stage));
            return this;
        }

        /**
         * Adds a stage whose conversion is not known yet.
         *
         * @param key    what the caller knows it by
         * @param label  its name
         * @param count  how many
         * @param amount their amount; null for none
         * @param colour what its colour says
         * @return this
         */
        public Builder stage(final String key, final String label, final long count, final BigDecimal amount,
                final ColourRole colour) {
            return stage(new Stage(key, label, count, amount, null, colour));
        }

        /**
         * Other headers than the usual ones.
         *
         * @param newTitles the headers
         * @return this
         */
        public Builder titles(final Titles newTitles) {
            titles = Objects.requireNonNull(newTitles);
            return this;
        }

        /**
         * Gives each stage but the last the ratio of the next stage's count to its own, where its own is not zero. Right where counts
         * mean "came this far"; where they mean "are here now", give the measured conversion with each stage instead.
         *
         * @return this
         */
        public Builder conversionsFromCounts() {
            for (int index = 0; index + 1 < stages.size(); index++) {
                final var stage = stages.get(index);
                final var conversion = stage.count() == 0 ? null
                        : BigDecimal.valueOf(stages.get(index + 1).count()).divide(BigDecimal.valueOf(stage.count()), MathContext.DECIMAL32);
                stages.set(index, new Stage(stage.key(), stage.label(), stage.count(), stage.amount(), conversion, stage.colour()));
            }
            return this;
        }

        /**
         * The finished description.
         *
         * @return the funnel
         */
        public FunnelChart build() {
            return new FunnelChart(heading, stages, amountFormat, titles);
        }
    }
}
