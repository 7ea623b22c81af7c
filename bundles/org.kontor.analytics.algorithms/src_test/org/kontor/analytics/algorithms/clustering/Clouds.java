// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;

/** Data that several tests of clusters share. */
final class Clouds {

    private Clouds() {
    }

    /** Four clouds with outliers between them; with few digits there are equal points and equal distances. */
    static double[][] rows(final long seed, final int count, final int width, final double unit) {
        final var random = new SplittableRandom(seed);
        final var rows = new double[count][width];
        for (final double[] row : rows) {
            final double middle = random.nextInt(4) * 3;
            final boolean outlier = random.nextInt(10) == 0;
            for (int j = 0; j < width; j++) {
                final double value = outlier ? random.nextDouble(-3, 15) : middle + random.nextGaussian() * .6;
                row[j] = unit == 0 ? value : Math.rint(value / unit) * unit;
            }
        }
        return rows;
    }

    static Dataset dataset(final double[]... rows) {
        final List<Column> columns = new ArrayList<>();
        for (int j = 0; j < rows[0].length; j++) {
            final int column = j;
            columns.add(NumberColumn.of("x" + j, Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
        }
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, columns.stream().map(Column::name).toList()));
    }

    static Points points(final double[]... rows) {
        return new Points(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), null, rows.length, rows[0].length);
    }

    /** The flowers of Fisher, with their species as the target where that is wanted. */
    static Dataset flowers(final boolean species) {
        final List<List<String>> cells = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(Clouds.class.getResourceAsStream("iris.csv"), StandardCharsets.US_ASCII))) {
            reader.lines().forEach(line -> cells.add(List.of(line.split(","))));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        final var names = cells.removeFirst();
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < 4; j++) {
            final int column = j;
            columns.add(NumberColumn.of(names.get(j), cells.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray()));
        }
        columns.add(TextColumn.of(names.get(4), cells.stream().map(row -> row.get(4)).toList()));
        final var features = names.subList(0, 4);
        return new Dataset(Frame.of(columns), species ? Map.of(Role.FEATURES, features, Role.TARGET, List.of(names.get(4))) : Map.of(Role.FEATURES, features));
    }

    static int[] labels(final Result result) {
        final var column = result.table("assignments").orElseThrow().frame().column("cluster");
        final var labels = new int[column.rows()];
        Arrays.setAll(labels, i -> (int) column.number(i));
        return labels;
    }

    /** The same parts numbered in the order of their first rows, from 0. */
    static int[] canonical(final int[] labels) {
        final var known = new ArrayList<Integer>();
        return Arrays.stream(labels).map(label -> {
            if (!known.contains(label)) {
                known.add(label);
            }
            return known.indexOf(label);
        }).toArray();
    }
}
