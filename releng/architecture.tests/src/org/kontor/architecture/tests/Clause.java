// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/** One entry of a manifest header: a bundle or package name with its attributes and directives. */
record Clause(String name, Map<String, String> attributes, Map<String, String> directives) {

    static List<Clause> of(final Attributes manifest, final String header) {
        final String value = manifest.getValue(header);
        try {
            final ManifestElement[] elements = ManifestElement.parseHeader(header, value);
            return elements == null ? List.of() : List.of(elements).stream().flatMap(element -> List.of(element.getValueComponents()).stream()
                .map(name -> new Clause(name, pairs(element, false), pairs(element, true)))).toList();
        } catch (final BundleException e) {
            throw new IllegalArgumentException("unreadable " + header + ": " + value, e);
        }
    }

    boolean optional() {
        return "optional".equals(directives.get("resolution"));
    }

    private static Map<String, String> pairs(final ManifestElement element, final boolean directives) {
        final Map<String, String> pairs = new HashMap<>();
        final var keys = directives ? element.getDirectiveKeys() : element.getKeys();
        for (final String key : keys == null ? List.<String>of() : Collections.list(keys)) {
            pairs.put(key, directives ? element.getDirective(key) : element.getAttribute(key));
        }
        return pairs;
    }
}
