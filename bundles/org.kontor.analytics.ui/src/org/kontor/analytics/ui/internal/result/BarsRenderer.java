// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;

import org.kontor.analytics.result.BarsPart;
import org.kontor.charts.BarChart;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.Series;

/** One quantity for categories in groups: lying bars, because names of features and segments are long. */
final class BarsRenderer {

    private BarsRenderer() {
    }

    static BarChart chart(final BarsPart part) {
        final var chart = BarChart.of(Heading.of(part.title().text(), part.groups().size() > 1 ? part.value().text() : ""),
                Formats.of(part.meaning(), part.values()), BarChart.Arrangement.ROWS).titles("", part.groups().size() > 1 ? "" : part.value().text());
        for (int index = 0; index < part.categories().size(); index++) {
            chart.category(Integer.toString(index), part.categories().get(index).text());
        }
        for (int group = 0; group < part.groups().size(); group++) {
            chart.series(Series.of(Integer.toString(group), part.groups().get(group).text(), ColourRole.AUTOMATIC,
                    Arrays.stream(part.values()[group]).boxed().toList()));
        }
        return chart.build();
    }
}
