// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.HashSet;
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
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Learns from texts with a class, such as praise and complaint, to give others a class by their characters or words. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + TextClassification.NAME, Algorithm.VERSION + "=" + TextClassification.RELEASE, "service.ranking:Integer=0"})
public final class TextClassification extends Method {

    static final String NAME = "text-classification";
    static final String RELEASE = "1.0.0";
    static final String AUTOMATIC = "automatic";
    static final String CHARACTERS = "characters";
    static final String WORDS = "words";

    static final ChoiceParameter UNITS = new ChoiceParameter("units", AUTOMATIC, List.of(AUTOMATIC, CHARACTERS, WORDS));
    static final IntegerParameter SHORTEST = new IntegerParameter("shortest", 1L, 1, Vocabulary.LONGEST);
    static final IntegerParameter LONGEST = new IntegerParameter("longest", 2L, 1, Vocabulary.LONGEST);
    static final IntegerParameter LEAST_TEXTS = new IntegerParameter("least-texts", 2L, 1, 1_000_000);
    static final FlagParameter DAMPED = new FlagParameter("damped", true);
    static final RealParameter C = new RealParameter("c", 10.0, 1e-4, 1e6);
    static final RealParameter THRESHOLD = new RealParameter("threshold", .5, .01, .99);
    static final IntegerParameter FOLDS = new IntegerParameter("folds", 5L, 0, 20);

    private static final int MOST_CLASSES = 50;

    /** Made by the framework. */
    public TextClassification() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLASSIFICATION, Messages.TEXTS,
                List.of("G. Salton, C. Buckley, Term-weighting approaches in automatic text retrieval, Information Processing and Management 24, 1988",
                        "T. Joachims, Text Categorization with Support Vector Machines: Learning with Many Relevant Features, ECML 1998",
                        "C.-J. Lin, R. C. Weng, S. S. Keerthi, Trust Region Newton Method for Large-Scale Logistic Regression, JMLR 9, 2008"),
                "O(n i) for n characters and i rounds, for each class and each part that is held out",
                List.of(RoleNeed.one(Role.TEXT, Set.of(ColumnType.TEXT)),
                        RoleNeed.one(Role.TARGET, Set.of(ColumnType.TEXT, ColumnType.FLAG, ColumnType.INTEGER, ColumnType.NUMBER)),
                        RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(UNITS, SHORTEST, LONGEST, LEAST_TEXTS, DAMPED, C, THRESHOLD, FOLDS),
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.MISSING_VALUES, Capability.RANDOM))
                .searching(SearchRange.logarithmic(C.name(), .01, 1e3),
                        SearchRange.linear(LONGEST.name(), 1, 3),
                        SearchRange.logarithmic(LEAST_TEXTS.name(), 1, 20)));
    }

    @Override
    protected void examine(final Findings found) {
        final var parameters = found.parameters();
        if (parameters.get(SHORTEST) > parameters.get(LONGEST)) {
            found.obstacle("text.runs", parameters.get(SHORTEST), parameters.get(LONGEST));
        }
        final var classes = new HashSet<String>();
        final var target = found.data().column(Role.TARGET);
        final var texts = found.data().column(Role.TEXT);
        boolean some = false;
        for (int row = 0; row < target.rows() && classes.size() <= MOST_CLASSES; row++) {
            if (row % Frame.BLOCK == 0) {
                found.pause();
            }
            if (!target.isMissing(row) && !texts.isMissing(row)) {
                some |= !texts.text(row).isBlank();
                classes.add(target.text(row));
            }
        }
        if (!some) {
            found.obstacle("text.empty");
        } else if (classes.size() < 2) {
            found.obstacle("text.one-class", target.name(), String.join(", ", classes));
        } else if (classes.size() > MOST_CLASSES) {
            found.obstacle("text.many-classes", target.name(), MOST_CLASSES);
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long letters = TextCheck.characters(data);
        final int runs = (int) (parameters.get(LONGEST) - Math.min(parameters.get(LONGEST), parameters.get(SHORTEST)) + 1);
        return (4 << 20) + Grams.memory(data.rows(), letters, runs) + Logistic.memory(Math.min(data.rows(), letters + 1), letters * runs, letters * runs / 4)
                + data.rows() * 120L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, parameters.get(FOLDS) + 3);
        return new TextTraining(data, parameters, context).result();
    }

    @Override
    protected Model model(final ModelState state) {
        return TextModel.of(state);
    }
}
