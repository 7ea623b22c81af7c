// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

/**
 * One piece of a result: typed data that says what it is, never how it is drawn. Screens, reports and files each have their own way to show
 * every kind.
 *
 * @since 0.1
 */
public sealed interface Part permits TablePart, SeriesPart, MatrixPart, BarsPart, PointsPart, DistributionPart, TreePart, GraphPart {

    /**
     * The stable name, unique within its result; files are called after it.
     *
     * @return lower case, words joined by hyphens, such as {@code assignments}
     */
    String name();

    /**
     * What it is called.
     *
     * @return the title
     */
    Message title();
}
