// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.function.IntToDoubleFunction;

import org.kontor.analytics.run.RunContext;

/** What a process says of each customer, worked out once for each group of equal ones. */
final class Answers {

    private final Groups groups;
    private final PurchaseProcess process;
    private final RunContext context;

    Answers(final Groups groups, final PurchaseProcess process, final RunContext context) {
        this.groups = groups;
        this.process = process;
        this.context = context;
    }

    /** {@return the probability that each customer is active at the end of observation} */
    double[] alive() {
        return each(g -> process.alive(groups.x()[g], groups.tx()[g], groups.age()[g]));
    }

    /** {@return how many purchases are expected of each customer within a time after the end of observation} */
    double[] expected(final double ahead) {
        return each(g -> process.expected(groups.x()[g], groups.tx()[g], groups.age()[g], ahead));
    }

    /** {@return an answer for each customer} */
    double[] each(final IntToDoubleFunction answer) {
        final var found = new double[groups.size()];
        context.parallel(Math.ceilDiv(found.length, PurchaseReport.EACH), task -> {
            for (int g = task * PurchaseReport.EACH; g < Math.min(found.length, (task + 1) * PurchaseReport.EACH); g++) {
                found[g] = answer.applyAsDouble(g);
            }
        });
        final var answers = new double[groups.of().length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = found[groups.of()[i]];
        }
        return answers;
    }
}
