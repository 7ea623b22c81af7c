// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;

/** 7,043 customers of a telephone company, some of whom left; where the folder of real data is there. */
final class Telco {

    private static final Set<String> NUMBERS = Set.of("SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges");

    private Telco() {
    }

    /** {@return the customers with their 19 features; the 11 blank totals are missing} */
    static Dataset customers() throws IOException {
        final var frame = SharedData.telco(NUMBERS, Double.NaN);
        final var names = frame.columns().stream().map(Column::name).toList();
        return new Dataset(frame, Map.of(Role.FEATURES, names.subList(1, 20), Role.TARGET, List.of("Churn")));
    }
}
