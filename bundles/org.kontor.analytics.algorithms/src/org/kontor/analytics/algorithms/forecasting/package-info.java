// SPDX-License-Identifier: EPL-2.0

/** Continues time series, and says how sure it is. */
package org.kontor.analytics.algorithms.forecasting;
