// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.PlanWords;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.result.Readable;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.store.Store;

/** What people call the columns, the values and the records that a result names. */
public final class Wording implements Mention.Words {

    private final PlanWords plan;
    private final UnaryOperator<String> names;

    private Wording(final PlanWords plan, final UnaryOperator<String> names) {
        this.plan = plan;
        this.names = names;
    }

    /**
     * The words for the result of a plan; waits for the database.
     *
     * @param sources know the titles of columns
     * @param store   the open store
     * @param plan    what was analysed
     * @param result  what came out
     * @return the words
     */
    public static Wording of(final Sources sources, final Store store, final Plan plan, final Result result) {
        return new Wording(PlanWords.of(sources, store, plan), CustomerNames.read(store, result));
    }

    /**
     * The words for the columns of a plan alone; records keep their identifiers.
     *
     * @param sources know the titles of columns
     * @param store   the open store
     * @param plan    what is analysed
     * @return the words
     */
    public static Wording ofColumns(final Sources sources, final Store store, final Plan plan) {
        return new Wording(PlanWords.of(sources, store, plan), UnaryOperator.identity());
    }

    /** The words for columns with titles. */
    static Wording of(final Map<String, String> titles, final UnaryOperator<String> names) {
        return new Wording(PlanWords.of(titles), names);
    }

    /**
     * A result in these words.
     *
     * @param result the result
     * @return the same numbers
     */
    public Result of(final Result result) {
        return Readable.of(result, this);
    }

    /**
     * What is shown of a result.
     *
     * @param result the result
     * @param notes  more that is to be known of it
     * @return what is shown
     */
    public ResultPage.Shown of(final Result result, final List<Message> notes) {
        return new ResultPage.Shown(of(result), notes.stream().map(note -> note.text(this)).toList(), names);
    }

    @Override
    public String column(final String name) {
        return plan.column(name);
    }

    @Override
    public String value(final String column, final String value) {
        return plan.label(column, value).orElseGet(() -> names.apply(value));
    }
}
