// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import org.kontor.model.ActivityKind;

/** Plans a meeting about the selected record. */
public final class PlanMeeting extends QuickActivity {

    /** Made by the workbench. */
    public PlanMeeting() {
        super(ActivityKind.MEETING);
    }
}
