// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Store;

/**
 * Where imports start. An OSGi service.
 *
 * @since 0.1
 */
public interface Imports {

    /**
     * A mapping that is kept in a store.
     *
     * @param name       its name
     * @param definition what {@link ImportDraft#load(String)} reads
     * @since 0.1
     */
    record SavedMapping(String name, String definition) {
    }

    /** @return the kinds of import, those that others refer to first */
    List<ImportKind> kinds();

    /**
     * @param key a kind's key, such as {@code opportunities}
     * @return the kind
     * @throws ProblemException {@code import.kind} where there is none
     */
    ImportKind kind(String key);

    /**
     * The kind whose targets the headers of a file resemble most.
     *
     * @param file a file
     * @return the kind; empty where no header is known
     * @throws ProblemException where the file cannot be read
     */
    Optional<ImportKind> guess(Path file);

    /**
     * Looks at the beginning of a file: encoding, separator, header, columns, dates and numbers, and which column is which field.
     *
     * @param file a file
     * @param kind a kind's key
     * @return the import, ready to be looked over, checked and run
     * @throws ProblemException where there is no such kind, or the file is absent, unreadable, empty or no text
     */
    ImportDraft inspect(Path file, String kind);

    /**
     * @param store a store
     * @param kind  a kind's key
     * @return the mappings kept for it, by name
     */
    List<SavedMapping> mappings(Store store, String kind);
}
