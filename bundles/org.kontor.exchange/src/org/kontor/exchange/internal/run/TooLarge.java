// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.read.SourceFile;

/** More different keys than fit into the memory that the product was given. */
final class TooLarge {

    private TooLarge() {
    }

    static ProblemException problem(final SourceFile file, final OutOfMemoryError full) {
        return Problem.of(Messages.TEXTS, "import.memory", file.path().getFileName().toString(), Runtime.getRuntime().maxMemory() >> 20)
                .asException(full);
    }
}
