// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.numerics.ColumnBlocks;
import org.kontor.analytics.algorithms.numerics.RowReader;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/**
 * What a linear model adds up: each feature that is a number, and each category of a feature but one, the reference. A missing number counts
 * as the mean; a missing category, and those too rare to be kept, are categories of their own where they occur. A feature that does not vary
 * has no term.
 */
final class Terms {

    /** The level of a term that is a number. */
    static final int NUMBER = -3;
    /** The level of missing categories. */
    static final int MISSING = -2;

    private final Encoding encoding;
    /** The feature of each term. */
    private final int[] owners;
    /** The code of the category of each term, or {@link #NUMBER}, {@link #MISSING} or {@link Features#OTHER}. */
    private final int[] levels;
    /** The reference category of each feature; {@link #NUMBER} where it has none. */
    private final int[] references;
    private final double[] means;
    private final double[] deviations;
    /** Whether a term is missing in some of the rows. */
    private final boolean[] holes;
    private final double weight;

    private Terms(final Encoding encoding, final int[] owners, final int[] levels, final int[] references, final double[] means, final double[] deviations,
            final boolean[] holes, final double weight) {
        this.encoding = encoding;
        this.owners = owners;
        this.levels = levels;
        this.references = references;
        this.means = means;
        this.deviations = deviations;
        this.holes = holes;
        this.weight = weight;
    }

    /**
     * Looks at rows.
     *
     * @param rows          which rows to learn from, at least one
     * @param mostFrequent  whether the most frequent category is the reference, else the first in the order of texts
     */
    static Terms of(final Examples examples, final int[] rows, final boolean mostFrequent, final RunContext context) {
        final var encoding = examples.encoding();
        final var owners = new ArrayList<Integer>();
        final var levels = new ArrayList<Integer>();
        final var references = new int[encoding.width()];
        Arrays.fill(references, NUMBER);
        for (int j = 0; j < encoding.width(); j++) {
            if (encoding.isCategory(j)) {
                final var found = levels(examples, rows, j, context);
                if (found.size() > 1) {
                    final int first = mostFrequent ? found.getFirst() : found.stream().mapToInt(Integer::intValue).filter(each -> each >= 0).min()
                            .orElse(found.getFirst());
                    references[j] = first;
                    final int owner = j;
                    found.stream().filter(each -> each != first).sorted().forEach(each -> {
                        owners.add(owner);
                        levels.add(each);
                    });
                }
            } else {
                owners.add(j);
                levels.add(NUMBER);
            }
        }
        final var all = new Terms(encoding, ints(owners), ints(levels), references, new double[owners.size()], new double[owners.size()],
                new boolean[owners.size()], weight(examples, rows));
        context.parallel(all.width(), term -> all.measure(examples, rows, term, context));
        return all.varying();
    }

