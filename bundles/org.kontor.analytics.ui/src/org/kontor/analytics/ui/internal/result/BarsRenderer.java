// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;

import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.charts.BarChart;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.Series;

/** One quantity for categories in groups: lying bars, because names of features and segments are long. Shares of good and bad make one bar. */
final class BarsRenderer {

    private BarsRenderer() {
    }

    static BarChart chart(final BarsPart part) {
        final boolean judged = !part.judgements().isEmpty();
        final var arrangement = judged && part.meaning() == Meaning.SHARE ? BarChart.Arrangement.STACKED_ROWS : BarChart.Arrangement.ROWS;
        final var chart = BarChart.of(Heading.of(part.title().text(), part.groups().size() > 1 ? part.value().text() : ""),
                Formats.of(part.meaning(), part.values()), arrangement).titles("", part.groups().size() > 1 ? "" : part.value().text());
        for (int index = 0; index < part.categories().size(); index++) {
            chart.category(Integer.toString(index), part.categories().get(index).text());
        }
        for (int group = 0; group < part.groups().size(); group++) {
            final var colour = judged ? colour(part.judgements().get(group)) : ColourRole.AUTOMATIC;
            chart.series(Series.of(Integer.toString(group), part.groups().get(group).text(), colour, Arrays.stream(part.values()[group]).boxed().toList()));
        }
        return chart.build();
    }

    private static ColourRole colour(final BarsPart.Judgement judgement) {
        return switch (judgement) {
            case GOOD -> ColourRole.POSITIVE;
            case NEUTRAL -> ColourRole.NEUTRAL;
            case BAD -> ColourRole.NEGATIVE;
        };
    }
}
