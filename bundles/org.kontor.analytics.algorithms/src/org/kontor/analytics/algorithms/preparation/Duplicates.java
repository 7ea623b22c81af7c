// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/**
 * Finds rows that are the same thing written differently. Pairs that have one of several keys in common are compared column by column; the
 * answers are weighed (Fellegi and Sunter) and give the probability that both are one thing.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + Duplicates.NAME, Algorithm.VERSION + "=" + Duplicates.RELEASE, "service.ranking:Integer=0"})
public final class Duplicates extends Method {

    static final String NAME = "duplicates";
    static final String RELEASE = "1.1.0";
    static final String LEARNED = "learned";

    /** The pattern of all answers is one number. */
    private static final int MOST_COLUMNS = 24;
    private static final int SAMPLE = 1_000;
    private static final int SHARES = 100;

    static final TableParameter KINDS = new TableParameter("kinds", List.of("column", "kind"), List.of());
    static final TableParameter KEYS = new TableParameter("keys", List.of("column", "form", "and-column", "and-form"), List.of());
    static final ChoiceParameter WEIGHTS = new ChoiceParameter("weights", LEARNED, List.of(LEARNED, "agreed"));
    static final RealParameter THRESHOLD = new RealParameter("threshold", .9, .01, .999999);
    static final RealParameter REVIEW = new RealParameter("review", .5, .001, .999999);
    static final FlagParameter SPLIT = new FlagParameter("split", true);
    static final IntegerParameter LARGEST = new IntegerParameter("largest-block", 2_000L, 1_500, 100_000);

    /** Made by the framework. */
    public Duplicates() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.PREPARATION, Messages.TEXTS,
                List.of("I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage, Journal of the American Statistical Association 64, 1969",
                        "W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage, 1990",
                        "W. E. Winkler, Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage, 1988",
                        "F. J. Damerau, A technique for computer detection and correction of spelling errors, Communications of the ACM 7, 1964"),
                "O(n k) with k compared pairs for each row, at most 250 with automatic keys",
                List.of(new RoleNeed(Role.FEATURES, 1, MOST_COLUMNS, RoleNeed.ANY), RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(KINDS, KEYS, WEIGHTS, THRESHOLD, REVIEW, SPLIT, LARGEST), Set.of(Capability.MISSING_VALUES, Capability.CATEGORIES, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        final var names = data.names(Role.FEATURES);
        if (data.columns(Role.FEATURES).stream().allMatch(column -> column.missing() == data.rows())) {
            found.obstacle(data.rows() == 0 ? "duplicates.empty" : "duplicates.nothing");
        }
        try {
            kinds(data, found.parameters());
            Blocking.given(found.parameters().get(KEYS), names);
        } catch (ProblemException wrong) {
            found.obstacle(wrong.problem());
        }
    }

    /** {@return what each column is: as somebody said, else as it looks} */
    private static Kind[] kinds(final Dataset data, final Parameters parameters) {
        final var names = data.names(Role.FEATURES);
        final var kinds = new Kind[names.size()];
        for (final var row : parameters.get(KINDS)) {
            final int column = names.indexOf(row.get(0));
            if (column < 0) {
                throw Messages.problem("duplicates.no-column", row.get(0), String.join(", ", names)).asException();
            }
            kinds[column] = Kind.of(row.get(1))
                    .filter(kind -> kind != Kind.NUMBER || data.frame().column(names.get(column)).type().isNumeric())
                    .orElseThrow(() -> Messages.problem("duplicates.no-kind", row.get(1), names.get(column), String.join(", ", Kind.keys())).asException());
        }
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = kinds[c] == null ? KindGuess.of(data.frame().column(names.get(c))) : kinds[c];
        }
        return kinds;
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final var names = data.names(Role.FEATURES);
        long bytes = (8 << 20) + Records.memory(rows, names.size()) + Candidates.memory(rows) + Pairs.memory(rows) + DuplicateGroups.memory(rows)
                + DuplicatesReport.memory(rows, names.size());
        for (final var name : names) {
            final var column = data.frame().find(name);
            if (column.isPresent()) {
                final long items = Math.min(column.get() instanceof final TextColumn texts ? texts.dictionary().size() : rows, Integer.MAX_VALUE);
                long letters = 0;
                long seen = 0;
                for (long item = 0; item < items; item += Math.max(1, items / SAMPLE)) {
                    letters += column.get() instanceof final TextColumn texts ? texts.dictionary().text((int) item).length()
                            : column.get().text((int) item).length();
                    seen++;
                }
                bytes += Values.memory(rows, items, items * letters / Math.max(1, seen)) + items * 8;
            }
        }
        return bytes;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        final var names = data.names(Role.FEATURES);
        context.progress().begin(descriptor().name().text(), names.size() + SHARES + 4L);
        final var records = new Records(data.columns(Role.FEATURES), kinds(data, parameters), context);
        final var given = Blocking.given(parameters.get(KEYS), names);
        final var keys = given.isEmpty() ? new Blocking(records, context).chosen() : given;
        final var candidates = new Candidates(records, keys, parameters.get(LARGEST).intValue(), context);
        context.progress().worked(1);
        final var learning = new WeightLearning(records, candidates, context);
        final var weights = parameters.get(WEIGHTS).equals(LEARNED) ? learning.learned() : learning.agreed();
        context.progress().worked(1);
        final double threshold = Weights.weight(parameters.get(THRESHOLD));
        final double review = Math.min(threshold, Weights.weight(parameters.get(REVIEW)));
        final var pairs = Pairs.of(records, candidates, weights, review, context);
        final var groups = new DuplicateGroups(records, weights, pairs, threshold, parameters.get(SPLIT), context);
        context.progress().worked(1);
        final var result = new DuplicatesReport(data, records, weights, pairs, groups, context).of(candidates, threshold);
        context.progress().worked(1);
        return result;
    }
}
