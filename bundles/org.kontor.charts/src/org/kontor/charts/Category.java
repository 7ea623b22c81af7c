// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.Objects;

/**
 * One place on the axis of a bar chart.
 *
 * @param key   what the caller knows it by; comes back in {@link ChartElement#key()}
 * @param label what stands on the axis
 * @since 0.1
 */
public record Category(String key, String label) {

    public Category {
        Objects.requireNonNull(key);
        label = Labels.clean(label);
    }
}
