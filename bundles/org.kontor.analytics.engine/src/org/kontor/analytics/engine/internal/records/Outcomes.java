// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.PairedComparison;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

/** Judges two models' scores of the same records by what came to be known of these since. */
final class Outcomes {

    /**
     * Scores of one record.
     *
     * @param label  the class; empty where numbers are predicted
     * @param score  the probability or the number
     * @param sought the class whose probability it is; empty where it is of none
     */
    private record Said(Optional<String> label, double score, Optional<String> sought) {
    }

    private record Pair(Said champion, Said challenger) {
    }

    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private int closed;

    /** Takes the scores of a moment at which both scored; a record that was taken earlier keeps its earlier scores. */
    void add(final TablePart champion, final TablePart challenger) {
        final var open = open(champion);
        final var theirs = new LinkedHashMap<String, Said>();
        said(challenger, theirs);
        final var ours = new LinkedHashMap<String, Said>();
        said(champion, ours);
        ours.forEach((id, said) -> {
            if (theirs.containsKey(id) && open.contains(id)) {
                pairs.putIfAbsent(id, new Pair(said, theirs.get(id)));
            } else if (theirs.containsKey(id)) {
                closed++;
            }
        });
    }

    /** {@return how many records were scored when their outcome was known already} */
    int closed() {
        return closed;
    }

    private static void said(final TablePart table, final Map<String, Said> into) {
        final var id = table.column(Meaning.ID).orElseThrow();
        final var label = table.column(Meaning.LABEL);
        final var score = table.column(Meaning.SCORE);
        final var sought = table.frame().find(ModelDeployments.SOUGHT);
        for (int row = 0; row < id.rows(); row++) {
            final int at = row;
            into.put(id.text(row), new Said(label.filter(column -> !column.isMissing(at)).map(column -> column.text(at)),
                    score.filter(column -> column.type().isNumeric()).map(column -> column.number(at)).orElse(Double.NaN),
                    sought.map(column -> column.text(at))));
        }
    }

    /** Whose outcome was open: not known, or the same for all, as where only customers who are still there are scored. */
    private static HashSet<String> open(final TablePart table) {
        final var id = table.column(Meaning.ID).orElseThrow();
        final var known = table.frame().find(ModelDeployments.KNOWN);
        final var values = new HashSet<String>();
        known.ifPresent(column -> {
            for (int row = 0; row < column.rows(); row++) {
                if (!column.isMissing(row)) {
                    values.add(column.text(row));
                }
            }
        });
        final var open = new HashSet<String>();
        for (int row = 0; row < id.rows(); row++) {
            if (known.isEmpty() || known.get().isMissing(row) || values.size() == 1) {
                open.add(id.text(row));
            }
        }
        return open;
    }

    /** Records that were scored and are known now, each with its row. */
    private record Known(List<Pair> pairs, int[] rows) {
    }

    private Known known(final Column id, final Column outcome) {
        final var now = new LinkedHashMap<String, Integer>();
        for (int row = 0; row < id.rows(); row++) {
            if (!outcome.isMissing(row)) {
                now.put(id.text(row), row);
            }
        }
        final var judged = pairs.entrySet().stream().filter(entry -> now.containsKey(entry.getKey())).toList();
        return new Known(judged.stream().map(Map.Entry::getValue).toList(), judged.stream().mapToInt(entry -> now.get(entry.getKey())).toArray());
    }

    /** {@return how good both were for records that are known now} */
    ModelComparison compare(final Column id, final Column outcome) {
        final var known = known(id, outcome);
        return told(known.rows.length, known.rows.length == 0 ? List.of() : measures(known.pairs.stream().map(Pair::champion).toList(),
                known.pairs.stream().map(Pair::challenger).toList(), known.rows, outcome));
    }

    /** {@return how good the champion was for records that are known now, as a challenger of answers that are all right} */
    Judged judge(final Column id, final Column outcome) {
        final var known = known(id, outcome);
        final var said = known.pairs.stream().map(Pair::champion).toList();
        final var right = new ArrayList<Said>();
        double expected = 0;
        int hits = 0;
        for (int i = 0; i < said.size(); i++) {
            final int row = known.rows[i];
            final var sought = said.get(i).sought();
            final boolean hit = sought.filter(name -> same(outcome, row, name)).isPresent();
            final double truth = sought.isPresent() ? hit ? 1 : 0 : outcome.type().isNumeric() ? outcome.number(row) : Double.NaN;
            right.add(new Said(Optional.of(outcome.text(row)), truth, sought));
            expected += Double.isFinite(said.get(i).score()) ? said.get(i).score() : 0;
            hits += hit ? 1 : 0;
        }
        return new Judged(said.size(), said.isEmpty() ? List.of() : measures(right, said, known.rows, outcome), said.stream().findFirst().flatMap(Said::sought),
                expected, hits);
    }

