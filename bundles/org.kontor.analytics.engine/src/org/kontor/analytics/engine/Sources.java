// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;

import org.kontor.core.problem.ProblemException;

/**
 * All sources of rows there are: prepared queries ({@code orders}, {@code customers}), every table of the store
 * ({@code table-accounts}, ...), CSV files ({@code csv} with the options {@code file}, {@code separator}, {@code encoding},
 * {@code header}), and what partners publish. An OSGi service.
 *
 * @since 0.1
 */
public interface Sources {

    /**
     * Every source.
     *
     * @return prepared queries first, then files, then tables
     */
    List<AnalysisSource> all();

    /**
     * A source that has to be there.
     *
     * @param id its stable name
     * @return the source
     * @throws ProblemException where there is none ({@code analytics.no-source}, with those there are)
     */
    AnalysisSource source(String id);
}
