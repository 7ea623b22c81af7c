// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** The weights of runs of characters or words, to give texts a class. */
final class TextModel implements Model {

    private static final String GRAMS = "grams";
    private static final String CLASSES = "classes";
    private static final int SHOWN = 20;
    private static final int FEW = 5;

    private final boolean words;
    private final int longest;
    private final List<String> classes;
    private final String column;
    private final double threshold;
    private final boolean damped;
    private final List<String> grams;
    private final double[] idf;
    private final double[][] weights;
    private final Map<String, Integer> numbers = new HashMap<>();

    private TextModel(final boolean words, final List<String> classes, final String column, final double threshold, final boolean damped,
            final List<String> grams, final double[] idf, final double[][] weights) {
        this.words = words;
        this.classes = List.copyOf(classes);
        this.column = column;
        this.threshold = threshold;
        this.damped = damped;
        this.grams = grams;
        this.idf = idf;
        this.weights = weights;
        int most = 1;
        for (int j = 0; j < grams.size(); j++) {
            numbers.put(grams.get(j), j);
            final var gram = grams.get(j);
            most = Math.max(most, words ? gram.split(" ").length : gram.codePointCount(0, gram.length()));
        }
        longest = Math.min(Vocabulary.LONGEST, most);
    }

    static TextModel of(final Grams grams, final TfIdf data, final double[][] weights, final List<String> classes, final String column, final double threshold,
            final boolean damped) {
        return new TextModel(grams.symbols().words(), classes, column, threshold, damped, Arrays.stream(data.kept()).mapToObj(grams::text).toList(), data.idf(),
                weights);
    }

