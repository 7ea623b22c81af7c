// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

/** The commands that sales adds to the workbench. */
public final class SalesCommands {

    /** Converts the selected lead. */
    public static final String CONVERT_LEAD = "org.kontor.sales.ui.convertLead";
    /** Logs a call about the selected record. */
    public static final String LOG_CALL = "org.kontor.sales.ui.logCall";
    /** Plans a meeting about the selected record. */
    public static final String PLAN_MEETING = "org.kontor.sales.ui.planMeeting";
    /** Makes a task about the selected record. */
    public static final String NEW_TASK = "org.kontor.sales.ui.newTask";

    private SalesCommands() {
    }
}
