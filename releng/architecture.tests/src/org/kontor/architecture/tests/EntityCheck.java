// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds entities without a version, which two users could overwrite for each other without noticing. */
final class EntityCheck {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String VERSION = "jakarta.persistence.Version";

    private EntityCheck() {
    }

    static List<String> violations(final List<ClassFile> classes) {
        final Map<String, ClassFile> byName = new HashMap<>();
        classes.forEach(type -> byName.put(type.name(), type));
        return classes.stream().filter(type -> type.annotations().contains(ENTITY)).filter(type -> !isVersioned(type, byName))
            .map(type -> type.name() + " is an entity without @Version").toList();
    }

    private static boolean isVersioned(final ClassFile type, final Map<String, ClassFile> byName) {
        ClassFile current = type;
        while (current != null) {
            if (current.memberAnnotations().contains(VERSION)) {
                return true;
            }
            current = byName.get(current.superclass());
        }
        return false;
    }
}
