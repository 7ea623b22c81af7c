// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** What open opportunities will bring: their amounts by the chance to win, in the period when that is likely; held against a time series. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + PipelineForecast.NAME, Algorithm.VERSION + "=" + PipelineForecast.RELEASE, "service.ranking:Integer=0"})
public final class PipelineForecast extends Method {

    static final String NAME = "pipeline-forecast";
    static final String RELEASE = "1.1.0";

    static final IntegerParameter HORIZON = new IntegerParameter("horizon", 3L, 1, 60);
    static final ChoiceParameter PERIOD = new ChoiceParameter("period", "month", List.of("week", "month", "quarter"));
    static final TextParameter WON = new TextParameter("won", "Won", 100);
    static final TextParameter LOST = new TextParameter("lost", "Lost", 100);
    static final TableParameter RATES = new TableParameter("rates", List.of("stage", "chance"), List.of());
    static final DateParameter REFERENCE = new DateParameter("reference-date");
    static final IntegerParameter ORIGINS = new IntegerParameter("origins", 4L, 0, 24);

    /** Made by the framework. */
    public PipelineForecast() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.FORECAST, Messages.TEXTS,
                List.of("O. O. Aalen, S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored observations, 1978"),
                "O(n) for each back-test",
                List.of(RoleNeed.one(Role.TARGET, Set.of(ColumnType.TEXT)), new RoleNeed(Role.TIME, 1, 2, RoleNeed.TEMPORAL),
                        RoleNeed.one(Role.VALUE, RoleNeed.AMOUNTS), RoleNeed.optional(Role.ITEM, RoleNeed.ANY),
                        RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(HORIZON, PERIOD, WON, LOST, RATES, REFERENCE, ORIGINS), Set.of()));
    }

    @Override
    protected void examine(final Findings found) {
        if (found.data().rows() == 0) {
            found.obstacle("forecast.empty");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return (4L << 20) + data.rows() * 40L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        final var rates = rates(parameters);
        context.progress().begin(descriptor().name().text(), 2);
        final var deals = new Deals(data, List.of(parameters.get(WON).strip(), parameters.get(LOST).strip()), context::checkCancelled);
        if (deals.isTooLarge()) {
            throw Messages.problem("forecast.too-large", data.column(Role.VALUE).name()).asException();
        }
        context.progress().worked(1);
        return new PipelineReport(deals, parameters, rates, context).result();
    }

    private static Map<String, Double> rates(final Parameters parameters) {
        final var rates = new HashMap<String, Double>();
        for (final var row : parameters.get(RATES)) {
            double chance = Double.NaN;
            try {
                chance = Double.parseDouble(row.getLast());
            } catch (NumberFormatException notOne) {
                chance = Double.NaN;
            }
            if (!(chance >= 0 && chance <= 1)) {
                throw Messages.problem("forecast.rate", row.getFirst(), row.getLast()).asException();
            }
            rates.put(row.getFirst(), chance);
        }
        return rates;
    }
}
