// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Cuts texts into sentences, has them ranked, and turns the best into a result. */
final class SummaryReport {

    private static final int TEXTS_PER_TASK = 64;
    private static final int SAID = 5;
    private static final int SHOWN = 160;
    private static final int LABEL = 40;

    private final Dataset data;
    private final boolean together;
    private final int length;
    private final double redundancy;
    private final RunContext context;
    private final Corpus corpus;
    private final Result.Builder result = Result.builder();

    SummaryReport(final Dataset data, final boolean together, final int length, final double redundancy, final RunContext context) {
        this.data = data;
        this.together = together;
        this.length = length;
        this.redundancy = redundancy;
        this.context = context;
        corpus = new Corpus(data.column(Role.TEXT), context);
    }

    Result result() {
        final var parts = new List<?>[corpus.count()];
        final int tasks = Math.ceilDiv(corpus.count(), TEXTS_PER_TASK);
        context.parallel(tasks, task -> {
            for (int d = task * TEXTS_PER_TASK; d < Math.min(parts.length, (task + 1) * TEXTS_PER_TASK); d++) {
                parts[d] = Sentences.of(corpus.text(d));
            }
        });
        final var sentences = new ArrayList<String>();
        final var starts = new int[parts.length + 1];
        final var text = new ArrayList<Integer>();
        for (int d = 0; d < parts.length; d++) {
            for (final var sentence : parts[d]) {
                sentences.add((String) sentence);
                text.add(d);
            }
            starts[d + 1] = sentences.size();
        }
        context.progress().worked(1);
        final var values = sorted(TfIdf.of(Grams.of(sentences.size(), sentences::get, new Symbols(true), 1, 2, context), 1, true, context));
        context.progress().worked(1);
        result.metric("texts", corpus.count(), Messages.of("summary.metric.texts"), Trail.NONE);
        result.metric("sentences", sentences.size(), Messages.of("summary.metric.sentences"), Trail.NONE);
        if (together) {
            all(sentences, text, values);
        } else {
            each(sentences, starts, values);
        }
        context.progress().worked(1);
        return result.build();
    }

    /** With the columns of each sentence in their order. */
    private TfIdf sorted(final TfIdf values) {
        context.parallel(Math.ceilDiv(values.texts(), TEXTS_PER_TASK), task -> {
            for (int s = task * TEXTS_PER_TASK; s < Math.min(values.texts(), (task + 1) * TEXTS_PER_TASK); s++) {
                final int from = values.starts()[s];
                final var numbers = new HashMap<Integer, Double>();
                for (int i = from; i < values.starts()[s + 1]; i++) {
                    numbers.put(values.ids()[i], values.values()[i]);
                }
                Arrays.sort(values.ids(), from, values.starts()[s + 1]);
                for (int i = from; i < values.starts()[s + 1]; i++) {
                    values.values()[i] = numbers.get(values.ids()[i]);
                }
            }
        });
        return values;
    }

    private void each(final List<String> sentences, final int[] starts, final TfIdf values) {
        final var summaries = new String[corpus.count()];
        final var kept = new int[corpus.count()];
        context.parallel(corpus.count(), d -> {
            final var chosen = new SentenceRanking(values, starts[d], starts[d + 1], context::checkCancelled).best(length, redundancy);
            kept[d] = chosen.size();
            summaries[d] = joined(chosen.stream().map(each -> sentences.get(each.sentence())).toList());
        });
        final var codes = new int[data.rows()];
        final var before = new long[codes.length];
        final var after = new long[codes.length];
        long cut = 0;
        for (int row = 0; row < codes.length; row++) {
            final int d = corpus.of(row);
            codes[row] = d < 0 || summaries[d].isEmpty() ? TextColumn.ABSENT : d;
            before[row] = d < 0 ? 0 : starts[d + 1] - starts[d];
            after[row] = d < 0 ? 0 : kept[d];
            cut += before[row] - after[row];
        }
        result.say(Messages.of("summary.summary.each", data.rows(), length, cut));
        result.part(TextAnswers.table().ids(data).under(Summary.NAME).add(TextAnswers.unique("summary", codes, summaries), Meaning.PLAIN)
                .counts("sentences", before).counts("kept", after).build("summaries"));
    }

    private void all(final List<String> sentences, final List<Integer> text, final TfIdf values) {
        final var chosen = new SentenceRanking(values, 0, sentences.size(), context::checkCancelled).best(length, redundancy);
        if (sentences.size() > SentenceRanking.MOST) {
            result.warn("summary.many", Messages.of("summary.many", sentences.size(), SentenceRanking.MOST));
        }
        result.say(Messages.of("summary.summary.all", chosen.size(), sentences.size(), corpus.count()));
        chosen.stream().limit(SAID).forEach(each -> result.say(Messages.of("summary.quote", cut(sentences.get(each.sentence()), SHOWN))));
        final var firstRow = new int[corpus.count()];
        Arrays.fill(firstRow, -1);
        for (int row = 0; row < data.rows(); row++) {
            if (corpus.of(row) >= 0 && firstRow[corpus.of(row)] < 0) {
                firstRow[corpus.of(row)] = row;
            }
        }
        final var rows = chosen.stream().mapToInt(each -> firstRow[text.get(each.sentence())]).toArray();
        result.part(TextAnswers.table().ids(data, rows).under(Summary.NAME)
                .texts("sentence", chosen.stream().map(each -> sentences.get(each.sentence())).toList())
                .numbers("score", Meaning.SCORE, chosen.stream().mapToDouble(each -> each.score()).toArray()).build("sentences"));
        if (!chosen.isEmpty()) {
            result.part(new BarsPart("weights", Messages.of("summary.weights"),
                    chosen.stream().map(each -> Message.name(cut(sentences.get(each.sentence()), LABEL))).toList(),
                    List.of(Messages.of("summary.column.score")), Messages.of("summary.column.score"),
                    new double[][] {chosen.stream().mapToDouble(each -> each.score()).toArray()}));
        }
    }

    /** Never in the middle of a character. */
    private static String cut(final String sentence, final int most) {
        return sentence.codePointCount(0, sentence.length()) <= most ? sentence : sentence.substring(0, sentence.offsetByCodePoints(0, most)) + '…';
    }

    /** Between English sentences stands a blank. */
    private static String joined(final List<String> sentences) {
        return sentences.stream().collect(Collectors.joining(sentences.stream().anyMatch(each -> each.codePoints().anyMatch(Symbols::isIdeograph)) ? "" : " "));
    }
}
