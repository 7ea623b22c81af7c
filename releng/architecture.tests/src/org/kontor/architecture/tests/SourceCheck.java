// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in the text of a source file what its class file no longer shows. */
final class SourceCheck {

    private static final int MOST_LINES = 600;
    private static final String LICENCE = "// SPDX-License-Identifier: EPL-2.0\n";
    private static final Map<String, Pattern> BANNED = new LinkedHashMap<>();

    static {
        BANNED.put("catches Throwable", Pattern.compile("catch\\s*\\([^)]*\\bThrowable\\b"));
        BANNED.put("has an empty catch", Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*}"));
        BANNED.put("has an open end", Pattern.compile("\\b(TODO|FIXME|XXX)\\b"));
    }

    private SourceCheck() {
    }

    static List<String> violations(final String name, final String text) {
        final List<String> found = new ArrayList<>();
        if (!text.startsWith(LICENCE)) {
            found.add(name + " does not begin with the licence line");
        }
        final long lines = text.lines().count();
        if (lines > MOST_LINES) {
            found.add(name + " has " + lines + " lines; " + MOST_LINES + " is the end");
        }
        BANNED.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(name + ' ' + what);
            }
        });
        return found;
    }
}
