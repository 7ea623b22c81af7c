// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.nio.file.Path;
import java.util.List;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/**
 * Writes what a table shows into a file. An OSGi service, one for each file format; tables offer all there are, the one with the highest
 * {@code service.ranking} first.
 *
 * @since 0.1
 */
public interface RowExporter {

    /**
     * One column of the file.
     *
     * @param path    the field, as {@link org.kontor.store.Session#rows} takes it
     * @param heading what stands above it, in the person's language
     */
    record Column(String path, String heading) {
    }

    /** @return what people call the format, in their language, such as "CSV" */
    String label();

    /** @return the ending of its files without a dot, such as {@code csv} */
    String extension();

    /**
     * Writes the file; on another thread than the user interface's.
     *
     * @param store    where the records are
     * @param query    which records in which order
     * @param columns  what of each record, from left to right; at least one
     * @param file     the file; an existing one is replaced once the new one is complete
     * @param progress reported to and asked for cancellation, after which no file is left
     * @throws ProblemException where the file cannot be written
     */
    void write(Store store, Query<?> query, List<Column> columns, Path file, Progress progress);
}
