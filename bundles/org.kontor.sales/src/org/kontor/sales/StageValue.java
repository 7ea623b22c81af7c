// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.kontor.model.ForecastCategory;

/**
 * A stage as code and views need it, detached from the store.
 *
 * @param id               the stage record
 * @param pipeline         the pipeline it belongs to
 * @param code             its language-free name; empty for a stage that an administrator added
 * @param title            its name in the person's language
 * @param position         its place in the pipeline, from 1
 * @param probability      how likely a win is from here, 0 to 100
 * @param closed           whether the opportunity is decided
 * @param won              whether it is decided for us
 * @param forecastCategory how a forecast counts it
 * @param requiredFields   names of the opportunity's fields that must be filled to enter it
 * @since 0.1
 */
public record StageValue(UUID id, UUID pipeline, String code, String title, int position, BigDecimal probability, boolean closed,
        boolean won, ForecastCategory forecastCategory, List<String> requiredFields) {

    public StageValue {
        requiredFields = List.copyOf(requiredFields);
    }

    /** @return whether it ends a deal that we did not get */
    public boolean lost() {
        return closed && !won;
    }
}
