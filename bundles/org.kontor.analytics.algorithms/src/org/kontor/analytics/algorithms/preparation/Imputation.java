// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** What missing values are filled with: one value for each column, and rows whose values are taken where the nearest ones are wanted. */
final class Imputation implements Model {

    /** So many rows at most are looked at for the nearest ones. */
    static final int DONORS = 1_000;

    private static final String COLUMNS = "columns";
    private static final String NEAR = "donors";
    private static final int ROWS_PER_TASK = 64;
    private static final long STREAM = 0x315L << 32;

    private final List<Fill> fills;
    private final Frame donors;
    private final int neighbours;
    private final double[][] values;
    private final String[][] texts;

    /**
     * What a column is filled with.
     *
     * @param column the name
     * @param number the number; NaN for texts and where nothing is known
     * @param text   the text; empty for numbers and where nothing is known
     * @param scale  what distances are divided by
     */
    record Fill(String column, double number, String text, double scale) {

        boolean known() {
            return !Double.isNaN(number) || !text.isEmpty();
        }
    }

    private Imputation(final List<Fill> fills, final Frame donors, final int neighbours) {
        this.fills = List.copyOf(fills);
        this.donors = donors;
        this.neighbours = neighbours;
        values = new double[fills.size()][];
        texts = new String[fills.size()][];
        for (int c = 0; c < values.length && donors.rows() > 0; c++) {
            final var column = donors.column(fills.get(c).column());
            if (column instanceof TextColumn) {
                texts[c] = IntStream.range(0, donors.rows()).mapToObj(row -> column.isMissing(row) ? null : column.text(row)).toArray(String[]::new);
            } else {
                values[c] = IntStream.range(0, donors.rows()).mapToDouble(column::number).toArray();
            }
        }
    }

    static Imputation learned(final Dataset data, final String method, final int neighbours, final RunContext context) {
        final var fills = new ArrayList<Fill>();
        final var columns = data.columns(Role.FEATURES);
        for (final var column : columns) {
            if (column instanceof final TextColumn words) {
                fills.add(new Fill(column.name(), Double.NaN, mostFrequent(words, context), 1));
            } else {
                final var figures = Figures.of(column, context);
                final double scale = figures.deviation(0);
                final boolean counted = method.equals(MissingValues.FREQUENT) || column.type() == ColumnType.FLAG;
                final double number = figures.count() == 0 ? Double.NaN : counted ? figures.mostFrequent()
                        : method.equals(MissingValues.MEAN) ? figures.mean() : figures.median();
                fills.add(new Fill(column.name(), number, "", scale > 0 ? scale : 1));
            }
            context.progress().worked(1);
        }
        if (!method.equals(MissingValues.NEAREST)) {
            return new Imputation(fills, Frame.of(), neighbours);
        }
        final int[] rows = donors(data.rows(), context);
        final var taken = new ArrayList<Column>();
        for (final var column : columns) {
            // with the texts of these rows alone, so that a model stays small
            taken.add(column instanceof TextColumn ? TextColumn.of(column.name(),
                    Arrays.stream(rows).mapToObj(row -> column.isMissing(row) ? null : column.text(row)).toList()) : column.take(rows));
        }
        return new Imputation(fills, Frame.of(taken), neighbours);
    }

    private static int[] donors(final int rows, final RunContext context) {
        if (rows <= DONORS) {
            return IntStream.range(0, rows).toArray();
        }
        final var random = context.randomness(STREAM);
        return IntStream.generate(() -> random.nextInt(rows)).distinct().limit(DONORS).sorted().toArray();
    }

    private static String mostFrequent(final TextColumn column, final RunContext context) {
        final var counts = new int[column.dictionary().size()];
        int best = TextColumn.ABSENT;
        for (int row = 0; row < column.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (column.code(row) >= 0) {
                counts[column.code(row)]++;
            }
        }
        // the first of several in the order of rows
        for (int row = 0; row < column.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int code = column.code(row);
            best = code >= 0 && (best < 0 || counts[code] > counts[best]) ? code : best;
        }
        return best < 0 ? "" : column.dictionary().text(best);
    }

    static Imputation of(final ModelState state) {
        final var table = state.tables().get(COLUMNS);
        if (table == null || table.rows() == 0 || List.of("column", "number", "text", "scale").stream().anyMatch(name -> table.find(name).isEmpty())
                || !state.facts().getOrDefault("neighbours", "").matches("[1-9][0-9]{0,2}")) {
            throw Messages.problem("prepare.model").asException();
        }
        final var fills = new ArrayList<Fill>();
        for (int row = 0; row < table.rows(); row++) {
            fills.add(new Fill(table.column("column").text(row), table.column("number").number(row), table.column("text").text(row),
                    table.column("scale").number(row)));
        }
        final var near = state.tables().getOrDefault(NEAR, Frame.of());
        if (near.rows() > 0 && fills.stream().anyMatch(fill -> near.find(fill.column()).isEmpty())) {
            throw Messages.problem("prepare.model").asException();
        }
        return new Imputation(fills, near, Integer.parseInt(state.facts().get("neighbours")));
    }

