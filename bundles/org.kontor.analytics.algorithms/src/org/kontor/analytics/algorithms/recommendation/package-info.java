// SPDX-License-Identifier: EPL-2.0

/** Recommends items to users, and says why. */
package org.kontor.analytics.algorithms.recommendation;
