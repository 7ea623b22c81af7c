// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.ImportJob;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.store.query.Query;

/** Finds again what an import created and updated: everything that its person wrote between its beginning and its end. */
final class ImportedRecords {

    private ImportedRecords() {
    }

    /** The condition; empty where the import is taken back. */
    static Optional<Filter> of(final Session session, final UUID operation) {
        return session.list(Query.of(ImportJob.class).where(Filter.equal("operation", operation))).stream().findFirst()
                .map(job -> new Filter.Or(List.of(between("createdAt", job), between("modifiedAt", job))));
    }

    /** The entry on the import is written together with each batch, so no batch is later than it. */
    private static Filter between(final String moment, final ImportJob job) {
        return new Filter.And(List.of(new Filter.Compare(moment, Comparison.AT_LEAST, job.getStartedAt()),
                new Filter.Compare(moment, Comparison.AT_MOST, job.getModifiedAt())));
    }
}
