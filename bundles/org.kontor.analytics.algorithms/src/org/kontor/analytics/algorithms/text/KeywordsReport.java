// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Weighs the words of texts and turns them into a result. */
final class KeywordsReport {

    private static final int DRAWN = 30;
    private static final int NAMED = 10;
    private static final int OF_TEXT = 5;
    private static final int WINDOW = 4;
    private static final int ROUNDS = 50;
    private static final double DAMPING = .85;

    private final Dataset data;
    private final Parameters parameters;
    private final RunContext context;
    private final Corpus corpus;
    private final Result.Builder result = Result.builder();

    KeywordsReport(final Dataset data, final Parameters parameters, final RunContext context) {
        this.data = data;
        this.parameters = parameters;
        this.context = context;
        corpus = new Corpus(data.column(Role.TEXT), context);
    }

    Result result() {
        final var terms = new Terms(corpus, new StopWords(parameters.get(Keywords.STOP_WORDS)), context);
        final var names = terms.find(parameters.get(Keywords.LEAST).intValue());
        context.progress().worked(1);
        final var read = new int[corpus.count()][];
        final int each = 256;
        context.parallel(Math.ceilDiv(read.length, each), task -> {
            for (int d = task * each; d < Math.min(read.length, (task + 1) * each); d++) {
                read[d] = terms.read(corpus.text(d));
            }
        });
        context.progress().worked(1);
        final var occurrences = new long[names.size()];
        final var texts = new long[names.size()];
        final var last = new int[names.size()];
        Arrays.fill(last, -1);
        for (int d = 0; d < read.length; d++) {
            for (final int term : read[d]) {
                occurrences[term]++;
                texts[term] += last[term] == d ? 0 : 1;
                last[term] = d;
            }
        }
        final var idf = IntStream.range(0, names.size()).mapToDouble(term -> Math.log((1.0 + read.length) / (1.0 + texts[term])) + 1).toArray();
        final var own = own();
        final var scores = parameters.get(Keywords.METHOD).equals(Keywords.TF_IDF) ? frequent(read, idf) : ranked(read, names.size());
        for (int term = 0; term < scores.length; term++) {
            scores[term] *= own.getOrDefault(names.get(term), 1.0);
        }
        context.progress().worked(1);
        final var order = IntStream.range(0, names.size()).filter(term -> scores[term] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer term) -> -scores[term]).thenComparingInt(term -> term)).limit(parameters.get(Keywords.COUNT))
                .toList();
        told(names, order, scores, occurrences, texts);
        result.part(texts(names, read, idf, own));
        context.progress().worked(1);
        return result.build();
    }

    private Map<String, Double> own() {
        final var own = new HashMap<String, Double>();
        parameters.get(Keywords.WEIGHTS).forEach(row -> own.put(row.get(0).strip().toLowerCase(Locale.ROOT), Double.parseDouble(row.get(1).strip())));
        return own;
    }

    /** The sum over texts of how often a word is in each, damped, less the more texts have it. */
    private double[] frequent(final int[][] read, final double[] idf) {
        final var scores = new double[idf.length];
        final var counts = new int[idf.length];
        for (int d = 0; d < read.length; d++) {
            if (d % 256 == 0) {
                context.checkCancelled();
            }
            for (final int term : read[d]) {
                counts[term]++;
            }
            for (final int term : read[d]) {
                if (counts[term] > 0) {
                    scores[term] += TfIdf.weight(counts[term], true) * idf[term];
                    counts[term] = 0;
                }
            }
        }
        return scores;
    }

    /** Words that stand near many words that stand near many (TextRank). */
    private double[] ranked(final int[][] read, final int count) {
        final var edges = new Vocabulary();
        final var weights = new ArrayList<int[]>();
        for (int d = 0; d < read.length; d++) {
            if (d % 256 == 0) {
                context.checkCancelled();
            }
            for (int i = 0; i < read[d].length; i++) {
                for (int j = i + 1; j < Math.min(read[d].length, i + WINDOW); j++) {
                    if (read[d][i] != read[d][j]) {
                        final int edge = edges.add((1L + Math.min(read[d][i], read[d][j])) << Integer.SIZE | Math.max(read[d][i], read[d][j]));
                        if (edge == weights.size()) {
                            weights.add(new int[1]);
                        }
                        weights.get(edge)[0]++;
                    }
                }
            }
        }
        final var sums = new double[count];
        for (int e = 0; e < edges.size(); e++) {
            sums[(int) (edges.key(e) >>> Integer.SIZE) - 1] += weights.get(e)[0];
            sums[(int) edges.key(e)] += weights.get(e)[0];
        }
        double[] scores = new double[count];
        Arrays.fill(scores, 1);
        for (int round = 0; round < ROUNDS; round++) {
            context.checkCancelled();
            final var next = new double[count];
            Arrays.fill(next, 1 - DAMPING);
            for (int e = 0; e < edges.size(); e++) {
                final int one = (int) (edges.key(e) >>> Integer.SIZE) - 1;
                final int other = (int) edges.key(e);
                next[one] += DAMPING * weights.get(e)[0] * scores[other] / sums[other];
                next[other] += DAMPING * weights.get(e)[0] * scores[one] / sums[one];
            }
            scores = next;
        }
        return scores;
    }

    private void told(final List<String> names, final List<Integer> order, final double[] scores, final long[] occurrences, final long[] texts) {
        if (order.isEmpty()) {
            result.say(Messages.of("keywords.summary.none", corpus.count()));
            result.warn("keywords.none", Messages.of("keywords.none", parameters.get(Keywords.LEAST)));
        } else {
            result.say(Messages.of("keywords.summary", corpus.count(), names.size(),
                    order.stream().limit(NAMED).map(names::get).collect(Collectors.joining(", "))));
        }
        result.metric("texts", corpus.count(), Messages.of("keywords.metric.texts"), Trail.NONE);
        result.metric("terms", names.size(), Messages.of("keywords.metric.terms"), Trail.NONE);
        final double most = order.isEmpty() ? 1 : scores[order.getFirst()];
        result.part(new TableBuilder(Messages.TEXTS, Keywords.NAME).texts("term", order.stream().map(names::get).toList())
                .numbers("weight", Meaning.SCORE, order.stream().mapToDouble(term -> scores[term] / most).toArray())
                .counts("occurrences", order.stream().mapToLong(term -> occurrences[term]).toArray())
                .counts("texts", order.stream().mapToLong(term -> texts[term]).toArray())
                .numbers("share", Meaning.SHARE, order.stream().mapToDouble(term -> (double) texts[term] / Math.max(1, corpus.count())).toArray())
                .build("keywords"));
        if (!order.isEmpty()) {
            final var drawn = order.subList(0, Math.min(DRAWN, order.size()));
            result.part(new BarsPart("weights", Messages.of("keywords.keywords"), drawn.stream().map(term -> Message.name(names.get(term))).toList(),
                    List.of(Messages.of("keywords.column.weight")), Messages.of("keywords.column.weight"),
                    new double[][] {drawn.stream().mapToDouble(term -> scores[term] / most).toArray()}));
        }
    }

    /** The words that tell most about each text. */
    private TablePart texts(final List<String> names, final int[][] read, final double[] idf, final Map<String, Double> own) {
        final var said = new String[read.length];
        final int each = 256;
        context.parallel(Math.ceilDiv(read.length, each), task -> {
            for (int d = task * each; d < Math.min(read.length, (task + 1) * each); d++) {
                final var counts = new HashMap<Integer, Integer>();
                for (final int term : read[d]) {
                    counts.merge(term, 1, Integer::sum);
                }
                said[d] = counts.keySet().stream()
                        .sorted(Comparator.comparingDouble((Integer term) ->
                                -TfIdf.weight(counts.get(term), true) * idf[term] * own.getOrDefault(names.get(term), 1.0))
                                .thenComparingInt(term -> term))
                        .limit(OF_TEXT).map(names::get).collect(Collectors.joining(", "));
            }
        });
        final var known = new HashMap<String, Integer>();
        final var different = new ArrayList<String>();
        final var rows = new int[data.rows()];
        for (int row = 0; row < rows.length; row++) {
            final int text = corpus.of(row);
            rows[row] = text < 0 || said[text].isEmpty() ? TextColumn.ABSENT : known.computeIfAbsent(said[text], unseen -> {
                different.add(unseen);
                return different.size() - 1;
            });
        }
        return TextAnswers.table().ids(data).under(Keywords.NAME)
                .add(TextColumn.of("keywords", rows, Dictionary.of(different.toArray(String[]::new))), Meaning.PLAIN).build("texts");
    }
}
