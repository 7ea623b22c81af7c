// SPDX-License-Identifier: EPL-2.0

/** What is bought together. */
package org.kontor.analytics.algorithms.baskets;
