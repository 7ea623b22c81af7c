// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** A learned sum, whose predictions come with the limits between which they lie. */
final class LinearModel implements Model {

    private final LearnedModel learned;
    private final PredictionInterval interval;

    LinearModel(final LearnedModel learned, final PredictionInterval interval) {
        this.learned = learned;
        this.interval = interval;
    }

    static LinearModel restore(final ModelState state) {
        final var learned = LearnedModel.restore(state, LinearRegression.RELEASE, LinearPredictor::restore);
        try {
            return new LinearModel(learned, PredictionInterval.restore(state.tables()));
        } catch (RuntimeException unreadable) {
            throw Messages.problem("learning.model", state.algorithm()).asException();
        }
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final var table = learned.apply(data, context);
        final var half = interval.of(Encoding.restore(learned.state().tables()).encode(data, context), context);
        final var predictions = table.frame().column("prediction");
        final var lower = new double[half.length];
        final var upper = new double[half.length];
        for (int i = 0; i < half.length; i++) {
            lower[i] = predictions.number(i) - half[i];
            upper[i] = predictions.number(i) + half[i];
        }
        final var columns = new ArrayList<Column>(table.frame().columns());
        columns.add(NumberColumn.of("lower", lower));
        columns.add(NumberColumn.of("upper", upper));
        final var heads = new ArrayList<>(table.heads());
        heads.add(new TablePart.Head("lower", Messages.of("linear.limit.lower"), Messages.of("linear.limit.lower.help", interval.confidence()),
                Meaning.PLAIN));
        heads.add(new TablePart.Head("upper", Messages.of("linear.limit.upper"), Messages.of("linear.limit.upper.help", interval.confidence()),
                Meaning.PLAIN));
        return new TablePart(table.name(), table.title(), Frame.of(columns), heads);
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        return learned.explain(data, row);
    }

    @Override
    public ModelState state() {
        final var state = learned.state();
        final var tables = new HashMap<>(state.tables());
        interval.save(tables);
        return new ModelState(state.algorithm(), state.version(), state.facts(), tables);
    }
}
