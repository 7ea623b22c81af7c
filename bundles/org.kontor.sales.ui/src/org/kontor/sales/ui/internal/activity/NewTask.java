// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import org.kontor.model.ActivityKind;

/** Makes a task about the selected record. */
public final class NewTask extends QuickActivity {

    /** Made by the workbench. */
    public NewTask() {
        super(ActivityKind.TASK);
    }
}
