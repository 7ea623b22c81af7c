// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;

/** Looks whether a result can be one: what is kept, shown and written back must hold together. */
final class ResultCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private ResultCheck() {
    }

    /** {@return what is wrong, in a few technical words; empty where nothing is} */
    static Optional<String> of(final Result result, final Dataset data) {
        if (result == null) {
            return Optional.of("null");
        }
        final var names = new HashSet<String>();
        for (final var metric : result.metrics()) {
            if (!NAME.matcher(metric.name()).matches() || !names.add(metric.name())) {
                return Optional.of("metric " + metric.name());
            }
        }
        for (final var part : result.parts()) {
            if (!NAME.matcher(part.name()).matches()) {
                return Optional.of("part " + part.name());
            }
            final var wrong = of(part, data);
            if (wrong.isPresent()) {
                return wrong.map(what -> part.name() + ": " + what);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(final Part part, final Dataset data) {
        return switch (part) {
            case final TablePart table -> table(table, data);
            case final SeriesPart series -> when(series.lines().stream().anyMatch(line -> line.positions().length != line.values().length
                    || line.band().filter(band -> band.lower().length != line.values().length || band.upper().length != line.values().length)
                            .isPresent()), "lines of different length");
            case final MatrixPart matrix -> grid(matrix.values(), matrix.rows().size(), matrix.columns().size());
            case final BarsPart bars -> grid(bars.values(), bars.groups().size(), bars.categories().size());
            case final DistributionPart spread -> grid(spread.counts(), spread.groups().size(), spread.edges().length - 1);
            case final PointsPart points -> points(points);
            case final TreePart tree -> tree(tree);
            case final GraphPart graph -> when(graph.edges().stream().anyMatch(edge -> edge.from() < 0 || edge.to() < 0
                    || edge.from() >= graph.nodes().size() || edge.to() >= graph.nodes().size()), "an edge to nowhere");
        };
    }

    private static Optional<String> when(final boolean wrong, final String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }

    private static Optional<String> grid(final double[][] values, final int rows, final int columns) {
        boolean wrong = values.length != rows;
        for (final var row : values) {
            wrong |= row.length != columns;
        }
        return when(wrong, "a grid that is not " + rows + " x " + columns);
    }

    private static Optional<String> points(final PointsPart points) {
        final boolean axes = points.axes().size() >= 2 && points.axes().stream().allMatch(axis -> points.points().find(axis).isPresent());
        final boolean others = points.id().filter(name -> points.points().find(name).isEmpty()).isEmpty()
                && points.label().filter(name -> points.points().find(name).isEmpty()).isEmpty();
        return when(!axes || !others || points.points().rows() > PointsPart.MOST, "points without their columns, or too many");
    }

    private static Optional<String> tree(final TreePart tree) {
        boolean wrong = tree.labels().size() != tree.parents().length || tree.heights().length != tree.parents().length
                || tree.sizes().length != tree.parents().length;
        for (int node = 0; node < tree.parents().length; node++) {
            wrong |= tree.parents()[node] >= node || tree.parents()[node] < -1;
        }
        return when(wrong, "a tree whose nodes do not fit");
    }

    private static Optional<String> table(final TablePart table, final Dataset data) {
        for (final var head : table.heads()) {
            final var column = table.frame().column(head.column());
            if (head.meaning() == Meaning.PROBABILITY) {
                for (int row = 0; row < column.rows(); row++) {
                    final double value = column.number(row);
                    if (value < 0 || value > 1) {
                        return Optional.of(head.column() + " = " + value);
                    }
                }
            }
        }
        final var id = table.column(Meaning.ID);
        final var label = table.column(Meaning.LABEL);
        if (id.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        if (id.get().missing() > 0) {
            return Optional.of("rows without identifier");
        }
        // a row without a label is possible where its own values are missing, and nowhere else
        if (label.get().missing() > 0 && complete(data)) {
            return Optional.of("rows without label");
        }
        if (table.frame().rows() > data.rows()) {
            return Optional.of(table.frame().rows() + " rows of " + data.rows());
        }
        return foreign(table.frame(), id.get().name(), data);
    }

    private static boolean complete(final Dataset data) {
        return data.roles().values().stream().flatMap(List::stream).allMatch(name -> data.frame().column(name).missing() == 0);
    }

    private static Optional<String> foreign(final Frame table, final String name, final Dataset data) {
        final var given = data.find(Role.ID);
        if (given.isEmpty() || !(given.get() instanceof final TextColumn known) || !(table.column(name) instanceof final TextColumn answered)
                || known.dictionary() == answered.dictionary()) {
            return Optional.empty();
        }
        final var texts = new HashSet<String>();
        for (int code = 0; code < known.dictionary().size(); code++) {
            texts.add(known.dictionary().text(code));
        }
        for (int row = 0; row < answered.rows(); row++) {
            if (!texts.contains(answered.text(row))) {
                return Optional.of("an identifier that is not in the data: " + answered.text(row));
            }
        }
        return Optional.empty();
    }
}
