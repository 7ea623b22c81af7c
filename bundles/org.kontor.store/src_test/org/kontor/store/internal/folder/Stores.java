// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.function.Executable;
import org.kontor.core.problem.ProblemException;

/** Store folders for the tests of this package. */
final class Stores {

    /** Cheap enough to try thousands of passwords. */
    static final KeyWrap.Cost CHEAP = new KeyWrap.Cost(64, 1, 1);

    private Stores() {
    }

    static StoreSettings settings(final boolean encrypted) {
        return new StoreSettings(UUID.randomUUID(), "derby", encrypted, "0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
    }

    static StoreFolder create(final Path path, final boolean encrypted) {
        final StoreFolder folder = StoreFolder.create(path, settings(encrypted));
        folder.finish();
        return StoreFolder.open(path);
    }

    /** The code of the problem that something throws. */
    static String problemOf(final Executable action) {
        return assertThrows(ProblemException.class, action).problem().code();
    }
}
