// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/**
 * What was found out about data and parameters before a method runs on them: what stands in the way, and what should be thought of. Columns
 * are held against the needs of the method at once; a method adds what it knows itself. Used by one thread.
 *
 * @since 0.1
 */
public final class Findings {

    private final AlgorithmDescriptor method;
    private final Dataset data;
    private final Parameters parameters;
    private final Runnable pause;
    private final List<Problem> obstacles;
    private final List<Warning> advice = new ArrayList<>();

    /**
     * Looks at the columns.
     *
     * @param method     what is to run
     * @param data       what it would run on
     * @param parameters the values
     * @param pause      called again and again while rows are read, so that a run can be stopped here as well
     */
    public Findings(final AlgorithmDescriptor method, final Dataset data, final Parameters parameters, final Runnable pause) {
        this.method = method;
        this.data = data;
        this.parameters = parameters;
        this.pause = pause;
        obstacles = new ArrayList<>(data.against(method.needs()));
    }

    /**
     * What the method would run on.
     *
     * @return the data
     */
    public Dataset data() {
        return data;
    }

    /**
     * The values of its parameters.
     *
     * @return each allowed by itself
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * To be called at least once for each {@link Frame#BLOCK} rows that are read.
     *
     * @throws java.util.concurrent.CancellationException where somebody asked a run to stop
     */
    public void pause() {
        pause.run();
    }

    /**
     * Adds what stands in the way.
     *
     * @param code its code; its texts are those of the method under {@code problem.CODE.happened}, {@code .meaning} and {@code .next}
     * @param args the values of {0}, {1}, ...
     */
    public void obstacle(final String code, final Object... args) {
        obstacle(Problem.of(method.texts(), code, args));
    }

    /**
     * Adds what stands in the way.
     *
     * @param problem what it is
     */
    public void obstacle(final Problem problem) {
        obstacles.add(problem);
    }

    /**
     * Adds what should be thought of.
     *
     * @param code its code, under which its text stands in those of the method
     * @param args the values of {0}, {1}, ..., columns as {@link Message#column}
     */
    public void advise(final String code, final Object... args) {
        advice.add(new Warning(code, Message.of(method.texts(), code, args)));
    }

    /**
     * Whether nothing stands in the way, as far as is known.
     *
     * @return true without obstacles
     */
    public boolean isClear() {
        return obstacles.isEmpty();
    }

    /**
     * Whether a value of a column is too large to be calculated with; stops at the first one.
     *
     * @param column a column that is no text
     * @param most   the largest absolute value that is not
     * @return true where one is larger or infinite
     */
    public boolean exceeds(final Column column, final double most) {
        final var block = new double[Frame.BLOCK];
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            pause.run();
            column.numbers(from, count, block, 0);
            for (int i = 0; i < count; i++) {
                if (Math.abs(block[i]) > most) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Adds up weights of rows.
     *
     * @param column the weights
     * @param most   the largest that a weight may be
     * @param counts whether a row is used at all
     * @return the sum of those that count; {@code NaN} where any is missing, negative or larger
     */
    public double weights(final Column column, final double most, final IntPredicate counts) {
        if (column.missing() > 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            final double weight = column.number(row);
            if (!(weight >= 0 && weight <= most)) {
                return Double.NaN;
            }
            sum += counts.test(row) ? weight : 0;
        }
        return sum;
    }

    /**
     * All that was found until now.
     *
     * @return the answer to whether the method can run
     */
    public Applicability answer() {
        return new Applicability(obstacles, advice);
    }

    /**
     * Refuses to go on where something stands in the way.
     *
     * @return what should be thought of
     * @throws ProblemException the first obstacle
     */
    public List<Warning> require() {
        if (!obstacles.isEmpty()) {
            throw obstacles.getFirst().asException();
        }
        return List.copyOf(advice);
    }
}
