// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Capability;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/** Whether what was learned can be kept, restored and applied. */
final class ModelCheck {

    private ModelCheck() {
    }

    static void run(final Algorithm algorithm, final Case each, final Result result) {
        assertTrue(result.model().isPresent(), "it says that it learns and leaves no model");
        final var learned = result.model().get();
        final var state = learned.state();
        assertEquals(algorithm.descriptor().id(), state.algorithm());
        final var restored = algorithm.restore(state);
        assertEquals(ResultPrint.of(state), ResultPrint.of(restored.state()), "the restored model knows something else");
        final var context = Compatibility.context(Progress.NONE, 1, Long.MAX_VALUE, null);
        for (final var rows : List.of(each, Data.rows(each, "one row", 1), Data.rows(each, "no rows", 0), Data.holes(each, 7))) {
            final var table = learned.apply(rows.data(), context);
            assertEquals(rows.data().rows(), table.frame().rows(), rows.name() + ": there is not one answer for each row");
            assertTrue(List.of(Meaning.LABEL, Meaning.SCORE, Meaning.PROBABILITY).stream().anyMatch(meaning -> table.column(meaning).isPresent()),
                    "the answers have no label, score or probability");
            assertEquals(ResultPrint.of(table), ResultPrint.of(restored.apply(rows.data(), context)), rows.name() + ": the restored model answers something else");
        }
        final var reasons = learned.explain(each.data(), 0);
        assertEquals(ResultPrint.of(reasons), ResultPrint.of(restored.explain(each.data(), 0)), "the restored model explains something else");
        assertFalse(algorithm.descriptor().can(Capability.EXPLAINS) && reasons.isEmpty(), "it says that it explains and does not");
        assertThrows(ProblemException.class, () -> algorithm.restore(new ModelState("of-nobody", "1.0.0", Map.of(), Map.of())),
                "it restores a model of another method");
        assertThrows(ProblemException.class, () -> algorithm.restore(new ModelState(algorithm.descriptor().id(), "1.0.0", Map.of(), Map.of())),
                "it restores a model without contents");
    }
}
