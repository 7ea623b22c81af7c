// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import org.kontor.model.ActivityKind;

/** Logs a call that took place about the selected record. */
public final class LogCall extends QuickActivity {

    /** Made by the workbench. */
    public LogCall() {
        super(ActivityKind.CALL);
    }
}
