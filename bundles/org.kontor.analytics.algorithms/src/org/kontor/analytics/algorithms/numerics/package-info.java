// SPDX-License-Identifier: EPL-2.0

/** Linear algebra and minimization for the methods beside: small, in primitive arrays, the same bits everywhere. */
package org.kontor.analytics.algorithms.numerics;
