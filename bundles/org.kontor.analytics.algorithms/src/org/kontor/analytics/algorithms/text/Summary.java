// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

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
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Takes from each text, or from all together, the sentences that say most of what the others say. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Summary.NAME, Algorithm.VERSION + "=" + Summary.RELEASE, "service.ranking:Integer=0"})
public final class Summary extends Method {

    static final String NAME = "summary";
    static final String RELEASE = "1.0.0";
    static final String EACH = "each";
    static final String ALL = "all";

    static final ChoiceParameter SCOPE = new ChoiceParameter("scope", EACH, List.of(EACH, ALL));
    static final IntegerParameter LENGTH = new IntegerParameter("length", 3L, 1, 100);
    static final RealParameter REDUNDANCY = new RealParameter("redundancy", .5, 0, 1);

    /** Made by the framework. */
    public Summary() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.TEXT, Messages.TEXTS,
                List.of("R. Mihalcea, P. Tarau, TextRank: Bringing Order into Texts, EMNLP 2004",
                        "G. Erkan, D. R. Radev, LexRank: Graph-based Lexical Centrality as Salience in Text Summarization, JAIR 22, 2004",
                        "J. Carbonell, J. Goldstein, The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing Summaries, SIGIR 1998"),
                "O(n + s²) for n characters and s sentences of one text",
                List.of(RoleNeed.one(Role.TEXT, Set.of(ColumnType.TEXT)), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(SCOPE, LENGTH, REDUNDANCY),
                Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        TextCheck.examine(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long letters = TextCheck.characters(data);
        return (8 << 20) + Grams.memory(letters / 10 + data.rows(), letters, 2) + letters * 20 + data.rows() * 60L
                + (long) SentenceRanking.MOST * SentenceRanking.MOST * Float.BYTES * 2;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, 3);
        return new SummaryReport(data, parameters.get(SCOPE).equals(ALL), parameters.get(LENGTH).intValue(), parameters.get(REDUNDANCY), context).result();
    }
}
