// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.List;

import org.kontor.sales.PipelineStages;
import org.kontor.sales.StageValue;

/**
 * The stages that deals go through.
 *
 * @param open the open ones in their order
 * @param won  where a deal that is won ends
 * @param lost where a deal that is lost ends
 */
record Stages(List<StageValue> open, StageValue won, StageValue lost) {

    static Stages of(final PipelineStages pipeline) {
        final var all = pipeline.stages();
        return new Stages(pipeline.open(), all.stream().filter(StageValue::won).findFirst().orElseThrow(Stages::incomplete),
                all.stream().filter(StageValue::lost).findFirst().orElseThrow(Stages::incomplete));
    }

    private static RuntimeException incomplete() {
        return Messages.problem("demo.pipeline");
    }
}
