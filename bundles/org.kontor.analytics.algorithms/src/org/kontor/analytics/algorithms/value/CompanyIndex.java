// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.segments.Total;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/**
 * The two indices as the founders printed them: the sum over periods of profit by customers, and of market share times profit. They are the
 * same for every customer, and so say how the company does.
 */
final class CompanyIndex {

    private static final int MOST_BARS = 60;
    private static final int MOST_STEPS = 50;

    private final Dataset data;
    private final boolean profit;
    private final RunContext context;

    CompanyIndex(final Dataset data, final boolean profit, final RunContext context) {
        this.data = data;
        this.profit = profit;
        this.context = context;
    }

    private String name() {
        return profit ? CustomerValue.PROFIT : CustomerValue.SHARE;
    }

    private Message of(final String key, final Object... args) {
        return Messages.of("customer-value." + name() + key, args);
    }

    Result result() {
        final var one = data.frame().column(data.names(Role.FEATURES).getFirst());
        final var two = data.frame().column(data.names(Role.FEATURES).getLast());
        final int rows = data.rows();
        final var parts = new double[rows];
        final var sum = new Total();
        int counted = 0;
        for (int i = 0; i < rows; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double part = profit ? one.number(i) / two.number(i) : one.number(i) * two.number(i);
            parts[i] = Double.isFinite(part) && (!profit || two.number(i) > 0) ? part : Double.NaN;
            if (!Double.isNaN(parts[i])) {
                sum.add(parts[i]);
                counted++;
            }
        }
        if (counted == 0 || !Double.isFinite(sum.value())) {
            throw Messages.problem("customer-value.no-periods").asException();
        }
        final var result = Result.builder();
        result.say(of(".summary", counted, sum.value()));
        result.say(Messages.of("customer-value.company"));
        if (counted < rows) {
            result.warn("customer-value.periods-left-out", of(".left-out", rows - counted));
        }
        result.metric(name() + "-value", sum.value(), of(".metric"), new Trail(IntStream.range(0, rows).filter(i -> !Double.isNaN(parts[i])).limit(MOST_STEPS)
                .mapToObj(i -> new Trail.Step(of(".step", one.number(i), two.number(i)), parts[i])).toList()));
        result.metric("periods", counted, Messages.of("customer-value.metric.periods"), Trail.NONE);
        result.metric("mean", sum.value() / counted, of(".metric.mean"), Trail.NONE);
        result.part(table(one, two, parts));
        if (rows <= MOST_BARS) {
            final var names = IntStream.range(0, rows).mapToObj(i -> Message.name(period(i))).toList();
            result.part(new BarsPart("by-period", of(".by-period"), names, List.of(of(".part")), of(".part"), new double[][] {parts}));
        }
        context.progress().worked(3);
        return result.build();
    }

    private String period(final int i) {
        return data.find(Role.TIME).or(() -> data.find(Role.ID)).map(column -> column.text(i)).filter(text -> !text.isBlank()).orElse(String.valueOf(i + 1));
    }

    private TablePart table(final Column one, final Column two, final double[] parts) {
        final var table = new TableBuilder(Messages.TEXTS, CustomerValue.NAME);
        data.find(Role.TIME).or(() -> data.find(Role.ID)).ifPresent(column -> table.add(column.named("period"), Meaning.PLAIN));
        for (final var column : List.of(one, two)) {
            final var values = new double[data.rows()];
            Arrays.setAll(values, i -> Double.isFinite(column.number(i)) ? column.number(i) : Double.NaN);
            table.add(NumberColumn.of(column == one ? "first" : "second", values), Message.column(column.name()),
                    Messages.of("customer-value.column.given.help"), Meaning.PLAIN);
        }
        return table.add(NumberColumn.of("part", parts), of(".part"), of(".part.help"), Meaning.PLAIN).build("periods", of(".by-period"));
    }
}
