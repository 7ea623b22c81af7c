// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.List;

/** Finds manifests that export too much or re-export. */
final class ManifestCheck {

    private static final String TEST_KIT = BundleFolder.PREFIX + "testkit";
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

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
                    if (!friend.strip().endsWith(".tests") && !friend.strip().equals(TEST_KIT)) {
                        found.add(bundle.room() + " makes " + friend.strip() + " a friend of " + clause.name() + "; only tests may be one");
                    }
                }
            } else if (clause.name().contains(".internal") && !"true".equals(clause.directives().get("x-internal"))) {
                found.add(bundle.room() + " exports " + clause.name() + " to everybody");
            }
        }
        checkComponents(bundle, found);
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

    /** A component that is not described, or whose bundle never starts, is silently missing in the product. */
    private static void checkComponents(final BundleFolder bundle, final List<String> found) {
        final long components = bundle.classes().stream().filter(type -> type.annotations().contains(COMPONENT)).count();
        if (components == 0) {
            return;
        }
        if (!"lazy".equals(bundle.manifest().getValue("Bundle-ActivationPolicy"))) {
            found.add(bundle.room() + " has components but no Bundle-ActivationPolicy: lazy");
        }
        final int described = BundleFolder.files(bundle.folder().resolve("target/classes/OSGI-INF"), name -> name.endsWith(".xml")).size();
        if (described < components) {
            found.add(bundle.room() + " has " + components + " components, of which " + described + " are described");
        }
    }
}
