// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.List;

/** Finds manifests that export too much or re-export. */
final class ManifestCheck {

    private ManifestCheck() {
    }

    static List<String> violations(final BundleFolder bundle) {
        final List<String> found = new ArrayList<>();
        for (final Clause clause : Clause.of(bundle.manifest(), "Require-Bundle")) {
            if ("reexport".equals(clause.directives().get("visibility"))) {
                found.add(bundle.room() + " re-exports " + clause.name());
            }
        }
        for (final Clause clause : Clause.of(bundle.manifest(), "Export-Package")) {
            final String friends = clause.directives().get("x-friends");
            if (friends != null) {
                for (final String friend : friends.split(",")) {
                    if (!friend.strip().endsWith(".tests")) {
                        found.add(bundle.room() + " makes " + friend.strip() + " a friend of " + clause.name() + "; only tests may be one");
                    }
                }
            } else if (clause.name().contains(".internal") && !"true".equals(clause.directives().get("x-internal"))) {
                found.add(bundle.room() + " exports " + clause.name() + " to everybody");
            }
        }
        final String name = BundleFolder.PREFIX + bundle.room();
        final List<Clause> symbolicName = Clause.of(bundle.manifest(), "Bundle-SymbolicName");
        if (symbolicName.size() != 1 || !symbolicName.getFirst().name().equals(name)) {
            found.add(bundle.room() + " has a symbolic name that differs from its folder");
        }
        if (!name.equals(bundle.manifest().getValue("Automatic-Module-Name"))) {
            found.add(bundle.room() + " has no Automatic-Module-Name " + name);
        }
        if (!"JavaSE-21".equals(bundle.manifest().getValue("Bundle-RequiredExecutionEnvironment"))) {
            found.add(bundle.room() + " does not ask for JavaSE-21");
        }
        return found;
    }
}
