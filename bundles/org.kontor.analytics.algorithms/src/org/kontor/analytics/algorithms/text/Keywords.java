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
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Finds the words that tell most about texts: words of scripts with blanks as they stand, words of Chinese by how firmly their characters hold
 * together and how freely others stand beside them, without a dictionary.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Keywords.NAME, Algorithm.VERSION + "=" + Keywords.RELEASE, "service.ranking:Integer=0"})
public final class Keywords extends Method {

    static final String NAME = "keywords";
    static final String RELEASE = "1.0.0";
    static final String TF_IDF = "tf-idf";
    static final String TEXT_RANK = "textrank";

    static final ChoiceParameter METHOD = new ChoiceParameter("method", TF_IDF, List.of(TF_IDF, TEXT_RANK));
    static final IntegerParameter COUNT = new IntegerParameter("count", 30L, 1, 1_000);
    static final IntegerParameter LEAST = new IntegerParameter("least-occurrences", 2L, 1, 1_000_000);
    static final TableParameter WEIGHTS = new TableParameter("weights", List.of("term", "weight"), List.of());
    static final TextParameter STOP_WORDS = new TextParameter("stop-words", "", 10_000);

    /** Made by the framework. */
    public Keywords() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.TEXT, Messages.TEXTS,
                List.of("G. Salton, C. Buckley, Term-weighting approaches in automatic text retrieval, Information Processing and Management 24, 1988",
                        "R. Mihalcea, P. Tarau, TextRank: Bringing Order into Texts, EMNLP 2004",
                        "K. W. Church, P. Hanks, Word association norms, mutual information, and lexicography, Computational Linguistics 16, 1990",
                        "H. Feng and others, Accessor Variety Criteria for Chinese Word Extraction, Computational Linguistics 30, 2004"),
                "O(n) for n characters", List.of(RoleNeed.one(Role.TEXT, Set.of(ColumnType.TEXT)), RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(METHOD, COUNT, LEAST, WEIGHTS, STOP_WORDS), Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        TextCheck.examine(found);
    }

    @Override
    protected void examineSettings(final Findings found) {
        for (final var row : found.parameters().get(WEIGHTS)) {
            if (!row.get(1).strip().matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                found.obstacle("keywords.weight", row.get(0), row.get(1));
            }
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long letters = TextCheck.characters(data);
        return (32 << 20) + letters * 120 + data.rows() * 60L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, 4);
        return new KeywordsReport(data, parameters, context).result();
    }
}
