// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.time.LocalDate;
import java.util.Arrays;
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
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Grades customers by how recently, how often and for how much they bought, and names segments of the grades. Reads one row for each order
 * or order line. Grades are 1 to n, and n is always the best: the most recent, the most frequent, the most money.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Rfm.NAME, Algorithm.VERSION + "=" + Rfm.RELEASE, "service.ranking:Integer=0"})
public final class Rfm extends Method {

    static final String NAME = "rfm";
    static final String RELEASE = "1.0.0";
    static final String TILES = "tiles";
    static final String FOUR = "four-classes";

    static final ChoiceParameter SCORING = new ChoiceParameter("scoring", "ranges", List.of("ranges", TILES));
    static final NumbersParameter RECENCY_LIMITS = new NumbersParameter("recency-limits", Numbers.of(new double[] {3, 6, 12}), 1, true);
    static final ChoiceParameter RECENCY_UNIT = new ChoiceParameter("recency-unit", "months", List.of("months", "days"));
    static final NumbersParameter FREQUENCY_LIMITS = new NumbersParameter("frequency-limits", Numbers.of(new double[] {2, 4, 6}), 1, true);
    static final NumbersParameter MONEY_LIMITS = new NumbersParameter("money-limits", Numbers.of(new double[] {100, 500, 1000}), 1, true);
    static final IntegerParameter TILE_COUNT = new IntegerParameter("tile-count", 5L, 2, 10);
    static final ChoiceParameter TIES = new ChoiceParameter("ties", "order", List.of("order", "together"));
    static final ChoiceParameter MONEY = new ChoiceParameter("money", "sum", List.of("sum", "mean"));
    static final DateParameter REFERENCE = new DateParameter("reference-date");
    static final RealParameter RECENCY_WEIGHT = new RealParameter("recency-weight", 1.0, 0, 1_000);
    static final RealParameter FREQUENCY_WEIGHT = new RealParameter("frequency-weight", 1.0, 0, 1_000);
    static final RealParameter MONEY_WEIGHT = new RealParameter("money-weight", 1.0, 0, 1_000);
    static final ChoiceParameter LABELS = new ChoiceParameter("labels", "segments", List.of("segments", FOUR));
    static final TableParameter SEGMENTS = new TableParameter("segments", SegmentGrid.COLUMNS, SegmentGrid.preset());
    static final ChoiceParameter LANGUAGE = new ChoiceParameter("label-language", "en", List.of("en", "zh"));

    /** Made by the framework. */
    public Rfm() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.SEGMENTS, Messages.TEXTS,
                List.of("A. M. Hughes, Strategic Database Marketing, 1994",
                        "J. R. Bult, T. Wansbeek, Optimal Selection for Direct Mail, Marketing Science 14, 1995"),
                "O(n + c log c)",
                List.of(RoleNeed.one(Role.ID, RoleNeed.ANY), RoleNeed.one(Role.TIME, RoleNeed.TEMPORAL), RoleNeed.one(Role.VALUE, RoleNeed.AMOUNTS)),
                List.of(SCORING, RECENCY_LIMITS, RECENCY_UNIT, FREQUENCY_LIMITS, MONEY_LIMITS, TILE_COUNT, TIES, MONEY, REFERENCE, RECENCY_WEIGHT,
                        FREQUENCY_WEIGHT, MONEY_WEIGHT, LABELS, SEGMENTS, LANGUAGE),
                Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        if (data.rows() == 0) {
            found.obstacle("rfm.empty");
        }
        for (final var role : List.of(Role.ID, Role.TIME, Role.VALUE)) {
            if (data.rows() > 0 && data.column(role).missing() == data.rows()) {
                found.obstacle("rfm.all-missing", data.column(role).name());
            }
        }
    }

    @Override
    protected void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (parameters.get(RECENCY_WEIGHT) + parameters.get(FREQUENCY_WEIGHT) + parameters.get(MONEY_WEIGHT) == 0) {
            found.obstacle("rfm.weights");
        }
        if (!parameters.get(SCORING).equals(TILES)) {
            examineLimits(found);
        }
    }

    private static void examineLimits(final Findings found) {
        final var parameters = found.parameters();
        final int count = row(parameters, RECENCY_LIMITS).length;
        if (count == 0 || count > 9 || row(parameters, FREQUENCY_LIMITS).length != count || row(parameters, MONEY_LIMITS).length != count) {
            found.obstacle("rfm.limits");
        }
        final var months = row(parameters, RECENCY_LIMITS);
        if (parameters.get(RECENCY_UNIT).equals("months") && Arrays.stream(months).anyMatch(each -> each != Math.rint(each) || each < 0 || each > 12_000)) {
            found.obstacle("rfm.months");
        }
    }

    static double[] row(final Parameters parameters, final NumbersParameter parameter) {
        final var numbers = parameters.get(parameter);
        return numbers.rows() == 0 ? new double[0] : numbers.row(0);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long codes = data.find(Role.ID).orElse(null) instanceof final TextColumn texts ? texts.dictionary().size() : rows;
        return (4L << 20) + Purchases.memory(rows, codes) + Math.min(codes, rows) * 200;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, 3);
        final var reference = parameters.get(REFERENCE).map(day -> Math.toIntExact(day.toEpochDay())).orElse(null);
        final var purchases = new Purchases(data, parameters.get(MONEY).equals("mean"), reference, context);
        if (purchases.census.infinite() > 0) {
            throw Messages.problem("rfm.infinite", data.column(Role.VALUE).name(), purchases.census.infinite()).asException();
        }
        if (purchases.customers == 0) {
            throw Messages.problem("rfm.nothing-counts", LocalDate.ofEpochDay(purchases.reference).toString()).asException();
        }
        context.progress().worked(1);
        final var graded = Graded.of(purchases, parameters, context);
        context.progress().worked(1);
        final var result = new RfmReport(data, purchases, graded, context).result();
        context.progress().worked(1);
        return result;
    }
}
