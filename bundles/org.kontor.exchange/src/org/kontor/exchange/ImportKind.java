// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.List;

import org.kontor.model.RecordType;

/**
 * A kind of file that can be imported: what its rows become. An OSGi service; a partner adds a kind by registering one, most easily as a
 * subclass of {@link CatalogueImport}. Stateless: what one run remembers lives in its {@link RowHandler}.
 *
 * @since 0.1
 */
public interface ImportKind {

    /** @return language-free name, such as {@code opportunities}: what the command line calls it */
    String key();

    /** @return what it is called, in the person's language */
    String label();

    /** @return what a row becomes */
    RecordType<?> recordType();

    /** @return what columns can be mapped to, most usual first */
    List<ImportTarget> targets();

    /** @return how a row finds its existing record, best first; the first one whose targets are all mapped is proposed */
    List<MatchingKey> matchingKeys();

    /** @return further settings */
    List<ImportOption> options();

    /** @return the place in lists; kinds that others refer to come first */
    int rank();

    /**
     * Starts a run, or a dry run, which must do the same.
     *
     * @param scope the run
     * @return what to do with its rows beyond setting fields
     */
    RowHandler open(ImportScope scope);
}
