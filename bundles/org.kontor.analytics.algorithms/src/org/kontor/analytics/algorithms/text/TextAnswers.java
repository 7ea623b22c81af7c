// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The class of each row. The same text has the same class, so each is read once. */
final class TextAnswers {

    private final TextModel model;
    private final Corpus corpus;
    private final RunContext context;

    TextAnswers(final TextModel model, final Corpus corpus, final RunContext context) {
        this.model = model;
        this.corpus = corpus;
        this.context = context;
    }

    /**
     * The answers.
     *
     * @param held   probabilities of texts that were held out, NaN for others; null for none
     * @param actual the class that each row has; null where nobody knows
     */
    TablePart table(final Dataset data, final double[] held, final Column actual) {
        final int width = model.classes().size();
        final var read = model.read(corpus, context);
        final var shares = new double[corpus.count() * width];
        final var scores = new double[corpus.count()];
        final var chosen = new int[corpus.count()];
        final var reasons = new String[corpus.count()];
        final int each = Frame.BLOCK / 8;
        context.parallel(Math.ceilDiv(corpus.count(), each), task -> {
            for (int d = task * each; d < Math.min(corpus.count(), (task + 1) * each); d++) {
                final var raw = model.scores(read, d);
                if (held != null && !Double.isNaN(held[d * width])) {
                    System.arraycopy(held, d * width, shares, d * width, width);
                } else {
                    TextModel.probabilities(raw, shares, d * width);
                }
                chosen[d] = model.chosen(shares, d * width);
                scores[d] = raw.length == 1 ? raw[0] : raw[chosen[d]];
                reasons[d] = model.reason(read, d, chosen[d]);
            }
        });
        final int rows = data.rows();
        final var codes = new int[rows];
        final var texts = new int[rows];
        final var score = new double[rows];
        final var probability = new double[width][rows];
        final var out = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int text = corpus.of(row);
            codes[row] = text < 0 ? TextColumn.ABSENT : chosen[text];
            texts[row] = text;
            score[row] = text < 0 ? Double.NaN : scores[text];
            out[row] = held != null && text >= 0 && !Double.isNaN(held[text * width]);
            for (int k = 0; k < width; k++) {
                probability[k][row] = text < 0 ? Double.NaN : shares[text * width + k];
            }
        }
        final var table = table().ids(data);
        if (actual != null) {
            table.add(actual.named("actual"), Meaning.PLAIN).valuesOf(actual.name());
        }
        final var target = data.names(Role.TARGET).stream().findFirst();
        table.add(TextColumn.of("class", codes, Dictionary.of(model.classes().toArray(String[]::new))), Meaning.LABEL);
        target.ifPresent(table::valuesOf);
        for (int k = width == 2 ? 1 : 0; k < width; k++) {
            final var name = "probability-" + model.classes().get(k);
            final var of = model.classes().get(k);
            final var shown = target.map(column -> Message.value(column, of)).orElseGet(() -> Message.name(of));
            table.add(NumberColumn.of(name, probability[k]), Messages.of("text.column.probability", shown), Messages.of("text.column.probability.help", shown),
                    Meaning.PROBABILITY);
        }
        table.add(NumberColumn.of("score", score), Meaning.SCORE).add(unique("reason", texts, reasons), Meaning.REASON);
        if (held != null) {
            table.add(FlagColumn.of("held-out", out, Missing.NONE), Meaning.PLAIN);
        }
        return table.build("predictions");
    }

    /** A table whose columns have the texts that methods of texts share. */
    static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "text");
    }

    /** What is said of the text of each row; several texts may have the same said of them, and a dictionary has each once. */
    static TextColumn unique(final String name, final int[] texts, final String[] said) {
        final var known = new HashMap<String, Integer>();
        final var codes = new int[said.length];
        final var different = new ArrayList<String>();
        for (int d = 0; d < codes.length; d++) {
            codes[d] = known.computeIfAbsent(said[d], unseen -> known.size());
            if (codes[d] == different.size()) {
                different.add(said[d]);
            }
        }
        final var rows = new int[texts.length];
        Arrays.setAll(rows, row -> texts[row] < 0 ? TextColumn.ABSENT : codes[texts[row]]);
        return TextColumn.of(name, rows, Dictionary.of(different.toArray(String[]::new)));
    }
}
