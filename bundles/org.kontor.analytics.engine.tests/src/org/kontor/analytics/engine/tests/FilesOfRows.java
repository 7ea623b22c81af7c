// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import java.util.List;
import java.util.Map;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.frame.Role;

/** Plans over a file, for tests. */
final class FilesOfRows {

    private FilesOfRows() {
    }

    static Plan plan(final String file, final Map<Role, List<String>> roles) {
        return new Plan("csv", Map.of("file", file), List.<Condition>of(), roles, List.<Step>of(), ColumnMeans.ID, Map.of(), 0);
    }
}
