// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Message;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * Where rows to analyse come from. Implementations are OSGi services; a partner's source stands beside the built-in ones. Safe for any
 * thread.
 *
 * @since 0.1
 */
public interface AnalysisSource {

    /**
     * The stable name that saved analyses and command lines use.
     *
     * @return such as {@code orders}; unique among all sources
     */
    String id();

    /**
     * What it is called.
     *
     * @return the title
     */
    Message name();

    /**
     * Whether it reads from a store.
     *
     * @return false where it has its data from elsewhere
     */
    boolean needsStore();

    /**
     * Whether its rows are about how the product is set up and used, and not about customers and trade. People are not offered such a source;
     * a plan may name it all the same.
     *
     * @return false for almost all
     */
    default boolean internal() {
        return false;
    }

    /**
     * The columns there are.
     *
     * @param input what to read from
     * @return in the order of the source
     * @throws ProblemException where it cannot be read
     */
    List<SourceColumn> columns(SourceInput input);

    /**
     * What people call values of its columns that stand there under a name that is the same in every language.
     *
     * @param input what to read from
     * @return the words by the column and the value; empty for most sources
     * @throws ProblemException where it cannot be read
     */
    default Map<String, Map<String, Message>> words(final SourceInput input) {
        return Map.of();
    }

    /**
     * Reads rows. The same data gives the same rows in the same order, always.
     *
     * @param input    what to read from
     * @param columns  the names of the columns that are wanted, each one of {@link #columns}
     * @param progress reported to and asked for cancellation
     * @return a frame with exactly these columns, in the order of {@code columns}; see {@link FrameBuilder}
     * @throws ProblemException where it cannot be read, or is too large for the memory there is
     */
    Frame load(SourceInput input, List<String> columns, Progress progress);
}
