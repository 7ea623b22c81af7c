// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.analytics.engine.Comparison;
import org.kontor.analytics.engine.Comparison.Difference;
import org.kontor.analytics.engine.Comparison.Input;
import org.kontor.analytics.engine.Comparison.MetricChange;
import org.kontor.analytics.engine.Comparison.Move;
import org.kontor.analytics.engine.Comparison.Moved;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

/** Finds out what two runs have not in common. */
final class Comparing {

    /** The value of a parameter that a provider does not have. */
    private static final String NONE = "–";

    private Comparing() {
    }

    static Comparison of(final RecordedRun before, final Result first, final RecordedRun after, final Result second) {
        final var moved = new ArrayList<Moved>();
        final var arrived = new LinkedHashMap<String, String>();
        final var gone = new LinkedHashMap<String, String>();
        final var labels = labels(first);
        final var later = labels(second);
        later.forEach((id, label) -> {
            final var earlier = labels.get(id);
            if (earlier == null) {
                arrived.put(id, label);
            } else if (!earlier.equals(label)) {
                moved.add(new Moved(id, earlier, label));
            }
        });
        labels.forEach((id, label) -> {
            if (!later.containsKey(id)) {
                gone.put(id, label);
            }
        });
        return new Comparison(before.resultFingerprint().equals(after.resultFingerprint()), inputs(before, after), metrics(before, after), moves(moved),
                moved, arrived, gone);
    }

    /** The label of each row that a result has one for. */
    static Map<String, String> labels(final Result result) {
        final var labels = new LinkedHashMap<String, String>();
        labelled(result).ifPresent(table -> {
            final var id = table.column(Meaning.ID).orElseThrow();
            final var label = table.column(Meaning.LABEL).orElseThrow();
            for (int row = 0; row < id.rows(); row++) {
                labels.put(id.text(row), label.text(row));
            }
        });
        return labels;
    }

    /** {@return the first table that says which label a row has} */
    static Optional<TablePart> labelled(final Result result) {
        return result.parts().stream().filter(TablePart.class::isInstance).map((Part part) -> (TablePart) part)
                .filter(table -> table.column(Meaning.ID).isPresent() && table.column(Meaning.LABEL).isPresent()).findFirst();
    }

    private static List<Move> moves(final List<Moved> moved) {
        final var counts = new TreeMap<String, Move>();
        moved.forEach(each -> counts.merge(each.from() + '\n' + each.to(), new Move(each.from(), each.to(), 1),
                (one, more) -> new Move(one.from(), one.to(), one.rows() + more.rows())));
        return counts.values().stream().sorted(Comparator.comparingInt(Move::rows).reversed()).toList();
    }

    private static List<MetricChange> metrics(final RecordedRun before, final RecordedRun after) {
        final var names = new LinkedHashSet<>(before.metrics().keySet());
        names.addAll(after.metrics().keySet());
        return names.stream().map(name -> new MetricChange(name, before.metrics().getOrDefault(name, Double.NaN),
                after.metrics().getOrDefault(name, Double.NaN))).filter(change -> Double.compare(change.before(), change.after()) != 0).toList();
    }

    private static List<Difference> inputs(final RecordedRun before, final RecordedRun after) {
        final var found = new ArrayList<Difference>();
        final Plan one = before.plan();
        final Plan two = after.plan();
        add(found, Input.METHOD, "", one.algorithm(), two.algorithm());
        add(found, Input.SOURCE, "", one.source() + ' ' + one.sourceOptions(), two.source() + ' ' + two.sourceOptions());
        add(found, Input.FILTER, "", one.filter().toString(), two.filter().toString());
        add(found, Input.ROLES, "", one.roles().toString(), two.roles().toString());
        add(found, Input.PREPARATION, "", one.preparation().toString(), two.preparation().toString());
        add(found, Input.SEED, "", Long.toString(one.seed()), Long.toString(two.seed()));
        final var names = new LinkedHashSet<>(before.parameters().keySet());
        names.addAll(after.parameters().keySet());
        names.forEach(name -> add(found, Input.PARAMETER, name, before.parameters().getOrDefault(name, NONE), after.parameters().getOrDefault(name, NONE)));
        add(found, Input.PROVIDER, "", provider(before), provider(after));
        if (!before.dataFingerprint().equals(after.dataFingerprint())) {
            found.add(new Difference(Input.DATA, "", Long.toString(before.rows()), Long.toString(after.rows())));
        }
        return found;
    }

    private static String provider(final RecordedRun run) {
        return run.provider().orElse("") + ' ' + run.providerVersion().orElse("");
    }

    private static void add(final List<Difference> to, final Input input, final String name, final String before, final String after) {
        if (!before.equals(after)) {
            to.add(new Difference(input, name, before, after));
        }
    }
}
