// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds dependencies, in manifests and in class files, that go against {@link Rooms}. */
final class DirectionCheck {

    private final Map<String, String> roomOfPackage = new HashMap<>();

    DirectionCheck(final List<BundleFolder> bundles) {
        for (final BundleFolder bundle : bundles) {
            bundle.classes().forEach(type -> roomOfPackage.putIfAbsent(type.packageName(), bundle.room()));
            Clause.of(bundle.manifest(), "Export-Package").forEach(export -> roomOfPackage.putIfAbsent(export.name(), bundle.room()));
        }
    }

    List<String> violations(final BundleFolder bundle) {
        final List<String> found = new ArrayList<>();
        if (bundle.isTest()) {
            return found;
        }
        final Set<String> allowed = Rooms.reachable(bundle.room());
        if (allowed.isEmpty()) {
            found.add(bundle.room() + " is not in the table of rooms");
        }
        for (final Clause clause : Clause.of(bundle.manifest(), "Require-Bundle")) {
            if (clause.name().startsWith(BundleFolder.PREFIX)) {
                checkRoom(bundle, clause.name().substring(BundleFolder.PREFIX.length()), allowed, "its manifest", found);
            }
        }
        for (final Clause clause : Clause.of(bundle.manifest(), "Import-Package")) {
            checkPackage(bundle, clause.name(), allowed, "its manifest", found);
        }
        for (final ClassFile type : bundle.classes()) {
            type.types().stream().map(ClassFile::packageOf).distinct().forEach(used -> checkPackage(bundle, used, allowed, type.name(), found));
        }
        return found;
    }

    private void checkPackage(final BundleFolder bundle, final String used, final Set<String> allowed, final String where, final List<String> found) {
        final String room = roomOfPackage.get(used);
        if (room != null) {
            checkRoom(bundle, room, allowed, where, found);
        }
    }

    private static void checkRoom(final BundleFolder bundle, final String used, final Set<String> allowed, final String where, final List<String> found) {
        if (!used.equals(bundle.room()) && !allowed.contains(used)) {
            found.add(bundle.room() + " must not use " + used + ", but " + where + " does");
        }
    }
}
