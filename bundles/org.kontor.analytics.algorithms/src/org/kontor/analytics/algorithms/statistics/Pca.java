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
import org.kontor.analytics.algorithms.numerics.ColumnRanges;
import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Principal components: new axes along which rows differ most. The sign of each is such that its largest loading is positive.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Pca.NAME, Algorithm.VERSION + "=" + Pca.RELEASE, "service.ranking:Integer=0"})
public final class Pca extends Method {

    static final String NAME = "pca";
    static final String RELEASE = "1.0.0";
    static final String CORRELATION = "correlation";

    static final ChoiceParameter OF = new ChoiceParameter("of", CORRELATION, List.of(CORRELATION, "covariance"));
    static final IntegerParameter COMPONENTS = new IntegerParameter("components", 0L, 0, 1_000);
    static final RealParameter SHARE = new RealParameter("share", .9, .01, 1);

    /** Squares of larger numbers, added up, may have no end. */
    private static final double LARGEST = 1e120;
    private static final long MOST_FEATURES = 5_000;

    /** Made by the framework. */
    public Pca() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.STATISTICS, Messages.TEXTS,
                List.of("K. Pearson, On lines and planes of closest fit to systems of points in space, Philosophical Magazine 2, 1901",
                        "H. Hotelling, Analysis of a complex of statistical variables into principal components, Journal of Educational Psychology 24, 1933",
                        "I. Jolliffe, Principal Component Analysis, Springer 2002"),
                "O(n d²)",
                List.of(RoleNeed.several(Role.FEATURES, 2, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(OF, COMPONENTS, SHARE), Set.of(Capability.LEARNS, Capability.EXPLAINS)));
    }

    @Override
    protected void examine(final Findings found) {
        judge(ColumnRanges.of(found.data().columns(Role.FEATURES), found::pause), found);
    }

    private static void judge(final ColumnRanges ranges, final Findings found) {
        final var data = found.data();
        final var columns = data.columns(Role.FEATURES);
        int varying = 0;
        for (int j = 0; j < columns.size(); j++) {
            final var column = columns.get(j);
            if (data.rows() > 0 && column.missing() == data.rows()) {
                found.obstacle("statistics.all-missing", column.name());
            } else if (column.missing() > 0) {
                found.obstacle("statistics.missing-values", column.name(), column.missing());
            } else if (ranges.largest(j) > LARGEST) {
                found.obstacle("statistics.too-large", column.name());
            } else if (ranges.least(j) < ranges.most(j)) {
                varying++;
            } else {
                found.advise("statistics.constant", Message.column(column.name()));
            }
        }
        if (columns.size() > MOST_FEATURES) {
            found.obstacle("pca.too-many", columns.size(), MOST_FEATURES);
        }
        if (found.isClear() && data.rows() < 2) {
            found.obstacle("statistics.too-few-rows", data.rows(), 2);
        } else if (found.isClear() && varying == 0) {
            found.obstacle("pca.nothing-varies");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        final long kept = parameters.get(COMPONENTS) == 0 ? width : Math.min(width, parameters.get(COMPONENTS));
        return (1 << 20) + CrossProducts.memory(data.rows(), (int) width) + Components.exactMemory(data.rows(), (int) width) + 4 * Double.BYTES * width * width + rows * (kept + 1) * Double.BYTES
                + Math.min(rows, 20_000) * (kept + 2) * Double.BYTES;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var found = new Findings(descriptor(), data, parameters, context::checkCancelled);
        found.require();
        context.requireMemory(memory(data, parameters));
        context.progress().begin(descriptor().name().text(), 3);
        judge(ColumnRanges.of(data.columns(Role.FEATURES), context), found);
        final var advice = found.require();
        final var components = Components.of(data, parameters, context);
        context.progress().worked(1);
        return new PcaReport(data, components, advice, context).result();
    }

    @Override
    protected Model model(final ModelState state) {
        return PcaModel.of(state);
    }
}