    static TextModel of(final ModelState state) {
        try {
            final var table = state.tables().get(GRAMS);
            final var names = state.tables().get(CLASSES);
            final var classes = IntStream.range(0, names.rows()).mapToObj(row -> names.column("class").text(row)).toList();
            final var weights = new double[classes.size() == 2 ? 1 : classes.size()][];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Arrays.copyOf(((NumberColumn) table.column("weight-" + (k + 1))).values(), table.rows() + 1);
                weights[k][table.rows()] = Double.parseDouble(state.facts().get("common-" + (k + 1)));
            }
            final var grams = IntStream.range(0, table.rows()).mapToObj(row -> table.column("gram").text(row)).toList();
            if (classes.size() < 2) {
                throw new IllegalArgumentException("classes");
            }
            return new TextModel(Boolean.parseBoolean(state.facts().get("words")), classes, state.facts().get("column").toString(),
                    Double.parseDouble(state.facts().get("threshold")), Boolean.parseBoolean(state.facts().get("damped")), grams,
                    ((NumberColumn) table.column("idf")).values(), weights);
        } catch (RuntimeException unreadable) {
            throw Messages.problem("text.model").asException();
        }
    }

    /** {@return the class of probabilities that begin at a place} */
    int chosen(final double[] shares, final int from) {
        if (classes.size() == 2) {
            return shares[from + 1] >= threshold ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < classes.size(); k++) {
            best = shares[from + k] > shares[from + best] ? k : best;
        }
        return best;
    }

    /** Turns scores into probabilities: one score is that of the second of two classes; of several, each against all others, shares of their sum. */
    static void probabilities(final double[] scores, final double[] into, final int from) {
        if (scores.length == 1) {
            into[from + 1] = 1 / (1 + Math.exp(-scores[0]));
            into[from] = 1 / (1 + Math.exp(scores[0]));
            return;
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            into[from + k] = Math.max(1e-300, 1 / (1 + Math.exp(-scores[k])));
            sum += into[from + k];
        }
        for (int k = 0; k < scores.length; k++) {
            into[from + k] /= sum;
        }
    }

    /** What some texts say: the columns that each has, with their values. */
    record Read(int[][] columns, double[][] values) {
    }

    Read read(final Corpus corpus, final RunContext context) {
        final var counted = Grams.of(corpus.count(), corpus::text, new Symbols(words), 1, longest, context);
        final var known = new int[counted.vocabulary().size()];
        context.parallel(Math.ceilDiv(known.length, Frame.BLOCK), block -> {
            for (int id = block * Frame.BLOCK; id < Math.min(known.length, (block + 1) * Frame.BLOCK); id++) {
                known[id] = numbers.getOrDefault(counted.text(id), Vocabulary.NONE);
            }
        });
        final var columns = new int[corpus.count()][];
        final var values = new double[corpus.count()][];
        context.parallel(Math.ceilDiv(columns.length, Frame.BLOCK / 8), block -> {
            for (int d = block * Frame.BLOCK / 8; d < Math.min(columns.length, (block + 1) * Frame.BLOCK / 8); d++) {
                final int from = counted.starts()[d];
                final int to = counted.starts()[d + 1];
                columns[d] = IntStream.range(from, to).map(i -> known[counted.ids()[i]]).filter(j -> j >= 0).toArray();
                values[d] = IntStream.range(from, to).filter(i -> known[counted.ids()[i]] >= 0)
                        .mapToDouble(i -> TfIdf.weight(counted.counts()[i], damped) * idf[known[counted.ids()[i]]]).toArray();
                TfIdf.normalize(values[d], 0, values[d].length);
            }
        });
        return new Read(columns, values);
    }

    double[] scores(final Read read, final int text) {
        final var scores = new double[weights.length];
        for (int k = 0; k < scores.length; k++) {
            double sum = weights[k][grams.size()];
            for (int i = 0; i < read.columns()[text].length; i++) {
                sum += read.values()[text][i] * weights[k][read.columns()[text][i]];
            }
            scores[k] = sum;
        }
        return scores;
    }

    List<String> classes() {
        return classes;
    }

    String gram(final int number) {
        return grams.get(number);
    }

    double[][] weights() {
        return weights;
    }

    /** {@return what speaks most for the class, and most against it, such as {@code +不错 +干净 -差}} */
    String reason(final Read read, final int text, final int chosen) {
        final int score = weights.length == 1 ? 0 : chosen;
        final double sign = weights.length == 1 && chosen == 0 ? -1 : 1;
        final var columns = read.columns()[text];
        final var amounts = new double[columns.length];
        Arrays.setAll(amounts, i -> sign * read.values()[text][i] * weights[score][columns[i]]);
        final var said = new StringBuilder();
        final var order = strongest(amounts, FEW);
        for (final int i : order) {
            said.append(said.isEmpty() ? "" : " ").append(amounts[i] >= 0 ? '+' : '-').append(shown(grams.get(columns[i])));
        }
        return said.toString();
    }

    private static String shown(final String gram) {
        return gram.isBlank() ? "␣" : gram.strip();
    }

    /** {@return the places of the largest amounts for or against, the first of equal ones; few of many, so nothing is sorted} */
    private static int[] strongest(final double[] amounts, final int most) {
        final var best = new int[Math.min(most, amounts.length)];
        int count = 0;
        for (int i = 0; i < amounts.length; i++) {
            final double amount = Math.abs(amounts[i]);
            if (count == best.length && !(amount > Math.abs(amounts[best[count - 1]]))) {
                continue;
            }
            int at = count < best.length ? count++ : count - 1;
            while (at > 0 && Math.abs(amounts[best[at - 1]]) < amount) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = i;
        }
        return best;
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final var texts = data.frame().column(column);
        if (!(texts instanceof TextColumn)) {
            throw Messages.problem("text.not-text", column).asException();
        }
        context.requireMemory(data.rows() * (60L + 8L * classes.size()) + Grams.memory(data.rows(), Corpus.characters(texts), longest));
        final var corpus = new Corpus(texts, context);
        return new TextAnswers(this, corpus, context).table(data, null, null);
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var quiet = new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run);
        final var corpus = new Corpus(data.frame().column(column).take(new int[] {row}), quiet);
        if (corpus.count() == 0) {
            return List.of();
        }
        final var read = read(corpus, quiet);
        final var scores = scores(read, 0);
        final var shares = new double[classes.size()];
        probabilities(scores, shares, 0);
        final int score = weights.length == 1 ? 0 : chosen(shares, 0);
        final var name = classes.get(weights.length == 1 ? 1 : score);
        final var columns = read.columns()[0];
        final var amounts = new double[columns.length];
        Arrays.setAll(amounts, i -> read.values()[0][i] * weights[score][columns[i]]);
        final var found = new ArrayList<Contribution>();
        double rest = scores[score] - weights[score][grams.size()];
        for (final int i : strongest(amounts, SHOWN)) {
            rest -= amounts[i];
            found.add(new Contribution(column, amounts[i],
                    Messages.of(amounts[i] >= 0 ? "text.reason.for" : "text.reason.against", shown(grams.get(columns[i])), name)));
        }
        if (columns.length > SHOWN) {
            found.add(new Contribution(column, rest, Messages.of("text.reason.rest", columns.length - SHOWN)));
        }
        found.add(new Contribution("", weights[score][grams.size()], Messages.of("text.reason.common", name)));
        found.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount())));
        return found;
    }

    @Override
    public ModelState state() {
        final var columns = new ArrayList<Column>();
        columns.add(TextColumn.of("gram", grams));
        columns.add(NumberColumn.of("idf", idf));
        final var facts = new HashMap<>(Map.of("words", String.valueOf(words), "column", column, "threshold", String.valueOf(threshold), "damped",
                String.valueOf(damped)));
        for (int k = 0; k < weights.length; k++) {
            columns.add(NumberColumn.of("weight-" + (k + 1), Arrays.copyOf(weights[k], grams.size())));
            facts.put("common-" + (k + 1), String.valueOf(weights[k][grams.size()]));
        }
        return new ModelState(TextClassification.NAME, TextClassification.RELEASE, facts,
                Map.of(GRAMS, Frame.of(columns), CLASSES, Frame.of(TextColumn.of("class", classes))));
    }
}
