// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/**
 * Customers with grades and segments.
 *
 * @param levels    how many grades there are
 * @param score     the weighted mean of the three grades
 * @param value     the mean of the grades of frequency and money, half a grade up
 * @param segment   the number of a segment
 * @param names     of segments, as they are written to the data
 * @param titles    of segments, in every language
 */
record Graded(int levels, Grades recency, Grades frequency, Grades money, double[] score, byte[] value, int[] segment, List<String> names,
        List<Message> titles) {

    static Graded of(final Purchases purchases, final Parameters parameters, final RunContext context) {
        final int count = purchases.customers;
        final var days = new double[count];
        final var times = new double[count];
        for (int c = 0; c < count; c++) {
            days[c] = purchases.recency(c);
            times[c] = purchases.frequency[c];
        }
        final Grades recency;
        final Grades frequency;
        final Grades money;
        if (parameters.get(Rfm.SCORING).equals(Rfm.TILES)) {
            final int tiles = parameters.get(Rfm.TILE_COUNT).intValue();
            final boolean together = parameters.get(Rfm.TIES).equals("together");
            final var negative = Arrays.stream(days).map(each -> -each).toArray();
            recency = Grades.tiles(negative, days, tiles, together, context);
            context.checkCancelled();
            frequency = Grades.tiles(times, times, tiles, together, context);
            context.checkCancelled();
            money = Grades.tiles(purchases.money, purchases.money, tiles, together, context);
        } else {
            final var limits = Rfm.row(parameters, Rfm.RECENCY_LIMITS);
            final boolean months = parameters.get(Rfm.RECENCY_UNIT).equals("months");
            recency = Grades.recent(days, months ? Grades.days(limits, LocalDate.ofEpochDay(purchases.reference)) : limits);
            frequency = Grades.ranges(times, Rfm.row(parameters, Rfm.FREQUENCY_LIMITS));
            money = Grades.ranges(purchases.money, Rfm.row(parameters, Rfm.MONEY_LIMITS));
        }
        context.checkCancelled();
        return named(recency, frequency, money, parameters, context);
    }

    private static Graded named(final Grades recency, final Grades frequency, final Grades money, final Parameters parameters,
            final RunContext context) {
        final int count = recency.of().length;
        final int levels = recency.counts().length;
        final double r = parameters.get(Rfm.RECENCY_WEIGHT);
        final double f = parameters.get(Rfm.FREQUENCY_WEIGHT);
        final double m = parameters.get(Rfm.MONEY_WEIGHT);
        final var score = new double[count];
        final var value = new byte[count];
        for (int c = 0; c < count; c++) {
            score[c] = (r * recency.of()[c] + f * frequency.of()[c] + m * money.of()[c]) / (r + f + m);
            value[c] = (byte) ((frequency.of()[c] + money.of()[c] + 1) / 2);
        }
        final var language = Locale.of(parameters.get(Rfm.LANGUAGE));
        final var segment = new int[count];
        if (parameters.get(Rfm.LABELS).equals(Rfm.FOUR)) {
            final var titles = Stream.of("high", "mid", "low", "others").map(key -> Messages.of("rfm.class." + key)).toList();
            final int[] ranks = Grades.ranks(score, true, context);
            for (int c = 0; c < count; c++) {
                segment[c] = 3 - (int) (4L * ranks[c] / count);
            }
            return new Graded(levels, recency, frequency, money, score, value, segment, titles.stream().map(each -> each.text(language)).toList(), titles);
        }
        final var grid = SegmentGrid.of(parameters.get(Rfm.SEGMENTS), levels, language);
        context.checkCancelled();
        for (int c = 0; c < count; c++) {
            segment[c] = grid.segment(recency.of()[c], value[c]);
        }
        return new Graded(levels, recency, frequency, money, score, value, segment, grid.names(), grid.titles());
    }

    /** {@return the three grades as one number from 0} */
    int cell(final int customer) {
        return ((recency.of()[customer] - 1) * levels + frequency.of()[customer] - 1) * levels + money.of()[customer] - 1;
    }
}
