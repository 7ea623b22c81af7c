// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** A predictor with all that lies around it: how features are encoded, what the classes are, and how probabilities are made true. */
final class LearnedModel implements Model {

    private static final String TARGET = "target";
    private static final String CLASSES = "classes";

    private final String algorithm;
    private final String version;
    private final Encoding encoding;
    private final Target target;
    private final Predictor predictor;
    private final Calibration calibration;
    private final Drift drift;

    /**
     * @param target      its values are not kept
     * @param calibration makes the probabilities of two classes true; null where they are left as they are
     * @param drift       how features were spread; null where nobody knows
     */
    LearnedModel(final String algorithm, final String version, final Encoding encoding, final Target target, final Predictor predictor,
            final Calibration calibration, final Drift drift) {
        this.algorithm = algorithm;
        this.version = version;
        this.encoding = encoding;
        this.target = Target.none(target.name(), target.classes());
        this.predictor = predictor;
        this.calibration = calibration;
        this.drift = drift;
    }

    /** What a method needs to read its own part of a state. */
    record Kept(Encoding encoding, Target target, Map<String, String> facts, Map<String, Frame> tables) {
    }

    /**
     * Restores what {@link #state()} gave.
     *
     * @param state     of the method
     * @param version   of the provider
     * @param predictor reads what {@link Predictor#save} kept; may fail in any way where it was not kept so
     * @return the model
     */
    static LearnedModel restore(final ModelState state, final String version, final Function<Kept, Predictor> predictor) {
        try {
            final var encoding = Encoding.restore(state.tables());
            final var names = state.tables().get(CLASSES);
            final var classes = IntStream.range(0, names.rows()).mapToObj(row -> names.column("class").text(row)).toList();
            final var target = Target.none(state.facts().get(TARGET), classes);
            final var kept = new Kept(encoding, target, state.facts(), state.tables());
            return new LearnedModel(state.algorithm(), version, encoding, target, predictor.apply(kept), Calibration.restore(state.tables()),
                    Drift.restore(state.tables(), encoding));
        } catch (RuntimeException unreadable) {
            throw Messages.problem("learning.model", state.algorithm()).asException();
        }
    }

    Predictor predictor() {
        return predictor;
    }

    /** Turns the scores of a row into its answer, calibrated. */
    void answer(final double[] scores, final int row, final double[] into, final int at) {
        predictor.answer(scores, row * predictor.scores(), into, at);
        if (calibration != null) {
            into[at + 1] = calibration.apply(into[at + 1]);
            into[at] = 1 - into[at + 1];
        }
    }

    /** {@return the answers of some rows, calibrated} */
    double[] answers(final Features features, final int[] rows, final RunContext context) {
        final var answers = Predictor.answers(predictor, features, rows, target.outputs(), context);
        if (calibration != null) {
            calibration.correct(answers);
        }
        return answers;
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(8L * rows * (encoding.width() + 2L * target.outputs() + predictor.scores() + 4));
        final var features = encoding.encode(data, context);
        final var scores = predictor.score(features, IntStream.range(0, rows).toArray(), context);
        final var answers = new double[rows * target.outputs()];
        for (int row = 0; row < rows; row++) {
            predictor.answer(scores, row * predictor.scores(), answers, row * target.outputs());
        }
        if (calibration != null) {
            calibration.correct(answers);
        }
        final var table = rows(data);
        answers(target, answers, table);
        if (target.isClasses()) {
            final var raw = new double[rows];
            Arrays.setAll(raw, row -> scores[row * predictor.scores() + explained(answers, row)]);
            table.add(NumberColumn.of("score", raw), Meaning.SCORE);
        }
        if (drift != null && rows >= Drift.FEW) {
            drifted(features, table, context);
        }
        return table.build("predictions");
    }

    /** Adds which feature is spread most differently from where the model learned, and how much; the same in all rows. */
    private void drifted(final Features features, final TableBuilder table, final RunContext context) {
        final var most = drift.most(features, context);
        final var index = new double[features.rows()];
        Arrays.fill(index, most.index());
        table.add(NumberColumn.of("drift", index), Meaning.PLAIN)
                .add(TextColumn.of("drift-of", new int[features.rows()], Dictionary.of(encoding.name(most.feature()))), Meaning.PLAIN)
                .saying(List.of(encoding.title(most.feature())));
    }

    /** {@return which of the scores the reasons of a row sum up to: that of the second of two classes, else of the class that is answered} */
    private int explained(final double[] answers, final int row) {
        final int outputs = target.outputs();
        return predictor.scores() == 1 ? 0 : outputs == 2 ? 1 : Quality.chosen(answers, row * outputs, outputs);
    }

    /** Adds the class and the probabilities, or the number, of each row. */
    static void answers(final Target target, final double[] answers, final TableBuilder table) {
        final int outputs = target.outputs();
        if (!target.isClasses()) {
            table.add(NumberColumn.of("prediction", answers), Meaning.SCORE);
            return;
        }
        final var codes = new int[answers.length / outputs];
        Arrays.setAll(codes, row -> Quality.chosen(answers, row * outputs, outputs));
        table.add(TextColumn.of("class", codes, Dictionary.of(target.classes().toArray(String[]::new))), Meaning.LABEL).valuesOf(target.name());
        for (int k = outputs == 2 ? 1 : 0; k < outputs; k++) {
            final var shares = new double[codes.length];
            final int number = k;
            Arrays.setAll(shares, row -> answers[row * outputs + number]);
            final var name = "probability-" + target.classes().get(k);
            final var shown = target.said(k);
            table.add(NumberColumn.of(name, shares), Messages.of("learning.column.probability", shown), Messages.of("learning.column.probability.help", shown),
                    Meaning.PROBABILITY);
        }
    }

    /** A table with one line for each row of the data: by its number, not by its identifier, where any of these is missing. */
    static TableBuilder rows(final Dataset data) {
        return table().ids(data);
    }

    /** A table whose columns have the texts that learners share. */
    static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "learning");
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var context = Quiet.RUN;
        final var features = encoding.encode(data.on(data.frame().take(new int[] {row})), context);
        final var answers = answers(features, new int[] {0}, context);
        final int score = explained(answers, 0);
        final var amounts = predictor.contributions(features, 0, score);
        final var found = new ArrayList<Contribution>();
        final int width = encoding.width();
        for (int j = 0; j < width; j++) {
            final var value = encoding.said(j, features.value(0, j));
            final var key = amounts[j] > 0 ? "learning.reason.for" : amounts[j] < 0 ? "learning.reason.against" : "learning.reason.nothing";
            found.add(new Contribution(encoding.name(j), amounts[j], Messages.of(key, encoding.title(j), value, Math.abs(amounts[j]))));
        }
        found.add(new Contribution("", amounts[width], Messages.of("learning.reason.all", amounts[width])));
        found.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount())));
        return found;
    }

    @Override
    public ModelState state() {
        final Map<String, String> facts = new HashMap<>();
        final Map<String, Frame> tables = new HashMap<>();
        facts.put(TARGET, target.name());
        encoding.save(tables);
        tables.put(CLASSES, Frame.of(TextColumn.of("class", target.classes())));
        if (calibration != null) {
            calibration.save(tables);
        }
        if (drift != null) {
            drift.save(tables);
        }
        predictor.save(facts, tables);
        return new ModelState(algorithm, version, facts, tables);
    }
}
