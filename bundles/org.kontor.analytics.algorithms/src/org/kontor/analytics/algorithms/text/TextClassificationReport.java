// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Says what was learned from texts. */
final class TextClassificationReport {

    private static final int LISTED = 50;
    private static final int DRAWN = 15;
    private static final int PICTURES = 6;
    private static final int NAMED = 5;

    private final Dataset data;
    private final Corpus corpus;
    private final List<String> classes;
    private final int[] classOf;
    private final TextModel model;
    private final RunContext context;

    /** A run that speaks for a class. */
    private record Term(int gram, int of, double weight) {
    }

    TextClassificationReport(final Dataset data, final Corpus corpus, final List<String> classes, final int[] classOf, final TextModel model,
            final RunContext context) {
        this.data = data;
        this.corpus = corpus;
        this.classes = classes;
        this.classOf = classOf;
        this.model = model;
        this.context = context;
    }

    void begin(final Result.Builder result, final boolean words, final int grams, final boolean settled) {
        final long rows = IntStream.of(classOf).filter(code -> code >= 0).count();
        result.say(Messages.of(words ? "text.summary.words" : "text.summary.characters", rows, classes.size(), grams));
        if (!settled) {
            result.warn("text.not-settled", Messages.of("text.not-settled"));
        }
        result.metric("texts", rows, Messages.of("text.metric.texts"), Trail.NONE);
        result.metric("terms", grams, Messages.of("text.metric.terms"), Trail.NONE);
    }

    void end(final Result.Builder result, final double[] held, final TfIdf values, final Grams grams) {
        final var terms = new ArrayList<Term>();
        for (int k = 0; k < classes.size(); k++) {
            final var strongest = strongest(k);
            terms.addAll(strongest);
            if (!strongest.isEmpty()) {
                result.say(Messages.of("text.summary.terms", said(k), String.join(", ", strongest.stream().limit(NAMED).map(this::shown).toList())));
            }
            if (k < PICTURES && !strongest.isEmpty()) {
                final var drawn = strongest.subList(0, Math.min(DRAWN, strongest.size()));
                final var title = Messages.of("text.terms.of", said(k));
                result.part(new BarsPart("terms-" + (k + 1), title, drawn.stream().map(term -> Message.name(shown(term))).toList(), List.of(title),
                        Messages.of("text.column.weight"), new double[][] {drawn.stream().mapToDouble(Term::weight).toArray()}));
            }
        }
        result.part(TextAnswers.table().texts("term", terms.stream().map(this::shown).toList())
                .texts("class", terms.stream().map(term -> classes.get(term.of())).toList()).valuesOf(data.column(Role.TARGET).name())
                .numbers("weight", Meaning.SCORE, terms.stream().mapToDouble(Term::weight).toArray())
                .counts("texts", terms.stream().mapToLong(term -> grams.frequency()[values.kept()[term.gram()]]).toArray()).build("terms"));
        result.part(new TextAnswers(model, corpus, context).table(data, held, data.column(Role.TARGET)));
    }

    private Message said(final int k) {
        return Message.value(data.column(Role.TARGET).name(), classes.get(k));
    }

    private String shown(final Term term) {
        final var gram = model.gram(term.gram());
        return gram.isBlank() ? "␣" : gram.strip();
    }

    private List<Term> strongest(final int of) {
        final boolean two = classes.size() == 2;
        final var weights = model.weights()[two ? 0 : of];
        final double sign = two && of == 0 ? -1 : 1;
        return IntStream.range(0, weights.length - 1).filter(j -> sign * weights[j] > 0).mapToObj(j -> new Term(j, of, sign * weights[j]))
                .sorted(Comparator.comparingDouble((Term term) -> -term.weight()).thenComparingInt(Term::gram)).limit(LISTED).toList();
    }
}
