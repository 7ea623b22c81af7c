// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.util.ArrayList;
import java.util.List;

/** What a child process keeps open until it is ended. */
final class Held {

    static final List<AutoCloseable> KEPT = new ArrayList<>();

    private Held() {
    }
}
