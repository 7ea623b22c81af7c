// SPDX-License-Identifier: EPL-2.0

/** Tests, and reductions to few columns. */
package org.kontor.analytics.algorithms.statistics;
