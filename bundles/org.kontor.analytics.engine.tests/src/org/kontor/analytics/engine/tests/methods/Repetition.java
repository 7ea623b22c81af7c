// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Family;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Forecasts the last value, and tells how far that was off at the last rows. */
public final class Repetition implements Algorithm {

    /** Its identifier. */
    public static final String ID = "repetition";

    private static final IntegerParameter ORIGINS = new IntegerParameter("origins", 0L, 0, 10);
    private static final IntegerParameter HORIZON = new IntegerParameter("horizon", 1L, 1, 100);

    private final Family family;

    public Repetition(final Family family) {
        this.family = family;
    }

    @Override
    public AlgorithmDescriptor descriptor() {
        return new AlgorithmDescriptor(ID, "1.0.0", family, Messages.TEXTS, List.of(), "O(n)", List.of(RoleNeed.one(Role.VALUE, RoleNeed.NUMERIC),
                RoleNeed.optional(Role.TIME, RoleNeed.NUMERIC)), List.of(HORIZON, ORIGINS), Set.of());
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
        data.find(Role.TIME).ifPresent(time -> result.part(forecast(time.number(time.rows() - 1), value.number(value.rows() - 1),
                parameters.get(HORIZON).intValue())));
        return origins == 0 ? result.build() : result.metric("mae", sum / origins, Message.name("error"), Trail.NONE).build();
    }

    /** The last value for each of the times that follow, a unit apart. */
    private static TablePart forecast(final double last, final double value, final int steps) {
        final var times = IntStream.rangeClosed(1, steps).mapToDouble(step -> last + step).toArray();
        final var values = new double[steps];
        Arrays.fill(values, value);
        final var name = Message.name("forecast");
        return new TablePart("forecast", name, Frame.of(NumberColumn.of("time", times), NumberColumn.of("forecast", values)),
                List.of(new TablePart.Head("time", name, name, Meaning.TIME), new TablePart.Head("forecast", name, name, Meaning.PLAIN)));
    }
}
