// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/**
 * How the rows that a model learned from, and its answers for them, were spread, so that other rows can be compared by the population stability
 * index: the sum over bins of the difference of shares times the logarithm of their ratio. Numbers lie in tenths of the rows that were learned
 * from; of texts the most frequent are bins of their own. Missing values are always a bin of their own. Immutable.
 *
 * @param rows   how many rows were learned from
 * @param spans  features in their order; where there is an answer, it is the last
 * @since 0.1
 */
public record Spread(long rows, List<Span> spans) {

    /** From here on a change deserves a look, by convention (Siddiqi, Credit Risk Scorecards, 2006). */
    public static final double SOME = .1;
    /** From here on the model should be learned again, by the same convention. */
    public static final double MUCH = .25;
    /** The answer's name; no column can be called so. */
    public static final String ANSWER = "";

    private static final int TENTHS = 10;
    private static final int MOST_TEXTS = 50;
    /** A bin that nobody is in counts as if this share of the rows were: else one new row in it would be an infinite change. */
    private static final double LEAST = 1e-3;

    public Spread {
        spans = List.copyOf(spans);
    }

    /**
     * How one column was spread.
     *
     * @param name   the column; {@link Spread#ANSWER} for what the model answered
     * @param edges  of numbers: the limits between bins, rising; empty for texts
     * @param texts  of texts: those with a bin of their own; empty for numbers
     * @param shares the share of rows without a value, then that of each bin; the last bin of texts is for all others
     */
    public record Span(String name, List<Double> edges, List<String> texts, List<Double> shares) {

        public Span {
            edges = List.copyOf(edges);
            texts = List.copyOf(texts);
            shares = List.copyOf(shares);
        }
    }

    /**
     * How differently other rows are spread.
     *
     * @param name          the column; {@link Spread#ANSWER} for what the model answers
     * @param index         the population stability index, 0 or more
     * @param chance        what it stays below in 99 of 100 cases where nothing changed but which rows there are
     * @param missingBefore the share of rows without a value where it was learned
     * @param missingNow    the share of rows without a value now
     */
    public record Change(String name, double index, double chance, double missingBefore, double missingNow) {

        /**
         * Whether it should be looked at.
         *
         * @return true from {@link Spread#SOME} on, where chance alone does not explain it
         */
        public boolean some() {
            return index >= SOME && index > chance;
        }

        /**
         * Whether the model should be learned again.
         *
         * @return true from {@link Spread#MUCH} on, where chance alone does not explain it
         */
        public boolean much() {
            return index >= MUCH && index > chance;
        }
    }

    /**
     * Measures.
     *
     * @param features what a model learns from
     * @param answer   what it answers for the same rows, best for rows that it did not learn from; empty where nobody knows
     * @return how they are spread
     */
    public static Spread of(final List<Column> features, final Optional<Column> answer) {
        final var spans = new ArrayList<Span>();
        features.forEach(column -> spans.add(span(column.name(), column)));
        answer.ifPresent(column -> spans.add(span(ANSWER, column)));
        return new Spread(features.stream().mapToLong(Column::rows).findFirst().orElse(0), spans);
    }

    private static Span span(final String name, final Column column) {
        final var empty = column.type().isNumeric() ? new Span(name, tenths(column), List.of(), List.of())
                : new Span(name, List.of(), frequent(column), List.of());
        return new Span(name, empty.edges(), empty.texts(), Arrays.stream(shares(empty, column)).boxed().toList());
    }

