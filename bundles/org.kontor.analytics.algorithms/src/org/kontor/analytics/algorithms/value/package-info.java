// SPDX-License-Identifier: EPL-2.0

/** What customers are worth, and who has left. */
package org.kontor.analytics.algorithms.value;
