// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.tests;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.kit.CompatibilityTest;

class DbscanCompatibilityTest extends CompatibilityTest {

    @Override
    protected Algorithm algorithm() {
        return Providers.provider("dbscan");
    }
}
