// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

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
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Pearson's test of whether two categories go together, with exact tests where counts are small. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + ChiSquare.NAME, Algorithm.VERSION + "=" + ChiSquare.RELEASE, "service.ranking:Integer=0"})
public final class ChiSquare extends Method {

    static final String NAME = "chi-square";
    static final String RELEASE = "1.0.0";
    static final String AUTO = "auto";
    static final String NEVER = "never";
    static final String FISHER = "fisher";
    static final String MONTE_CARLO = "monte-carlo";
    static final String OWN = "category";

    static final FlagParameter YATES = new FlagParameter("yates", true);
    static final ChoiceParameter EXACT = new ChoiceParameter("exact", AUTO, List.of(AUTO, FISHER, MONTE_CARLO, NEVER));
    static final IntegerParameter TABLES = new IntegerParameter("tables", 9_999L, 99, 1_000_000);
    static final RealParameter LEVEL = new RealParameter("level", .05, 1e-6, .5);
    static final ChoiceParameter MISSING = new ChoiceParameter("missing", "leave-out", List.of("leave-out", OWN));

    /** More different values are no categories. */
    static final int MOST = 200;

    /** Made by the framework. */
    public ChiSquare() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.STATISTICS, Messages.TEXTS,
                List.of("K. Pearson, On the criterion that a given system of deviations ... can be reasonably supposed to have arisen from random sampling, "
                        + "Philosophical Magazine 50, 1900",
                        "F. Yates, Contingency tables involving small numbers and the chi-squared test, Supplement to the Journal of the Royal Statistical "
                                + "Society 1, 1934",
                        "H. Cramér, Mathematical Methods of Statistics, Princeton 1946",
                        "S. Haberman, The analysis of residuals in cross-classified tables, Biometrics 29, 1973"),
                "O(n + r c)",
                List.of(RoleNeed.one(Role.FEATURES, RoleNeed.ANY), RoleNeed.one(Role.TARGET, RoleNeed.ANY), RoleNeed.optional(Role.VALUE, RoleNeed.AMOUNTS),
                        RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS)),
                List.of(YATES, EXACT, TABLES, LEVEL, MISSING),
                Set.of(Capability.CATEGORIES, Capability.MISSING_VALUES, Capability.WEIGHTS, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        judge(counting(found), found);
    }

    private static Counting counting(final Findings found) {
        return Counting.of(found.data(), found.parameters().get(MISSING).equals(OWN), found::pause);
    }

    private static void judge(final Counting counting, final Findings found) {
        final var exact = found.parameters().get(EXACT);
        counting.obstacles().forEach(found::obstacle);
        if (found.isClear() && exact.equals(FISHER) && (counting.table().rows() != 2 || counting.table().columns() != 2)) {
            found.obstacle("chi-square.not-fisher", counting.table().rows(), counting.table().columns());
        } else if (found.isClear() && !List.of(AUTO, NEVER).contains(exact) && !counting.table().isWhole()) {
            found.obstacle("chi-square.not-whole");
        }
        if (counting.left() > 0) {
            found.advise("chi-square.missing", counting.left());
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return (4L << 20) + 8L * data.rows();
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var found = new Findings(descriptor(), data, parameters, context::checkCancelled);
        found.require();
        context.requireMemory(memory(data, parameters));
        context.progress().begin(descriptor().name().text(), 2);
        final var counting = counting(found);
        judge(counting, found);
        final var advice = found.require();
        context.progress().worked(1);
        final var result = new ChiSquareReport(data, parameters, counting, advice, context).result();
        context.progress().worked(1);
        return result;
    }
}
