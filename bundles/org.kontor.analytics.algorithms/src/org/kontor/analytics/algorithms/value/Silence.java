// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** What the silence of customers means: how long it may last, and what it is by now, in words. */
final class Silence {

    /** Active, at risk, gone. */
    static final int STATES = 3;
    private static final int DOUBLINGS = 60;
    private static final int HALVINGS = 26;

    private final Groups groups;
    private final PurchaseProcess process;
    private final RunContext context;
    private final double activeFrom;
    private final double goneBelow;

    Silence(final Groups groups, final PurchaseProcess process, final double activeFrom, final double goneBelow, final RunContext context) {
        this.groups = groups;
        this.process = process;
        this.activeFrom = activeFrom;
        this.goneBelow = goneBelow;
        this.context = context;
    }

    int state(final double alive) {
        return alive < goneBelow ? 2 : alive < activeFrom ? 1 : 0;
    }

    /** {@return after how long without a purchase each customer counts as gone, in units of time; NaN where never} */
    double[] patience() {
        return new Answers(groups, process, context).each(g -> patience(groups.x()[g], groups.tx()[g]));
    }

    private double patience(final double x, final double tx) {
        if (process.alive(x, tx, tx) < goneBelow) {
            return 0;
        }
        double low = 0;
        double high = Math.max(tx, 1) / 4;
        int doublings = 0;
        while (process.alive(x, tx, tx + high) >= goneBelow) {
            low = high;
            high *= 2;
            if (++doublings > DOUBLINGS || high > Histories.MOST_TIME) {
                return Double.NaN;
            }
        }
        for (int i = 0; i < HALVINGS; i++) {
            final double middle = .5 * (low + high);
            if (process.alive(x, tx, tx + middle) >= goneBelow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** {@return why each customer is in a state, in words} */
    TextColumn reasons(final String unit, final Locale language) {
        final String again = pattern("churn-no-contract.reason.again", unit, language);
        final String once = pattern("churn-no-contract.reason.once", unit, language);
        final Map<String, Integer> known = new HashMap<>();
        final var codeOf = new int[groups.size()];
        for (int g = 0; g < codeOf.length; g++) {
            if (g % PurchaseReport.EACH == 0) {
                context.checkCancelled();
            }
            final double x = groups.x()[g];
            final double silent = groups.age()[g] - groups.tx()[g];
            final String share = Math.round(100 * process.alive(x, groups.tx()[g], groups.age()[g])) + "%";
            final String text = x > 0 ? again.replace("\1", shown(groups.tx()[g] / x)).replace("\2", shown(silent)).replace("\3", share)
                    : once.replace("\2", shown(silent)).replace("\3", share);
            codeOf[g] = known.computeIfAbsent(text, unseen -> known.size());
        }
        final var texts = new String[known.size()];
        known.forEach((text, code) -> texts[code] = text);
        final var codes = new int[groups.of().length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codeOf[groups.of()[i]];
        }
        return TextColumn.of("reason", codes, Dictionary.of(texts));
    }

    /** A sentence whose numbers are put in millions of times. */
    private static String pattern(final String key, final String unit, final Locale language) {
        return Messages.TEXTS.get(language, key, "\1", "\2", "\3", Messages.TEXTS.get(language, "nbd.unit." + unit));
    }

    private static String shown(final double time) {
        final long tenths = Math.round(10 * time);
        return tenths % 10 == 0 || tenths >= 1_000 ? Long.toString(Math.round(time)) : tenths / 10 + "." + tenths % 10;
    }
}
