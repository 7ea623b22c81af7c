// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.kontor.analytics.run.RunContext;

/** What a method learned of users and items. Safe for any thread. */
interface Predictor {

    /** What nobody learned anything for. */
    Predictor NONE = (user, item) -> Double.NaN;

    /** {@return what a user is expected to give an item, or how well the item fits; NaN where the method cannot say} */
    double predict(int user, int item);

    /** The same for all items; {@code NaN} may stand for items that are not worth recommending, too. */
    default void predictAll(final int user, final double[] into) {
        for (int item = 0; item < into.length; item++) {
            into[item] = predict(user, item);
        }
    }

    /** {@return what speaks for a prediction, the most important first; empty where the method cannot say} */
    default List<Reason> reasons(final int user, final int item) {
        return List.of();
    }

    /** {@return what gives the reasons for items of one user} */
    default IntFunction<List<Reason>> reasoner(final int user) {
        return item -> reasons(user, item);
    }

    /** Makes ready for predictions of all items, which may take a moment. */
    default void prepare(final RunContext context) {
        // most are ready
    }

    /** {@return what a prediction begins with before reasons are added} */
    default double base(final int user, final int item) {
        return 0;
    }

    /** {@return whether there is an answer} */
    static boolean answers(final double prediction) {
        return !Double.isNaN(prediction);
    }

    /**
     * What speaks for or against a prediction.
     *
     * @param kind   what it is
     * @param number of the user, item or attribute
     * @param weight how alike it is, or how much it counts
     * @param amount how much it adds to the prediction
     */
    record Reason(Kind kind, int number, double weight, double amount) {
        /** What speaks. */
        enum Kind {
            /** An item that the user knows. */
            ITEM,
            /** Another user. */
            USER,
            /** An attribute of the item. */
            ATTRIBUTE
        }
    }

    /** {@return reasons with the largest amounts first; of those alike, in their order} */
    static List<Reason> sorted(final List<Reason> reasons) {
        final var all = reasons.toArray(Reason[]::new);
        Arrays.sort(all, (one, other) -> Double.compare(Math.abs(other.amount()), Math.abs(one.amount())));
        return List.of(all);
    }
}
