// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;

/** How usual values are in classes. */
final class BayesReport {

    private static final int NAMED = 3;
    private static final int SHOWN = 20;

    private final Examples examples;
    private final BayesPredictor predictor;
    private final Target target;
    private final Encoding encoding;

    BayesReport(final Examples examples, final BayesPredictor predictor) {
        this.examples = examples;
        this.predictor = predictor;
        target = examples.target();
        encoding = examples.encoding();
    }

    void add(final Result.Builder result) {
        final var silent = IntStream.range(0, encoding.width()).filter(this::isSilent).mapToObj(encoding::title).toList();
        if (!silent.isEmpty()) {
            result.warn("bayes.silent", Messages.of("bayes.silent", Warnings.listed(silent)));
        }
        result.say(Messages.of("bayes.naive"));
        result.part(classes());
        result.part(values());
        if (target.isBinary()) {
            speaking(result);
        }
    }

    private boolean isSilent(final int feature) {
        return predictor.shares(0, feature) == null && Double.isNaN(predictor.mean(0, feature));
    }

    private TablePart classes() {
        final var counts = new double[predictor.classes()];
        for (int row = 0; row < examples.count(); row++) {
            counts[target.code(row)]++;
        }
        return new TableBuilder(Messages.TEXTS, "bayes").texts("class", target.classes()).valuesOf(target.name()).numbers("rows", Meaning.COUNT, counts)
                .numbers("share", Meaning.SHARE, IntStream.range(0, counts.length).mapToDouble(k -> Math.exp(predictor.prior(k))).toArray()).build("classes");
    }

    /** Each number with its mean and spread, and each category with its share, in each class. */
    private TablePart values() {
        final var features = new ArrayList<String>();
        final var categories = new ArrayList<String>();
        final var words = new ArrayList<Message>();
        final var classes = new ArrayList<String>();
        final var shares = new ArrayList<Double>();
        final var means = new ArrayList<Double>();
        final var deviations = new ArrayList<Double>();
        for (int j = 0; j < encoding.width(); j++) {
            for (int k = 0; k < predictor.classes() && !isSilent(j); k++) {
                final var own = predictor.shares(k, j);
                for (int c = 0; c < (own == null ? 1 : own.length); c++) {
                    features.add(encoding.name(j));
                    categories.add(own == null ? null : encoding.text(j, c));
                    words.add(encoding.said(j, c));
                    classes.add(target.classes().get(k));
                    shares.add(own == null ? Double.NaN : Math.exp(own[c]));
                    means.add(own == null ? predictor.mean(k, j) : Double.NaN);
                    deviations.add(own == null ? predictor.deviation(k, j) : Double.NaN);
                }
            }
        }
        return new TableBuilder(Messages.TEXTS, "bayes").columns("feature", features).texts("category", categories).saying(words)
                .texts("class", classes).valuesOf(target.name())
                .numbers("share-in-class", Meaning.SHARE, numbers(shares)).numbers("mean", numbers(means)).numbers("deviation", numbers(deviations))
                        .build("values");
    }

    private static double[] numbers(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A value, and how much it speaks for the class that is looked for. */
    private record Value(Message title, double amount) {
    }

    private void speaking(final Result.Builder result) {
        final var all = new ArrayList<Value>();
        for (int j = 0; j < encoding.width(); j++) {
            if (predictor.shares(0, j) != null) {
                for (int c = 0; c < predictor.shares(0, j).length; c++) {
                    all.add(new Value(Message.join(" = ", List.of(encoding.title(j), encoding.said(j, c))),
                            predictor.shares(1, j)[c] - predictor.shares(0, j)[c]));
                }
            } else if (!isSilent(j)) {
                // what the mean of the class that is looked for says
                final double off = (predictor.mean(1, j) - predictor.mean(0, j)) / predictor.deviation(0, j);
                final double ratio = .5 * off * off + Math.log(predictor.deviation(0, j)) - Math.log(predictor.deviation(1, j));
                all.add(new Value(Messages.of("bayes.about", encoding.title(j), Shown.number(predictor.mean(1, j))), Math.min(1e6, ratio)));
            }
        }
        if (all.isEmpty()) {
            return;
        }
        all.sort(Comparator.comparingDouble((Value each) -> -each.amount()));
        all.stream().filter(each -> each.amount() > Math.log(1.5)).limit(NAMED)
                .forEach(each -> result.say(Messages.of("bayes.for", each.title(), Math.exp(Math.min(20, each.amount())), target.said(1))));
        final var shown = all.stream().sorted(Comparator.comparingDouble((Value each) -> -Math.abs(each.amount()))).limit(SHOWN)
                .sorted(Comparator.comparingDouble((Value each) -> -each.amount())).toList();
        result.part(new BarsPart("evidence", Messages.of("bayes.evidence", target.said(1)), shown.stream().map(Value::title).toList(),
                List.of(Messages.of("bayes.evidence.value")), Messages.of("bayes.evidence.value"),
                new double[][] {shown.stream().mapToDouble(Value::amount).toArray()}));
    }
}
