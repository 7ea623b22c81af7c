// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds calls that the house style bans. */
final class CallCheck {

    private static final Set<String> MAY_PRINT = Set.of("headless");
    private static final Set<String> MAY_ASK_PLATFORM = Set.of("app", "ui");

    private CallCheck() {
    }

    static List<String> violations(final BundleFolder bundle) {
        final List<String> found = new ArrayList<>();
        bundle.classes().forEach(type -> found.addAll(violations(bundle.room(), bundle.isTest(), type)));
        return found;
    }

    static List<String> violations(final String room, final boolean test, final ClassFile type) {
        final List<String> found = new ArrayList<>();
        for (final String member : type.members()) {
            final boolean banned = member.endsWith(".printStackTrace")
                || member.equals("org.eclipse.swt.widgets.Display.getDefault")
                || (member.equals("java.lang.System.out") || member.equals("java.lang.System.err")) && !MAY_PRINT.contains(room)
                || member.equals("java.lang.Thread.sleep") && test;
            if (banned) {
                found.add(room + ": " + type.name() + " uses " + member);
            }
        }
        if (type.types().contains("org.eclipse.ui.PlatformUI") && !test && !MAY_ASK_PLATFORM.contains(room)) {
            found.add(room + ": " + type.name() + " uses PlatformUI");
        }
        return found;
    }
}
