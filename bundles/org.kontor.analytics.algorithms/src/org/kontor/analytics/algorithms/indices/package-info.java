// SPDX-License-Identifier: EPL-2.0

/** Sums up answers and grades into indices. */
package org.kontor.analytics.algorithms.indices;
