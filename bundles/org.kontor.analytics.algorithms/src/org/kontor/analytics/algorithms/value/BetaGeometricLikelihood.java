// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/** The likelihood of BG/NBD and MBG/NBD: what depends on the number of purchases alone is worked out once for each number. */
final class BetaGeometricLikelihood extends Likelihood {

    private final int early;
    private final double[] chances;
    private final double[] rise;
    private final double[] riseSlope;
    private final double[] kept;
    private final double[] keptSlopeB;
    private final double[] whole;
    private final double[] wholeSlope;
    private final double[] odds;
    private double r;
    private double alpha;
    private double a;
    private double b;

    BetaGeometricLikelihood(final Groups groups, final double scale, final int early, final RunContext context) {
        super(groups, scale, context);
        this.early = early;
        chances = Arrays.stream(numbers).map(each -> each + early).toArray();
        rise = new double[numbers.length];
        riseSlope = new double[numbers.length];
        kept = new double[numbers.length];
        keptSlopeB = new double[numbers.length];
        whole = new double[numbers.length];
        wholeSlope = new double[numbers.length];
        odds = new double[numbers.length];
    }

    @Override
    PurchaseProcess process(final double[] values) {
        return new BetaGeometric(values[0], values[1] * scale, values[2], values[3], early);
    }

    @Override
    void prepare(final double[] values) {
        r = values[0];
        alpha = values[1];
        a = values[2];
        b = values[3];
        rising(r, numbers, rise, riseSlope);
        rising(b, chances, kept, keptSlopeB);
        rising(a + b, chances, whole, wholeSlope);
        for (int i = 0; i < odds.length; i++) {
            odds[i] = chances[i] == 0 ? 0 : a / (b + chances[i] - 1);
        }
    }

    @Override
    void add(final int from, final int to, final double[] into) {
        final double logAlpha = Math.log(alpha);
        double byR = 0;
        double byAlpha = 0;
        double byA = 0;
        double byB = 0;
        double sum = 0;
        for (int g = from; g < to; g++) {
            final int n = number[g];
            final double times = r + x[g];
            final double late = alpha + age[g];
            final double logLate = Math.log(late);
            final double w = weight[g];
            double mean = logLate;
            double inverse = 1 / late;
            double gone = 0;
            double more = 0;
            if (odds[n] > 0) {
                final double soon = alpha + tx[g];
                final double logSoon = Math.log(soon);
                final double ratio = odds[n] * Math.exp(times * (logLate - logSoon));
                gone = ratio / (1 + ratio);
                more = Math.log1p(ratio);
                if (!(ratio < 1e300)) {
                    gone = 1;
                    more = Math.log(odds[n]) + times * (logLate - logSoon);
                }
                mean += gone * (logSoon - logLate);
                inverse += gone * (1 / soon - inverse);
            }
            sum += w * (rise[n] + r * logAlpha + kept[n] - whole[n] - times * logLate + more);
            byR += w * (riseSlope[n] + logAlpha - mean);
            byAlpha += w * (r / alpha - times * inverse);
            byA += w * (gone / a - wholeSlope[n]);
            byB += w * (keptSlopeB[n] - wholeSlope[n] - (gone == 0 ? 0 : gone / (b + chances[n] - 1)));
        }
        into[0] += byR * r;
        into[1] += byAlpha * alpha;
        into[2] += byA * a;
        into[3] += byB * b;
        into[SIZE] += sum;
    }
}
