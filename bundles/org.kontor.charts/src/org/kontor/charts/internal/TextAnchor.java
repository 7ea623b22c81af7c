// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.RenderingHints;

/** Where the given x lies in a text. As a rendering hint it tells the SVG surface, whose reader may lay the text out with another font. */
enum TextAnchor {
    /** The text begins at x. */
    START("start", 0),
    /** The text's middle is at x. */
    MIDDLE("middle", 0.5),
    /** The text ends at x. */
    END("end", 1);

    static final RenderingHints.Key HINT = new RenderingHints.Key(0x4B6F) {
        @Override
        public boolean isCompatibleValue(final Object value) {
            return value instanceof TextAnchor;
        }
    };

    private final String svg;
    private final double share;

    TextAnchor(final String svg, final double share) {
        this.svg = svg;
        this.share = share;
    }

    String svg() {
        return svg;
    }

    double share() {
        return share;
    }
}
