// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import org.eclipse.swt.widgets.Control;

/** What one step of the guide shows. */
interface GuidePage {

    /** The page's one control. */
    Control control();

    /** Comes into sight: shows what was chosen before. */
    void enter();
}
