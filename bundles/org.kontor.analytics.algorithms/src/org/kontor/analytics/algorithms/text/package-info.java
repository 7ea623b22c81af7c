// SPDX-License-Identifier: EPL-2.0

/** Reads texts in Chinese and English without a downloaded model. */
package org.kontor.analytics.algorithms.text;
