// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * The size of a picture in logical pixels (those of a screen at 100 %); a scale makes more device pixels of them.
 *
 * @param width  1 to 16384
 * @param height 1 to 16384
 * @since 0.1
 */
public record ChartSize(int width, int height) {

    private static final int LIMIT = 16_384;

    public ChartSize {
        if (width < 1 || height < 1 || width > LIMIT || height > LIMIT) {
            throw new IllegalArgumentException(width + "x" + height);
        }
    }
}
