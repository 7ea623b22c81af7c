// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** The method that won the M3 competition: smoothing plus half of the long-term slope, after the season is taken out. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Theta.NAME, Algorithm.VERSION + "=" + Theta.RELEASE, "service.ranking:Integer=0"})
public final class Theta extends ForecastMethod {

    static final String NAME = "theta";
    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public Theta() {
        super(NAME, RELEASE,
                List.of("V. Assimakopoulos, K. Nikolopoulos, The theta model: a decomposition approach to forecasting, 2000",
                        "R. J. Hyndman, B. Billah, Unmasking the Theta method, International Journal of Forecasting 19, 2003"),
                "O(n) for each series");
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        return forecast(data, parameters, context).result((series, cycle, pause) -> new ThetaFit(series, cycle));
    }
}
