// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.kontor.analytics.result.DistributionPart;
import org.kontor.charts.AxisTitles;
import org.kontor.charts.ColourRole;
import org.kontor.charts.Heading;
import org.kontor.charts.HistogramChart;
import org.kontor.charts.Series;

/** How values are spread: a histogram for each group. */
final class DistributionRenderer {

    private DistributionRenderer() {
    }

    static HistogramChart chart(final DistributionPart part) {
        final var series = IntStream.range(0, part.groups().size()).mapToObj(group -> Series.of(Integer.toString(group), part.groups().get(group).text(),
                ColourRole.AUTOMATIC, Arrays.stream(part.counts()[group]).boxed().toList())).toList();
        return new HistogramChart(Heading.of(part.title().text()), new AxisTitles(part.value().text(), Messages.text("count")),
                Formats.of(part.meaning(), Arrays.stream(part.edges())), Formats.of(part.counts()), Arrays.stream(part.edges()).boxed().toList(), series);
    }
}
