// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * What is spent on which medium, and what it brings: the sum as the founders printed it, an index of 0 to 100 of how strongly media are used,
 * and, where sales are known, the response of sales to each medium.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + AdvertisingMix.NAME, Algorithm.VERSION + "=" + AdvertisingMix.RELEASE, "service.ranking:Integer=0"})
public final class AdvertisingMix extends Method {

    static final String NAME = "advertising-mix";
    static final String RELEASE = "1.0.0";
    static final String LOGARITHM = "diminishing";
    private static final int MOST_MEDIA = 50;
    private static final int STEPS = 2;

    static final ChoiceParameter RESPONSE = new ChoiceParameter("response", "linear", List.of("linear", LOGARITHM));
    static final RealParameter CARRY_OVER = new RealParameter("carry-over", 0.0, 0, .99);

    /** Made by the framework. */
    public AdvertisingMix() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.INDICES, Messages.TEXTS,
                List.of("J. D. C. Little, Aggregate Advertising Models: The State of the Art, Operations Research 27, 1979",
                        "S. Broadbent, One Way TV Advertisements Work, Journal of the Market Research Society 21, 1979"),
                "O(n d²)",
                List.of(new RoleNeed(Role.FEATURES, 1, MOST_MEDIA, RoleNeed.AMOUNTS), RoleNeed.optional(Role.TARGET, RoleNeed.AMOUNTS),
                        RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL), RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(ScoreIndex.WEIGHTS, RESPONSE, CARRY_OVER), Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        if (found.data().rows() == 0) {
            found.obstacle("index.empty");
        }
        ScoreIndex.examineWeights(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long width = data.names(Role.FEATURES).size() + 1L;
        return (2L << 20) + data.rows() * (64 + (data.names(Role.TARGET).isEmpty() ? 24 : 48) * width);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var media = Media.of(data, parameters.get(ScoreIndex.WEIGHTS), context);
        context.progress().worked(1);
        final var result = new MediaReport(data, media, parameters, context).result();
        context.progress().worked(1);
        return result;
    }
}
