// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.algorithms.numerics.ColumnRanges;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Tests in what groups of rows differ, with correction for testing many features. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + SegmentComparison.NAME, Algorithm.VERSION + "=" + SegmentComparison.RELEASE, "service.ranking:Integer=0"})
public final class SegmentComparison extends Method {

    static final String NAME = "segment-comparison";
    static final String RELEASE = "1.0.0";
    static final String MEANS = "means";
    static final String ANOVA = "anova";
    static final String HOLM = "holm";
    static final String BENJAMINI_HOCHBERG = "benjamini-hochberg";

    static final ChoiceParameter NUMBERS = new ChoiceParameter("numbers", MEANS, List.of(MEANS, ANOVA, "ranks"));
    static final ChoiceParameter CORRECTION = new ChoiceParameter("correction", HOLM, List.of(HOLM, BENJAMINI_HOCHBERG, "none"));
    static final RealParameter LEVEL = new RealParameter("level", .05, 1e-6, .5);

    static final int MOST_GROUPS = 50;

    /** Squares of larger numbers, added up, may have no end. */
    private static final double LARGEST = 1e120;

    /** Made by the framework. */
    public SegmentComparison() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.STATISTICS, Messages.TEXTS,
                List.of("B. L. Welch, On the comparison of several mean values: an alternative approach, Biometrika 38, 1951",
                        "W. Kruskal, W. A. Wallis, Use of ranks in one-criterion variance analysis, Journal of the American Statistical Association 47, 1952",
                        "S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979",
                        "Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57, 1995"),
                "O(n d), O(n d log n) for ranks",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.ANY), RoleNeed.one(Role.TARGET, RoleNeed.ANY)),
                List.of(NUMBERS, CORRECTION, LEVEL), Set.of(Capability.CATEGORIES, Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        groups(found);
    }

    /** {@return the groups; whether they can be compared is told} */
    private static Optional<Categories> groups(final Findings found) {
        final var data = found.data();
        final var target = data.column(Role.TARGET);
        final var groups = Categories.of(target, MOST_GROUPS, found::pause);
        if (data.names(Role.FEATURES).contains(target.name())) {
            found.obstacle("chi-square.same", target.name());
        }
        if (groups.isEmpty()) {
            found.obstacle("statistics.many-categories", target.name(), MOST_GROUPS);
        } else if (groups.get().size() < 2) {
            found.obstacle("comparison.one-group", target.name());
        }
        if (target.missing() > 0) {
            found.advise("comparison.no-group", target.missing(), Message.column(target.name()));
        }
        final var numbers = data.columns(Role.FEATURES).stream().filter(column -> column.type().isNumeric()).toList();
        final var ranges = ColumnRanges.of(numbers, found::pause);
        for (int j = 0; j < numbers.size(); j++) {
            if (numbers.get(j).missing() < data.rows() && ranges.largest(j) > LARGEST) {
                found.obstacle("statistics.too-large", numbers.get(j).name());
            }
        }
        return groups;
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return (4L << 20) + data.rows() * (parameters.get(NUMBERS).equals("ranks") ? 48L : 24L) + 4_096L * data.names(Role.FEATURES).size();
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var found = new Findings(descriptor(), data, parameters, context::checkCancelled);
        found.require();
        context.requireMemory(memory(data, parameters));
        final var groups = groups(found).orElse(null);
        final var skipped = new ArrayList<>(found.require());
        final var names = data.names(Role.FEATURES);
        context.progress().begin(descriptor().name().text(), names.size());
        final var comparisons = new ArrayList<Comparison>();
        for (final var name : names) {
            final var column = data.frame().column(name);
            if (column.type() == ColumnType.TEXT || column.type() == ColumnType.FLAG) {
                Categories.of(column, ChiSquare.MOST, context::checkCancelled).ifPresentOrElse(
                        categories -> comparisons.add(CategoryComparison.of(name, categories, groups, context::checkCancelled)),
                        () -> skipped.add(new Warning("comparison.many-categories", Messages.of("comparison.many-categories",
                                Message.column(name), ChiSquare.MOST))));
            } else {
                comparisons.add(new NumberComparison(column, groups, parameters.get(NUMBERS), context).result());
            }
            context.progress().worked(1);
        }
        return new SegmentComparisonReport(data, parameters, groups, comparisons, skipped).result();
    }
}
