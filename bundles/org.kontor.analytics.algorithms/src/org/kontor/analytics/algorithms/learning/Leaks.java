// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Signs that figures are too good to be true: features that know the answer, columns that only name rows, rows seen twice. */
final class Leaks {

    /** A single feature that tells two classes apart better knows the answer. */
    private static final double TELLING = .95;
    /** A single feature that correlates more is the answer in other units. */
    private static final double SAME = .99;
    private static final int FEW = 50;
    /** So many rows show it as well as all. */
    private static final int SAMPLE = 20_000;
    private static final double NAMES = .5;
    private static final double TWICE = .1;

    private final Examples examples;
    private final RunContext context;
    private final List<Warning> found = new ArrayList<>();

    private Leaks(final Examples examples, final RunContext context) {
        this.examples = examples;
        this.context = context;
    }

    static List<Warning> of(final Examples examples, final Validation held, final RunContext context) {
        final var leaks = new Leaks(examples, context);
        if (examples.count() >= FEW) {
            for (int j = 0; j < examples.features().width(); j++) {
                leaks.names(j);
                leaks.telling(j);
            }
            leaks.twice(held);
        }
        return leaks.found;
    }

    private void warn(final String code, final Object... args) {
        found.add(new Warning(code, Message.of(Messages.TEXTS, code, args)));
    }

    private Message name(final int feature) {
        return examples.encoding().title(feature);
    }

    /** A text of its own for most rows, or whole numbers one by one. */
    private void names(final int feature) {
        final var values = examples.features().columns()[feature];
        final var type = examples.encoding().type(feature);
        if (type == ColumnType.TEXT) {
            int known = 0;
            for (final double value : values) {
                known += value >= 0 ? 1 : 0;
            }
            final int categories = examples.encoding().categories(feature).size();
            if (categories == Encoding.MOST && known < NAMES * values.length || categories > NAMES * values.length) {
                warn("learning.names", name(feature));
            } else if (categories == Encoding.MOST && known < values.length) {
                warn("learning.many-categories", name(feature), Encoding.MOST);
            }
        } else if (type == ColumnType.INTEGER) {
            final var sorted = values.clone();
            context.checkCancelled();
            Arrays.sort(sorted);
            boolean consecutive = true;
            for (int i = 1; consecutive && i < sorted.length; i++) {
                consecutive = sorted[i] == sorted[i - 1] + 1;
            }
            if (consecutive) {
                warn("learning.names", name(feature));
            }
        }
    }

    private void telling(final int feature) {
        final var target = examples.target();
        if (target.isBinary()) {
            final int step = Math.ceilDiv(examples.count(), SAMPLE);
            final var values = ordered(feature);
            final var some = new double[3][Math.ceilDiv(examples.count(), step)];
            for (int i = 0; i < some[0].length; i++) {
                some[0][i] = values[i * step];
                some[1][i] = target.values()[i * step];
                some[2][i] = examples.weight(i * step);
            }
            final double area = Ranking.of(some[0], some[1], some[2], context::checkCancelled).area();
            if (Math.max(area, 1 - area) > TELLING) {
                warn("learning.telling", name(feature), Math.max(area, 1 - area));
            }
        } else if (!target.isClasses() && !examples.encoding().isCategory(feature)) {
            final double correlation = Math.abs(correlation(examples.features().columns()[feature], target.values()));
            if (correlation > SAME) {
                warn("learning.same", name(feature), correlation);
            }
        }
    }

    /** The values; missing ones in the middle of nothing, categories by how often the class that is looked for occurs, if they are frequent. */
    private double[] ordered(final int feature) {
        final var values = examples.features().columns()[feature];
        final var ordered = new double[values.length];
        if (!examples.encoding().isCategory(feature)) {
            for (int i = 0; i < values.length; i++) {
                ordered[i] = Double.isNaN(values[i]) ? -Double.MAX_VALUE : values[i];
            }
            return ordered;
        }
        final int size = examples.encoding().categories(feature).size() + 2;
        final var hits = new double[size];
        final var counts = new double[size];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            final int slot = slot(values[i]);
            counts[slot]++;
            hits[slot] += examples.target().values()[i];
            all += examples.target().values()[i];
        }
        final double rate = all / values.length;
        for (int i = 0; i < values.length; i++) {
            // a few rows of a category say little: as if ten more had the rate of all
            final int slot = slot(values[i]);
            ordered[i] = (hits[slot] + 10 * rate) / (counts[slot] + 10);
        }
        return ordered;
    }

    private static int slot(final double category) {
        return Double.isNaN(category) ? 0 : (int) category + 2;
    }

    private static double correlation(final double[] x, final double[] y) {
        double mx = 0;
        double my = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && Math.abs(x[i]) < ExamplesCheck.LARGEST) {
                count++;
                final double dx = x[i] - mx;
                final double dy = y[i] - my;
                mx += dx / count;
                my += dy / count;
                sxx += dx * (x[i] - mx);
                sxy += dx * (y[i] - my);
                syy += dy * (y[i] - my);
            }
        }
        return count < FEW || sxx <= 0 || syy <= 0 ? 0 : sxy / Math.sqrt(sxx) / Math.sqrt(syy);
    }

    /** Rows whose features and target were learned from in another row that is not held out with them. */
    private void twice(final Validation held) {
        if (held.folds().isEmpty()) {
            return;
        }
        final var prints = new long[examples.count()];
        for (int i = 0; i < prints.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            long print = Double.doubleToLongBits(examples.target().values()[i]);
            for (final var column : examples.features().columns()) {
                print = (print ^ Double.doubleToLongBits(column[i])) * 0x9E3779B97F4A7C15L;
                print ^= print >>> 29;
            }
            prints[i] = print;
        }
        final var fold = held.folds().getFirst();
        final var known = new HashSet<Long>();
        for (final int row : fold.training()) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            known.add(prints[row]);
        }
        int again = 0;
        for (final int row : fold.held()) {
            again += known.contains(prints[row]) ? 1 : 0;
        }
        if (again > TWICE * fold.held().length) {
            warn("learning.twice", again / (double) fold.held().length);
        }
    }
}
