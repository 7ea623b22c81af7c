// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The middle and the width of each column; a width of 0 makes all values 0. Missing values stay missing. */
final class StandardizeModel implements Model {

    private static final String TABLE = "columns";

    private final List<String> names;
    private final double[] centers;
    private final double[] scales;

    StandardizeModel(final List<String> names, final double[] centers, final double[] scales) {
        this.names = List.copyOf(names);
        this.centers = centers;
        this.scales = scales;
    }

    static StandardizeModel of(final ModelState state) {
        final var table = state.tables().get(TABLE);
        if (table == null || table.rows() == 0 || table.find("column").isEmpty() || table.find("center").isEmpty() || table.find("scale").isEmpty()) {
            throw Messages.problem("prepare.model").asException();
        }
        final var names = new ArrayList<String>();
        final var centers = new double[table.rows()];
        final var scales = new double[table.rows()];
        for (int c = 0; c < centers.length; c++) {
            names.add(table.column("column").text(c));
            centers[c] = table.column("center").number(c);
            scales[c] = table.column("scale").number(c);
            if (!Double.isFinite(centers[c]) || !(scales[c] >= 0)) {
                throw Messages.problem("prepare.model").asException();
            }
        }
        return new StandardizeModel(names, centers, scales);
    }

    private double of(final int column, final double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        final double answer = scales[column] == 0 ? 0 : (value - centers[column]) / scales[column];
        return Double.isFinite(answer) ? answer : Double.NaN;
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        context.requireMemory(data.rows() * 8L * (names.size() + 1));
        final var table = new TableBuilder(Messages.TEXTS, "prepare").ids(data);
        for (int c = 0; c < names.size(); c++) {
            final int number = c;
            final var column = data.frame().column(names.get(c));
            final var values = new double[data.rows()];
            context.parallel(Math.ceilDiv(values.length, Frame.BLOCK), block -> {
                final int from = block * Frame.BLOCK;
                final int count = Math.min(Frame.BLOCK, values.length - from);
                column.numbers(from, count, values, from);
                for (int i = from; i < from + count; i++) {
                    values[i] = of(number, values[i]);
                }
            });
            table.add(NumberColumn.of(names.get(c), values), Message.column(names.get(c)),
                    Messages.of("standardize.column.value.help", Message.column(names.get(c)), centers[c], scales[c]), Meaning.SCORE);
        }
        return table.build("prepared");
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var found = new ArrayList<Contribution>();
        for (int c = 0; c < names.size(); c++) {
            final double value = data.frame().column(names.get(c)).number(row);
            final double answer = of(c, value);
            if (!Double.isNaN(answer)) {
                found.add(new Contribution(names.get(c), answer,
                        Messages.of("standardize.reason", Message.column(names.get(c)), value, centers[c], scales[c], answer)));
            }
        }
        found.sort((one, other) -> Double.compare(Math.abs(other.amount()), Math.abs(one.amount())));
        return found;
    }

    @Override
    public ModelState state() {
        return new ModelState(Standardize.NAME, Standardize.RELEASE, Map.of(),
                Map.of(TABLE, Frame.of(TextColumn.of("column", names), NumberColumn.of("center", centers), NumberColumn.of("scale", scales))));
    }
}
