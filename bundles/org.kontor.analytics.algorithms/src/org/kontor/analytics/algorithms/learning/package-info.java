// SPDX-License-Identifier: EPL-2.0

/** Learns to predict a class or a number, and says how well. */
package org.kontor.analytics.algorithms.learning;
