// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** The figures known of the customers of a telephone company. */
class RealDataTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);
    private static final Set<String> NUMBERS = Set.of("tenure", "MonthlyCharges", "TotalCharges");

    private static Result churn(final String feature, final Map<String, String> parameters) throws IOException {
        final var test = new ChiSquare();
        return test.run(new Dataset(SharedData.telco(NUMBERS, 0), Map.of(Role.FEATURES, List.of(feature), Role.TARGET, List.of("Churn"))),
                Parameters.of(test.descriptor().parameters(), parameters), RUN);
    }

    @Test
    void contractsAndChurnGoTogetherAndGenderDoesNot() throws IOException {
        final var contract = churn("Contract", Map.of());
        assertEquals(1184.5965720837926, contract.metric("chi-square"), 1e-9);
        assertEquals(5.863e-258, contract.metric("p-value"), 5e-262);
        assertEquals("“Month-to-month” has “Yes” more often than expected: 1,655 instead of 1,028.3 (34.0 standard deviations).",
                contract.summary().get(2).texts().get("en"));
        assertEquals(.4840828822, churn("gender", Map.of()).metric("chi-square"), 5e-11);
        assertEquals(.5223665034, churn("gender", Map.of("yates", "false")).metric("chi-square"), 5e-11);
    }
}
