// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a partner must not use: a build sees internal packages of others, which are gone with the next version. */
final class SampleCheck {

    private static final Pattern INTERNAL = Pattern.compile("\\borg\\.(kontor|eclipse)\\.[\\w.]*\\binternal\\b[\\w.]*");

    private SampleCheck() {
    }

    static List<String> violations(final String name, final String text) {
        final List<String> found = new ArrayList<>();
        INTERNAL.matcher(text).results().forEach(use -> found.add(name + " uses " + use.group()));
        return found;
    }
}
