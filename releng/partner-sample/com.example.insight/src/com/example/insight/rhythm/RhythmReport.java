// SPDX-License-Identifier: EPL-2.0

package com.example.insight.rhythm;

import java.util.Arrays;
import java.util.List;

import com.example.insight.rhythm.Rhythm.Status;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;

/** Puts rhythms into words, numbers, a table and charts. */
final class RhythmReport {

    private static final double[] EDGES = {0, 7, 14, 30, 60, 90, 180, 365, 1_000_000};

    private final Histories histories;
    private final Rhythm[] rhythms;
    private final Rhythm.Limits limits;
    private final Status[] statuses;
    private final long[] counts = new long[Status.values().length];

    RhythmReport(final Histories histories, final Rhythm[] rhythms, final Rhythm.Limits limits) {
        this.histories = histories;
        this.rhythms = rhythms;
        this.limits = limits;
        statuses = new Status[rhythms.length];
        Arrays.setAll(statuses, i -> rhythms[i].status(histories.today, limits));
        for (final var status : statuses) {
            counts[status.ordinal()]++;
        }
    }

    Result of(final Column who) {
        final long known = rhythms.length - count(Status.TOO_FEW);
        final var intervals = intervals();
        final double median = intervals.length == 0 ? Double.NaN : intervals[intervals.length / 2];
        final var result = Result.builder();
        if (known == 0) {
            result.say(Messages.of("rhythm.summary.none", rhythms.length, limits.least()));
        } else {
            result.say(Messages.of("rhythm.summary", known, rhythms.length, median));
            result.say(Messages.of("rhythm.summary.late", count(Status.DUE), count(Status.OVERDUE), count(Status.LOST), limits.overdue(), limits.lost()));
        }
        if (histories.leftOut > 0) {
            result.warn("rhythm.left-out", Messages.of("rhythm.left-out", histories.leftOut));
        }
        metric(result, "customers", rhythms.length, Trail.NONE);
        metric(result, "interval-median", median, Trail.NONE);
        metric(result, "overdue", count(Status.OVERDUE), new Trail(List.of(
                new Trail.Step(Messages.of("rhythm.trail.customers"), rhythms.length),
                new Trail.Step(Messages.of("rhythm.trail.known", limits.least()), known),
                new Trail.Step(Messages.of("rhythm.trail.overdue", limits.overdue(), limits.lost()), count(Status.OVERDUE)))));
        metric(result, "lost", count(Status.LOST), Trail.NONE);
        return result.part(table(who)).part(bars()).part(spread(intervals)).build();
    }

    private long count(final Status status) {
        return counts[status.ordinal()];
    }

    private static void metric(final Result.Builder result, final String name, final double value, final Trail trail) {
        result.metric(name, value, Messages.of("rhythm.metric." + name), trail);
    }

    private double[] intervals() {
        final var found = new double[rhythms.length - (int) count(Status.TOO_FEW)];
        int next = 0;
        for (int i = 0; i < rhythms.length; i++) {
            if (statuses[i] != Status.TOO_FEW) {
                found[next++] = rhythms[i].interval();
            }
        }
        Arrays.sort(found);
        return found;
    }

    private TablePart table(final Column who) {
        final int size = rhythms.length;
        final var purchases = new long[size];
        final var intervals = new double[size];
        final var lateness = new double[size];
        final var last = new int[size];
        final var expected = new int[size];
        final var missing = new long[Math.ceilDiv(size, Long.SIZE)];
        for (int i = 0; i < size; i++) {
            final boolean known = statuses[i] != Status.TOO_FEW;
            purchases[i] = rhythms[i].purchases();
            intervals[i] = known ? rhythms[i].interval() : Double.NaN;
            lateness[i] = known ? rhythms[i].lateness(histories.today) : Double.NaN;
            last[i] = rhythms[i].last();
            expected[i] = rhythms[i].expected();
            if (!known) {
                missing[i >> 6] |= 1L << i;
            }
        }
        final var labels = TextColumn.of("status", Arrays.stream(statuses).map(Status::key).toList());
        return new TableBuilder(Messages.TEXTS, "rhythm").add(who.take(histories.rows).named("id"), Meaning.ID)
                .add(labels, Messages.of("rhythm.column.status"), Messages.of("rhythm.column.status.help", limits.least()), Meaning.LABEL)
                .numbers("lateness", Meaning.SCORE, lateness).counts("purchases", purchases).numbers("interval", intervals)
                .add(DateColumn.of("last", last, Missing.NONE), Meaning.TIME).add(DateColumn.of("expected", expected, Missing.of(missing)), Meaning.TIME)
                .build("customers");
    }

    private BarsPart bars() {
        final var names = Arrays.stream(Status.values()).map(status -> Messages.of("rhythm.status." + status.key())).toList();
        return new BarsPart("statuses", Messages.of("rhythm.statuses"), names, List.of(Messages.of("rhythm.customers")), Messages.of("rhythm.metric.customers"),
                new double[][] {Arrays.stream(counts).asDoubleStream().toArray()});
    }

    private DistributionPart spread(final double[] intervals) {
        final var found = new double[EDGES.length - 1];
        for (final double interval : intervals) {
            final int at = Arrays.binarySearch(EDGES, interval);
            found[Math.min(found.length - 1, at >= 0 ? at : -at - 2)]++;
        }
        final List<Message> group = List.of(Messages.of("rhythm.customers"));
        return new DistributionPart("intervals", Messages.of("rhythm.intervals"), Messages.of("rhythm.column.interval"), EDGES, group, new double[][] {found});
    }
}
