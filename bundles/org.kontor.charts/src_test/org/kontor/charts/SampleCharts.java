// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Descriptions that several tests paint. */
public final class SampleCharts {

    public static final ValueFormat EUR = ValueFormat.money(Currency.getInstance("EUR"));
    public static final String HOSTILE = "<script>alert('x')</script> & \"quotes\" ]]> <!-- \u0000\uD800";
    public static final String LONG_GERMAN = "Donaudampfschifffahrtselektrizit\u00E4tenhauptbetriebswerkbauunterbeamtengesellschaft";
    public static final String LONG_CHINESE = "广州市新时代电子商务发展股份有限公司华南区域销售与客户服务中心第二分公司";

    private SampleCharts() {
    }

    /** Stages a, b, c, ... with these counts and a thousand times the count as the amount. */
    public static FunnelChart funnel(final long... counts) {
        final var builder = FunnelChart.of(Heading.of("Funnel", "This quarter"), EUR);
        for (int index = 0; index < counts.length; index++) {
            builder.stage("s" + index, "Stage " + (char) ('A' + index), counts[index],
                    BigDecimal.valueOf(counts[index]).multiply(BigDecimal.valueOf(1000)), ColourRole.AUTOMATIC);
        }
        return builder.conversionsFromCounts().build();
    }

    /** A funnel whose stages have these names. */
    public static FunnelChart named(final String... names) {
        final var builder = FunnelChart.of(Heading.of(names[0], names[0]), EUR);
        for (int index = 0; index < names.length; index++) {
            builder.stage("s" + index, names[index], 1000L - 100 * index, BigDecimal.valueOf(1_234_567.89), ColourRole.AUTOMATIC);
        }
        return builder.conversionsFromCounts().build();
    }

    /** One series over categories c0, c1, ... */
    public static BarChart bars(final BarChart.Arrangement arrangement, final Number... values) {
        return bars(arrangement, List.of(Arrays.asList(values)));
    }

    /** Several series over categories c0, c1, ... */
    public static BarChart bars(final BarChart.Arrangement arrangement, final List<? extends List<? extends Number>> rows) {
        final var builder = BarChart.of(Heading.of("Bars"), EUR, arrangement).titles("Customer", "Amount");
        for (int index = 0; index < rows.getFirst().size(); index++) {
            builder.category("c" + index, "Customer " + index);
        }
        for (int row = 0; row < rows.size(); row++) {
            builder.series(Series.of("r" + row, "Row " + row, ColourRole.AUTOMATIC, rows.get(row)));
        }
        return builder.build();
    }

    /** One series over months from January 2024 on. */
    public static LineChart months(final Number... values) {
        return LineChart.of(Heading.of("Months"), EUR, PeriodStep.MONTH).titles("Month", "Revenue")
                .periods(LocalDate.of(2024, 1, 1), values.length)
                .series(Series.of("all", "Revenue", ColourRole.AUTOMATIC, Arrays.asList(values))).build();
    }

    /** A chart of each kind, with every odd thing in it. */
    public static List<Chart> all() {
        final var charts = new ArrayList<Chart>();
        charts.add(funnel(500, 300, 120));
        charts.add(funnel(0, 0));
        charts.add(funnel(7));
        charts.add(funnel());
        charts.add(named(LONG_GERMAN, LONG_CHINESE, HOSTILE, "Won"));
        for (final var arrangement : BarChart.Arrangement.values()) {
            charts.add(bars(arrangement, 5, 3, 2));
            charts.add(bars(arrangement, List.of(Arrays.asList(5, null, -2), Arrays.asList(-1.5, 4e12, 0))));
            charts.add(bars(arrangement, 0, 0));
            charts.add(bars(arrangement, (Number) null));
        }
        charts.add(months(100, 120, null, 90, -30));
        charts.add(months(7));
        charts.add(months(0, 0, 0));
        charts.add(months(new Number[0]));
        charts.addAll(AnalysisCharts.all());
        return charts;
    }
}
