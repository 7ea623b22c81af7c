// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;

/** Whether there are texts to read. */
final class TextCheck {

    private TextCheck() {
    }

    static void examine(final Findings found) {
        final var data = found.data();
        final var texts = data.column(Role.TEXT);
        boolean some = false;
        for (int row = 0; row < data.rows() && !some; row++) {
            if (row % Frame.BLOCK == 0) {
                found.pause();
            }
            some = !texts.isMissing(row) && !texts.text(row).isBlank();
        }
        if (!some) {
            found.obstacle("text.empty");
        }
    }

    static long characters(final Dataset data) {
        return data.names(Role.TEXT).stream().flatMap(name -> data.frame().find(name).stream()).mapToLong(Corpus::characters).sum();
    }
}
