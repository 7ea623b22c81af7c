// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** The next season is as the last one. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + SeasonalNaive.NAME, Algorithm.VERSION + "=" + SeasonalNaive.RELEASE, "service.ranking:Integer=0"})
public final class SeasonalNaive extends ForecastMethod {

    static final String NAME = "seasonal-naive";
    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public SeasonalNaive() {
        super(NAME, RELEASE,
                List.of("R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 2021, section 5.2"), "O(n)");
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        return forecast(data, parameters, context).result((series, cycle, pause) -> new NaiveFit(series, cycle));
    }
}
