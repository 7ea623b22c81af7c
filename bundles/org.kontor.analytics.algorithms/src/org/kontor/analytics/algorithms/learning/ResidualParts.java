// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.Randomness;

/** Pictures of how far predictions are off for the rows that were learned from. */
final class ResidualParts {

    private static final int RANGES = 20;
    private static final int MOST_INFLUENTIAL = 20;
    /** With more rows no single one has any influence. */
    private static final int MANY = 20_000;

    private final Dataset data;
    private final Examples examples;
    private final LinearFit fit;
    private final double[] predictions;
    private final double[] residuals;

    ResidualParts(final Dataset data, final Examples examples, final LinearFit fit, final double[] predictions, final double[] residuals) {
        this.data = data;
        this.examples = examples;
        this.fit = fit;
        this.predictions = predictions;
        this.residuals = residuals;
    }

    void add(final Result.Builder result) {
        result.part(points());
        distribution().ifPresent(result::part);
        if (fit.freedom() > 0 && fit.residuals() > 0 && residuals.length <= MANY) {
            final var influential = influential();
            if (influential.frame().rows() > 0) {
                result.part(influential);
                final var first = influential.frame().columns().getFirst().text(0);
                final int count = influential.frame().rows();
                result.warn("linear.influential", data.find(Role.ID).filter(id -> id.missing() == 0)
                        .map(id -> Messages.of("linear.pull.named", count, Message.value(id.name(), first)))
                        .orElseGet(() -> Messages.of("linear.pull", count, first)));
            }
        }
    }

    private PointsPart points() {
        final int[] places = sample(residuals.length);
        final var columns = new ArrayList<Column>();
        columns.add(NumberColumn.of("predicted", Arrays.stream(places).mapToDouble(i -> predictions[i]).toArray()));
        columns.add(NumberColumn.of("actual", Arrays.stream(places).mapToDouble(i -> predictions[i] + residuals[i]).toArray()));
        columns.add(NumberColumn.of("residual", Arrays.stream(places).mapToDouble(i -> residuals[i]).toArray()));
        final var rows = Arrays.stream(places).map(i -> examples.rows()[fit.rows()[i]]).toArray();
        final var id = data.find(Role.ID).map(column -> column.take(rows).named("id"));
        id.ifPresent(columns::add);
        return new PointsPart("fit", Messages.of("linear.fit"), List.of("predicted", "actual", "residual"), id.map(Column::name), Optional.empty(),
                Frame.of(columns), residuals.length, Optional.empty());
    }

    /** The same places for the same number of them. */
    private static int[] sample(final int all) {
        final var places = new int[Math.min(all, PointsPart.MOST)];
        final var random = Randomness.of(all, places.length);
        int chosen = 0;
        for (int place = 0; chosen < places.length; place++) {
            if (all == places.length || (all - place) * random.nextDouble() < places.length - chosen) {
                places[chosen++] = place;
            }
        }
        return places;
    }

    private Optional<DistributionPart> distribution() {
        final double least = Arrays.stream(residuals).min().orElse(0);
        final double most = Arrays.stream(residuals).max().orElse(0);
        final double width = (most - least) / RANGES;
        if (!(width > 0) || !Double.isFinite(width) || least + width == least) {
            return Optional.empty();
        }
        final var edges = new double[RANGES + 1];
        Arrays.setAll(edges, i -> i == RANGES ? most : least + i * width);
        final var counts = new double[1][RANGES];
        for (final double residual : residuals) {
            counts[0][Math.max(0, Math.min(RANGES - 1, (int) ((residual - least) / width)))]++;
        }
        return Optional.of(new DistributionPart("residuals", Messages.of("linear.residuals"), Messages.of("linear.residual"), edges,
                List.of(Messages.of("linear.rows")), counts));
    }

    /** The rows without which coefficients would be others (Cook's distance above 1). */
    private TablePart influential() {
        final var interval = PredictionInterval.of(fit, .95);
        final int terms = fit.kept().length + 1;
        final var centered = new double[fit.kept().length];
        final var distances = new double[residuals.length];
        for (int i = 0; i < distances.length && terms <= 200; i++) {
            final double weight = examples.weight(fit.rows()[i]);
            final double leverage = Math.min(1, weight * interval.leverage(examples.features(), fit.rows()[i], centered));
            final double own = weight * residuals[i] * residuals[i] / (terms * fit.variance()) * leverage / ((1 - leverage) * (1 - leverage));
            distances[i] = Double.isFinite(own) ? own : 0;
        }
        final var order = IntStream.range(0, distances.length).filter(i -> distances[i] > 1).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -distances[i])).limit(MOST_INFLUENTIAL).toList();
        final var rows = order.stream().mapToInt(i -> examples.rows()[fit.rows()[i]]).toArray();
        return LearnedModel.table().ids(data, rows).under("linear").numbers("cook", order.stream().mapToDouble(i -> distances[i]).toArray())
                .numbers("predicted", order.stream().mapToDouble(i -> predictions[i]).toArray())
                .numbers("residual", order.stream().mapToDouble(i -> residuals[i]).toArray()).build("influential");
    }
}