    /**
     * What the champion was like.
     *
     * @param records  how many records are known
     * @param measures the champion as a challenger of answers that are all right
     * @param sought   of two classes the one that is looked for
     * @param expected how many records of that class the champion expected: its probabilities, added up
     * @param hits     how many there were
     */
    record Judged(int records, List<ModelComparison.Measure> measures, Optional<String> sought, double expected, int hits) {
    }

    private static List<ModelComparison.Measure> measures(final List<Said> one, final List<Said> other, final int[] rows, final Column outcome) {
        final var sought = one.getFirst().sought();
        final boolean classes = other.getFirst().label().isPresent() || outcome.type() == ColumnType.TEXT;
        if (!classes) {
            final var kept = usable(one, other, rows);
            return PairedComparison.numbers(Arrays.stream(kept).mapToDouble(i -> outcome.number(rows[i])).toArray(),
                    Arrays.stream(kept).mapToDouble(i -> one.get(i).score()).toArray(), Arrays.stream(kept).mapToDouble(i -> other.get(i).score()).toArray());
        }
        final var measures = new ArrayList<ModelComparison.Measure>();
        if (sought.isPresent() && other.getFirst().sought().equals(sought)) {
            final var kept = usable(one, other, rows);
            final var hit = new boolean[kept.length];
            for (int i = 0; i < kept.length; i++) {
                hit[i] = same(outcome, rows[kept[i]], sought.get());
            }
            measures.addAll(PairedComparison.probabilities(hit, Arrays.stream(kept).mapToDouble(i -> one.get(i).score()).toArray(),
                    Arrays.stream(kept).mapToDouble(i -> other.get(i).score()).toArray()));
        }
        measures.addAll(PairedComparison.classes(right(one, rows, outcome), right(other, rows, outcome)));
        return measures;
    }

    private static int[] usable(final List<Said> one, final List<Said> other, final int[] rows) {
        return IntStream.range(0, rows.length).filter(i -> Double.isFinite(one.get(i).score()) && Double.isFinite(other.get(i).score()))
                .toArray();
    }

    private static boolean[] right(final List<Said> said, final int[] rows, final Column outcome) {
        final var right = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            final int row = rows[i];
            right[i] = said.get(i).label().filter(label -> same(outcome, row, label)).isPresent();
        }
        return right;
    }

    /** Classes that are numbers may be written with decimals or without. */
    private static boolean same(final Column outcome, final int row, final String name) {
        if (outcome.text(row).equals(name)) {
            return true;
        }
        try {
            return outcome.type().isNumeric() && Double.parseDouble(name) == outcome.number(row);
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private ModelComparison told(final int records, final List<ModelComparison.Measure> measures) {
        final var result = Result.builder();
        if (records == 0) {
            result.say(Message.of(Messages.TEXTS, closed > 0 && pairs.isEmpty() ? "comparison.closed" : "comparison.none"));
            return new ModelComparison(0, List.of(), result.build());
        }
        result.say(Message.of(Messages.TEXTS, "comparison.records", records));
        final var first = measures.getFirst();
        final var key = Double.isNaN(first.lower()) ? "comparison.few" : first.better() ? "comparison.better" : first.worse() ? "comparison.worse"
                : "comparison.open";
        result.say(Message.of(Messages.TEXTS, key, Message.name(first.name()), first.champion(), first.challenger(), first.difference(), first.lower(),
                first.upper()));
        final var frame = Frame.of(TextColumn.of("measure", measures.stream().map(ModelComparison.Measure::name).toList()),
                column("champion", measures.stream().mapToDouble(ModelComparison.Measure::champion).toArray()),
                column("challenger", measures.stream().mapToDouble(ModelComparison.Measure::challenger).toArray()),
                column("difference", measures.stream().mapToDouble(ModelComparison.Measure::difference).toArray()),
                column("lower", measures.stream().mapToDouble(ModelComparison.Measure::lower).toArray()),
                column("upper", measures.stream().mapToDouble(ModelComparison.Measure::upper).toArray()));
        result.part(new TablePart(ModelComparison.TABLE, Message.of(Messages.TEXTS, "comparison.table"), frame, frame.columns().stream()
                .map(column -> new TablePart.Head(column.name(), Message.of(Messages.TEXTS, "comparison.column." + column.name()),
                        Message.of(Messages.TEXTS, "comparison.column." + column.name() + ".help"), Meaning.PLAIN)).toList()));
        return new ModelComparison(records, measures, result.build());
    }

    private static NumberColumn column(final String name, final double[] values) {
        return NumberColumn.of(name, values);
    }
}