    private static int[] ints(final List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double weight(final Examples examples, final int[] rows) {
        if (examples.weights() == null) {
            return rows.length;
        }
        double sum = 0;
        for (final int row : rows) {
            sum += examples.weight(row);
        }
        return sum;
    }

    /** {@return the categories of a feature that occur, from the most frequent to the rarest} */
    private static List<Integer> levels(final Examples examples, final int[] rows, final int feature, final RunContext context) {
        final int shift = 2;
        final var counts = new double[examples.encoding().categories(feature).size() + shift];
        final var column = examples.features().columns()[feature];
        for (int i = 0; i < rows.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            counts[code(column[rows[i]]) + shift] += examples.weight(rows[i]);
        }
        return IntStream.range(0, counts.length).filter(code -> counts[code] > 0).boxed()
                .sorted((one, two) -> Double.compare(counts[two], counts[one])).map(code -> code - shift).toList();
    }

    static int code(final double value) {
        return Double.isNaN(value) ? MISSING : (int) value;
    }

    private void measure(final Examples examples, final int[] rows, final int term, final RunContext context) {
        final var found = TermMeasure.of(examples, rows, owners[term], levels[term], context);
        means[term] = found.mean();
        deviations[term] = found.deviation();
        holes[term] = found.isMissing();
    }

    private Terms varying() {
        // what varies by less than that cannot be divided by
        return only(IntStream.range(0, width()).filter(term -> deviations[term] > Double.MIN_NORMAL).toArray());
    }

    private boolean[] kept(final int[] terms) {
        final var some = new boolean[terms.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = holes[terms[i]];
        }
        return some;
    }

    /** {@return the terms of all other features} */
    Terms without(final int feature) {
        return only(IntStream.range(0, width()).filter(term -> owners[term] != feature).toArray());
    }

    private Terms only(final int[] kept) {
        return new Terms(encoding, IntStream.of(kept).map(term -> owners[term]).toArray(), IntStream.of(kept).map(term -> levels[term]).toArray(), references,
                IntStream.of(kept).mapToDouble(term -> means[term]).toArray(), IntStream.of(kept).mapToDouble(term -> deviations[term]).toArray(),
                        kept(kept), weight);
    }

    static double raw(final double value, final int level) {
        return level == NUMBER ? value : code(value) == level ? 1 : 0;
    }

    int width() {
        return owners.length;
    }

    int owner(final int term) {
        return owners[term];
    }

    int level(final int term) {
        return levels[term];
    }

    double mean(final int term) {
        return means[term];
    }

    double deviation(final int term) {
        return deviations[term];
    }

    /** {@return the weights of all rows, added up} */
    double weight() {
        return weight;
    }

    Encoding encoding() {
        return encoding;
    }

    /** {@return the reference category of a feature, or {@link #NUMBER} where it has none} */
    int reference(final int feature) {
        return references[feature];
    }

    /** {@return what a term is for a row: the number, its mean where it is missing, or 1 for the category and 0 for others} */
    double value(final Features features, final int row, final int term) {
        final double value = raw(features.value(row, owners[term]), levels[term]);
        return Double.isNaN(value) ? means[term] : value;
    }

    /**
     * The terms of rows, centered and divided by their standard deviations; the rows are among those that were looked at.
     *
     * @param examples all rows
     * @param rows     which
     * @param last     what follows the terms as last column, one number for each row of the examples; null for nothing
     * @param weighted whether all are multiplied by the root of the row's weight
     */
    RowReader reader(final Examples examples, final int[] rows, final double[] last, final boolean weighted) {
        final var columns = examples.features().columns();
        final boolean weigh = weighted && examples.weights() != null;
        final var factors = new double[owners.length];
        Arrays.setAll(factors, term -> 1 / deviations[term]);
        final var ordered = Arrays.stream(owners).mapToObj(owner -> columns[owner]).toArray(double[][]::new);
        return (from, count, into, rowStep, columnStep) -> {
            final boolean consecutive = count > 0 && rows[from + count - 1] - rows[from] == count - 1;
            int term = 0;
            while (term < owners.length) {
                final int to = term * columnStep;
                if (consecutive && rowStep > 1 && plain(term, ColumnBlocks.TOGETHER)) {
                    ColumnBlocks.writeFour(ordered, term, rows[from], count, means, factors, into, to, rowStep);
                    term += ColumnBlocks.TOGETHER;
                } else {
                    if (consecutive && plain(term, 1)) {
                        ColumnBlocks.write(ordered[term], rows[from], count, means[term], factors[term], into, to, rowStep);
                    } else {
                        standardise(ordered[term], rows, from, count, term, into, to, rowStep);
                    }
                    term++;
                }
            }
            if (last != null) {
                for (int i = 0; i < count; i++) {
                    into[owners.length * columnStep + i * rowStep] = last[rows[from + i]];
                }
            }
            if (weigh) {
                for (int i = 0; i < count; i++) {
                    final double root = Math.sqrt(examples.weights()[rows[from + i]]);
                    for (int j = 0; j < owners.length + (last == null ? 0 : 1); j++) {
                        into[j * columnStep + i * rowStep] *= root;
                    }
                }
            }
        };
    }

    /** Whether terms are numbers that are missing nowhere. */
    private boolean plain(final int first, final int count) {
        for (int term = first; term < first + count; term++) {
            if (term >= owners.length || levels[term] != NUMBER || holes[term]) {
                return false;
            }
        }
        return true;
    }

    private void standardise(final double[] column, final int[] rows, final int from, final int count, final int term, final double[] into, final int at,
            final int rowStep) {
        final double mean = means[term];
        final double factor = 1 / deviations[term];
        final int level = levels[term];
        if (level != NUMBER) {
            final double not = -mean * factor;
            final double is = (1 - mean) * factor;
            for (int i = 0; i < count; i++) {
                into[at + i * rowStep] = code(column[rows[from + i]]) == level ? is : not;
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            final double off = column[rows[from + i]] - mean;
            into[at + i * rowStep] = off == off ? off * factor : 0;
        }
    }

    /** {@return what a term is called, such as {@code age} or {@code city = London}} */
    String name(final int term) {
        final var feature = encoding.name(owners[term]);
        return levels[term] == NUMBER ? feature : feature + " = " + category(owners[term], levels[term]);
    }

    String category(final int feature, final int level) {
        return level == MISSING ? "?" : level == Features.OTHER ? "…" : encoding.categories(feature).get(level);
    }

    /** {@return the same in words, which people may call otherwise} */
    Message title(final int term) {
        return levels[term] == NUMBER ? encoding.title(owners[term]) : equal(owners[term], levels[term]);
    }

    private Message equal(final int feature, final int level) {
        return Message.join(" = ", List.of(encoding.title(feature), Message.value(encoding.name(feature), category(feature, level))));
    }

    /** {@return the reference categories, such as {@code city = Paris}} */
    List<Message> references() {
        return IntStream.range(0, references.length).filter(j -> references[j] != NUMBER).mapToObj(j -> equal(j, references[j])).toList();
    }
}
