// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.nio.file.Path;

import org.kontor.store.internal.folder.FrontChannel;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreOwner;

/** A second start that finds the store held. */
final class FrontCaller {

    private FrontCaller() {
    }

    public static void main(final String[] arguments) {
        final StoreOwner owner = StoreOwner.of(StoreFolder.open(Path.of(arguments[0]))).orElseThrow();
        Answers.out().println("front " + FrontChannel.bringToFront(owner));
    }
}
