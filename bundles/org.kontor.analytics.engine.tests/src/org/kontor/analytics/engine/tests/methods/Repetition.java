// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests.methods;

import java.util.List;
import java.util.Set;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Forecasts the last value, and tells how far that was off at the last rows. */
public final class Repetition implements Algorithm {

    /** Its identifier. */
    public static final String ID = "repetition";

    private static final IntegerParameter ORIGINS = new IntegerParameter("origins", 0L, 0, 10);

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor(ID, "1.0.0", Family.FORECAST, Messages.TEXTS, List.of(), "O(n)", List.of(RoleNeed.one(Role.VALUE, RoleNeed.NUMERIC)),
                List.of(ORIGINS), Set.of());
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return 1;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var value = data.column(Role.VALUE);
        final int origins = parameters.get(ORIGINS).intValue();
        double sum = 0;
        for (int row = value.rows() - origins; row < value.rows(); row++) {
            sum += Math.abs(value.number(row) - value.number(row - 1));
        }
        final var result = Result.builder().say(Message.name("the last value")).metric("rows", value.rows(), Message.name("rows"), Trail.NONE);
        return origins == 0 ? result.build() : result.metric("mae", sum / origins, Message.name("error"), Trail.NONE).build();
    }
}
