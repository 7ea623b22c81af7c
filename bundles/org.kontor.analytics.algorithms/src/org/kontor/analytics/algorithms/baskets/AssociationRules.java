// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Association rules: who takes these items takes that one as well. All sets of items in enough baskets are found, and all rules with one item
 * on the right that are right often enough. A basket is all rows with the same value, or, without such a column, one row with items in several
 * columns or in one text.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + AssociationRules.NAME, Algorithm.VERSION + "=" + AssociationRules.RELEASE, "service.ranking:Integer=0"})
public final class AssociationRules extends Method {

    static final String NAME = "association-rules";
    static final String RELEASE = "1.0.0";

    private static final int STEPS = 4;
    private static final long THREADS = 4;
    private static final double ROUNDING = 1e-12;

    static final RealParameter MIN_SUPPORT = new RealParameter("min-support", .01, 1e-9, 1);
    static final RealParameter MIN_CONFIDENCE = new RealParameter("min-confidence", .5, 0, 1);
    static final RealParameter MIN_LIFT = new RealParameter("min-lift", 0.0, 0, 1e9);
    static final IntegerParameter MIN_LENGTH = new IntegerParameter("min-length", 2L, 1, 12);
    static final IntegerParameter MAX_LENGTH = new IntegerParameter("max-length", 10L, 1, 12);
    static final FlagParameter HIDE_REDUNDANT = new FlagParameter("hide-redundant", false);
    static final ChoiceParameter CORRECTION = new ChoiceParameter("correction", "holm", List.of("holm", "benjamini-hochberg", "bonferroni", "none"));
    static final RealParameter MAX_P = new RealParameter("max-p", 1.0, 0, 1);
    static final ChoiceParameter ORDER = new ChoiceParameter("order", "lift", List.of("lift", "confidence", "support", "leverage", "p"));
    static final IntegerParameter LIST_LENGTH = new IntegerParameter("list-length", 10_000L, 1, 1_000_000);
    static final IntegerParameter LIMIT = new IntegerParameter("limit", 1_000_000L, 100, 2_000_000);
    static final ChoiceParameter SEPARATOR = new ChoiceParameter("separator", "automatic", List.of("automatic", "none", "tab", "comma", "semicolon", "pipe"));

    /** Made by the framework. */
    public AssociationRules() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.BASKETS, Messages.TEXTS,
                List.of("R. Agrawal, R. Srikant, Fast Algorithms for Mining Association Rules, VLDB 1994",
                        "M. J. Zaki, Scalable Algorithms for Association Mining, IEEE Transactions on Knowledge and Data Engineering 12, 2000",
                        "M. Hahsler, K. Hornik, New Probabilistic Interest Measures for Association Rules, Intelligent Data Analysis 11, 2007",
                        "T. Wu, Y. Chen, J. Han, Re-examination of interestingness measures in pattern mining, Data Mining and Knowledge Discovery 21, 2010"),
                "O(n) and the number of sets found, which may be exponential",
                List.of(RoleNeed.optional(Role.BASKET, RoleNeed.ANY), RoleNeed.several(Role.ITEM, 1, RoleNeed.ANY)),
                List.of(MIN_SUPPORT, MIN_CONFIDENCE, MIN_LIFT, MIN_LENGTH, MAX_LENGTH, HIDE_REDUNDANT, CORRECTION, MAX_P, ORDER, LIST_LENGTH, LIMIT, SEPARATOR),
                Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        final var parameters = found.parameters();
        if (parameters.get(MIN_LENGTH) > parameters.get(MAX_LENGTH)) {
            found.obstacle("association-rules.lengths", parameters.get(MIN_LENGTH), parameters.get(MAX_LENGTH));
        }
        if (data.rows() == 0) {
            found.obstacle("association-rules.empty");
        } else if (data.columns(Role.ITEM).stream().allMatch(column -> column.missing() == column.rows())) {
            found.obstacle("association-rules.no-items");
        } else if (data.find(Role.BASKET).filter(column -> column.missing() == column.rows()).isPresent()) {
            found.obstacle("association-rules.no-baskets", data.column(Role.BASKET).name());
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        if (!data.against(descriptor().needs()).isEmpty()) {
            return 0;
        }
        final long occurrences = Baskets.occurrences(data, parameters.get(SEPARATOR));
        final long rows = data.rows();
        final long baskets = data.find(Role.BASKET).map(column -> codes(column, rows)).orElse(rows);
        final boolean split = ItemTexts.separator(parameters.get(SEPARATOR), data.columns(Role.ITEM),
                data.find(Role.BASKET).isEmpty()) != ItemTexts.NONE;
        final long items = Math.min(occurrences,
                split ? occurrences : data.columns(Role.ITEM).stream().mapToLong(column -> codes(column, rows)).sum());
        final double sets = Math.min(parameters.get(LIMIT), Math.pow(2, Math.min(items, 60)));
        return (1 << 20) + rows * 8L * (1 + data.names(Role.ITEM).size()) + occurrences * 12 + baskets * 16 + items * 160
                + Eclat.memory(occurrences, baskets, items, parameters.get(MIN_SUPPORT), parameters.get(LIMIT), THREADS) + Rules.memory(baskets, sets)
                + (long) Math.min(sets, parameters.get(LIST_LENGTH)) * 400;
    }

    private static long codes(final Column column, final long rows) {
        return column instanceof final TextColumn texts ? Math.min(rows, texts.dictionary().size()) : rows;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var baskets = Baskets.of(data, parameters.get(SEPARATOR), context);
        if (baskets.count() == 0) {
            throw Messages.problem("association-rules.no-items").asException();
        }
        context.progress().worked(1);
        final int least = Math.max(1, (int) Math.ceil(parameters.get(MIN_SUPPORT) * baskets.count() * (1 - ROUNDING)));
        final var occurrences = new Occurrences(baskets, least, context);
        final var sets = new Eclat(occurrences, least, parameters.get(MAX_LENGTH).intValue(), parameters.get(LIMIT), context).mine();
        context.progress().worked(1);
        final var subsets = new Subsets(sets, context);
        final var rules = Rules.of(subsets, baskets.count(), new Rules.Wanted(parameters.get(MIN_LENGTH).intValue(), parameters.get(MIN_CONFIDENCE),
                parameters.get(MIN_LIFT), parameters.get(LIMIT)), context);
        context.progress().worked(1);
        final var result = new AssociationReport(baskets, occurrences.items, subsets, parameters, context).of(rules, least);
        context.progress().worked(1);
        return result;
    }
}
