// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Makes each piece of a series while the one before is used, on a thread of its own. For one thread.
 *
 * @param <T> a piece
 */
final class Ahead<T> implements AutoCloseable {

    private final Supplier<T> source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("kontor-load-", 0).factory());
    private CompletableFuture<T> coming;

    /**
     * @param source makes the pieces one after the other; null ends them
     */
    Ahead(final Supplier<T> source) {
        this.source = source;
        coming = begin();
    }

    private CompletableFuture<T> begin() {
        return CompletableFuture.supplyAsync(source, thread);
    }

    /** {@return the next piece; null where there are no more. Throws what its maker threw} */
    T next() {
        final T piece = made();
        if (piece != null) {
            coming = begin();
        }
        return piece;
    }

    private T made() {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case final RuntimeException cause -> throw cause;
                case final Error cause -> throw cause;
                default -> throw failed;
            }
        }
    }

    /** Waits until the piece that is being made, if any, is made; nobody receives it. */
    @Override
    public void close() {
        coming.handle((piece, failure) -> null).join();
        thread.shutdown();
    }
}