    List<Fill> fills() {
        return fills;
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        context.requireMemory(data.rows() * (16L * fills.size() + 24));
        final var columns = fills.stream().map(fill -> data.frame().column(fill.column())).toArray(Column[]::new);
        final var filled = new Filled(columns, data.rows());
        context.parallel(Math.ceilDiv(data.rows(), ROWS_PER_TASK), task -> {
            for (int row = task * ROWS_PER_TASK; row < Math.min(data.rows(), (task + 1) * ROWS_PER_TASK); row++) {
                fill(columns, row, filled);
            }
        });
        final var table = new TableBuilder(Messages.TEXTS, "prepare").ids(data);
        table.add(IntegerColumn.of("filled", filled.counts()), Messages.of("missing.column.filled"), Messages.of("missing.column.filled.help"), Meaning.SCORE);
        for (int c = 0; c < columns.length; c++) {
            table.add(filled.column(c, context), Message.column(columns[c].name()),
                    Messages.of("missing.column.value.help", Message.column(columns[c].name())), Meaning.PLAIN)
                    .valuesOf(columns[c].name());
        }
        return table.build("prepared");
    }

    private void fill(final Column[] columns, final int row, final Filled filled) {
        int[] near = null;
        for (int c = 0; c < columns.length; c++) {
            if (!columns[c].isMissing(row)) {
                continue;
            }
            if (donors.rows() > 0 && near == null) {
                near = near(columns, row);
            }
            if (columns[c] instanceof TextColumn) {
                final var text = near == null ? "" : usual(near, texts[c]);
                filled.put(c, row, text.isEmpty() ? fills.get(c).text() : text);
            } else {
                final double number = near == null ? Double.NaN : mean(near, values[c], columns[c].type() == ColumnType.FLAG);
                filled.put(c, row, Double.isNaN(number) ? fills.get(c).number() : number);
            }
        }
    }

    /** {@return the donors, the nearest first, that have something in common with the row} */
    private int[] near(final Column[] columns, final int row) {
        final var distances = new double[donors.rows()];
        final var shared = new int[distances.length];
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].isMissing(row)) {
                continue;
            }
            if (texts[c] != null) {
                final var text = columns[c].text(row);
                for (int d = 0; d < distances.length; d++) {
                    if (texts[c][d] != null) {
                        distances[d] += text.equals(texts[c][d]) ? 0 : 1;
                        shared[d]++;
                    }
                }
            } else {
                final double value = columns[c].number(row) / fills.get(c).scale();
                for (int d = 0; d < distances.length; d++) {
                    final double difference = value - values[c][d] / fills.get(c).scale();
                    if (!Double.isNaN(difference)) {
                        distances[d] += difference * difference;
                        shared[d]++;
                    }
                }
            }
        }
        // one number for distance and donor sorts fast; distances that differ by less than a float can tell are the same
        final var order = new long[distances.length];
        int count = 0;
        for (int d = 0; d < distances.length; d++) {
            if (shared[d] > 0) {
                order[count++] = (long) Float.floatToIntBits((float) (distances[d] / shared[d])) << Integer.SIZE | d;
            }
        }
        Arrays.sort(order, 0, count);
        return Arrays.stream(order, 0, count).mapToInt(each -> (int) each).toArray();
    }

    private double mean(final int[] near, final double[] known, final boolean flag) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < near.length && count < neighbours; i++) {
            if (!Double.isNaN(known[near[i]])) {
                sum += known[near[i]];
                count++;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        return flag ? Math.rint(sum / count) : sum / count;
    }

    private String usual(final int[] near, final String[] known) {
        final var found = Arrays.stream(near).mapToObj(d -> known[d]).filter(text -> text != null).limit(neighbours).toList();
        String best = "";
        long most = 0;
        for (final var text : found) {
            final long count = found.stream().filter(text::equals).count();
            if (count > most) {
                most = count;
                best = text;
            }
        }
        return best;
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        return List.of();
    }

    @Override
    public ModelState state() {
        final var table = Frame.of(TextColumn.of("column", fills.stream().map(Fill::column).toList()),
                NumberColumn.of("number", fills.stream().mapToDouble(Fill::number).toArray()),
                TextColumn.of("text", fills.stream().map(fill -> fill.text().isEmpty() ? null : fill.text()).toList()),
                NumberColumn.of("scale", fills.stream().mapToDouble(Fill::scale).toArray()));
        final var facts = Map.of("neighbours", String.valueOf(neighbours));
        return new ModelState(MissingValues.NAME, MissingValues.RELEASE, facts, donors.rows() == 0 ? Map.of(COLUMNS, table)
                : Map.of(COLUMNS, table, NEAR, donors));
    }
}
