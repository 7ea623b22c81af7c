// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Combines or chooses among the methods for each series, and makes parts sum up to their totals. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + AutoForecast.NAME, Algorithm.VERSION + "=" + AutoForecast.RELEASE, "service.ranking:Integer=0"})
public final class AutoForecast extends ForecastMethod {

    static final String NAME = "auto-forecast";
    static final String RELEASE = "1.1.0";

    private static final String NONE = "none";
    /** ARIMA takes part by itself up to so many series. */
    private static final int FEW = 50;

    static final ChoiceParameter STRATEGY = new ChoiceParameter("strategy", "combine", List.of("combine", "choose"));
    static final ChoiceParameter WITH_ARIMA = new ChoiceParameter("with-arima", "auto", List.of("auto", "yes", "no"));
    static final ChoiceParameter RECONCILIATION = new ChoiceParameter("reconciliation", NONE, List.of(NONE, "bottom-up", "ols", "mint"));
    static final TextParameter SEPARATOR = new TextParameter("separator", "", 10);
    static final TableParameter PARENTS = new TableParameter("parents", List.of("part", "total"), List.of());

    /** Made by the framework. */
    public AutoForecast() {
        super(NAME, RELEASE,
                List.of("S. Makridakis, M. Hibon, The M3-Competition: results, conclusions and implications, International Journal of Forecasting 16, 2000",
                        "R. J. Hyndman, R. A. Ahmed, G. Athanasopoulos, H. L. Shang, Optimal combination forecasts for hierarchical time series, 2011",
                        "S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, Optimal forecast reconciliation through trace minimization, 2019"),
                "the sum of its methods; O(s² n + t³) for s series of n values and t totals that agree",
                STRATEGY, WITH_ARIMA, RECONCILIATION, SEPARATOR, PARENTS);
    }

    @Override
    protected void examine(final Findings found) {
        super.examine(found);
        if (found.isClear() && !found.parameters().get(RECONCILIATION).equals(NONE) && found.data().find(Role.SERIES).isEmpty()) {
            found.obstacle("forecast.no-hierarchy");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final var way = parameters.get(RECONCILIATION);
        return super.memory(data, parameters) + (way.equals(NONE) ? 0 : Reconciliation.memory(way, 2 * SeriesReader.names(data)));
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final boolean choose = parameters.get(STRATEGY).equals("choose");
        final var arima = parameters.get(WITH_ARIMA);
        final var run = forecast(data, parameters, context);
        final var way = parameters.get(RECONCILIATION);
        if (!way.equals(NONE)) {
            final var hierarchy = new Hierarchy(parameters.get(SEPARATOR), parameters.get(PARENTS));
            run.reconciled(set -> {
                final var expanded = hierarchy.expand(set);
                final int totals = hierarchy.totals();
                return expanded.noted(Messages.of("forecast.summary.hierarchy", totals, expanded.series().size() - totals,
                        descriptor().label(RECONCILIATION, way)));
            }, new Reconciliation(hierarchy, way, context)::apply);
        }
        return run.result(set -> new AutoForecaster(choose, arima.equals("yes") || arima.equals("auto") && set.series().size() <= FEW));
    }
}
