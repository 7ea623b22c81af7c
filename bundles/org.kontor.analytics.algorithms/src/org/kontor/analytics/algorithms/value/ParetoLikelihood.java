// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import org.kontor.analytics.run.RunContext;

/**
 * The likelihood of Pareto/NBD. The time at which a customer stopped is integrated out by a rule of 32 points, which gives the derivatives
 * by the way and has none of the hypergeometric functions that overflow elsewhere.
 */
final class ParetoLikelihood extends Likelihood {

    private final double[] rise;
    private final double[] riseSlope;
    private double r;
    private double alpha;
    private double s;
    private double beta;

    ParetoLikelihood(final Groups groups, final double scale, final RunContext context) {
        super(groups, scale, context);
        rise = new double[numbers.length];
        riseSlope = new double[numbers.length];
    }

    @Override
    PurchaseProcess process(final double[] values) {
        return new Pareto(values[0], values[1] * scale, values[2], values[3] * scale);
    }

    @Override
    void prepare(final double[] values) {
        r = values[0];
        alpha = values[1];
        s = values[2];
        beta = values[3];
        rising(r, numbers, rise, riseSlope);
    }

    @Override
    void add(final int from, final int to, final double[] into) {
        final double logAlpha = Math.log(alpha);
        final double logBeta = Math.log(beta);
        final var node = new double[6];
        for (int g = from; g < to; g++) {
            final double w = weight[g];
            final double times = r + x[g];
            final double lateA = alpha + age[g];
            final double lateB = beta + age[g];
            final double logA = Math.log(lateA);
            final double logB = Math.log(lateB);
            integrate(g, node);
            // the share of the likelihood in which the customer has stopped
            final double ratio = Math.exp(node[0] + times * logA + s * logB);
            final double gone = ratio < 1e300 ? ratio / (1 + ratio) : 1;
            final double more = ratio < 1e300 ? Math.log1p(ratio) : node[0] + times * logA + s * logB;
            into[SIZE] += w * (rise[number[g]] + r * logAlpha + s * logBeta - times * logA - s * logB + more);
            into[0] += w * r * (riseSlope[number[g]] + logAlpha - logA + gone * (logA - node[1]));
            into[1] += w * (r - alpha * times * (1 / lateA + gone * (node[2] - 1 / lateA)));
            into[2] += w * s * (logBeta - logB + gone * (1 / s - node[3] + logB));
            into[3] += w * (s - beta * (s / lateB + gone * ((s + 1) * node[4] - s / lateB)));
        }
    }

    /** The logarithm of the integral, and the means of what its derivatives need over the time of stopping. */
    private void integrate(final int g, final double[] into) {
        final double soonA = alpha + tx[g];
        final double soonB = beta + tx[g];
        final double logA = Math.log(soonA);
        final double logB = Math.log(soonB);
        final double gap = age[g] - tx[g];
        if (!(gap > 0)) {
            into[0] = Double.NEGATIVE_INFINITY;
            into[1] = logA;
            into[2] = 1 / soonA;
            into[3] = logB;
            into[4] = 1 / soonB;
            return;
        }
        final double from = Math.min(alpha, beta) + tx[g];
        final double times = r + x[g];
        final double half = Pareto.reach(x[g], from, gap, r, alpha, s, beta) / 2;
        double sum = 0;
        double sumLogA = 0;
        double sumA = 0;
        double sumLogB = 0;
        double sumB = 0;
        for (int i = 0; i < Pareto.NODES[0].length; i++) {
            final double place = half * (1 + Pareto.NODES[0][i]);
            final double after = from * Math.expm1(place);
            final double nodeA = Math.log1p(after / soonA);
            final double nodeB = Math.log1p(after / soonB);
            final double value = Pareto.NODES[1][i] * Math.exp(place - times * nodeA - (s + 1) * nodeB);
            sum += value;
            sumLogA += value * nodeA;
            sumA += value / (soonA + after);
            sumLogB += value * nodeB;
            sumB += value / (soonB + after);
        }
        into[0] = Math.log(s * from * half * sum) - times * logA - (s + 1) * logB;
        into[1] = logA + sumLogA / sum;
        into[2] = sumA / sum;
        into[3] = logB + sumLogB / sum;
        into[4] = sumB / sum;
    }
}
