// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.kit.Providers;
import org.osgi.framework.Constants;

/** Providers are found by what they say as services, before they are made. */
class ServiceTest {

    /** What the product promises. */
    static final List<String> METHODS = List.of(
            "advertising-mix",
            "agglomerative",
            "arima",
            "association-rules",
            "auto-forecast",
            "bg-nbd",
            "chi-square",
            "churn-no-contract",
            "cohort",
            "content-based",
            "customer-value",
            "dbscan",
            "decision-tree",
            "duplicates",
            "exponential-smoothing",
            "gamma-gamma",
            "gradient-boosting",
            "hdbscan",
            "item-knn",
            "keywords",
            "kmeans",
            "linear-regression",
            "logistic-regression",
            "matrix-factorization",
            "mbg-nbd",
            "missing-values",
            "naive-bayes",
            "outliers",
            "pareto-nbd",
            "pca",
            "pipeline-forecast",
            "popularity",
            "random-forest",
            "rfm",
            "satisfaction-index",
            "seasonal-naive",
            "segment-comparison",
            "service-index",
            "standardize",
            "summary",
            "text-classification",
            "theta",
            "user-knn");

    @ParameterizedTest
    @FieldSource("METHODS")
    void aProviderSaysWhatItIs(final String method) {
        final var reference = Providers.reference(ServiceTest.class, method);
        final var descriptor = Providers.provider(ServiceTest.class, method).descriptor();
        assertEquals(descriptor.id(), reference.getProperty(Algorithm.ID));
        assertEquals(descriptor.version(), reference.getProperty(Algorithm.VERSION));
        assertEquals(0, reference.getProperty(Constants.SERVICE_RANKING));
        assertEquals("org.kontor.analytics.algorithms", reference.getBundle().getSymbolicName());
    }
}
