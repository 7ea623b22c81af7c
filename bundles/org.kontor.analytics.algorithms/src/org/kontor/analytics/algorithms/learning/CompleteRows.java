// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.run.RunContext;

/** What linear models do with rows that lack a value. */
final class CompleteRows {

    static final String LEAVE_OUT = "leave-out";
    static final String FILL = "fill";
    static final ChoiceParameter MISSING = new ChoiceParameter("missing", FILL, List.of(FILL, LEAVE_OUT));

    private CompleteRows() {
    }

    /** {@return those of the rows in which no feature is missing and whose weight is above 0} */
    static int[] of(final Examples examples, final int[] rows, final boolean leaveOut, final RunContext context) {
        if (!leaveOut && examples.weights() == null) {
            return rows;
        }
        final var kept = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            boolean complete = examples.weight(rows[i]) > 0;
            for (int j = 0; leaveOut && complete && j < examples.features().width(); j++) {
                complete = !Double.isNaN(examples.features().value(rows[i], j));
            }
            if (complete) {
                kept[count++] = rows[i];
            }
        }
        if (count == 0) {
            throw Messages.problem("linear.no-complete").asException();
        }
        return Arrays.copyOf(kept, count);
    }
}
