// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.nio.file.Path;
import java.util.List;

import org.kontor.core.progress.Progress;
import org.kontor.customers.InitialStatuses;
import org.kontor.sales.InitialPipeline;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.internal.StoreOpener;

/** A store of the product, put together without the framework. */
final class BenchmarkStore {

    private BenchmarkStore() {
    }

    static Store create(final Path folder) {
        return open(folder);
    }

    /** Opens a store, or makes it where there is none. */
    static Store open(final Path folder) {
        return new StoreOpener(List.of(new DerbyDatabase()), List.of(new InitialStatuses(), new InitialPipeline()))
                .open(Stores.Request.local(folder, true), Progress.NONE);
    }
}