    private static List<Double> tenths(final Column column) {
        final var known = new double[column.rows() - column.missing()];
        int size = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                // + 0 makes a negative zero a zero, which the order would put below it
                known[size++] = column.number(row) + 0.0;
            }
        }
        Arrays.sort(known);
        final var edges = new TreeSet<Double>();
        for (int i = 1; i < TENTHS && known.length > 0; i++) {
            edges.add(known[(int) ((long) known.length * i / TENTHS)]);
        }
        if (known.length > 0) {
            edges.remove(known[0]);
        }
        // a value that a tenth of the rows share is a bin of its own, so that it is told from those beside it
        for (int from = 0, until; from < known.length; from = until) {
            until = from;
            while (until < known.length && known[until] == known[from]) {
                until++;
            }
            if (until - from > 1 && (long) (until - from) * TENTHS >= known.length) {
                edges.add(known[from]);
                edges.add(Math.nextUp(known[from]));
            }
        }
        return List.copyOf(edges);
    }

    private static List<String> frequent(final Column column) {
        final Map<String, Long> counts = new HashMap<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TEXTS).map(Map.Entry::getKey).sorted().toList();
    }

    private static double[] shares(final Span span, final Column column) {
        final boolean numbers = span.texts().isEmpty();
        final var counts = new long[(numbers ? span.edges().size() : span.texts().size()) + 2];
        final var edges = span.edges().stream().mapToDouble(Double::doubleValue).toArray();
        final Map<String, Integer> places = new HashMap<>();
        span.texts().forEach(text -> places.put(text, places.size() + 1));
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                counts[0]++;
            } else if (numbers && column.type().isNumeric()) {
                final int place = Arrays.binarySearch(edges, column.number(row) + 0.0);
                counts[1 + (place >= 0 ? place + 1 : -place - 1)]++;
            } else {
                counts[places.getOrDefault(column.text(row), counts.length - 1)]++;
            }
        }
        final double all = Math.max(1, column.rows());
        return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
    }

    /**
     * Compares other rows.
     *
     * @param features the features of these rows; those that were not learned from are passed over
     * @param answer   what the model answers for them; empty where nobody knows
     * @return a change for each column that is known on both sides, the answer first, then the largest first
     */
    public List<Change> changes(final List<Column> features, final Optional<Column> answer) {
        final var now = new HashMap<String, Column>();
        features.forEach(column -> now.put(column.name(), column));
        answer.ifPresent(column -> now.put(ANSWER, column));
        final var found = new ArrayList<Change>();
        for (final var span : spans) {
            final var column = now.get(span.name());
            if (column != null && column.rows() > 0 && rows > 0) {
                found.add(change(span, shares(span, column), column.rows()));
            }
        }
        found.sort(Comparator.<Change, Boolean>comparing(change -> !change.name().equals(ANSWER))
                .thenComparing(Comparator.comparingDouble(Change::index).reversed()).thenComparing(Change::name));
        return found;
    }

    private Change change(final Span span, final double[] now, final int count) {
        double index = 0;
        int bins = 0;
        for (int bin = 0; bin < now.length; bin++) {
            final double before = span.shares().get(bin);
            bins += before > 0 || now[bin] > 0 ? 1 : 0;
            final double was = Math.max(LEAST, before);
            final double is = Math.max(LEAST, now[bin]);
            index += (is - was) * Math.log(is / was);
        }
        // without a change the index is spread as chi-square over the harmonic size of both sides (Yurdakul, Statistical Properties of PSI, 2018)
        final double chance = highest(bins - 1) * (1.0 / rows + 1.0 / count);
        return new Change(span.name(), index, chance, span.shares().getFirst(), now[0]);
    }

    /** {@return what chi-square stays below in 99 of 100 cases} by the approximation of Wilson and Hilferty (1931). */
    private static double highest(final int freedom) {
        if (freedom < 1) {
            return 0;
        }
        final double part = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - part + 2.326_347_9 * Math.sqrt(part), 3);
    }

    /**
     * The spread as a table, to be kept.
     *
     * @return a row for each bin
     */
    public Frame frame() {
        final var names = new ArrayList<String>();
        final var kinds = new ArrayList<String>();
        final var below = new ArrayList<Double>();
        final var texts = new ArrayList<String>();
        final var shares = new ArrayList<Double>();
        for (final var span : spans) {
            for (int bin = 0; bin < span.shares().size(); bin++) {
                final boolean edge = bin > 0 && bin <= span.edges().size();
                final boolean text = bin > 0 && bin <= span.texts().size();
                names.add(span.name());
                kinds.add(bin == 0 ? "missing" : edge ? "below" : text ? "text" : "other");
                below.add(edge ? span.edges().get(bin - 1) : Double.NaN);
                texts.add(text ? span.texts().get(bin - 1) : ANSWER);
                shares.add(span.shares().get(bin));
            }
        }
        final var counts = new long[names.size()];
        Arrays.fill(counts, rows);
        return Frame.of(TextColumn.of("column", names), TextColumn.of("bin", kinds), NumberColumn.of("below", numbers(below)), TextColumn.of("text", texts),
                NumberColumn.of("share", numbers(shares)), IntegerColumn.of("rows", counts));
    }

    private static double[] numbers(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Reads what {@link #frame()} gave.
     *
     * @param frame the table
     * @return the spread
     * @throws org.kontor.core.problem.ProblemException where it is no such table ({@code analytics.unreadable})
     */
    public static Spread read(final Frame frame) {
        try {
            final var spans = new ArrayList<Span>();
            for (int row = 0; row < frame.rows();) {
                final var name = frame.column("column").text(row);
                final var edges = new ArrayList<Double>();
                final var texts = new ArrayList<String>();
                final var shares = new ArrayList<Double>();
                do {
                    switch (frame.column("bin").text(row)) {
                        case "below" -> edges.add(frame.column("below").number(row));
                        case "text" -> texts.add(frame.column("text").text(row));
                        default -> { }
                    }
                    shares.add(frame.column("share").number(row++));
                } while (row < frame.rows() && !frame.column("bin").text(row).equals("missing"));
                spans.add(new Span(name, edges, texts, shares));
            }
            return new Spread(frame.rows() == 0 ? 0 : (long) frame.column("rows").number(0), spans);
        } catch (RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }
}
