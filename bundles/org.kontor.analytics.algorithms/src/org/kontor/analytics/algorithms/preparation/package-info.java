// SPDX-License-Identifier: EPL-2.0

/** Finds duplicates, outliers and gaps, and puts columns on one scale. */
package org.kontor.analytics.algorithms.preparation;
