// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

/** What the view shows of the selected record. */
sealed interface Reading permits GuidanceReading, AccountReading {
}
