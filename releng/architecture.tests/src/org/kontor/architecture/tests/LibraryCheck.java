// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds uses of a library, or of windows, in rooms that are not meant to know it. */
final class LibraryCheck {

    /** Weaving writes these references into the entities after compilation; the sources must not have them. */
    private static final String WOVEN_ROOM = "model";
    private static final String WOVEN_BY = "org.eclipse.persistence";

    private LibraryCheck() {
    }

    static List<String> violations(final BundleFolder bundle) {
        final List<String> found = new ArrayList<>();
        if (bundle.isTest()) {
            return found;
        }
        for (final Clause clause : Clause.of(bundle.manifest(), "Import-Package")) {
            if (!(isWoven(bundle, clause.name()) && clause.optional())) {
                check(bundle, clause.name(), "its manifest", found);
            }
        }
        for (final Clause clause : Clause.of(bundle.manifest(), "Require-Bundle")) {
            check(bundle, clause.name(), "its manifest", found);
        }
        for (final ClassFile type : bundle.classes()) {
            for (final String used : type.types()) {
                if (!isWoven(bundle, used)) {
                    check(bundle, used, type.name(), found);
                }
            }
        }
        if (bundle.room().equals(WOVEN_ROOM)) {
            checkSources(bundle, found);
        }
        return found;
    }

    private static void check(final BundleFolder bundle, final String used, final String where, final List<String> found) {
        for (final Map.Entry<String, Set<String>> library : Rooms.LIBRARIES.entrySet()) {
            if (Rooms.within(used, library.getKey()) && !library.getValue().contains(bundle.room())) {
                found.add(bundle.room() + " must not use " + library.getKey() + ", but " + where + " names " + used);
            }
        }
        if (!Rooms.mayOpenWindows(bundle.room()) && Rooms.WINDOWS.stream().anyMatch(prefix -> Rooms.within(used, prefix))) {
            found.add(bundle.room() + " is a room without windows, but " + where + " names " + used);
        }
    }

    private static boolean isWoven(final BundleFolder bundle, final String used) {
        return bundle.room().equals(WOVEN_ROOM) && Rooms.within(used, WOVEN_BY);
    }

    private static void checkSources(final BundleFolder bundle, final List<String> found) {
        for (final Path source : bundle.sources()) {
            try {
                if (Files.readString(source).contains(WOVEN_BY)) {
                    found.add(bundle.room() + " must not use " + WOVEN_BY + ", but " + source.getFileName() + " names it");
                }
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
