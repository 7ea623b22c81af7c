// SPDX-License-Identifier: EPL-2.0

package com.example.insight.rhythm;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Purchase rhythm: compares the days since each customer's last purchase with the median of the days between its own earlier ones, so that
 * who buys every week is missed sooner than who buys every year. Reads one row for each order.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + PurchaseRhythm.NAME, Algorithm.VERSION + "=" + PurchaseRhythm.RELEASE, "service.ranking:Integer=0"})
public final class PurchaseRhythm extends Method {

    static final String NAME = "purchase-rhythm";
    static final String RELEASE = "1.0.0";

    static final DateParameter REFERENCE = new DateParameter("reference-date");
    static final IntegerParameter LEAST = new IntegerParameter("least-purchases", Rhythm.Limits.USUAL.least(), 2, 1_000);
    static final RealParameter OVERDUE = new RealParameter("overdue-after", Rhythm.Limits.USUAL.overdue(), 1, 100);
    static final RealParameter LOST = new RealParameter("lost-after", Rhythm.Limits.USUAL.lost(), 1, 1_000);

    /** Made by the framework. */
    public PurchaseRhythm() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.VALUE, Messages.TEXTS,
                List.of("D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting Your Customers, Management Science 33, 1987"), "O(n log n)",
                List.of(RoleNeed.one(Role.ID, Set.of(ColumnType.TEXT, ColumnType.INTEGER)), RoleNeed.one(Role.TIME, RoleNeed.TEMPORAL)),
                List.of(REFERENCE, LEAST, OVERDUE, LOST), Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        if (found.data().rows() == 0) {
            found.obstacle("rhythm.empty");
        }
    }

    @Override
    protected void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (parameters.get(LOST) < parameters.get(OVERDUE)) {
            found.obstacle("rhythm.limits", parameters.get(LOST), parameters.get(OVERDUE));
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return (1L << 20) + Histories.memory(data.rows()) + data.rows() * 64L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, 2);
        final var reference = parameters.get(REFERENCE).map(day -> (int) day.toEpochDay()).orElse(null);
        final var histories = new Histories(data, reference, context);
        if (histories.rows.length == 0) {
            throw Messages.problem("rhythm.nothing").asException();
        }
        context.progress().worked(1);
        final var rhythms = new Rhythm[histories.rows.length];
        context.parallel(Math.ceilDiv(rhythms.length, Frame.BLOCK), task -> {
            for (int i = task * Frame.BLOCK; i < Math.min(rhythms.length, (task + 1) * Frame.BLOCK); i++) {
                rhythms[i] = histories.rhythm(i);
            }
        });
        context.progress().worked(1);
        final var limits = new Rhythm.Limits(parameters.get(LEAST), parameters.get(OVERDUE), parameters.get(LOST));
        return new RhythmReport(histories, rhythms, limits).of(data.column(Role.ID));
    }
}
