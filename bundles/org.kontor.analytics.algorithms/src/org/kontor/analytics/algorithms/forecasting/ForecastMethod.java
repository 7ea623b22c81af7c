// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;
import java.util.Set;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** What methods have in common that continue time series. */
abstract class ForecastMethod extends Method {

    ForecastMethod(final String id, final String release, final List<String> literature, final String cost, final Parameter<?>... own) {
        super(new AlgorithmDescriptor(id, release, Family.FORECAST, Messages.TEXTS, literature, cost, Settings.NEEDS, Settings.with(own), Set.of()));
    }

    @Override
    protected void examine(final Findings found) {
        SeriesReader.examine(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return data.against(descriptor().needs()).isEmpty() && data.rows() > 0 ? SeriesReader.memory(data, parameters) : 0;
    }

    /** Begins a run. */
    final ForecastRun forecast(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        return new ForecastRun(descriptor(), data, parameters, context);
    }
}
